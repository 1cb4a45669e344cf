using System.Collections.Immutable;
using Schakel.Chain;
using Schakel.Norms;

namespace Schakel.Store.Acts;

/// <summary>
/// What someone does (handeling): one or more commands, of which all happen or none. Commands that go with a command on a file
/// (<see cref="Companions"/>) are added by the desk and are not given here.
/// </summary>
/// <param name="Key">The key under which the act is done once.</param>
/// <param name="Doer">Who acts.</param>
/// <param name="Purpose">For which purpose.</param>
/// <param name="OccurredOn">The day it is done; not after the chain's today.</param>
/// <param name="Commands">The commands with their addresses, in order; later ones see the events of earlier ones.</param>
public sealed record Act(ActKey Key, Doer Doer, Purpose Purpose, Day OccurredOn, ImmutableArray<Addressed> Commands)
{
    /// <summary>Most commands in one act.</summary>
    public const int MostCommands = 1000;

    /// <summary>Longest ground, in characters.</summary>
    public const int LongestGround = 500;

    /// <summary>Why, in a short text; absent when the command says it. Stored sealed with the person's key, as it may be about a person.</summary>
    public string? Ground { get; init; }

    /// <summary>
    /// What the sender asked, when the commands follow from it and from what stood in the log then (gevraagd), as for a household: the same
    /// key with the same question is a repetition, whatever the commands would be now. Absent when the commands are the question.
    /// </summary>
    public string? Asked { get; init; }

    /// <summary>Versions that the sender has seen (If-Match): the act is stale when a stream has another one.</summary>
    public ImmutableArray<ExpectedVersion> Expected { get; init; } = [];
}

/// <summary>The version of a stream that the sender of an act has seen (verwachte versie).</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Version">Its version; zero when it has no events.</param>
public readonly record struct ExpectedVersion(StreamId Stream, int Version);
