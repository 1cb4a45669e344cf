using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Schakel.Norms;
using Schakel.Store.Acts;
using Schakel.Store.Log;
using Schakel.Store.Models;
using Schakel.Store.Rows;
using Schakel.Store.Verifying;
using Day = Schakel.Norms.Day;

namespace Schakel.Store;

/// <summary>The server is killed at any moment; what it acknowledged is there once, and nothing is there by halves: not in the log, the files' own rows, or the read models.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("SCHAKEL_LONG") == "1";

    // After each kill everything in the store is verified: a store of a thousand kills would take most of the time to read what was read before.
    private const int KillsOfStore = 25;

    // In between the server goes on with the read models as the kill left them, as it would.
    private const int KillsUntilRebuild = 5;

    [Theory]
    [InlineData("SQLite", 20, 1000)]
    [InlineData("PostgreSQL", 5, 100)]
    public async Task Nothing_acknowledged_is_lost_nothing_happens_twice_and_rows_and_models_are_those_of_the_log_however_often_the_server_is_killed(string database, int kills, int killsWhenLong)
    {
        kills = Long ? killsWhenLong : kills;
        var toll = new Toll();
        var together = new ParallelOptions { MaxDegreeOfParallelism = Long && database == "SQLite" ? Environment.ProcessorCount : 1 };
        await Parallel.ForEachAsync(Enumerable.Range(0, (kills + KillsOfStore - 1) / KillsOfStore), together, async (store, _) =>
            await KilledAsync(database, Math.Min(KillsOfStore, kills - (store * KillsOfStore)), new StableChance(20240110 + (uint)store), toll));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{database}: {kills} kills, {toll.InFlight} of them with an act in flight, {toll.Behind} with read models behind the log; {toll.Acknowledged} acts acknowledged, none lost, none twice; {toll.Rows} rows of files verified; {toll.Rebuilds} rebuilds like {toll.ModelRows} rows of models"));
        Assert.True(toll.InFlight * 2 >= kills, $"Only {toll.InFlight} of {kills} kills had an act in flight.");
        Assert.InRange(toll.Acknowledged, kills, int.MaxValue);
        Assert.True(toll.KeptUp > 0, "No server had written a read model before it was killed.");
        Assert.Equal(ModelTables.All.Order(StringComparer.Ordinal), toll.Tables.Keys.Order(StringComparer.Ordinal));
    }

    private static async Task KilledAsync(string database, int kills, StableChance chance, Toll toll)
    {
        var folder = Directory.CreateTempSubdirectory("schakel-kill-").FullName;
        var place = new StorePlace(Path.Combine(folder, "data"), database == "SQLite" ? null : PostgresCluster.NewDatabase());
        var journal = Path.Combine(folder, "journal.txt");
        using var client = Start("client", journal);
        for (var kill = 1; kill <= kills; kill++)
        {
            using var server = place.Postgres is null ? Start("serve", place.Folder) : Start("serve", place.Folder, place.Postgres);
            var port = await LineAsync(server, "port ");
            var before = Journal(journal).Count;
            await client.StandardInput.WriteLineAsync("connect " + port);
            await UntilAsync(() => Journal(journal).Count > before || server.HasExited);
            await Task.Delay(chance.Next(250));
            server.Kill();
            await server.WaitForExitAsync();
            Interlocked.Add(ref toll.InFlight, await LineAsync(client, "broken ") == "0" ? 0 : 1);
            Check(place, Journal(journal), toll);
            if (kill % KillsUntilRebuild == 0 || kill == kills)
            {
                await CompareModelsAsync(place, toll);
            }
        }
        client.StandardInput.Close();
        await client.WaitForExitAsync();
        Interlocked.Add(ref toll.Acknowledged, Journal(journal).Count);
        Directory.Delete(folder, recursive: true);
    }

    private static void Check(StorePlace place, List<string[]> journal, Toll toll)
    {
        var report = Verification.Run(place, new(_ => Regimes.January2024) { StepsOf = ChainSteps.Of });
        Assert.Empty(report.Problems);
        Assert.Equal(0, report.OtherLaw); // The steps of every file were compared.
        Interlocked.Add(ref toll.Rows, report.Rows);
        using var database = ChainStore.DatabaseOf(place);
        using var connection = database.Connect();
        var models = database.Mark(ReadModels.PositionMark) ?? 0;
        Interlocked.Add(ref toll.KeptUp, models > 0 ? 1 : 0);
        Interlocked.Add(ref toll.Behind, models < report.Events ? 1 : 0);
        var events = new List<Envelope>();
        while (database.ReadAll(events.Count, 8192, connection) is { Count: > 0 } page)
        {
            events.AddRange(page.Select(stored => stored.Envelope));
        }
        var byAct = events.GroupBy(envelope => envelope.ActKey).ToDictionary(act => act.Key, act => act.ToList());
        foreach (var line in journal)
        {
            Assert.True(ActKey.TryParse(line[0], out var key));
            Assert.True(line.Length == 3 && line[1] != "refused", $"Acknowledged otherwise than expected: {string.Join(' ', line)}");
            var count = int.Parse(line[1], CultureInfo.InvariantCulture);
            var position = long.Parse(line[2], CultureInfo.InvariantCulture);
            Assert.Equal(Enumerable.Range(0, count).Select(i => position - count + 1 + i), byAct[key].Select(envelope => envelope.Position));
        }
    }

    /// <summary>What the kill left is brought up, as the next start does; a rebuild from the log alone makes the same.</summary>
    private static async Task CompareModelsAsync(StorePlace place, Toll toll)
    {
        using var store = ChainStore.Open(place, new(_ => Regimes.January2024, new StandingClock(), TimeProvider.System) { StepsOf = ChainSteps.Of });
        await store.Models.CatchUpWhollyAsync();
        var live = ReadModelsTests.Rows(store);

        await store.Models.RebuildAsync();

        Assert.Equal(live, ReadModelsTests.Rows(store));
        Interlocked.Increment(ref toll.Rebuilds);
        Interlocked.Add(ref toll.ModelRows, live.Count);
        live.ForEach(row => toll.Tables[row[..row.IndexOf(' ', StringComparison.Ordinal)]] = true);
    }

    // A line that is being written has no end yet: only whole lines count, as only they were synced.
    private static List<string[]> Journal(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var text = reader.ReadToEnd();
        return [.. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '))];
    }

    internal static Process Start(params string[] arguments)
    {
        var victim = Path.Combine(AppContext.BaseDirectory, "Schakel.Store.Victim.dll");
        return Process.Start(new ProcessStartInfo("dotnet", ["exec", victim, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
    }

    internal static async Task<string> LineAsync(Process process, string start)
    {
        while (await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1)) is { } line)
        {
            if (line.StartsWith(start, StringComparison.Ordinal))
            {
                return line[start.Length..];
            }
        }
        throw new InvalidOperationException($"The process ended without saying '{start}'.");
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(5);
        }
    }

    /// <summary>What was seen over all kills (uitslag).</summary>
    private sealed class Toll
    {
        public int InFlight;
        public int Acknowledged;
        public int KeptUp;
        public int Behind;
        public int Rebuilds;
        public long Rows;
        public long ModelRows;

        public ConcurrentDictionary<string, bool> Tables { get; } = [];
    }

    private sealed class StandingClock : IChainClock
    {
        public Day Today { get; } = Day.Of(2024, 1, 10);
    }

    /// <summary>Delays that look like chance, and are the same in every run.</summary>
    private sealed class StableChance(uint state)
    {
        public int Next(int below)
        {
            state = unchecked((state * 1664525) + 1013904223);
            return (int)((state >> 8) % (uint)below);
        }
    }
}
