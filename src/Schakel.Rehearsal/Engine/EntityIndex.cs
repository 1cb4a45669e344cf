namespace Schakel.Rehearsal.Engine;

// Where each entity of a queue is kept: entity → slot, open addressing with linear probing. Removal moves followers back instead
// of leaving marks, so that a queue through which millions pass never slows down or grows. Memory follows the queue's
// own longest length, not the largest entity number: a country has hundreds of queues and hundreds of thousands of people.
internal sealed class EntityIndex
{
    private const int Empty = -1;

    private Entry[] _entries;
    private int _mask;
    private int _count;

    public EntityIndex(int expected)
    {
        var size = 16;
        while (size < (long)expected * 2 && size < 1 << 30)
        {
            size <<= 1;
        }

        _entries = NewEntries(size);
        _mask = size - 1;
    }

    /// <summary>The slot of an entity, or −1.</summary>
    public int Find(int entity)
    {
        unchecked
        {
            for (var at = Home(entity); ; at = (at + 1) & _mask)
            {
                ref readonly var entry = ref _entries[at];
                if (entry.Slot == Empty || entry.Entity == entity)
                {
                    return entry.Slot;
                }
            }
        }
    }

    /// <summary>Adds an entity that is not there yet.</summary>
    public void Add(int entity, int slot)
    {
        unchecked
        {
            if ((_count + 1) * 2 > _entries.Length)
            {
                Grow();
            }

            _count++;
            Put(entity, slot);
        }
    }

    /// <summary>Removes an entity and gives its slot, or −1 when it is not there.</summary>
    public int Remove(int entity)
    {
        unchecked
        {
            var at = Home(entity);
            while (_entries[at].Entity != entity || _entries[at].Slot == Empty)
            {
                if (_entries[at].Slot == Empty)
                {
                    return Empty;
                }

                at = (at + 1) & _mask;
            }

            var slot = _entries[at].Slot;
            _count--;

            // A follower may fill the hole unless its home lies after the hole.
            for (var next = (at + 1) & _mask; _entries[next].Slot != Empty; next = (next + 1) & _mask)
            {
                var fromHome = (next - Home(_entries[next].Entity)) & _mask;
                var fromHole = (next - at) & _mask;
                if (fromHome >= fromHole)
                {
                    _entries[at] = _entries[next];
                    at = next;
                }
            }

            _entries[at].Slot = Empty;
            return slot;
        }
    }

    public void Clear()
    {
        foreach (ref var entry in _entries.AsSpan())
        {
            entry.Slot = Empty;
        }

        _count = 0;
    }

    private int Home(int entity) => unchecked((int)(((uint)entity * 0x9E37_79B1u) >> 7) & _mask);

    private void Put(int entity, int slot)
    {
        unchecked
        {
            var at = Home(entity);
            while (_entries[at].Slot != Empty)
            {
                at = (at + 1) & _mask;
            }

            _entries[at] = new Entry { Entity = entity, Slot = slot };
        }
    }

    private void Grow()
    {
        var old = _entries;
        _entries = NewEntries(old.Length * 2);
        _mask = _entries.Length - 1;
        foreach (var entry in old)
        {
            if (entry.Slot != Empty)
            {
                Put(entry.Entity, entry.Slot);
            }
        }
    }

    private static Entry[] NewEntries(int size)
    {
        var entries = new Entry[size];
        Array.Fill(entries, new Entry { Slot = Empty });
        return entries;
    }

    private struct Entry
    {
        public int Entity;
        public int Slot;
    }
}
