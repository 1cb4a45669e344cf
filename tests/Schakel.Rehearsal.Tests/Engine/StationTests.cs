using CsCheck;
using Schakel.Rehearsal.Engine;

namespace Schakel.Rehearsal.Tests.Engine;

public sealed class StationTests
{
    [Fact]
    public void Littles_law_holds_to_the_minute_on_every_station_of_a_line()
    {
        // Waiting is counted by person in three ways, and by minute in one: all are equal, whatever happens on the way.
        var station = Gen.Select(Gen.Int[0, 6], Gen.Int[0, 12], Gen.Int[0, 400]);
        Gen.Select(station.Array[1, 4], Gen.Int[0, 1000], Gen.Int[1, 30], Gen.Bool).Sample((line, replication, days, disturbed) =>
        {
            var trial = new QueueTrial(
                replication,
                days,
                QuantileTable.Exponential(40, 100_000),
                Array.ConvertAll(line, s => (new Station(s.Item1, s.Item2), QuantileTable.Uniform(0, s.Item3))))
            {
                KeyOf = customer => customer % 3,
                Disturb = disturbed ? Disturb : null,
            }.Run();
            for (var i = 0; i < line.Length; i++)
            {
                var s = trial.Stations[i];
                var waited = trial.TotalWait(i);
                Assert.Equal(waited, s.QueueMinutes(trial.Horizon));
                Assert.Equal(waited, s.WaitOfAll(trial.Horizon));
                Assert.Equal(trial.TotalService[i], s.BusyMinutes(trial.Horizon));
                Assert.Equal(s.Arrivals, s.Started + s.Refusals + s.Reneged + s.Waiting);
                Assert.Equal(s.Started, s.Departures + s.Busy);
            }
        }, iter: 500);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_replication_does_not()
    {
        static byte[] Trace(int replication)
        {
            using var bytes = new MemoryStream();
            using var writer = new BinaryWriter(bytes);
            var trial = new QueueTrial(
                replication,
                400,
                QuantileTable.Exponential(55, 100_000),
                (new Station(2), QuantileTable.LogNormal(90, 0.5, 10_000)),
                (new Station(1), QuantileTable.Gamma(45, 2, 10_000)))
            {
                Disturb = (t, minute, entity) =>
                {
                    writer.Write(minute);
                    writer.Write(entity);
                    writer.Write(t.Stations[0].Waiting);
                    writer.Write(t.Stations[1].WaitOfAll(minute));
                },
            };
            trial.Run();
            return bytes.ToArray();
        }

        var first = Trace(1);
        Assert.True(first.Length > 100_000);
        Assert.Equal(first, Trace(1));
        Assert.NotEqual(first, Trace(2));
    }

    [Fact]
    public void Without_arrivals_nothing_happens()
    {
        var trial = new QueueTrial(0, 10, QuantileTable.Uniform(100_000, 100_000), (new Station(3), QuantileTable.Uniform(5, 5))).Run();
        Assert.Equal((0L, 0L, 0L), (
            trial.Stations[0].Arrivals,
            trial.Stations[0].QueueMinutes(trial.Horizon),
            trial.Stations[0].BusyMinutes(trial.Horizon)));
    }

    [Fact]
    public void Without_servers_everyone_waits_till_the_end()
    {
        var trial = new QueueTrial(0, 10, QuantileTable.Uniform(100, 100), (new Station(0), QuantileTable.Uniform(5, 5))).Run();

        // Arrivals at 100, 200 … 14,300: who comes at 100·n waits 14,400 − 100·n.
        Assert.Equal(143, trial.Stations[0].Waiting);
        Assert.Equal(Enumerable.Range(1, 143).Sum(n => 14_400L - (100 * n)), trial.Stations[0].QueueMinutes(trial.Horizon));
        Assert.Equal(0, trial.Stations[0].BusyMinutes(trial.Horizon));
    }

    [Fact]
    public void With_endless_servers_nobody_waits()
    {
        var trial = new QueueTrial(0, 100, QuantileTable.Exponential(1, 100), (new Station(int.MaxValue), QuantileTable.Uniform(0, 9_000))).Run();
        Assert.True(trial.Stations[0].Arrivals > 100_000);
        Assert.Equal(0, trial.Stations[0].QueueMinutes(trial.Horizon));
    }

    [Fact]
    public void More_load_than_capacity_lets_the_queue_grow_by_the_difference()
    {
        var trial = new QueueTrial(0, 100, QuantileTable.Uniform(10, 10), (new Station(1), QuantileTable.Uniform(20, 20))).Run();
        Assert.Equal(trial.Horizon / 20, trial.Stations[0].Waiting, 2.0);
        Assert.Equal(trial.Horizon - 10, trial.Stations[0].BusyMinutes(trial.Horizon));
    }

    [Fact]
    public void Servers_taken_away_finish_what_they_do_and_servers_added_start_at_once()
    {
        var station = new Station(2);
        Assert.Equal(Admission.Served, station.Arrive(1, 0));
        Assert.Equal(Admission.Served, station.Arrive(2, 0));
        Assert.Equal(Admission.Queued, station.Arrive(3, 0));
        station.SetServers(1, 10);
        Assert.Equal(2, station.Busy);
        Assert.False(station.Finish(20, out _));
        station.SetServers(2, 30);
        Assert.True(station.TryStart(30, out var started));
        Assert.Equal((3, 30L), (started, station.TotalWait));
    }

    [Fact]
    public void A_newcomer_does_not_pass_who_waits_for_a_server_just_added()
    {
        var station = new Station(0);
        Assert.Equal(Admission.Queued, station.Arrive(1, 0));
        station.SetServers(1, 5);
        Assert.Equal(Admission.Queued, station.Arrive(2, 5));
        Assert.True(station.TryStart(5, out var started));
        Assert.Equal(1, started);
    }

    [Fact]
    public void Time_does_not_go_back_and_nobody_finishes_who_did_not_start()
    {
        var station = new Station(1);
        station.Arrive(1, 100);
        Assert.Throws<ArgumentOutOfRangeException>(() => station.Arrive(2, 99));
        Assert.False(station.Finish(100, out _));
        Assert.Throws<InvalidOperationException>(() => station.Finish(101, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Station(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Station(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => station.SetServers(-1, 200));
    }

    // Some give up, some servers come and go.
    private static void Disturb(QueueTrial trial, int minute, int entity)
    {
        var index = minute % trial.Stations.Length;
        var station = trial.Stations[index];
        if (minute % 5 == 0 && entity > 3 && station.Renege(entity - 3, minute))
        {
            trial.Left(entity - 3, index, minute);
        }

        if (minute % 11 == 0)
        {
            station.SetServers(minute % 8, minute);
            trial.StartAllPossible(index, minute);
        }
    }
}
