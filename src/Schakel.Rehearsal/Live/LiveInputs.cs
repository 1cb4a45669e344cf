using NodaTime;
using Schakel.Chain;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Norms.Housing;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Model;

namespace Schakel.Rehearsal.Live;

/// <summary>
/// The inputs of a rehearsal that begins with the chain as it stands (uitgangspunten). People, places and what is behind with homes come
/// from the files; inflow, staff, homes and parameters from the last published starting state and the parameters fitted to it.
/// </summary>
public static class LiveInputs
{
    /// <summary>The baseline from the live stock on.</summary>
    /// <param name="data">All data.</param>
    /// <param name="stock">The live stock; its day is the first day, and its law holds.</param>
    /// <param name="years">Length in years, 1 to 20.</param>
    /// <param name="parameters">Parameters, as declared or as fitted.</param>
    /// <param name="scale">Size of the live stock against the nation: staff, inflow and homes are as large.</param>
    /// <exception cref="ArgumentException">The stock is of a day before the first published starting state.</exception>
    public static ModelInputs Of(ChainData data, LiveStock stock, int years, ParameterSet parameters, double scale)
    {
        var date = stock.Date.ToLocalDate();
        var published = data.Starts.Where(start => start.Date <= date).Select(start => (LocalDate?)start.Date).Max()
            ?? throw new ArgumentException($"The live stock is of {stock.Date}, before the first published starting state.", nameof(stock));
        var inputs = InputsFromData.Baseline(data, published, years, stock.Law, parameters, scale);
        var end = date.PlusYears(years);
        return inputs with
        {
            Scenario = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"live-{date:uuuu-MM-dd}"),
            Start = stock.Date,
            Days = Period.DaysBetween(date, end.Day == 1 ? end : end.PlusMonths(1).With(DateAdjusters.StartOfMonth)),
            Stock = inputs.Stock with { HousingArrears = (int)Math.Round(Behind(stock) / scale) },
            Live = stock,
        };
    }

    // Permit holders whom the municipality should have housed by now.
    private static int Behind(LiveStock stock)
    {
        var behind = 0;
        foreach (var (_, file) in stock.Files)
        {
            if (file is { Presence: Presences.Here, Procedure.Permit.On: { } permit, Housing.IsHoused: false } && file.Registration.Route != Route.FamilyReunification)
            {
                var none = default(NoTrace);
                behind += HousingTerm.Of(stock.Law, permit, ref none).MoveBy < stock.Date ? 1 : 0;
            }
        }

        return behind;
    }
}
