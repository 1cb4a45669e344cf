using System.Text;
using Schakel.Chain;
using Schakel.Chain.Records;
using Schakel.Store.Acts;

namespace Schakel.Store.Outbox;

/// <summary>What subscriptions promise, on both databases.</summary>
public sealed class SubscriptionsTests
{
    private static readonly SubscriptionRequest Asked = new("rechtbank", "9013", "https://partner.example.nl/in", "Procedure", "", null);

    public static TheoryData<string> Databases => ["SQLite", "PostgreSQL"];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_subscription_is_there_after_a_restart_with_its_secret_which_stands_nowhere_in_the_clear(string database)
    {
        using var given = TestStore.On(database);
        await given.ArrivesAsync(7);
        var opened = await OpenedAsync(given);

        given.Reopen();

        var row = given.Store.Subscriptions.Find(opened.Row.Number)!;
        Assert.Equal((SubscriptionState.Active, 1, given.Store.Log.Position), ((SubscriptionState)row.State, row.Version, row.Position));
        Assert.Equal(opened.Secret, given.Store.Subscriptions.SecretOf(row));
        Assert.DoesNotContain(Convert.ToHexString(opened.Secret!), Convert.ToHexString(row.Secret!), StringComparison.Ordinal);
        if (database == "SQLite")
        {
            given.Store.Dispose();
            var secret = Encoding.Latin1.GetString(opened.Secret!);
            Assert.All(Directory.GetFiles(given.Folder, "*", SearchOption.AllDirectories), file => Assert.DoesNotContain(secret, Encoding.Latin1.GetString(File.ReadAllBytes(file)), StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task How_far_it_is_and_how_it_failed_survive_a_restart(string database)
    {
        using var given = TestStore.On(database);
        var opened = await OpenedAsync(given);
        await given.ArrivesAsync(7);
        await given.Store.Subscriptions.ReachAsync(opened.Row, 1);
        await given.Store.Subscriptions.FailAsync(opened.Row, 1, DeliveryFault.Refused, 503, TimeSpan.FromMinutes(2), PauseReason.None);
        await given.Store.Subscriptions.FailAsync(opened.Row, 1, DeliveryFault.TimedOut, null, TimeSpan.FromMinutes(4), PauseReason.None);
        var before = given.Store.Subscriptions.Find(opened.Row.Number)!;

        given.Reopen();

        var after = given.Store.Subscriptions.Find(opened.Row.Number)!;
        Assert.Equal((before.Position, before.Attempts, before.Fault, before.Status, before.FailedAt, before.NextTry), (after.Position, after.Attempts, after.Fault, after.Status, after.FailedAt, after.NextTry));
        Assert.Equal((1L, 2), (after.Position, after.Attempts));
        Assert.Equal(given.Time.GetUtcNow().AddMinutes(4), DateTimeOffset.UnixEpoch.AddMicroseconds(after.NextTry!.Value));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_delivery_that_was_under_way_changes_nothing_of_what_was_paused_or_ended_meanwhile(string database)
    {
        using var given = TestStore.On(database);
        var subscriptions = given.Store.Subscriptions;
        var opened = await OpenedAsync(given);
        await given.ArrivesAsync(7);
        var paused = Assert.IsType<SubscriptionResult.Done>(await subscriptions.PauseAsync(1, 1, ActKey.New()));

        await subscriptions.ReachAsync(opened.Row, 2);
        await subscriptions.FailAsync(opened.Row, 2, DeliveryFault.Refused, 500, TimeSpan.Zero, PauseReason.Gone);

        Assert.Equal(paused.Row, subscriptions.Find(1));
        Assert.Equal(1, Assert.IsType<SubscriptionResult.Stale>(await subscriptions.EndAsync(1, 1, ActKey.New())).Actual - 1);
        Assert.Null(Assert.IsType<SubscriptionResult.Done>(await subscriptions.EndAsync(1, 2, ActKey.New())).Row.Secret);
        given.Reopen();
        Assert.Equal(SubscriptionState.Ended, (SubscriptionState)given.Store.Subscriptions.Find(1)!.State);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task One_key_opens_one_subscription_also_after_a_restart(string database)
    {
        using var given = TestStore.On(database);
        var key = ActKey.New();
        var first = await OpenedAsync(given, key);
        given.Reopen();
        var again = await OpenedAsync(given, key);
        Assert.True(again.Repeated);
        Assert.Equal(first.Secret, again.Secret);
        given.Time.Advance(TimeSpan.FromHours(25));
        Assert.Null((await OpenedAsync(given, key)).Secret);
        Assert.Equal("act.key-used-otherwise", Assert.IsType<SubscriptionResult.Refused>(await given.Store.Subscriptions.OpenAsync(Asked with { Rooms = "" }, key)).Why.Code);
        Assert.Single(given.Store.Subscriptions.All);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_file_rests_while_it_is_merged_and_for_good_when_it_was_erased(string database)
    {
        using var given = TestStore.On(database);
        await given.ArrivesAsync(7);
        await given.ArrivesAsync(8);
        var records = new Official(12, OfficialRoles.RecordsOfficer);
        Assert.False(given.Store.Log.Rests(TestStore.File(8)));
        await given.MustAsync(given.Act(TestStore.File(8), new MergeInto(records, new PersonId(7), MergeGround.Fingerprints)));
        Assert.True(given.Store.Log.Rests(TestStore.File(8)));
        Assert.False(given.Store.Log.Rests(TestStore.File(7)));
        await given.MustAsync(given.Act(TestStore.File(8), new RestoreFile(records, MergeMistake.TwoPersons)));
        Assert.False(given.Store.Log.Rests(TestStore.File(8)));
        await given.Store.EraseAsync(TestStore.File(7));
        Assert.True(given.Store.Log.Rests(TestStore.File(7)));
    }

    private static async Task<SubscriptionResult.Done> OpenedAsync(TestStore given, ActKey? key = null) =>
        Assert.IsType<SubscriptionResult.Done>(await given.Store.Subscriptions.OpenAsync(Asked, key ?? ActKey.New()));
}
