using System.Diagnostics;
using System.Globalization;
using Schakel.Norms;
using Schakel.Store.Acts;
using Schakel.Store.Log;
using Schakel.Store.Verifying;

namespace Schakel.Store;

/// <summary>The server is killed at any moment; what it acknowledged is there once, and nothing is there by halves.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("SCHAKEL_LONG") == "1";

    // After each kill everything in the store is verified: a store of a thousand kills would take most of the time to read what was read before.
    private const int KillsOfStore = 25;

    [Theory]
    [InlineData("SQLite", 20, 1000)]
    [InlineData("PostgreSQL", 5, 100)]
    public async Task Nothing_acknowledged_is_lost_and_nothing_happens_twice_however_often_the_server_is_killed(string database, int kills, int killsWhenLong)
    {
        kills = Long ? killsWhenLong : kills;
        var (inFlight, acknowledged) = (0, 0);
        var together = new ParallelOptions { MaxDegreeOfParallelism = Long && database == "SQLite" ? Environment.ProcessorCount : 1 };
        await Parallel.ForEachAsync(Enumerable.Range(0, (kills + KillsOfStore - 1) / KillsOfStore), together, async (store, _) =>
        {
            var (caught, answered) = await KilledAsync(database, Math.Min(KillsOfStore, kills - (store * KillsOfStore)), new StableChance(20240110 + (uint)store));
            Interlocked.Add(ref inFlight, caught);
            Interlocked.Add(ref acknowledged, answered);
        });
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{database}: {kills} kills, {inFlight} of them with an act in flight, {acknowledged} acts acknowledged, none lost, none twice"));
        Assert.True(inFlight * 2 >= kills, $"Only {inFlight} of {kills} kills had an act in flight.");
        Assert.InRange(acknowledged, kills, int.MaxValue);
    }

    private static async Task<(int InFlight, int Acknowledged)> KilledAsync(string database, int kills, StableChance chance)
    {
        var folder = Directory.CreateTempSubdirectory("schakel-kill-").FullName;
        var place = new StorePlace(Path.Combine(folder, "data"), database == "SQLite" ? null : PostgresCluster.NewDatabase());
        var journal = Path.Combine(folder, "journal.txt");
        using var client = Start("client", journal);
        var inFlight = 0;
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
            inFlight += await LineAsync(client, "broken ") == "0" ? 0 : 1;
            Check(place, Journal(journal));
        }
        client.StandardInput.Close();
        await client.WaitForExitAsync();
        var acknowledged = Journal(journal).Count;
        Directory.Delete(folder, recursive: true);
        return (inFlight, acknowledged);
    }

    private static void Check(StorePlace place, List<string[]> journal)
    {
        var report = Verification.Run(place, new(_ => Regimes.January2024));
        Assert.Empty(report.Problems);
        using var database = ChainStore.DatabaseOf(place);
        using var connection = database.Connect();
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

    private static Process Start(params string[] arguments)
    {
        var victim = Path.Combine(AppContext.BaseDirectory, "Schakel.Store.Victim.dll");
        return Process.Start(new ProcessStartInfo("dotnet", ["exec", victim, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
    }

    private static async Task<string> LineAsync(Process process, string start)
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
