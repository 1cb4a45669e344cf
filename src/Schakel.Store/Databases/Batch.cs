using Schakel.Store.Keys;
using Schakel.Store.Log;
using Schakel.Store.Rows;

namespace Schakel.Store.Databases;

/// <summary>What is written in one transaction (schrijfgroep): events, guards and rows of all acts that are committed together.</summary>
internal sealed class Batch
{
    public List<StoredEvent> Events { get; } = [];

    public List<StreamRow> NewStreams { get; } = [];

    public List<ActRow> Acts { get; } = [];

    public Dictionary<long, FileRow> Files { get; } = [];

    /// <summary>New steps of persons, in the place of the old ones.</summary>
    public Dictionary<long, StepsOfPerson> Steps { get; } = [];

    public Dictionary<int, SiteRow> Sites { get; } = [];

    /// <summary>Who occupies a slot now; null when it came free.</summary>
    public Dictionary<(int Site, int Slot), long?> Slots { get; } = [];

    /// <summary>Hashes of V-numbers that nobody holds any more, or somebody else; taken away before <see cref="TakenNumbers"/> are added.</summary>
    public HashSet<UInt128> FreedNumbers { get; } = [];

    /// <summary>Who holds a V-number now, by its hash; one that is held already is an error.</summary>
    public Dictionary<UInt128, long> TakenNumbers { get; } = [];

    /// <summary>Says whose a V-number is, whoever held it before: for rows that are made anew and not guarded.</summary>
    public void Hold(NumberHeld held)
    {
        FreedNumbers.Add(held.Hash);
        TakenNumbers[held.Hash] = held.Person;
    }

    public bool IsEmpty => Events.Count == 0 && Acts.Count == 0 && Files.Count == 0 && Steps.Count == 0;
}
