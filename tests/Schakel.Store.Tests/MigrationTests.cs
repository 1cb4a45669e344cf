using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Schakel.Chain.Reception;
using Schakel.Store.Acts;
using Schakel.Store.Databases;

namespace Schakel.Store;

/// <summary>Data of another program: older tables are brought up to date, newer ones are left alone.</summary>
public sealed class MigrationTests
{
    public static TheoryData<string> Databases => ["SQLite", "PostgreSQL"];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Data_of_an_older_program_are_brought_up_to_date_and_keep_what_they_hold(string database)
    {
        using var given = TestStore.On(database);
        await given.OpensAsync(5);
        var arrival = given.Arrival(7, ActKey.New());
        await given.MustAsync(arrival);
        await given.PlacedAsync(7, 5);
        await given.MustAsync(given.Act(TestStore.SiteOf(5), new SetPlacesOutOfUse(TestStore.Reception, 12)));
        var remedyBy = TestStore.Date("2024-03-01");
        await given.MustAsync(given.Act(TestStore.SiteOf(5), new RecordFinding(TestStore.Reception, new(SiteStandard.Privacy, TestStore.Date("2024-01-05"), remedyBy))));
        var position = given.Store.Log.Position;
        using (var context = Behind(given))
        {
            var all = context.Database.GetMigrations().ToList();
            await context.GetService<IMigrator>().MigrateAsync(all[^6], TestContext.Current.CancellationToken);
            Assert.Equal(all[^5..], await context.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
        }
        var told = new List<double>();

        given.Reopen(settings => settings with { MakingRows = told.Add });

        using (var context = given.Store.CreateContext())
        {
            Assert.Empty(await context.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
            var site = Assert.Single(context.Sites);
            Assert.Equal((12, remedyBy.Number), (site.OutOfUse, site.RemedyBy)); // What a new column holds, the events tell.
        }
        Assert.Equal(told.Order(), told); // Whoever waits is told how far it is.
        Assert.True(told is [0, .., > 0.7 and <= 1], string.Join(' ', told));
        Assert.Equal(position, given.Store.Log.Position);
        Assert.IsType<ActResult.Repeated>(await given.Desk.DoAsync(arrival)); // Sent again after the update, it is done once.
        await given.ArrivesAsync(8);
        Assert.Empty(given.Verify().Problems);
    }

    [Fact]
    public async Task A_start_that_was_killed_while_it_migrated_holds_the_next_one_up_no_longer()
    {
        using var given = TestStore.OnSqlite();
        await given.ArrivesAsync(7);
        using (var context = Behind(given))
        {
            await context.GetService<IMigrator>().MigrateAsync(context.Database.GetMigrations().ToList()[^2], TestContext.Current.CancellationToken);
        }
        given.Tamper( // As EF leaves it.
            "CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL CONSTRAINT \"PK___EFMigrationsLock\" PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)",
            "INSERT OR IGNORE INTO \"__EFMigrationsLock\" VALUES (1, '2026-11-30 00:00:00')");

        await Task.Run(() => given.Reopen(), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        await given.ArrivesAsync(8);
        Assert.Empty(given.Verify().Problems);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Data_of_a_newer_program_are_not_opened_and_not_changed(string database)
    {
        using var given = TestStore.On(database);
        await given.ArrivesAsync(7);
        given.Tamper("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99.0.0')");

        var refused = Assert.Throws<StoreFaultException>(() => ChainStore.Open(given.Place, given.Settings()));

        Assert.Equal(StoreFault.Unreadable, refused.Fault);
        Assert.Contains("29990101000000_Later", refused.Message, StringComparison.Ordinal);
        given.Tamper("DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" = '29990101000000_Later'");
        given.Reopen();
        Assert.Empty(given.Verify().Problems);
    }

    // Whoever changes a table and writes no migration would see it here first: an opened store no longer asks EF.
    [Theory]
    [MemberData(nameof(Databases))]
    public void Every_table_of_the_program_is_made_by_its_migrations(string database)
    {
        using var given = TestStore.On(database);
        using var context = given.Store.CreateContext();

        Assert.False(context.Database.HasPendingModelChanges());
    }

    private static StoreContext Behind(TestStore given)
    {
        given.Store.Dispose();
        return ChainStore.DatabaseOf(given.Place).CreateContext();
    }
}
