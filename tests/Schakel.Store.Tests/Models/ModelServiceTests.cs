namespace Schakel.Store.Models;

/// <summary>The models are at most a second behind what is durable: as long as the service may wait, and no longer.</summary>
public sealed class ModelServiceTests
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task What_comes_in_wakes_it_at_once_and_what_comes_in_while_it_rests_is_told_within_a_second()
    {
        using var given = TestStore.OnSqlite();
        var time = new WatchedTime(given.Time);
        using var service = await StartedAsync(given, time);

        var first = await given.ArrivesAsync(1);
        await Soon.Async(given.Store.Models.AwaitAsync(first.Position)); // No time passed: the clock of the test stands still.
        for (var person = 2L; person <= 20; person++)
        {
            var rest = await time.NextWaitAsync();
            var meanwhile = await given.ArrivesAsync(person);
            Assert.InRange(rest, TimeSpan.Zero, AtMost);
            Assert.True(given.Store.Models.Position < meanwhile.Position, "It did not rest: this test waits for the wrong thing.");

            given.Time.Advance(rest);

            await Soon.Async(given.Store.Models.AwaitAsync(meanwhile.Position));
        }
        await service.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Models_that_cannot_be_written_for_a_moment_are_tried_again_within_a_second()
    {
        using var given = TestStore.OnSqlite();
        var time = new WatchedTime(given.Time);
        using var service = await StartedAsync(given, time);
        await Soon.Async(given.Store.Models.AwaitAsync((await given.ArrivesAsync(1)).Position));
        var rest = await time.NextWaitAsync();
        var missed = await given.ArrivesAsync(2);
        await given.Desk.RunAsync(_ => given.Store.Database.Run("PRAGMA query_only = ON"));

        given.Time.Advance(rest);
        var again = await time.NextWaitAsync();

        Assert.InRange(again, TimeSpan.Zero, AtMost);
        Assert.IsType<StoreFaultException>(given.Store.Models.Fault);
        Assert.True(given.Store.Models.Position < missed.Position);
        await given.Desk.RunAsync(_ => given.Store.Database.Run("PRAGMA query_only = OFF"));
        given.Time.Advance(again);
        await Soon.Async(given.Store.Models.AwaitAsync(missed.Position));
        await service.StopAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<ModelService> StartedAsync(TestStore given, TimeProvider time)
    {
        var service = new ModelService(given.Store, time);
        await service.StartAsync(TestContext.Current.CancellationToken);
        return service;
    }
}
