using System.Text.Json;

namespace Schakel.Norms.Reception;

/// <summary>Temporary municipal reception (tijdelijke gemeentelijke opvang, tgo): how long a person may stay there.</summary>
/// <remarks>
/// One week and twice 24 hours. An agreement, no statute: the General Terms Act does not move the day. The limit is broken daily; a longer stay is
/// a breach to be counted, and moves nobody by itself.
/// </remarks>
public static class MunicipalSite
{
    private const string Id = "municipal-site-limit";

    /// <summary>Length of a stay (verblijfsduur).</summary>
    public static readonly Norm<Weeks> Stay = new(
        "municipal-site.stay",
        new("Verblijf in tijdelijke gemeentelijke opvang", "Stay in temporary municipal reception"),
        "TGO",
        new(Acts.None, "Handreiking tijdelijke gemeentelijke opvang, 2020", "Called crisis emergency reception until July 2023."),
        NormStatus.Seed,
        new NormVersion<Weeks>(Day.Of(2020, 1, 1), new(1)));

    /// <summary>All extensions of a stay together (verlenging): twice 24 hours.</summary>
    public static readonly Norm<Hours> Extension = new(
        "municipal-site.extension",
        new("Verlenging van het verblijf, twee keer 24 uur", "Extension of the stay, twice 24 hours"),
        "TGO",
        new(Acts.None, "Handreiking tijdelijke gemeentelijke opvang, 2020"),
        NormStatus.Seed,
        new NormVersion<Hours>(Day.Of(2020, 1, 1), new(48)));

    private static readonly Fact<Day> PlacedFact = Fact.Date(
        "placed", new("de dag van plaatsing in de gemeentelijke opvang", "the date the person was placed in the municipal site"));

    /// <summary>Last day in temporary municipal reception (uiterste verblijfsdag).</summary>
    public static readonly NormComputation Computation = new(
        Id,
        new("Verblijfsduur in tijdelijke gemeentelijke opvang", "Limit of stay in temporary municipal reception"),
        [PlacedFact],
        Compute);

    /// <summary>Last day, inclusive, that a stay keeps to the agreement.</summary>
    /// <remarks>Placed on 10 January 2024: 19 January 2024.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="placed">The day of placement, not counted; it governs.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">There was no such agreement on that day.</exception>
    public static Day LastDay<TTrace>(Law law, Day placed, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var basic = SimpleTerm.Standing(law, placed, Stay, ref trace);
        var hours = law.On(placed, Extension, ref trace);
        var last = basic.PlusDays((hours.Count + 23) / 24);
        if (TTrace.Records)
        {
            var (from, to) = (Text.Of(placed), Text.Of(last));
            trace.Fact("placed", placed.ToString());
            trace.Step(TermStepKind.Extended, last, new(
                $"{Extension.Title.Dutch}: {hours.InWords.Dutch} erbij, tot en met {to.Dutch}.",
                $"{Extension.Title.English}: {hours.InWords.English} more, through {to.English}."));
            trace.Say(new(
                $"Wie op {from.Dutch} in de gemeentelijke opvang kwam, vertrekt daar uiterlijk op {to.Dutch}.",
                $"Who came to the municipal site on {from.English} leaves it by {to.English} at the latest."));
        }

        return last;
    }

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace) =>
        result.WriteString("lastDay", LastDay(law, facts.Get(PlacedFact), ref trace).ToString());
}
