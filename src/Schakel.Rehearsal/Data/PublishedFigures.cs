using System.Collections.Immutable;
using NodaTime;

namespace Schakel.Rehearsal.Data;

/// <summary>What a published figure is for.</summary>
public enum FigureRole
{
    /// <summary>It is fed to a rehearsal: inflow.</summary>
    Input,
    /// <summary>A rehearsal must bring it about: it is fitted, or held back.</summary>
    Outcome,
}

/// <summary>A figure as published (gepubliceerd cijfer), and the series of the rehearsal that measures the same.</summary>
/// <param name="Id">Stable name: series and period.</param>
/// <param name="Period">The days it is about, both inclusive; a single day for a stock.</param>
/// <param name="PeriodText">The period as the file writes it.</param>
/// <param name="Value">Value.</param>
/// <param name="Unit">Unit: persons, applications, share, weeks, euro …</param>
/// <param name="Series">Id of the series that measures it, or several joined by <c>+</c> when it is their sum.</param>
/// <param name="Role">Fed to a rehearsal, or brought about by it.</param>
/// <param name="Tolerance">Half-width of rounding and definition, in the unit: no model can be asked to come closer.</param>
/// <param name="LastYear">The same figure a year earlier, where known: the forecast "as last year".</param>
/// <param name="Doubtful">True when the figure contradicts others.</param>
/// <param name="Source">Source.</param>
/// <param name="Note">Definition and cautions; may be empty.</param>
public sealed record PublishedFigure(
    string Id, DateInterval Period, string PeriodText, double Value, string Unit, string Series, FigureRole Role, double Tolerance,
    double? LastYear, bool Doubtful, string Source, string Note)
{
    /// <summary>The series whose sum measures it; mostly one.</summary>
    public ImmutableArray<string> SeriesParts { get; } = [.. Series.Split('+')];
}

/// <summary>Reads the published figures.</summary>
internal static class PublishedFigures
{
    /// <summary>The files, in order.</summary>
    public static readonly ImmutableArray<string> Files = ["published/2022.csv", "published/2023.csv"];

    private static readonly LocalDate LastDayKnown = new(2024, 1, 31);

    /// <summary>All figures in the order of the files; no id occurs twice.</summary>
    public static ImmutableArray<PublishedFigure> Read(DataFolder folder)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var units = new Dictionary<string, string>(StringComparer.Ordinal);
        var figures = ImmutableArray.CreateBuilder<PublishedFigure>();
        foreach (var file in Files)
        {
            foreach (var row in CsvTable.Read(
                folder, file, "id", "period", "value", "unit", "series", "role", "tolerance", "last_year", "reliability", "source", "note"))
            {
                var period = row.Period("period");
                if (period.End > LastDayKnown)
                {
                    throw row.Fault("period", "nothing after January 2024 is known");
                }

                var unit = row.Required("unit");
                if (!units.TryAdd(row.Required("series"), unit) && units[row.Text("series")] != unit)
                {
                    throw row.Fault("unit", $"the series {row.Text("series")} is measured in {units[row.Text("series")]}");
                }

                var most = unit switch { "share" => 1, "euro" => Limits.Euro, _ => Limits.Persons };
                figures.Add(new PublishedFigure(
                    row.Unique("id", ids), period, row.Text("period"), row.Number("value", 0, most), unit, row.Text("series"),
                    row.OneOf<FigureRole>("role", ("input", FigureRole.Input), ("outcome", FigureRole.Outcome)),
                    row.Number("tolerance", 0, most), row.NumberOrNone("last_year", 0, most),
                    row.OneOf("reliability", ("good", false), ("doubtful", true)), row.Required("source"), row.Text("note")));
            }
        }

        return figures.DrainToImmutable();
    }
}
