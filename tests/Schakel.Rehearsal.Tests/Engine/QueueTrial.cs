using Schakel.Rehearsal.Engine;

namespace Schakel.Rehearsal.Tests.Engine;

// Customers pass a line of stations, one after the other, on the real calendar, chance and tables. What the stations sum up as they
// go is kept apart from what the trial notes per customer, so that each can check the other.
internal sealed class QueueTrial
{
    private const int Arrival = -1;

    private readonly EventCalendar _calendar;
    private readonly Chance _chance;
    private readonly QuantileTable _between;
    private readonly QuantileTable[] _service;
    private readonly int _horizon;
    private readonly List<int>[] _arrivedAt;
    private readonly List<int>[] _startedAt;
    private int _customers;

    public QueueTrial(int replication, int days, QuantileTable between, params (Station Station, QuantileTable Service)[] line)
    {
        _calendar = new EventCalendar(days);
        _horizon = _calendar.Horizon;
        _chance = new Chance(20240110, replication);
        _between = between;
        Stations = Array.ConvertAll(line, s => s.Station);
        _service = Array.ConvertAll(line, s => s.Service);
        _arrivedAt = Array.ConvertAll(line, _ => new List<int>());
        _startedAt = Array.ConvertAll(line, _ => new List<int>());
        TotalService = new long[line.Length];
    }

    public Station[] Stations { get; }

    /// <summary>Minutes served up to the horizon, summed per customer, by station.</summary>
    public long[] TotalService { get; }

    public int Horizon => _horizon;

    /// <summary>The class of a customer: also the priority at every station.</summary>
    public Func<int, int> KeyOf { get; init; } = _ => 0;

    /// <summary>Called before each event with the minute and an arbitrary number; for disturbances.</summary>
    public Action<QueueTrial, int, int>? Disturb { get; init; }

    public QueueTrial Run()
    {
        _calendar.Schedule(_between.At(_chance.Bits(0, 0)), 1, 0, Arrival);
        while (_calendar.TryNext(out var next))
        {
            Disturb?.Invoke(this, next.Minute, next.Entity);
            if (next.Tag == Arrival)
            {
                _customers = next.Entity + 1;
                Arrive(next.Entity, 0, next.Minute);
                _calendar.Schedule(next.Minute + _between.At(_chance.Bits((ulong)_customers, 0)), 1, _customers, Arrival);
            }
            else
            {
                if (Stations[next.Tag].Finish(next.Minute, out var follower))
                {
                    Start(follower, next.Tag, next.Minute);
                }

                Arrive(next.Entity, next.Tag + 1, next.Minute);
            }
        }

        return this;
    }

    public void StartAllPossible(int station, int minute)
    {
        while (Stations[station].TryStart(minute, out var entity))
        {
            Start(entity, station, minute);
        }
    }

    /// <summary>Marks a customer who left the queue, so that waiting ends there.</summary>
    public void Left(int customer, int station, int minute) => _startedAt[station][customer] = ~minute;

    /// <summary>The mean wait of those who arrived after a tenth of the time, when the start is forgotten, and were served.</summary>
    public double MeanWait(int station, int key = 0)
    {
        var (sum, count) = (0.0, 0);
        for (var customer = 0; customer < _arrivedAt[station].Count; customer++)
        {
            var (arrived, started) = (_arrivedAt[station][customer], _startedAt[station][customer]);
            if (arrived >= _horizon / 10 && started >= 0 && started != int.MaxValue && KeyOf(customer) == key)
            {
                sum += started - arrived;
                count++;
            }
        }

        return sum / count;
    }

    /// <summary>Minutes waited up to the horizon, summed per customer.</summary>
    public long TotalWait(int station)
    {
        var sum = 0L;
        for (var customer = 0; customer < _arrivedAt[station].Count; customer++)
        {
            var started = _startedAt[station][customer];
            var until = started < 0 ? ~started : Math.Min(started, _horizon);
            sum += until - Math.Min(_arrivedAt[station][customer], until);
        }

        return sum;
    }

    private void Arrive(int customer, int station, int minute)
    {
        if (station == Stations.Length)
        {
            return;
        }

        Note(_arrivedAt[station], customer, minute);
        Note(_startedAt[station], customer, int.MaxValue);
        switch (Stations[station].Arrive(customer, minute, KeyOf(customer)))
        {
            case Admission.Served:
                Start(customer, station, minute);
                break;
            case Admission.Refused:
                Left(customer, station, minute);
                break;
            case Admission.Queued:
            default:
                break;
        }
    }

    private void Start(int customer, int station, int minute)
    {
        _startedAt[station][customer] = minute;
        var service = _service[station].At(_chance.Bits((ulong)customer, station + 1));
        TotalService[station] += Math.Min(service, _horizon - minute);
        _calendar.Schedule(minute + service, 0, customer, station);
    }

    // Customers may reach a later station out of order, or never: who was not there arrives at the end of time.
    private static void Note(List<int> list, int customer, int minute)
    {
        while (list.Count <= customer)
        {
            list.Add(int.MaxValue);
        }

        list[customer] = minute;
    }
}
