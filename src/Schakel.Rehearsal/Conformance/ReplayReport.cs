using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Rehearsal.Steps;

namespace Schakel.Rehearsal.Conformance;

/// <summary>An event made by a replay, as an exporter gets it (gebeurtenis met envelop).</summary>
/// <param name="Minute">Minutes since the start of the rehearsal.</param>
/// <param name="Stream">In whose history it stands.</param>
/// <param name="Index">Number of the person, household or site in the chain, less one.</param>
/// <param name="Event">What happened.</param>
public readonly record struct RecordedEvent(int Minute, StreamKind Stream, int Index, ChainEvent Event)
{
    /// <summary>The act it came of, counted from 1; events of one act come together. Zero when nobody counted.</summary>
    public long Act { get; init; }

    /// <summary>The command on the person's file, or on the site, that the act was about; absent when nobody told.</summary>
    public Command? Command { get; init; }
}

/// <summary>Takes events as they are made, in order; none is kept by the replay.</summary>
/// <param name="recorded">The event.</param>
public delegate void EventSink(in RecordedEvent recorded);

/// <summary>Steps that were refused for one reason (weigeringen).</summary>
/// <param name="Kind">Kind of step.</param>
/// <param name="Refusal">The refusal of the first of them.</param>
/// <param name="First">The first of them.</param>
/// <param name="Count">How many.</param>
public sealed record RefusedSteps(StepKind Kind, Refusal Refusal, Step First, long Count);

/// <summary>What a replay found (uitkomst van het naspelen).</summary>
/// <param name="Persons">Persons whose file was opened.</param>
/// <param name="Steps">Steps judged.</param>
/// <param name="Commands">Commands decided: a move, for one, is three (the file, the old site, the new one).</param>
/// <param name="Events">Events made.</param>
/// <param name="Refused">Refused steps by kind and code, most frequent first; empty when everything could happen.</param>
/// <param name="Breaches">Recorded breaches by norm.</param>
/// <param name="CommandTypes">Accepted commands by type.</param>
/// <param name="MissingCommandTypes">Types of command that no step stood for, by name.</param>
public sealed record ReplayReport(
    int Persons, long Steps, long Commands, long Events,
    ImmutableArray<RefusedSteps> Refused,
    ImmutableSortedDictionary<string, long> Breaches,
    ImmutableSortedDictionary<string, long> CommandTypes,
    ImmutableArray<string> MissingCommandTypes)
{
    /// <summary>Steps that were refused.</summary>
    public long RefusedCount => Refused.Sum(refused => refused.Count);
}
