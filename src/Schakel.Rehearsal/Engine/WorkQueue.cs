namespace Schakel.Rehearsal.Engine;

// A heap with four children a node, so that the children that are compared lie side by side. Its items carry their order, the key and
// a ticket of joining packed into 64 bits, and a slot; the slot keeps what else is known of one who waits, and where its item
// stands. The entity's own number is looked up once, on joining and on leaving.

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
    private Item[] _heap;
    private int _freeSlot = -1;
    private int _slotsUsed;
    private uint _ticket;

    /// <summary>An empty queue.</summary>
    /// <param name="expected">How many are expected to wait at a time; only saves growing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The expectation is negative.</exception>
    public WorkQueue(int expected = 16)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(expected);
        var size = Math.Max(16, expected);
        _index = new EntityIndex(size);
        _places = new Place[size];
        _heap = new Item[size];
    }

    /// <summary>How many wait.</summary>
    public int Count { get; private set; }

    /// <summary>Joins the queue.</summary>
    /// <param name="entity">Who; not yet in the queue.</param>
    /// <param name="key">The priority; the lowest goes first.</param>
    /// <param name="since">A mark to be given back on leaving, such as the minute of joining.</param>
    /// <exception cref="ArgumentException">The entity waits already.</exception>
    /// <exception cref="InvalidOperationException">Over four milliard have joined since the queue was last empty.</exception>
    public void Add(int entity, int key, int since = 0)
    {
        if (_index.Find(entity) >= 0)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Entity {entity} waits already; it cannot join with key {key}."), nameof(entity));
        }

        if (Count == 0)
        {
            _ticket = 0;
        }
        else if (_ticket == uint.MaxValue)
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"Entity {entity} cannot join: {_ticket} joined since the queue was last empty, which is the limit."));
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

            _places[slot] = new Place { Entity = entity, Since = since };
            _index.Add(entity, slot);
            SiftUp(Count++, new Item { Order = OrderOf(key, _ticket++), Slot = slot });
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
        (entity, key) = Count == 0 ? (0, 0) : (_places[_heap[0].Slot].Entity, KeyOf(_heap[0].Order));
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

        var slot = _heap[0].Slot;
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

        var at = _places[slot].Position;
        var before = _heap[at].Order;
        var moved = new Item { Order = OrderOf(key, unchecked((uint)before)), Slot = slot };
        if (moved.Order < before)
        {
            SiftUp(at, moved);
        }
        else
        {
            SiftDown(at, moved);
        }

        return true;
    }

    /// <summary>Everyone leaves; memory is kept.</summary>
    public void Clear()
    {
        _index.Clear();
        (_freeSlot, _slotsUsed, _ticket, Count) = (-1, 0, 0, 0);
    }

    private static ulong OrderOf(int key, uint ticket) => unchecked(((ulong)((uint)key ^ 0x8000_0000u) << 32) | ticket);

    private static int KeyOf(ulong order) => unchecked((int)((uint)(order >> 32) ^ 0x8000_0000u));

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
            if (at > 0 && moving.Order < _heap[(at - 1) >> 2].Order)
            {
                SiftUp(at, moving);
            }
            else
            {
                SiftDown(at, moving);
            }
        }
    }

    private void SiftUp(int at, Item item)
    {
        unchecked
        {
            while (at > 0)
            {
                var parent = (at - 1) >> 2;
                if (_heap[parent].Order < item.Order)
                {
                    break;
                }

                Stand(at, _heap[parent]);
                at = parent;
            }

            Stand(at, item);
        }
    }

    private void SiftDown(int at, Item item)
    {
        unchecked
        {
            var heap = _heap.AsSpan(0, Count);
            for (var child = (at * 4) + 1; child < heap.Length; child = (at * 4) + 1)
            {
                var least = child;
                var end = Math.Min(child + 4, heap.Length);
                for (var sibling = child + 1; sibling < end; sibling++)
                {
                    if (heap[sibling].Order < heap[least].Order)
                    {
                        least = sibling;
                    }
                }

                if (item.Order < heap[least].Order)
                {
                    break;
                }

                Stand(at, heap[least]);
                at = least;
            }

            Stand(at, item);
        }
    }

    private void Stand(int at, Item item)
    {
        _heap[at] = item;
        _places[item.Slot].Position = at;
    }

    private struct Item
    {
        public ulong Order;
        public int Slot;
    }

    private struct Place
    {
        public int Entity;
        public int Since;
        public int Position; // In the heap; of a free slot: the next free slot.
    }
}
