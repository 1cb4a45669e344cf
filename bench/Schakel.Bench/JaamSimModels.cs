using Schakel.Rehearsal.Engine;

namespace Schakel.Bench;

// The three models by which JaamSim's makers compared simulators in 2014 (sources in bench/README.md), on this engine. Their second
// is our minute, the shortest time the engine knows.
internal static class JaamSimModels
{
    private const int Days = 2_777; // Some 4 million minutes.

    /// <summary>N entities return to a delay of 0 to 2N time units for ever: one event a unit, N events due.</summary>
    public static (long Count, double Proof) Delay(int entities, int days = Days)
    {
        var calendar = new EventCalendar(days, entities);
        var chance = new Chance(3, 0);
        var delay = QuantileTable.Uniform(0, 2 * entities);
        for (var entity = 0; entity < entities; entity++)
        {
            calendar.Schedule(delay.At(chance.Bits((ulong)entity, 0)), 0, entity, 1);
        }

        while (calendar.TryNext(out var next))
        {
            var minute = next.Minute + delay.At(chance.Bits((ulong)next.Entity, 0, next.Tag));
            calendar.Schedule(minute, 0, next.Entity, next.Tag + 1);
        }

        return (calendar.Executed, calendar.Executed / (double)calendar.Horizon);
    }

    /// <summary>A generator makes an entity every time unit, which goes straight to the sink.</summary>
    public static (long Count, double Proof) CreateAndDestroy()
    {
        var calendar = new EventCalendar(Days);
        var rows = new EntityRow[16];
        var (free, made, created, destroyed) = (-1, 0, 0L, 0L);
        calendar.Schedule(0, 0, 0, 0);
        while (calendar.TryNext(out var next))
        {
            // Create: a row from those given back, or a new one, made blank.
            var row = free;
            if (row >= 0)
            {
                free = rows[row].NextFree;
            }
            else
            {
                row = made++;
            }

            rows[row] = new EntityRow { Number = created++, Made = next.Minute };

            // Sink: counted and given back.
            destroyed += rows[row].Made == next.Minute ? 1 : 0;
            rows[row].NextFree = free;
            free = row;
            calendar.Schedule(next.Minute + 1, 0, 0, 0);
        }

        return (destroyed, made);
    }

    /// <summary>Two entities share one server: seize, hold it for a time unit, release, and back to the queue.</summary>
    public static (long Count, double Proof) SeizeAndRelease()
    {
        var calendar = new EventCalendar(Days);
        var server = new Station(1);
        for (var entity = 0; entity < 2; entity++)
        {
            if (server.Arrive(entity, 0) == Admission.Served)
            {
                calendar.Schedule(1, 0, entity, 0);
            }
        }

        while (calendar.TryNext(out var next))
        {
            if (server.Finish(next.Minute, out var follower))
            {
                calendar.Schedule(next.Minute + 1, 0, follower, 0);
            }

            if (server.Arrive(next.Entity, next.Minute) == Admission.Served)
            {
                calendar.Schedule(next.Minute + 1, 0, next.Entity, 0);
            }
        }

        return (server.Departures, server.QueueMinutes(calendar.Now) / (double)calendar.Now);
    }

    private struct EntityRow
    {
        public long Number;
        public int Made;
        public int NextFree;
    }
}
