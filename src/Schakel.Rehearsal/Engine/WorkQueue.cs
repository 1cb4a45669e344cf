namespace Schakel.Rehearsal.Engine;

// A binary heap of slots, ordered by (key, ticket). A slot keeps what is known of one who waits, and where it stands in the heap, so that
// sifting touches dense arrays only; the entity's own number is looked up once, on joining and on leaving.

/// <summary>A work queue (werkvoorraad): who waits, in which order of priority, and who is next.</summary>
/// <remarks>
/// The lowest key goes first; within a key, who joined first. Joining, leaving and a change of priority cost O(log n), asking who
/// is next costs nothing. Memory is kept and reused: after the longest queue nothing is allocated. The order is the same
/// on every machine. Not safe for several threads.
/// </remarks>
public sealed class WorkQueue
{
    private readonly EntityIndex _index;
    private Place[] _places; // By slot.
    private int[] _heap;     // Slots.
    private int _freeSlot = -1;
    private int _slotsUsed;
    private long _ticket;

    /// <summary>An empty queue.</summary>
    /// <param name="expected">How many are expected to wait at a time; only saves growing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The expectation is negative.</exception>
    public WorkQueue(int expected = 16)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(expected);
        var size = Math.Max(16, expected);
        _index = new EntityIndex(size);
        _places = new Place[size];
        _heap = new int[size];
    }

    /// <summary>How many wait.</summary>
    public int Count { get; private set; }

    /// <summary>Joins the queue.</summary>
    /// <param name="entity">Who; not yet in the queue.</param>
    /// <param name="key">The priority; the lowest goes first.</param>
    /// <param name="since">A mark to be given back on leaving, such as the minute of joining.</param>
    /// <exception cref="ArgumentException">The entity waits already.</exception>
    public void Add(int entity, int key, int since = 0)
    {
        if (_index.Find(entity) >= 0)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Entity {entity} waits already; it cannot join with key {key}."), nameof(entity));
        }

        unchecked
        {
            var slot = _freeSlot;
            if (slot >= 0)
            {
                _freeSlot = _places[slot].Position;
            }
            else
            {
                slot = _slotsUsed++;
                if (slot == _places.Length)
                {
                    Array.Resize(ref _places, slot * 2);
                    Array.Resize(ref _heap, slot * 2);
                }
            }

            _places[slot] = new Place { Entity = entity, Key = key, Since = since, Ticket = _ticket++ };
            _index.Add(entity, slot);
            SiftUp(Count++, slot);
        }
    }

    /// <summary>Whether an entity waits.</summary>
    /// <param name="entity">Who.</param>
    /// <returns>True when it does.</returns>
    public bool Contains(int entity) => _index.Find(entity) >= 0;

    /// <summary>Who is next, without taking it.</summary>
    /// <param name="entity">Who; 0 when nobody waits.</param>
    /// <param name="key">Its priority; 0 when nobody waits.</param>
    /// <returns>False when nobody waits.</returns>
    public bool TryPeek(out int entity, out int key)
    {
        (entity, key) = Count == 0 ? (0, 0) : (_places[_heap[0]].Entity, _places[_heap[0]].Key);
        return Count > 0;
    }

    /// <summary>Takes who is next out of the queue.</summary>
    /// <param name="entity">Who; 0 when nobody waits.</param>
    /// <returns>False when nobody waits.</returns>
    public bool TryTake(out int entity) => TryTake(out entity, out _);

    /// <summary>Takes who is next out of the queue.</summary>
    /// <param name="entity">Who; 0 when nobody waits.</param>
    /// <param name="since">The mark given on joining; 0 when nobody waits.</param>
    /// <returns>False when nobody waits.</returns>
    public bool TryTake(out int entity, out int since)
    {
        if (Count == 0)
        {
            (entity, since) = (0, 0);
            return false;
        }

        var slot = _heap[0];
        (entity, since) = (_places[slot].Entity, _places[slot].Since);
        _index.Remove(entity);
        TakeOut(slot);
        return true;
    }

    /// <summary>Leaves the queue, whatever the priority.</summary>
    /// <param name="entity">Who.</param>
    /// <returns>False when it does not wait.</returns>
    public bool Remove(int entity) => Remove(entity, out _);

    /// <summary>Leaves the queue, whatever the priority.</summary>
    /// <param name="entity">Who.</param>
    /// <param name="since">The mark given on joining; 0 when it does not wait.</param>
    /// <returns>False when it does not wait.</returns>
    public bool Remove(int entity, out int since)
    {
        var slot = _index.Remove(entity);
        if (slot < 0)
        {
            since = 0;
            return false;
        }

        since = _places[slot].Since;
        TakeOut(slot);
        return true;
    }

    /// <summary>Changes a priority. Who joined first still goes first within the new key: a change costs nobody their place in time.</summary>
    /// <param name="entity">Who.</param>
    /// <param name="key">The new priority.</param>
    /// <returns>False when it does not wait.</returns>
    public bool Reprioritise(int entity, int key)
    {
        var slot = _index.Find(entity);
        if (slot < 0)
        {
            return false;
        }

        var earlier = key < _places[slot].Key;
        _places[slot].Key = key;
        if (earlier)
        {
            SiftUp(_places[slot].Position, slot);
        }
        else
        {
            SiftDown(_places[slot].Position, slot);
        }

        return true;
    }

    /// <summary>Everyone leaves; memory is kept.</summary>
    public void Clear()
    {
        _index.Clear();
        (_freeSlot, _slotsUsed, _ticket, Count) = (-1, 0, 0, 0);
    }

    private void TakeOut(int slot)
    {
        unchecked
        {
            var at = _places[slot].Position;
            _places[slot].Position = _freeSlot;
            _freeSlot = slot;
            Count--;
            if (at == Count)
            {
                return;
            }

            var moving = _heap[Count];
            if (at > 0 && Precedes(moving, _heap[(at - 1) >> 1]))
            {
                SiftUp(at, moving);
            }
            else
            {
                SiftDown(at, moving);
            }
        }
    }

    private void SiftUp(int at, int slot)
    {
        unchecked
        {
            while (at > 0)
            {
                var parent = (at - 1) >> 1;
                if (!Precedes(slot, _heap[parent]))
                {
                    break;
                }

                Stand(at, _heap[parent]);
                at = parent;
            }

            Stand(at, slot);
        }
    }

    private void SiftDown(int at, int slot)
    {
        unchecked
        {
            for (var child = (at * 2) + 1; child < Count; child = (at * 2) + 1)
            {
                if (child + 1 < Count && Precedes(_heap[child + 1], _heap[child]))
                {
                    child++;
                }

                if (!Precedes(_heap[child], slot))
                {
                    break;
                }

                Stand(at, _heap[child]);
                at = child;
            }

            Stand(at, slot);
        }
    }

    private bool Precedes(int slot, int other)
    {
        ref readonly var a = ref _places[slot];
        ref readonly var b = ref _places[other];
        return a.Key != b.Key ? a.Key < b.Key : a.Ticket < b.Ticket;
    }

    private void Stand(int at, int slot)
    {
        _heap[at] = slot;
        _places[slot].Position = at;
    }

    private struct Place
    {
        public long Ticket;
        public int Entity;
        public int Key;
        public int Since;
        public int Position; // In the heap; of a free slot: the next free slot.
    }
}
