using System.Collections.Immutable;
using System.Globalization;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Reporting;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Calibration;

/// <summary>The published figures beside the rehearsal of the last calibration, as they travel with the program for every report (ijkpunten).</summary>
public static class CheckedFigures
{
    /// <summary>Name of the file within the data.</summary>
    public const string File = "checked-figures.csv";

    private static readonly Lazy<ImmutableArray<CheckedFigure>> InProgram = new(() => Read(new DataFolder(null)));

    /// <summary>The figures of the calibration that the program was made with.</summary>
    public static ImmutableArray<CheckedFigure> Known => InProgram.Value;

    /// <summary>Writes the rows that have a counterpart.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="table">The table of a calibration.</param>
    public static void Write(TextWriter writer, CalibrationTable table)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(table);
        writer.WriteLine("id,period,unit,published,simulated,p10,p90,p025,p975,fitted,source");
        foreach (var r in table.Measured)
        {
            writer.WriteLine(string.Join(',',
                r.Figure.Id, r.Figure.PeriodText, r.Figure.Unit, Number(r.Figure.Value), Number(r.Median), Number(r.P10), Number(r.P90),
                r.P025 is { } low ? Number(low) : "", r.P975 is { } high ? Number(high) : "", r.Fitted ? "1" : "0",
                $"\"{r.Figure.Source.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
        }
    }

    private static ImmutableArray<CheckedFigure> Read(DataFolder folder) =>
    [
        .. CsvTable.Read(folder, File, "id", "period", "unit", "published", "simulated", "p10", "p90", "p025", "p975", "fitted", "source")
            .Select(row => new CheckedFigure(
                NameOf(row.Required("id")), row.Required("period"), row.Required("unit"), row.Number("published", 0, 1e12),
                row.Number("simulated", 0, 1e12), row.Number("p10", 0, 1e12), row.Number("p90", 0, 1e12), row.NumberOrNone("p025", 0, 1e12),
                row.NumberOrNone("p975", 0, 1e12), row.Whole("fitted", 0, 1) == 1, row.Required("source"))),
    ];

    // Figures are named after the series they measure, with a year or day behind it.
    private static Bilingual NameOf(string id)
    {
        for (var name = id; name.Contains('.', StringComparison.Ordinal); name = name[..name.LastIndexOf('.')])
        {
            if (SeriesCatalogue.Contains(name))
            {
                var definition = SeriesCatalogue.Find(name);
                return new Bilingual(definition.Dutch, definition.English);
            }
        }

        return new Bilingual(id, id);
    }

    private static string Number(double value) => Math.Round(value, 4).ToString("R", CultureInfo.InvariantCulture);
}
