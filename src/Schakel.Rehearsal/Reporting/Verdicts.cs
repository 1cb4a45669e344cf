using System.Collections.Immutable;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Reporting;

/// <summary>Whether a measure does what it is meant to do, and when it does not: what waits before the figure it is meant to move (oordeel).</summary>
internal static class Verdicts
{
    // Who comes through is bounded by what the chain can handle, as long as somebody waits: a measure then moves the line first.
    private static readonly ImmutableDictionary<string, string> LineBefore = new Dictionary<string, string>
    {
        ["inflow.family"] = "stock.family",
        ["decisions"] = "stock.applications",
        ["housed"] = "housing.waiting",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>The verdict on one intention.</summary>
    /// <param name="measure">What is intended.</param>
    /// <param name="yearly">The yearly paired differences.</param>
    /// <param name="sentence">Makes the sentences.</param>
    /// <returns>Nothing when no whole year was lived.</returns>
    public static string? On(MeasureText measure, ImmutableArray<Series> yearly, Sentence sentence)
    {
        if (Find(yearly, measure.TargetSeriesId) is not { } target)
        {
            return null;
        }

        string verdict = sentence.Verdict(target.Definition, measure.TargetDirection, target.Points.AsSpan());
        return !Effects.Of(target.Points[^1]).IsClear()
            && LineBefore.TryGetValue(measure.TargetSeriesId, out string? line)
            && Find(yearly, line) is { } waiting
            && Effects.Of(waiting.Points[^1]).IsClear()
                ? $"{verdict} {sentence.LineBefore(waiting.Definition, waiting.Points[^1])}"
                : verdict;
    }

    private static Series? Find(ImmutableArray<Series> yearly, string id) =>
        yearly.FirstOrDefault(series => series.Definition.Id == id && !series.Points.IsEmpty);
}
