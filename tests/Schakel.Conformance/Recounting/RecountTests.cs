using System.Globalization;
using System.Text.Json;
using Schakel.Norms;
using Schakel.Rehearsal.Experiment;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Reporting;
using Schakel.Rehearsal.Results;
using Schakel.Rehearsal.Trajectories;

namespace Schakel.Conformance.Recounting;

/// <summary>Every monthly stock and flow, counted again from the log of everyone's life, without a difference.</summary>
public sealed class RecountTests
{
    [Theory]
    [InlineData("", 1ul)]
    [InlineData("two-statuses", 7ul)]
    [InlineData("tracks-3-and-5", 3ul)]
    public void Every_series_can_be_counted_again_from_the_log_with_no_difference(string measure, ulong seed)
    {
        var inputs = Rehearsals.Of(2024, 0.05, measure);
        var folder = Directory.CreateTempSubdirectory("recount-");
        var path = Path.Combine(folder.FullName, "lives.json");
        try
        {
            Trajectories.Write(inputs, seed, path, TestContext.Current.CancellationToken);
            var terms = new TermsOfLives(Rehearsals.LawOn(inputs));
            var recount = Recount.Of(path, Rehearsals.LawOn(inputs), terms.See);
            Assert.Equal([], terms.Faults.Take(20));
            Assert.InRange(terms.PersonsChecked, 1_000, int.MaxValue);
            Assert.Equal(
                ["appeal-period", "decision-period", "dublin-transfer", "family-window", "housing-term", "rest-period"], terms.Compared.Keys);
            Assert.Equal([], recount.Faults.Take(5));
            Assert.Equal(inputs.Law.Hash, recount.Book.Law);
            var differences = Differences(Told(inputs, seed), recount.Counted.Told).ToList();
            Assert.True(differences.Count == 0, $"{differences.Count} differences, among them:\n{string.Join('\n', differences.Take(60))}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void What_is_not_counted_again_is_a_series_and_has_its_reason() =>
        Assert.All(Recount.NotRecountable, one => Assert.True(SeriesCatalogue.Contains(one.Key) && one.Value.Length > 40));

    private static Dictionary<(string Series, Day Month), double?> Told(ModelInputs inputs, ulong seed)
    {
        var (result, _) = Rehearse.Run(inputs, new RunOptions(seed, 1, 1), stop: TestContext.Current.CancellationToken);
        using var json = new MemoryStream();
        JsonReport.Write(json, result);
        using var report = JsonDocument.Parse(json.ToArray());
        var told = new Dictionary<(string, Day), double?>();
        foreach (var series in report.RootElement.GetProperty("series").EnumerateArray())
        {
            foreach (var point in series.GetProperty("points").EnumerateArray())
            {
                var mean = point.GetProperty("mean");
                told.Add(
                    (series.GetProperty("id").GetString()!, Life.Date(point.GetProperty("date").GetString()!)),
                    mean.ValueKind == JsonValueKind.Null ? null : mean.GetDouble());
            }
        }

        return told;
    }

    private static IEnumerable<string> Differences(
        Dictionary<(string Series, Day Month), double?> told, IReadOnlyDictionary<(string Series, Day Month), double?> counted)
    {
        foreach (var ((series, month), value) in told.Where(one => !Recount.NotRecountable.ContainsKey(one.Key.Series)))
        {
            if (!counted.TryGetValue((series, month), out var again))
            {
                yield return $"{series} {month}: not counted";
            }
            else if (again != value)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{series} {month}: told {value:R}, counted {again:R}");
            }
        }

        foreach (var (series, month) in counted.Keys.Where(key => !told.ContainsKey(key)))
        {
            yield return $"{series} {month}: counted, not told";
        }
    }
}
