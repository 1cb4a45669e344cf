using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Norms;
using Schakel.Store.Acts;

namespace Schakel.Store;

/// <summary>The chain's time where it can be moved (verzetbare tijd): a demonstration, a training. Elsewhere there is none.</summary>
public interface IChainTime : IChainClock
{
    /// <summary>Lets days pass: whatever happens on them happens. Safe to be ended or killed halfway, and to be asked again.</summary>
    /// <param name="days">How many days, 1 to 366.</param>
    /// <param name="cancellation">Ends it between two days.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one day, or more than a year.</exception>
    Task<AdvanceReport> AdvanceAsync(int days, CancellationToken cancellation = default);

    /// <summary>
    /// The same, once for a key: asked again it gives the first answer and lets nothing pass, also after a restart; ended or killed halfway,
    /// it goes on with the days that are left.
    /// </summary>
    /// <param name="days">How many days, 1 to 366.</param>
    /// <param name="key">The key of whoever asks.</param>
    /// <param name="cancellation">Ends it between two days.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one day, or more than a year.</exception>
    Task<AdvanceResult> AdvanceOnceAsync(int days, ActKey key, CancellationToken cancellation = default);
}

/// <summary>What came of letting days pass under a key (uitkomst van een verschuiving).</summary>
public abstract record AdvanceResult
{
    private AdvanceResult()
    {
    }

    /// <summary>They passed.</summary>
    /// <param name="Report">What happened. A repetition tells how many acts were refused, and no more which.</param>
    /// <param name="Repeated">They had passed under this key before.</param>
    public sealed record Passed(AdvanceReport Report, bool Repeated) : AdvanceResult;

    /// <summary>None passed.</summary>
    /// <param name="Why">Why.</param>
    public sealed record Refused(Refusal Why) : AdvanceResult;
}

/// <summary>What happened while days passed (verslag van een verschuiving).</summary>
/// <param name="From">The day it was.</param>
/// <param name="Today">The day it is now.</param>
/// <param name="Acts">Acts done by the people and partners of the demonstration.</param>
/// <param name="Refused">Acts of theirs that were refused: told, never hidden.</param>
/// <param name="First">The first of them.</param>
/// <param name="Redrawn">How often what happens next was drawn anew from the files, because somebody intervened or a year had passed.</param>
/// <param name="ByClock">Lapses that the term watch recorded.</param>
/// <param name="AlreadyByClock">Steps of the clock that the term watch had recorded already, as the law has it.</param>
public sealed record AdvanceReport(Day From, Day Today, int Acts, int Refused, ImmutableArray<RefusedScriptAct> First, int Redrawn, int ByClock, int AlreadyByClock);

/// <summary>An act of the demonstration that was refused (geweigerde handeling).</summary>
/// <param name="Stream">Whose history it was for.</param>
/// <param name="Day">On which day.</param>
/// <param name="Command">The name of the command.</param>
/// <param name="Refusal">Why.</param>
public sealed record RefusedScriptAct(StreamId Stream, Day Day, string Command, Refusal Refusal);
