using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Reporting;

/// <summary>Which way a measure moves a figure, as far as the paired difference can tell (richting).</summary>
public enum Effect
{
    /// <summary>No difference at all, in any replication (geen effect).</summary>
    None,
    /// <summary>More in at least nine of ten replications: the tenth percentile is above zero (toename).</summary>
    Rise,
    /// <summary>Less in at least nine of ten replications: the ninetieth percentile is below zero (afname).</summary>
    Fall,
    /// <summary>The band holds both more and less (niet duidelijk).</summary>
    Unclear,
    /// <summary>There is no figure: a mean over nobody (geen cijfer).</summary>
    Absent,
}

/// <summary>Reads a direction from a paired difference (richting van een verschil).</summary>
public static class Effects
{
    /// <summary>The direction of a paired difference. The opposite difference has the opposite direction.</summary>
    /// <param name="difference">Variant minus baseline, replication by replication.</param>
    public static Effect Of(Point difference) => difference switch
    {
        { Mean: var mean, P10: var low, P90: var high } when !double.IsFinite(mean + low + high) => Effect.Absent,
        { Mean: 0, P10: 0, P50: 0, P90: 0, P025: null or 0, P975: null or 0 } => Effect.None,
        { P10: > 0 } => Effect.Rise,
        { P90: < 0 } => Effect.Fall,
        _ => Effect.Unclear,
    };

    /// <summary>Whether the direction is known.</summary>
    /// <param name="effect">The direction.</param>
    public static bool IsClear(this Effect effect) => effect is Effect.Rise or Effect.Fall;
}
