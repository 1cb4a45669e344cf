using System.Globalization;
using System.Text;
using Schakel.Rehearsal.Experiment;
using Schakel.Rehearsal.Measures;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Results;
using Schakel.Rehearsal.Tests.Model;

namespace Schakel.Rehearsal.Tests.Measures;

/// <summary>Measures written for a test, and what they do to a small nation.</summary>
internal static class AMeasure
{
    /// <summary>A whole file around some fields.</summary>
    public static string File(string fields, string id = "a-measure", string from = "2024-07-01") => $$"""
        {
          "schema": 1, "id": "{{id}}", "title": {"nl": "maatregel", "en": "measure"}, "intention": {"nl": "doel", "en": "aim"},
          "target": {"series": "stock.applications", "direction": -1}, "from": "{{from}}",
          {{fields}}
        }
        """;

    public static Measure Read(string text) => MeasureReader.Read("measure.json", Encoding.UTF8.GetBytes(text));

    public static Measure Pulling(string levers, string id = "a-measure", string from = "2024-07-01") =>
        Read(File($"\"levers\": [{levers}]", id, from));

    /// <summary>A lever with every amount at a number, every switch and choice as given.</summary>
    public static string Lever(Lever lever, Func<LeverField, double> amount, bool on, int word)
    {
        var fields = lever.Fields.Select(field => field.Kind switch
        {
            FieldKind.Amount => string.Create(CultureInfo.InvariantCulture, $", \"{field.Name}\": {amount(field)}"),
            FieldKind.Switch => $", \"{field.Name}\": {(on ? "true" : "false")}",
            FieldKind.Choice => $", \"{field.Name}\": \"{field.Words[Math.Min(word, field.Words.Length - 1)]}\"",
            // In so small a nation hardly any Syrian is forced to return.
            FieldKind.Group => $", \"{field.Name}\": \"{(lever.Id == "return-cooperation" ? "morocco" : "syria")}\"",
        });
        return $"{{\"lever\": \"{lever.Id}\"{string.Concat(fields)}}}";
    }

    /// <summary>Paired difference that levers make to a series in a year, over two replications of the whole mean nation.</summary>
    public static double Moves(this ModelInputs baseline, string levers, string series, int year) =>
        baseline.MovedBy([Pulling(levers)], series, year);

    public static double MovedBy(this ModelInputs baseline, IReadOnlyList<Measure> measures, string series, int year)
    {
        var variant = MeasureSet.Apply(baseline, measures);
        return Enumerable.Range(0, 2).Average(r => variant.Lived(replication: r).Over(series, year) - Lives.Of(baseline, r).Over(series, year));
    }

    public static double Over(this Steering.MonthlyFigures figures, string series, int year) =>
        Bands.OverPeriod(figures, SeriesCatalogue.IndexOf(series), year * 12, (year * 12) + 11);

    /// <summary>Baselines already lived, so that each is lived once.</summary>
    internal static class Lives
    {
        private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<ModelInputs, Lazy<Steering.MonthlyFigures>[]> Known = [];

        public static Steering.MonthlyFigures Of(ModelInputs inputs, int replication) =>
            Known.GetValue(inputs, key => [.. Enumerable.Range(0, 2).Select(r => new Lazy<Steering.MonthlyFigures>(() => key.Lived(replication: r)))])[replication].Value;
    }
}
