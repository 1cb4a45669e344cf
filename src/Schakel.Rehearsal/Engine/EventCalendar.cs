using System.Numerics;
using System.Runtime.CompilerServices;

namespace Schakel.Rehearsal.Engine;

// How it works. Time is whole minutes, and a person's next event is nearly always on another day. So there are three levels,
// each cheaper than a heap over everything that is due:
//   1. later days: one list a day, written in the order of scheduling into chunks of 32 events from a shared pool. Scheduling
//      is an append; nothing is compared.
//   2. today: when a day begins its chunks are read once, in order, and dealt out over 1,440 lists, one a minute. A bitmap finds
//      the next minute in use. What is scheduled for later today is appended to its minute.
//   3. this minute: when a minute begins its events become keys of 64 bits (phase, entity, order of scheduling) and are sorted;
//      the order makes each key unique, so that the sort needs no stability, and it finds the tag again. What is scheduled
//      for this very minute goes to a small heap of the same keys, and the smaller of the two heads is next.
// Chunks and list nodes are reused; arrays only grow. After the first busiest day nothing is allocated.

/// <summary>What is due and when (agenda van gebeurtenissen): hands out scheduled events in a fixed order.</summary>
/// <remarks>
/// The order is (minute, phase, entity, order of scheduling), the same on every machine. Not safe for several threads:
/// a replication has its own. Memory: 16 bytes an event that is due, in chunks of 32 a day.
/// </remarks>
public sealed class EventCalendar
{
    /// <summary>The highest phase within a minute.</summary>
    public const int MaxPhase = 31;

    /// <summary>The longest horizon in days; over 4,000 years, so that minutes stay within an <see cref="int"/>.</summary>
    public const int MaxHorizonDays = int.MaxValue / MinutesPerDay;

    private const int MinutesPerDay = 1440;
    private const int ChunkBits = 5;
    private const int ChunkSize = 1 << ChunkBits;
    private const int OrderBits = 27;
    private const int MaxInOneMinute = 1 << OrderBits;
    private const int PhaseShift = 59;
    private const int InsertionSortLimit = 20;
    private const int None = -1;

    private readonly int _horizon;

    // Later days.
    private readonly int[] _firstChunk;
    private readonly int[] _writeAt; // The next free slot of the day's last chunk; a multiple of the chunk's size when it is full.
    private ScheduledEvent[] _slots;
    private int[] _nextChunk;
    private int _freeChunk = None;
    private int _chunksUsed;

    // Today.
    private readonly int[] _firstOfMinute = new int[MinutesPerDay];
    private readonly int[] _lastOfMinute = new int[MinutesPerDay];
    private readonly ulong[] _minutesInUse = new ulong[(MinutesPerDay + 63) / 64];
    private Node[] _nodes;
    private int _freeNode = None;
    private int _nodesUsed;
    private int _today;
    private int _todayStart;

    // This minute.
    private int _openMinute = None;
    private ulong[] _sorted = new ulong[64];
    private int _sortedCount;
    private int _cursor;
    private ulong[] _late = new ulong[64];
    private int _lateCount;
    private int[] _tags = new int[64];
    private int _tagCount;

    /// <summary>An empty calendar at minute 0.</summary>
    /// <param name="horizonDays">Days that can be simulated, 1 to <see cref="MaxHorizonDays"/>; events from its end on are dropped.</param>
    /// <param name="expectedLive">How many events are expected to be due at a time; only saves growing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is under 1 or over the longest, or the expectation is negative.</exception>
    public EventCalendar(int horizonDays, int expectedLive = 1 << 16)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(horizonDays);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(horizonDays, MaxHorizonDays);
        ArgumentOutOfRangeException.ThrowIfNegative(expectedLive);
        _horizon = horizonDays * MinutesPerDay;
        _firstChunk = new int[horizonDays];
        _writeAt = new int[horizonDays];
        var chunks = (Math.Min(expectedLive, 1 << 24) / ChunkSize) + Math.Min(horizonDays, 4096);
        _slots = new ScheduledEvent[chunks * ChunkSize];
        _nextChunk = new int[chunks];
        _nodes = new Node[1024];
        Clear();
    }

    /// <summary>The minute of the event handed out last; 0 before the first.</summary>
    public int Now { get; private set; }

    /// <summary>The minute at which everything ends; the first minute that is not simulated.</summary>
    public int Horizon => _horizon;

    /// <summary>Events that are due: scheduled within the horizon and not yet handed out.</summary>
    public int Live { get; private set; }

    /// <summary>Events handed out since the start.</summary>
    public long Executed { get; private set; }

    /// <summary>Events dropped because they fell at or beyond the horizon.</summary>
    public long Dropped { get; private set; }

    /// <summary>Back to an empty calendar at minute 0, keeping its memory: the next replication allocates nothing.</summary>
    public void Clear()
    {
        Array.Fill(_firstChunk, None);
        Array.Clear(_writeAt);
        Array.Clear(_minutesInUse);
        (_freeChunk, _chunksUsed) = (None, 0);
        (_freeNode, _nodesUsed) = (None, 0);
        (_today, _todayStart, _openMinute) = (0, 0, None);
        (_sortedCount, _cursor, _lateCount, _tagCount) = (0, 0, 0, 0);
        (Now, Live, Executed, Dropped) = (0, 0, 0, 0);
    }

    /// <summary>Schedules an event.</summary>
    /// <param name="minute">Minutes since the start, <see cref="Now"/> or later; at or beyond <see cref="Horizon"/> it is dropped and counted.</param>
    /// <param name="phase">Order within the minute, 0 to <see cref="MaxPhase"/>.</param>
    /// <param name="entity">Whom it happens to; any number, lower ones first within a phase.</param>
    /// <param name="tag">What happens; carried along.</param>
    /// <remarks>For this very minute, in a phase already past, it is handed out next: a calendar does not look back.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The minute lies before <see cref="Now"/>, or the phase outside its range.</exception>
    public void Schedule(int minute, int phase, int entity, int tag)
    {
        if (minute < Now || phase is < 0 or > MaxPhase)
        {
            Refuse(minute, phase, entity, tag);
        }

        if (minute >= _horizon)
        {
            Dropped++;
            return;
        }

        unchecked
        {
            Live++;
            var minuteOfDay = (uint)(minute - _todayStart);
            if (minuteOfDay >= MinutesPerDay)
            {
                AddToDay((int)((uint)minute / MinutesPerDay), new ScheduledEvent(minute, phase, entity, tag));
            }
            else if (minute == _openMinute)
            {
                AddToThisMinute(KeyOf(phase, entity), tag);
            }
            else
            {
                AddToToday((int)minuteOfDay, phase, entity, tag);
            }
        }
    }

    /// <summary>Takes the next event and moves <see cref="Now"/> to it.</summary>
    /// <param name="next">The event; the default value when there is none.</param>
    /// <returns>False when nothing is due within the horizon; what is scheduled afterwards can still be taken.</returns>
    public bool TryNext(out ScheduledEvent next)
    {
        if (_cursor == _sortedCount && _lateCount == 0 && !OpenNextMinute())
        {
            next = default;
            return false;
        }

        unchecked
        {
            var key = _lateCount > 0 && (_cursor == _sortedCount || _late[0] < _sorted[_cursor])
                ? TakeLate()
                : _sorted[_cursor++];
            Live--;
            Executed++;
            next = new ScheduledEvent(
                Now,
                (int)(key >> PhaseShift),
                (int)((uint)(key >> OrderBits) ^ 0x8000_0000u),
                _tags[(int)key & (MaxInOneMinute - 1)]);
            return true;
        }
    }

    // Entities are shifted so that negative numbers come first, as among integers; the lowest bits wait for the order.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong KeyOf(int phase, int entity) =>
        unchecked(((ulong)(uint)phase << PhaseShift) | ((ulong)((uint)entity ^ 0x8000_0000u) << OrderBits));

    private void AddToDay(int day, ScheduledEvent scheduled)
    {
        unchecked
        {
            var at = _writeAt[day];
            if ((at & (ChunkSize - 1)) == 0)
            {
                at = StartChunk(day, at);
            }

            _slots[at] = scheduled;
            _writeAt[day] = at + 1;
        }
    }

    private int StartChunk(int day, int full)
    {
        var chunk = _freeChunk;
        if (chunk != None)
        {
            _freeChunk = _nextChunk[chunk];
        }
        else
        {
            chunk = _chunksUsed++;
            if (chunk == _nextChunk.Length)
            {
                Array.Resize(ref _nextChunk, chunk * 2);
                Array.Resize(ref _slots, chunk * 2 * ChunkSize);
            }
        }

        _nextChunk[chunk] = None;
        if (_firstChunk[day] == None)
        {
            _firstChunk[day] = chunk;
        }
        else
        {
            _nextChunk[(full >> ChunkBits) - 1] = chunk;
        }

        return chunk << ChunkBits;
    }

    private void AddToToday(int minuteOfDay, int phase, int entity, int tag)
    {
        unchecked
        {
            var at = _freeNode;
            if (at != None)
            {
                _freeNode = _nodes[at].Next;
            }
            else
            {
                at = _nodesUsed++;
                if (at == _nodes.Length)
                {
                    Array.Resize(ref _nodes, at * 2);
                }
            }

            _nodes[at] = new Node { Next = None, Phase = phase, Entity = entity, Tag = tag };
            ref var word = ref _minutesInUse[minuteOfDay >> 6];
            var bit = 1UL << (minuteOfDay & 63);
            if ((word & bit) == 0)
            {
                word |= bit;
                _firstOfMinute[minuteOfDay] = at;
            }
            else
            {
                _nodes[_lastOfMinute[minuteOfDay]].Next = at;
            }

            _lastOfMinute[minuteOfDay] = at;
        }
    }

    private void AddToThisMinute(ulong key, int tag)
    {
        unchecked
        {
            var order = KeepTag(tag);
            if (_lateCount == _late.Length)
            {
                Array.Resize(ref _late, _lateCount * 2);
            }

            var heap = _late;
            var at = _lateCount++;
            key |= (uint)order;
            while (at > 0)
            {
                var parent = (at - 1) >> 1;
                if (heap[parent] < key)
                {
                    break;
                }

                heap[at] = heap[parent];
                at = parent;
            }

            heap[at] = key;
        }
    }

    private ulong TakeLate()
    {
        unchecked
        {
            var heap = _late;
            var top = heap[0];
            var count = --_lateCount;
            var moving = heap[count];
            var at = 0;
            for (var child = 1; child < count; child = (at * 2) + 1)
            {
                if (child + 1 < count && heap[child + 1] < heap[child])
                {
                    child++;
                }

                if (moving < heap[child])
                {
                    break;
                }

                heap[at] = heap[child];
                at = child;
            }

            heap[at] = moving;
            return top;
        }
    }

    private int KeepTag(int tag)
    {
        var order = _tagCount++;
        if (order == _tags.Length)
        {
            if (order == MaxInOneMinute)
            {
                throw new InvalidOperationException(FormattableString.Invariant(
                    $"Minute {Now} has more than {MaxInOneMinute} events: the model schedules without letting time pass."));
            }

            Array.Resize(ref _tags, order * 2);
        }

        _tags[order] = tag;
        return order;
    }

    private bool OpenNextMinute()
    {
        var minuteOfDay = NextMinuteInUse();
        if (minuteOfDay == None)
        {
            if (!OpenNextDay())
            {
                return false;
            }

            minuteOfDay = NextMinuteInUse();
        }

        unchecked
        {
            _minutesInUse[minuteOfDay >> 6] &= ~(1UL << (minuteOfDay & 63));
            Now = _openMinute = _todayStart + minuteOfDay;
            (_tagCount, _sortedCount, _cursor) = (0, 0, 0);
            for (var at = _firstOfMinute[minuteOfDay]; at != None;)
            {
                ref var node = ref _nodes[at];
                var order = KeepTag(node.Tag);
                if (order == _sorted.Length)
                {
                    Array.Resize(ref _sorted, order * 2);
                }

                _sorted[order] = KeyOf(node.Phase, node.Entity) | (uint)order;
                var following = node.Next;
                node.Next = _freeNode;
                _freeNode = at;
                at = following;
            }

            _sortedCount = _tagCount;
            Sort(_sorted.AsSpan(0, _sortedCount));
            return true;
        }
    }

    private int NextMinuteInUse()
    {
        for (var word = _openMinute <= _todayStart ? 0 : (_openMinute - _todayStart) >> 6; word < _minutesInUse.Length; word++)
        {
            if (_minutesInUse[word] != 0)
            {
                return (word << 6) + BitOperations.TrailingZeroCount(_minutesInUse[word]);
            }
        }

        return None;
    }

    private bool OpenNextDay()
    {
        var day = _today + 1;
        while (day < _firstChunk.Length && _firstChunk[day] == None)
        {
            day++;
        }

        if (day >= _firstChunk.Length)
        {
            return false;
        }

        _today = day;
        _todayStart = day * MinutesPerDay;

        // Every node is free now; taking them from the start again puts the day's events side by side in memory.
        (_freeNode, _nodesUsed) = (None, 0);
        unchecked
        {
            var end = _writeAt[day];
            for (var chunk = _firstChunk[day]; chunk != None;)
            {
                var following = _nextChunk[chunk];
                var from = chunk << ChunkBits;
                var to = following == None ? end : from + ChunkSize;
                foreach (ref readonly var due in _slots.AsSpan(from, to - from))
                {
                    AddToToday(due.Minute - _todayStart, due.Phase, due.Entity, due.Tag);
                }

                _nextChunk[chunk] = _freeChunk;
                _freeChunk = chunk;
                chunk = following;
            }
        }

        _firstChunk[day] = None;
        return true;
    }

    private static void Sort(Span<ulong> keys)
    {
        if (keys.Length > InsertionSortLimit)
        {
            keys.Sort();
            return;
        }

        unchecked
        {
            for (var i = 1; i < keys.Length; i++)
            {
                var key = keys[i];
                var at = i - 1;
                while (at >= 0 && keys[at] > key)
                {
                    keys[at + 1] = keys[at];
                    at--;
                }

                keys[at + 1] = key;
            }
        }
    }

    private void Refuse(int minute, int phase, int entity, int tag) =>
        throw (phase is < 0 or > MaxPhase
            ? new ArgumentOutOfRangeException(nameof(phase), phase, FormattableString.Invariant(
                $"Phase {phase} is outside 0 to {MaxPhase} (minute {minute}, entity {entity}, tag {tag})."))
            : new ArgumentOutOfRangeException(nameof(minute), minute, FormattableString.Invariant(
                $"Minute {minute} lies before now, minute {Now} (phase {phase}, entity {entity}, tag {tag}).")));

    private struct Node
    {
        public int Next;
        public int Phase;
        public int Entity;
        public int Tag;
    }
}
