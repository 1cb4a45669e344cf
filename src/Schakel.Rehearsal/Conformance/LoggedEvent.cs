using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Norms;

namespace Schakel.Rehearsal.Conformance;

/// <summary>An event as a log tells it (gebeurtenis uit een log).</summary>
/// <param name="Number">Its place in the log, from 1.</param>
/// <param name="Day">The day, in the Netherlands.</param>
/// <param name="Minute">The minute of that day.</param>
/// <param name="Stream">In whose history it stands.</param>
/// <param name="Event">What happened.</param>
public readonly record struct LoggedEvent(long Number, Day Day, int Minute, StreamId Stream, ChainEvent Event);

/// <summary>An event that could not happen as the log tells it (geweigerd).</summary>
/// <param name="Told">The event.</param>
/// <param name="Person">Whom it is about; nothing when it is a site's own.</param>
/// <param name="Refusal">Why, with the norm or fact that forbids it.</param>
public sealed record RefusedEvent(LoggedEvent Told, PersonId? Person, Refusal Refusal);

/// <summary>What a judgement of a log found (uitkomst).</summary>
/// <param name="Persons">Persons whose file has at least one event.</param>
/// <param name="Events">Events judged.</param>
/// <param name="RefusedCount">Events that could not happen, or that are missing.</param>
/// <param name="First">The first of them, in order.</param>
/// <param name="ByCode">How many by code.</param>
/// <param name="CommandTypes">Accepted commands by type.</param>
/// <param name="MissingCommandTypes">Types of command that no event stood for, by name.</param>
public sealed record Judgement(
    int Persons, long Events, long RefusedCount, ImmutableArray<RefusedEvent> First, ImmutableSortedDictionary<string, long> ByCode,
    ImmutableSortedDictionary<string, long> CommandTypes, ImmutableArray<string> MissingCommandTypes);
