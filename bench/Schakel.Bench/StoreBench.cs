using System.Diagnostics;
using System.Globalization;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Store.Rows;
using Schakel.Store.Verifying;
using Day = Schakel.Norms.Day;

namespace Schakel.Bench;

// The peer is what the database itself can do: one connection that stays open, one prepared statement, one row of the size of an event, one
// commit a row. Ours is an act through the desk: decided by the guards, sealed, chained, with the answer to its key, every row that it changes,
// acknowledged after the sync. What is promised is held against acts that change all rows there are (AllRows); those that change one (OneRow)
// stand beside them, to tell what the rows cost. Rounds alternate; medians. With several waiters the peer on SQLite has still one writer, as
// SQLite has; on PostgreSQL it has as many connections.

/// <summary>Durable acts a second against the same database's raw append; events in bulk.</summary>
internal static class StoreBench
{
    private const int Rounds = 5;
    private const int People = 4000;
    private static readonly Official Reception = new(15, OfficialRoles.ReceptionOfficer);
    private static readonly Day Today = DurableActs.Today;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    /// <summary>Runs the comparisons.</summary>
    /// <param name="postgres">Connection string of an empty database; without it, SQLite only.</param>
    public static int Run(string? postgres) => Figures(postgres).All(figure => figure.Kept) ? 0 : 1;

    /// <summary>The same, as figures with their limits.</summary>
    /// <param name="postgres">Connection string of an empty database; without it, SQLite only.</param>
    public static IReadOnlyList<Figure> Figures(string? postgres)
    {
        var figures = new List<Figure>();
        var folder = Directory.CreateTempSubdirectory("schakel-bench-").FullName;
        try
        {
            Syncs(folder);
            using (var raw = new SqliteRaw(Path.Combine(folder, "raw.db")))
            {
                figures.AddRange(Compare("SQLite", new StorePlace(Path.Combine(folder, "acts")), DurableActs.AllRows, [(1, 0.4), (32, 2)], _ => raw.Append(Round)));
                Compare("SQLite", new StorePlace(Path.Combine(folder, "rows")), DurableActs.OneRow, [(1, 0), (32, 0)], _ => raw.Append(Round));
            }
            if (postgres is not null)
            {
                PostgresRaw.Prepare(postgres);
                figures.AddRange(Compare("PostgreSQL", new StorePlace(Path.Combine(folder, "postgres"), postgres), DurableActs.AllRows, [(1, 0.4), (16, 0.4)], waiters => PostgresRaw.Append(postgres, waiters, Round)));
            }
            figures.Add(Bulk(new StorePlace(Path.Combine(folder, "bulk"))));
            return figures;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Does a number of durable acts one after another, and nothing else: for counting from outside what they ask of the database.</summary>
    public static int RunActs(StorePlace place, int acts)
    {
        var kind = DurableActs.AllRows;
        using var store = Open(place, kind.Steps);
#pragma warning disable CA2025 // Waited for before the store is disposed.
        Wait(kind.PopulateAsync(store, acts));
#pragma warning restore CA2025
        Console.WriteLine("begin");
        for (var i = 0; i < acts; i++)
        {
            Wait(store.Desk.DoAsync(kind.ActAt(i, acts)));
        }
        Console.WriteLine("end");
        return 0;
    }

    /// <summary>Appends raw rows one after another, for the same.</summary>
    public static int RunRows(string folder, int rows)
    {
        using var raw = new SqliteRaw(Path.Combine(folder, "raw.db"));
        raw.Append(rows);
        return 0;
    }

    private static void Syncs(string folder)
    {
        if (!File.Exists("/usr/bin/strace"))
        {
            Console.WriteLine("Syncs were not counted: strace is not installed.");
            return;
        }
        foreach (var (kind, name) in new[] { ("store-rows", "raw rows"), ("store-acts", "acts") })
        {
            var data = Directory.CreateDirectory(Path.Combine(folder, kind)).FullName;
            var trace = Path.Combine(folder, kind + ".trace");
            const int count = 1000;
            string[] arguments = ["-f", "-e", "trace=fdatasync,fsync,write", "-o", trace, Environment.ProcessPath!, .. Environment.GetCommandLineArgs()[0].EndsWith(".dll", StringComparison.Ordinal) && Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? [Environment.GetCommandLineArgs()[0]] : Array.Empty<string>(), kind, data, count.ToString(CultureInfo.InvariantCulture)];
            using var traced = Process.Start(new ProcessStartInfo("/usr/bin/strace", arguments) { RedirectStandardOutput = true })!;
            traced.StandardOutput.ReadToEnd();
            traced.WaitForExit();
            var lines = File.ReadAllLines(trace);
            var from = Array.FindIndex(lines, line => line.Contains("\"begin\\n\"", StringComparison.Ordinal));
            var to = Array.FindLastIndex(lines, line => line.Contains("\"end\\n\"", StringComparison.Ordinal));
            var syncs = lines[(from + 1)..to].Count(line => line.Contains("sync(", StringComparison.Ordinal));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"SQLite, {count} {name} one after another: {syncs} syncs, {(double)count / syncs:0.00} per sync"));
        }
    }

    private static List<Figure> Compare(string name, StorePlace place, DurableActs kind, (int Waiters, double Limit)[] waiters, Func<int, (double PerSecond, long Rows)> raw)
    {
        var figures = new List<Figure>();
        using var store = Open(place, kind.Steps);
#pragma warning disable CA2025 // Waited for before the store is disposed.
        Wait(kind.PopulateAsync(store, People));
#pragma warning restore CA2025
        var next = 0;
        foreach (var (many, limit) in waiters)
        {
            var ours = new List<double>();
            var theirs = new List<double>();
            var groups = new List<double>();
            for (var round = 0; round <= Rounds; round++)
            {
                var peer = raw(many).PerSecond;
                var before = store.Desk.Counts;
                var own = Acts(store, kind, many, ref next);
                var after = store.Desk.Counts;
                if (round > 0)
                {
                    theirs.Add(peer);
                    ours.Add(own);
                    groups.Add((double)(after.Acts - before.Acts) / (after.Commits - before.Commits));
                }
            }
            var ratios = ours.Zip(theirs, (own, peer) => own / peer).Order().ToList();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}, {kind.Name}, {many} waiting: {Median(ours):N0} acts/s, raw {Median(theirs):N0} rows/s, ratio {Median(ratios):0.00} ({ratios[0]:0.00}–{ratios[^1]:0.00}), {Median(groups):0.0} acts a commit"));
            figures.Add(Figure.AtLeast($"{name}, durable acts of {many} waiting, part of raw rows", limit, Median(ratios)));
        }
        var report = Verification.Run(place, new(_ => Regimes.January2024) { StepsOf = kind.Steps });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}, {kind.Name}: {next:N0} acts, {report.Events:N0} events and {report.Rows:N0} rows verified, {report.ProblemCount} wrong"));
        return figures;
    }

    private static double Acts(ChainStore store, DurableActs kind, int waiters, ref int next)
    {
        var start = next;
        var taken = start;
        var clock = Stopwatch.StartNew();
        Wait(Task.WhenAll(Enumerable.Range(0, waiters).Select(_ => Task.Run(async () =>
        {
            while (clock.Elapsed < Round)
            {
                var mine = Interlocked.Increment(ref taken) - 1;
                var result = await store.Desk.DoAsync(kind.ActAt(mine, People)).ConfigureAwait(false);
                if (result is not ActResult.Accepted)
                {
                    throw new InvalidOperationException(result.ToString());
                }
            }
        }))));
        next = taken;
        return (next - start) / clock.Elapsed.TotalSeconds;
    }

    private static Figure Bulk(StorePlace place)
    {
        const int people = 100_000;
        using var store = Open(place, ChainSteps.Of);
        var clock = Stopwatch.StartNew();
        Figure figure;
        using (var bulk = store.BeginBulk())
        {
            // In the order of a nation: everyone arrives, then everyone is identified, and so on, so that no stream is at hand.
            for (var step = 0; step < 5; step++)
            {
                for (var person = 1; person <= people; person++)
                {
                    var file = StreamId.Of(new PersonId(person));
                    void Append(StreamId stream, ChainEvent happened) => bulk.Append(new(ActKey.Of(step, person), stream, happened, Today, Doer.Of(Reception), Purpose.Records));
                    switch (step)
                    {
                        case 0:
                            Append(file, new PersonArrived(new(person), Day.Of(1990, 5, 1), FamilyRole.Main, Route.Asylum, new(1), false));
                            Append(StreamId.Of(new HouseholdId(person)), new HouseholdJoined(new(person), FamilyRole.Main, Day.Of(1990, 5, 1), false));
                            break;
                        case 1:
                            Append(file, new PersonIdentified(IdentifyingAuthority.AliensPolice, new(1), false));
                            break;
                        default:
                            Append(file, new PersonRedirected(new(step)));
                            break;
                    }
                }
            }
            var appended = clock.Elapsed;
            bulk.Complete();
            figure = Figure.AtLeast("bulk into SQLite with rows, no rehearsing, events/s", 20_000, store.Log.Position / clock.Elapsed.TotalSeconds);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"SQLite in bulk: {store.Log.Position:N0} events of {2 * people:N0} streams in {clock.Elapsed.TotalSeconds:0.0} s, {store.Log.Position / clock.Elapsed.TotalSeconds:N0} events/s with rows; {store.Log.Position / appended.TotalSeconds:N0} without"));
        }
        clock.Restart();
        Wait(store.Anchors.MakeAsync(DateTimeOffset.UnixEpoch));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"SQLite: first anchor over them in {clock.Elapsed.TotalSeconds:0.0} s"));
        clock.Restart();
        var report = Verification.Run(place, new(_ => Regimes.January2024) { StepsOf = ChainSteps.Of });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"SQLite: verified in {clock.Elapsed.TotalSeconds:0.0} s, {report.Events / clock.Elapsed.TotalSeconds:N0} events/s, {report.ProblemCount} wrong"));
        return figure;
    }

    private static ChainStore Open(StorePlace place, StepsOf steps) =>
        ChainStore.Open(place, new(_ => Regimes.January2024, new StandingClock(), TimeProvider.System) { StepsOf = steps });

    internal static void Wait(Task task)
    {
#pragma warning disable VSTHRD002 // A benchmark has nothing else to do.
        task.GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
    }

    internal static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private sealed class StandingClock : IChainClock
    {
        public Day Today => StoreBench.Today;
    }
}
