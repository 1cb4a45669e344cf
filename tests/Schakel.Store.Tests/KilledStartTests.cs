using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Schakel.Norms;
using Schakel.Store.Log;
using Schakel.Store.Models;
using Schakel.Store.Rows;
using Schakel.Store.Verifying;

namespace Schakel.Store;

/// <summary>The server is killed before it serves: while it makes its tables, brings older data up to date, makes rows or read models anew. The next start has everything.</summary>
public sealed class KilledStartTests(ITestOutputHelper output)
{
    private const string FirstStart = "its first start";
    private const string OlderData = "the update of older data";
    private const string RowsAnew = "making rows anew";
    private const string Rebuild = "a rebuild of read models";
    private const int Persons = 200;

    private static readonly bool Long = Environment.GetEnvironmentVariable("SCHAKEL_LONG") == "1";

    public static MatrixTheoryData<string, string> Cases => new(["SQLite", "PostgreSQL"], [FirstStart, OlderData, RowsAnew, Rebuild]);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task What_was_acknowledged_is_there_and_rows_and_models_are_those_of_the_log_when_it_is_killed_in(string database, string phase)
    {
        using var given = TestStore.On(database, ChainSteps.Of);
        if (phase != FirstStart)
        {
            for (var site = 1; site <= 5; site++)
            {
                await given.OpensAsync(site, 2 * Persons); // All that the server would open.
            }
            await Task.WhenAll(Enumerable.Range(1, Persons).Select(person => given.ArrivesAsync(person)));
            await Task.WhenAll(Enumerable.Range(1, Persons).Select(person => given.PlacedAsync(person, 5)));
        }
        var position = given.Store.Log.Position;
        given.Store.Dispose();
        var whole = await TakesAsync(database, given.Place, phase);
        var (kills, halfway) = (Long ? 25 : 2, 0);
        for (var kill = 1; kill <= kills; kill++)
        {
            var place = Prepare(database, given.Place, phase, kill);
            using var server = Begin(place, phase);
            await KillTests.LineAsync(server, "opens");
            await Task.Delay(whole * kill / (kills + 1), TestContext.Current.CancellationToken);
            server.Kill();
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
            halfway += IsHalfway(place, phase) ? 1 : 0;

            await AssertWholeAsync(given, place, phase == FirstStart ? null : position);
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{database}: {kills} kills in {phase}, {halfway} of them halfway; whole it takes {whole.TotalMilliseconds:N0} ms"));
        Assert.True(halfway > 0, $"No kill came in {phase}.");
    }

    /// <summary>How long the phase takes when nobody kills it.</summary>
    private static async Task<TimeSpan> TakesAsync(string database, StorePlace place, string phase)
    {
        using var server = Begin(Prepare(database, place, phase, 0), phase);
        await KillTests.LineAsync(server, "opens");
        var began = Stopwatch.GetTimestamp();
        await KillTests.LineAsync(server, phase == Rebuild ? "rebuilt" : "port ");
        var took = Stopwatch.GetElapsedTime(began);
        server.Kill();
        await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        return took;
    }

    private static StorePlace Prepare(string database, StorePlace place, string phase, int kill)
    {
        if (phase == FirstStart)
        {
            return new(Path.Combine(place.Folder, string.Create(CultureInfo.InvariantCulture, $"start-{kill}")), database == "SQLite" ? null : PostgresCluster.NewDatabase());
        }
        using var opened = ChainStore.DatabaseOf(place);
        if (phase == RowsAnew)
        {
            opened.Run($"INSERT INTO marks (name, value) VALUES ('{BulkWriter.MarkName}', 1)"); // As a bulk that was ended halfway leaves it.
        }
        else if (phase == OlderData)
        {
            using var context = opened.CreateContext();
            context.GetService<IMigrator>().Migrate(context.Database.GetMigrations().ToList()[^4]);
        }
        return place;
    }

    private static Process Begin(StorePlace place, string phase)
    {
        var what = phase == Rebuild ? "rebuild" : "serve";
        return place.Postgres is null ? KillTests.Start(what, place.Folder) : KillTests.Start(what, place.Folder, place.Postgres);
    }

    private static bool IsHalfway(StorePlace place, string phase)
    {
        if (phase == Rebuild)
        {
            return true; // It makes them anew, and again, until it is killed.
        }
        if (phase == FirstStart && place.Postgres is null && !File.Exists(Path.Combine(place.Folder, "schakel.db")))
        {
            return true;
        }
        using var database = ChainStore.DatabaseOf(place);
        using var context = database.CreateContext();
        return context.Database.GetPendingMigrations().Any() || database.LastPosition() == 0 || database.Mark(BulkWriter.MarkName) is not null;
    }

    private static async Task AssertWholeAsync(TestStore given, StorePlace place, long? position)
    {
        using (var store = ChainStore.Open(place, given.Settings()))
        {
            Assert.Equal(position ?? store.Log.Position, store.Log.Position);
            await store.Models.CatchUpWhollyAsync();
            var live = ReadModelsTests.Rows(store);
            await store.Models.RebuildAsync();
            Assert.Equal(live, ReadModelsTests.Rows(store));
            Assert.True(position is null || live.Count > 0, "There are no read models.");
        }
        var report = Verification.Run(place, new(_ => Regimes.January2024) { StepsOf = ChainSteps.Of });
        Assert.Empty(report.Problems);
        Assert.Equal(position ?? report.Events, report.Events);
    }
}
