using Schakel.Chain;

namespace Schakel.Store.Desks;

// Two generations: what is used moves to the young one; when that is full, the old one is dropped and the young one becomes old. What was
// used lately stays, each use costs a lookup or two, and there are never more than twice the limit.

/// <summary>States of streams in memory (voorraad). Bounded and exact: the desk alone writes streams, and reads again what was dropped.</summary>
/// <param name="limit">Most states in a generation.</param>
internal sealed class StreamCache(int limit)
{
    private Dictionary<StreamId, StreamState> _young = [];
    private Dictionary<StreamId, StreamState> _old = [];

    public StreamState? Find(StreamId stream)
    {
        if (_young.TryGetValue(stream, out var state))
        {
            return state;
        }
        if (_old.TryGetValue(stream, out state))
        {
            Keep(stream, state);
            return state;
        }
        return null;
    }

    public void Keep(StreamId stream, StreamState state)
    {
        if (_young.Count >= limit && !_young.ContainsKey(stream))
        {
            (_old, _young) = (_young, []);
        }
        _young[stream] = state;
    }

    public void Drop(StreamId stream)
    {
        _young.Remove(stream);
        _old.Remove(stream);
    }

    public void Clear()
    {
        _young.Clear();
        _old.Clear();
    }
}
