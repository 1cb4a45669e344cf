using Schakel.Chain;
using Schakel.Store.Acts;
using Schakel.Store.Databases;
using Schakel.Store.Keys;

namespace Schakel.Store.Desks;

// How it works. No two live files have one V-number. A number is held by the file that has it; after a merge by the file that goes on, so
// that nobody else is given it, and after a split by its own file again. An act is looked at as a whole: what its files hold after it,
// against what they held before it. The table is written in the transaction of the events, and its key is the number's hash: were two
// writers ever to decide at once, one of them could not commit.

/// <summary>Guards that a V-number is one person's (bewaking van V-nummers). Only the desk's thread comes here.</summary>
internal sealed class NumberGuard(Database database, NumberHashes hashes)
{
    private readonly List<NumberHeld> _freed = [];
    private readonly List<NumberHeld> _taken = [];

    /// <summary>Decides whether the files that an act changed may hold what they hold after it.</summary>
    /// <param name="files">Files that changed, as they were and as they are after the act.</param>
    /// <param name="stateOf">A file as it is after the act.</param>
    /// <param name="group">What acts of the same group freed and took.</param>
    /// <returns>The file and why not; null when it may, and then <see cref="Keep"/> keeps it.</returns>
    public (long Person, Refusal Why)? Decide(IEnumerable<(long Person, CaseFile Before, CaseFile After)> files, Func<long, CaseFile> stateOf, Batch group)
    {
        _freed.Clear();
        _taken.Clear();
        foreach (var (person, before, after) in files)
        {
            var (held, holds) = (hashes.HeldBy(person, before), hashes.HeldBy(person, after));
            if (held == holds)
            {
                continue;
            }
            if (held is { } was && hashes.HeldBy(was.Person, stateOf(was.Person)) != was)
            {
                _freed.Add(was);
            }
            if (holds is { } now)
            {
                _taken.Add(now);
            }
        }
        foreach (var claim in _taken)
        {
            if (HolderOf(claim.Hash, group) is { } holder && holder != claim.Person && !_freed.Contains(new(claim.Hash, holder)))
            {
                return (claim.Person, ActRefusals.NumberOfAnother.About(new(holder)));
            }
        }
        return null;
    }

    /// <summary>Puts what was decided last into the group.</summary>
    public void Keep(Batch group)
    {
        foreach (var held in _freed)
        {
            group.TakenNumbers.Remove(held.Hash);
            group.FreedNumbers.Add(held.Hash);
        }
        foreach (var held in _taken)
        {
            if (HolderOf(held.Hash, group) != held.Person)
            {
                group.TakenNumbers[held.Hash] = held.Person;
            }
        }
    }

    private long? HolderOf(UInt128 hash, Batch group) =>
        group.TakenNumbers.TryGetValue(hash, out var holder) ? holder
        : group.FreedNumbers.Contains(hash) ? null
        : database.HolderOf(hash);
}
