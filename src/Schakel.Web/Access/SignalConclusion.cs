using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Norms;

namespace Schakel.Web.Access;

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
/// <param name="Key">Key of the act by which it was sent, as 32 hexadecimals; absent when it came from a page.</param>
public sealed record SignalNote(LookSignal Signal, SignalOutcome Outcome, string Words, int By, string? Name, DateTimeOffset At, string? Key = null);

/// <summary>How far a signal is (hoe ver een signaal is).</summary>
public enum SignalStanding
{
    /// <summary>Nobody looked into it yet (nieuw).</summary>
    New = 0,
    /// <summary>It is being looked into (wordt uitgezocht).</summary>
    Open,
    /// <summary>It was looked into (afgehandeld).</summary>
    Concluded,
}

/// <summary>A signal as it stands (stand van een signaal).</summary>
/// <param name="Signal">Which one.</param>
/// <param name="Looking">What was unusual.</param>
/// <param name="Notes">That it was looked into, the earliest first.</param>
public sealed record SeenSignal(LookSignal Signal, UnusualLooking Looking, ImmutableArray<SignalNote> Notes)
{
    /// <summary>The last conclusion; absent when nobody looked into it.</summary>
    public SignalNote? Last => Notes.IsEmpty ? null : Notes[^1];

    /// <summary>How far it is, by the last conclusion.</summary>
    public SignalStanding Standing => Last switch { null => SignalStanding.New, { Outcome: SignalOutcome.Open } => SignalStanding.Open, _ => SignalStanding.Concluded };

    /// <summary>Whether it still asks for somebody (open).</summary>
    public bool IsOpen => Standing != SignalStanding.Concluded;
}

/// <summary>What somebody wants to record about a signal (conclusie). Page and interface read it by the same rule.</summary>
/// <param name="Outcome">What is concluded.</param>
/// <param name="Words">On what that rests: on one line, of 1 to <see cref="LongestWords"/> characters.</param>
public sealed record SignalConclusion(SignalOutcome Outcome, string Words)
{
    /// <summary>Field with the outcome.</summary>
    public const string OutcomeField = "uitkomst";

    /// <summary>Field with on what it rests.</summary>
    public const string WordsField = "toelichting";

    /// <summary>Most characters of on what it rests.</summary>
    public const int LongestWords = 1000;

    /// <summary>Reads what was typed or sent.</summary>
    /// <param name="outcome">Word of the outcome, as in the interface; empty when none was chosen.</param>
    /// <param name="words">On what it rests.</param>
    /// <returns>The conclusion; null with what is wrong, by field.</returns>
    public static (SignalConclusion? Conclusion, ImmutableArray<(string Field, Text Wrong)> Faults) Read(string outcome, string words)
    {
        var (faults, typed) = (ImmutableArray.CreateBuilder<(string, Text)>(), TypedText.Cut(words));
        if (!Api.Words.TryValue<SignalOutcome>(outcome, out var chosen))
        {
            faults.Add((OutcomeField, new("Kies wat de uitkomst is.", "Choose what the outcome is.")));
        }
        if (typed.Length == 0)
        {
            faults.Add((WordsField, new("Schrijf kort op waar de uitkomst op rust.", "Write in short on what the outcome rests.")));
        }
        if (typed.Length > LongestWords)
        {
            faults.Add((WordsField, new($"Houd het korter: hooguit {LongestWords} tekens; dit zijn er {words.Length}.", $"Keep it shorter: at most {LongestWords} characters; these are {words.Length}.")));
        }
        return (faults.Count == 0 ? new(chosen, typed) : null, faults.ToImmutable());
    }
}

/// <summary>What came of a conclusion about a signal (uitkomst van het vastleggen).</summary>
public abstract record ConcludeResult
{
    private ConcludeResult()
    {
    }

    /// <summary>It is kept.</summary>
    /// <param name="Note">As it is kept.</param>
    /// <param name="Repeated">It was kept before: it was sent twice.</param>
    public sealed record Done(SignalNote Note, bool Repeated) : ConcludeResult;

    /// <summary>There is no such signal.</summary>
    public sealed record Unknown : ConcludeResult;

    /// <summary>The signal is about whoever concludes: somebody else does that.</summary>
    public sealed record AboutOneself : ConcludeResult;

    /// <summary>A rule stands in the way.</summary>
    /// <param name="Why">Which.</param>
    public sealed record Refused(Refusal Why) : ConcludeResult;
}
