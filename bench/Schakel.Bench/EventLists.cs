using Schakel.Rehearsal.Engine;

namespace Schakel.Bench;

// What a model asks of an event list. Both are structs, so that the model is compiled for each of them without indirect calls.
internal interface IEventList
{
    int Live { get; }

    void Schedule(int minute, int phase, int entity, int tag);

    bool TryNext(out ScheduledEvent next);
}

internal readonly struct OwnCalendar(int days, int expectedLive) : IEventList
{
    private readonly EventCalendar _calendar = new(days, expectedLive);

    public int Live => _calendar.Live;

    public void Schedule(int minute, int phase, int entity, int tag) => _calendar.Schedule(minute, phase, entity, tag);

    public bool TryNext(out ScheduledEvent next) => _calendar.TryNext(out next);
}

// .NET's own priority queue at its best: one packed key of 64 bits (27 of the minute, 5 of the phase, 20 of the entity, 12 of the order
// of scheduling, since the queue itself breaks ties at random), the room reserved beforehand, the default comparer of ulong.
internal struct PackedPriorityQueue(int days, int expectedLive) : IEventList
{
    private readonly PriorityQueue<(int Entity, int Tag), ulong> _queue = new(expectedLive);
    private readonly int _horizon = days * 1440;
    private uint _sequence;

    public readonly int Live => _queue.Count;

    public void Schedule(int minute, int phase, int entity, int tag)
    {
        if (minute >= _horizon)
        {
            return;
        }

        unchecked
        {
            var key = ((ulong)(uint)minute << 37) | ((ulong)(uint)phase << 32) | ((ulong)(uint)entity << 12) | (_sequence++ & 0xFFF);
            _queue.Enqueue((entity, tag), key);
        }
    }

    public readonly bool TryNext(out ScheduledEvent next)
    {
        if (!_queue.TryDequeue(out var what, out var key))
        {
            next = default;
            return false;
        }

        next = unchecked(new ScheduledEvent((int)(key >> 37), (int)(key >> 32) & 31, what.Entity, what.Tag));
        return true;
    }
}
