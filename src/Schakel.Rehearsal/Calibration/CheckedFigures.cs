using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Reporting;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Calibration;

/// <summary>What a report shows of the calibration (ijkpunten): the published figures beside the simulated ones, as they travel with the program.</summary>
public static class CheckedFigures
{
    /// <summary>Name of the file, within the data.</summary>
    public const string File = "checked-figures.json";

    /// <summary>The figures on which the model was checked: the rehearsal from January 2022, in which some are fitted and the others held back.</summary>
    /// <param name="data">The data, for what was published.</param>
    /// <exception cref="DataFaultException">The file is missing; run <c>schakel calibrate</c>.</exception>
    public static ImmutableArray<CheckedFigure> For(ChainData data)
    {
        var root = JsonPart.Root(new DataFolder(null), File).Only("schema", "data", "figures");
        root.Whole("schema", 1, 1);
        var published = data.Published.ToDictionary(f => f.Id, StringComparer.Ordinal);
        var rows = ImmutableArray.CreateBuilder<CheckedFigure>();
        foreach (var item in root.Items("figures"))
        {
            item.Only("id", "fitted", "p2_5", "p10", "p50", "p90", "p97_5");
            if (!published.TryGetValue(item.Text("id"), out var figure))
            {
                continue; // Data of one's own may leave a figure out; what was simulated says nothing then.
            }

            double Value(string field) => item.Number(field, -1e15, 1e15);
            rows.Add(Row(
                figure, item.Whole("fitted", 0, 1) == 1, Value("p50"), Value("p10"), Value("p90"),
                item.Has("p2_5") ? Value("p2_5") : null, item.Has("p97_5") ? Value("p97_5") : null));
        }

        return rows.DrainToImmutable();
    }

    /// <summary>The figures of a table.</summary>
    public static ImmutableArray<CheckedFigure> Of(CalibrationTable table) =>
        [.. table.Measured.Select(r => Row(r.Figure, r.Fitted, r.Median, r.P10, r.P90, r.P025, r.P975))];

    internal static string Write(string dataHash, CalibrationTable table)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{{\n  \"schema\": 1,\n  \"data\": \"{dataHash}\",\n  \"figures\": [\n");
        var rows = table.Measured.ToList();
        for (var i = 0; i < rows.Count; i++)
        {
            var r = rows[i];
            var outer = r.P025 is { } low && r.P975 is { } high
                ? string.Create(CultureInfo.InvariantCulture, $", \"p2_5\": {Short(low)}, \"p97_5\": {Short(high)}") : "";
            text.Append(
                CultureInfo.InvariantCulture,
                $"    {{ \"id\": \"{r.Figure.Id}\", \"fitted\": {(r.Fitted ? 1 : 0)}, \"p10\": {Short(r.P10)}, \"p50\": {Short(r.Median)}, \"p90\": {Short(r.P90)}{outer} }}{(i + 1 < rows.Count ? "," : "")}\n");
        }

        return text.Append("  ]\n}\n").ToString();
    }

    private static string Short(double value) => Math.Round(value, 4).ToString("R", CultureInfo.InvariantCulture);

    private static CheckedFigure Row(PublishedFigure figure, bool fitted, double p50, double p10, double p90, double? p025, double? p975)
    {
        var parts = figure.SeriesParts.Where(SeriesCatalogue.Contains).Select(SeriesCatalogue.Find).ToList();
        var name = new Bilingual(string.Join(" + ", parts.Select(p => p.Dutch)), string.Join(" + ", parts.Select(p => p.English)));
        return new CheckedFigure(name, figure.PeriodText, figure.Unit, figure.Value, p50, p10, p90, p025, p975, fitted, figure.Source);
    }
}
