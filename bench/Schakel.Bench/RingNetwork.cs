using Schakel.Rehearsal.Engine;

namespace Schakel.Bench;

// Twenty stations in a ring, 5,000 servers each, exponential service, 110,000 entities going round: nearly every server is busy, so some
// 100,000 events are due at any time, and some thousands of entities wait, first come, first served.
internal sealed class RingNetwork(int days, double meanService)
{
    public const int StationCount = 20;
    public const int ServersEach = 5_000;
    public const int Entities = 110_000;
    public const int ExpectedLive = StationCount * ServersEach;

    private readonly QuantileTable _service = QuantileTable.Exponential(meanService, int.MaxValue);
    private readonly Chance _chance = new(2, 0);
    private readonly int[] _stationOf = new int[Entities];
    private readonly int[] _visits = new int[Entities];
    private readonly int[] _since = new int[Entities];
    private readonly int[] _behind = new int[Entities];
    private readonly int[] _free = new int[StationCount];
    private readonly int[] _first = new int[StationCount];
    private readonly int[] _last = new int[StationCount];
    private long _started;
    private long _totalWait;
    private long _liveSum;

    public double MeanWait => _totalWait / (double)_started;

    public double MeanLive { get; private set; }

    /// <summary>Runs the ring with the plainest queues there are, so that the event list shows.</summary>
    /// <returns>Events executed, and the mean wait.</returns>
    public (long Events, double MeanWait) Run<TList>(TList list)
        where TList : struct, IEventList
    {
        Array.Fill(_free, ServersEach);
        Array.Fill(_first, -1);
        for (var entity = 0; entity < Entities; entity++)
        {
            Arrive(ref list, entity, entity % StationCount, 0);
        }

        var events = 0L;
        while (list.TryNext(out var next))
        {
            events++;
            if ((events & 1023) == 0)
            {
                _liveSum += list.Live;
            }

            var station = next.Tag;
            _free[station]++;
            var follower = _first[station];
            if (follower >= 0)
            {
                _first[station] = _behind[follower];
                _totalWait += next.Minute - _since[follower];
                Start(ref list, follower, station, next.Minute);
            }

            Arrive(ref list, next.Entity, station + 1 == StationCount ? 0 : station + 1, next.Minute);
        }

        MeanLive = _liveSum / (double)(events >> 10);
        return (events, MeanWait);
    }

    /// <summary>Runs the ring on the engine's own stations, with their statistics and priority queues.</summary>
    /// <returns>Events executed, and the mean wait.</returns>
    public (long Events, double MeanWait) RunOnStations()
    {
        var list = new OwnCalendar(days, ExpectedLive);
        var stations = new Station[StationCount];
        for (var i = 0; i < StationCount; i++)
        {
            stations[i] = new Station(ServersEach);
        }

        for (var entity = 0; entity < Entities; entity++)
        {
            ArriveAt(ref list, stations, entity, entity % StationCount, 0);
        }

        var events = 0L;
        while (list.TryNext(out var next))
        {
            events++;
            if (stations[next.Tag].Finish(next.Minute, out var follower))
            {
                Serve(ref list, follower, next.Tag, next.Minute);
            }

            ArriveAt(ref list, stations, next.Entity, next.Tag + 1 == StationCount ? 0 : next.Tag + 1, next.Minute);
        }

        return (events, stations.Sum(s => s.TotalWait) / (double)stations.Sum(s => s.Started));
    }

    private void ArriveAt(ref OwnCalendar list, Station[] stations, int entity, int station, int minute)
    {
        if (stations[station].Arrive(entity, minute) == Admission.Served)
        {
            Serve(ref list, entity, station, minute);
        }
    }

    private void Arrive<TList>(ref TList list, int entity, int station, int minute)
        where TList : struct, IEventList
    {
        _stationOf[entity] = station;
        if (_free[station] > 0)
        {
            Start(ref list, entity, station, minute);
            return;
        }

        _since[entity] = minute;
        _behind[entity] = -1;
        if (_first[station] < 0)
        {
            _first[station] = entity;
        }
        else
        {
            _behind[_last[station]] = entity;
        }

        _last[station] = entity;
    }

    private void Start<TList>(ref TList list, int entity, int station, int minute)
        where TList : struct, IEventList
    {
        _free[station]--;
        _started++;
        Serve(ref list, entity, station, minute);
    }

    private void Serve<TList>(ref TList list, int entity, int station, int minute)
        where TList : struct, IEventList =>
        list.Schedule(minute + _service.At(_chance.Bits((ulong)entity, station, _visits[entity]++)), 0, entity, station);
}
