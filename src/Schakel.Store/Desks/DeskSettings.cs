using Schakel.Norms;
using Schakel.Store.Rows;

namespace Schakel.Store.Desks;

/// <summary>What the desk decides by (inrichting).</summary>
/// <param name="LawOn">The law under which acts of a day are decided.</param>
/// <param name="Clock">The chain's date.</param>
/// <param name="Time">Real time, for when something was recorded.</param>
public sealed record DeskSettings(Func<Day, Law> LawOn, IChainClock Clock, TimeProvider Time)
{
    /// <summary>Open next steps of a file; without it no steps are kept.</summary>
    public StepsOf? StepsOf { get; init; }

    /// <summary>Told how far the rows of data that an older program left, or a bulk that ended halfway, are made anew: from 0 to 1. At full scale that takes a minute or more.</summary>
    public Action<double>? MakingRows { get; init; }

    /// <summary>Most streams kept in memory.</summary>
    public int MostCached { get; init; } = 400_000;

    /// <summary>Most acts in one transaction.</summary>
    public int MostTogether { get; init; } = 256;

    /// <summary>Most acts that wait; beyond it the desk says that it is busy.</summary>
    public int MostWaiting { get; init; } = 10_000;
}
