using System.Collections.Immutable;
using Schakel.Store.Acts;

namespace Schakel.Web.Access;

/// <summary>Which signal is meant (aanduiding van een signaal): who looked, on which day, and why it is unusual.</summary>
/// <param name="Day">The day (UTC).</param>
/// <param name="Function">Code of the function.</param>
/// <param name="Number">Number of who looked.</param>
/// <param name="Kind">Why it is unusual.</param>
public sealed record LookSignal(DateOnly Day, string Function, int Number, UnusualKind Kind);

/// <summary>Signals of unusual looking together with what was concluded about them (inzagesignalen).</summary>
/// <param name="log">The log of looks.</param>
/// <param name="shelf">What was concluded.</param>
public sealed class LookSignals(LookLog log, SignalShelf shelf)
{
    /// <summary>The signals of a stretch of days: what is open first, then the latest day, then the gravest.</summary>
    /// <param name="from">The first day (UTC).</param>
    /// <param name="through">The last day (UTC).</param>
    public ImmutableArray<SeenSignal> Between(DateOnly from, DateOnly through) =>
    [
        .. log.Between(from, through).GroupBy(each => each.Day, each => each.Looked).OrderByDescending(each => each.Key)
            .SelectMany(each => Of(each.Key, [.. each])).OrderByDescending(each => each.IsOpen),
    ];

    /// <summary>One signal; null when there is none such.</summary>
    /// <param name="signal">Which one.</param>
    public SeenSignal? Find(LookSignal signal) => Of(signal.Day, log.On(signal.Day)).FirstOrDefault(each => each.Signal == signal);

    /// <summary>Signals are for the privacy officer alone.</summary>
    /// <param name="caller">Who asks.</param>
    public static bool MayRead(Caller caller) => caller.Function.MainPurpose == LookPurpose.DataProtection;

    /// <summary>Whether a signal is about somebody's own looking.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="caller">Who.</param>
    public static bool IsAbout(LookSignal signal, Caller caller) => signal.Function == caller.Function.Code && signal.Number == caller.Number;

    /// <summary>Adds that a signal was looked into, by somebody who may read signals.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="conclusion">What was concluded.</param>
    /// <param name="caller">Who concluded it.</param>
    /// <param name="key">Key of the act, by which it is known when it is sent again; without one the same conclusion right after is kept once.</param>
    /// <returns>What came of it.</returns>
    public ConcludeResult Conclude(LookSignal signal, SignalConclusion conclusion, Caller caller, ActKey? key) =>
        Find(signal) is null ? new ConcludeResult.Unknown()
        : IsAbout(signal, caller) ? new ConcludeResult.AboutOneself()
        : shelf.Add(new(signal, conclusion.Outcome, conclusion.Words, caller.Number, caller.Name, log.Now, key?.ToString()));

    /// <summary>Today, by which looks are dated (UTC).</summary>
    public DateOnly Today => DateOnly.FromDateTime(log.Now.UtcDateTime);

    /// <summary>The looks behind a signal, the earliest first.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="most">Most to give.</param>
    /// <returns>How many there are in all, and the first of them.</returns>
    public (int Total, ImmutableArray<LookBehind> Looks) Behind(LookSignal signal, int most) => log.Behind(signal, most);

    private IEnumerable<SeenSignal> Of(DateOnly day, ImmutableArray<LooksOfDay> looked)
    {
        var notes = shelf.Of(day).ToLookup(each => each.Signal);
        return UnusualLooks.In(looked).Select(each => (Signal: new LookSignal(day, each.Function, each.Number, each.Kind), Looking: each))
            .Select(each => new SeenSignal(each.Signal, each.Looking, [.. notes[each.Signal]]));
    }
}
