using System.Collections.Immutable;

namespace Schakel.Web.Access;

/// <summary>Which signal is meant (aanduiding van een signaal): who looked, on which day, and why it is unusual.</summary>
/// <param name="Day">The day (UTC).</param>
/// <param name="Function">Code of the function.</param>
/// <param name="Number">Number of who looked.</param>
/// <param name="Kind">Why it is unusual.</param>
public sealed record LookSignal(DateOnly Day, string Function, int Number, UnusualKind Kind);

/// <summary>What somebody concluded about a signal (uitkomst). No outcome judges the person who looked: what follows for them is not decided here.</summary>
public enum SignalOutcome
{
    /// <summary>It is being looked into (wordt uitgezocht).</summary>
    Open = 0,
    /// <summary>The looking belonged to the work (hoorde bij het werk).</summary>
    Explained,
    /// <summary>It was talked over with whoever looked and their manager (besproken).</summary>
    TalkedOver,
    /// <summary>It was passed on as a possible breach of data (mogelijk datalek; AVG 33).</summary>
    PassedOn,
}

/// <summary>That a signal was looked into (aantekening bij een signaal): by a named person, never changed and never taken away.</summary>
/// <param name="Signal">The signal.</param>
/// <param name="Outcome">What was concluded.</param>
/// <param name="Words">On what that rests, in one's own words.</param>
/// <param name="By">Number of who concluded it.</param>
/// <param name="Name">Their name, as it was known.</param>
/// <param name="At">When.</param>
public sealed record SignalNote(LookSignal Signal, SignalOutcome Outcome, string Words, int By, string? Name, DateTimeOffset At);

/// <summary>A signal as it stands (stand van een signaal).</summary>
/// <param name="Signal">Which one.</param>
/// <param name="Looking">What was unusual.</param>
/// <param name="Notes">That it was looked into, the earliest first.</param>
public sealed record SeenSignal(LookSignal Signal, UnusualLooking Looking, ImmutableArray<SignalNote> Notes)
{
    /// <summary>The last conclusion; absent when nobody looked into it.</summary>
    public SignalNote? Last => Notes.IsEmpty ? null : Notes[^1];

    /// <summary>Whether it still asks for somebody (open).</summary>
    public bool IsOpen => Last is not { Outcome: not SignalOutcome.Open };
}

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

    /// <summary>Adds that a signal was looked into. The same conclusion by the same person, sent twice, is kept once.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="outcome">What was concluded.</param>
    /// <param name="words">On what that rests.</param>
    /// <param name="caller">Who concluded it.</param>
    /// <returns>Whether it is kept; not when the day has as many conclusions as it may have.</returns>
    public bool Conclude(LookSignal signal, SignalOutcome outcome, string words, Caller caller) =>
        shelf.Add(new(signal, outcome, words, caller.Number, caller.Name, log.Now));

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
