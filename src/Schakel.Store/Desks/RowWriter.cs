using Schakel.Chain;
using Schakel.Chain.Reception;
using Schakel.Store.Databases;
using Schakel.Store.Keys;

namespace Schakel.Store.Desks;

/// <summary>Writes the rows of many streams at once: after a bulk, or anew from the log (rijen in bulk).</summary>
/// <param name="settings">What rows are made by.</param>
/// <param name="hashes">Hashes of V-numbers.</param>
/// <param name="states">The streams.</param>
internal sealed class RowWriter(DeskSettings settings, NumberHashes hashes, IReadOnlyDictionary<StreamId, StreamState> states)
{
    private const int Chunk = 4096;

    /// <summary>Writes all rows in transactions of some thousands; doing so again changes nothing.</summary>
    /// <param name="commit">Commits a batch.</param>
    public void WriteAll(Action<Batch> commit)
    {
        var law = settings.LawOn(settings.Clock.Today);
        foreach (var chunk in states.Where(state => !state.Value.Erased).Chunk(Chunk))
        {
            var batch = new Batch();
            var rows = new RowsOfGroup(settings, law, Find, (_, _) => { }) { WithMembers = false, Numbers = hashes };
            rows.Add([.. chunk.Select(state => state.Key)], batch);
            foreach (var (stream, state) in chunk)
            {
                if (state.State is Site site)
                {
                    foreach (var slot in site.FreeSlots)
                    {
                        batch.Slots[((int)stream.Number, slot)] = null;
                    }
                    foreach (var (person, slot) in site.Residents)
                    {
                        batch.Slots[((int)stream.Number, slot)] = person.Value;
                    }
                }
            }
            commit(batch);
        }
    }

    private StreamState Find(StreamId stream) => states.GetValueOrDefault(stream) ?? StreamState.Empty(stream.Kind);
}
