using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Acts;

namespace Schakel.Demonstration;

/// <summary>A move of the date is done once for its key, whatever is ended, killed or sent again.</summary>
public sealed class MoveTests
{
    [Fact]
    public async Task A_move_that_is_asked_again_gives_the_first_answer_and_no_day_passes_also_after_a_restart()
    {
        using var small = new SmallDemonstration();
        var key = ActKey.New();

        var first = await PassedAsync(small, 3, key);
        var position = small.Running.Store.Log.Position;
        var again = await PassedAsync(small, 3, key);
        small.Reopen();
        var later = await PassedAsync(small, 3, key);

        Assert.Equal((false, true, true), (first.Repeated, again.Repeated, later.Repeated));
        Assert.True(first.Report.Acts > 0);
        Assert.Equal(first.Report with { First = [] }, again.Report);
        Assert.Equal(again.Report, later.Report);
        Assert.Equal((DemonstrationLaw.Begins.PlusDays(3), position), (small.Today, small.Running.Store.Log.Position));
        Assert.False((await PassedAsync(small, 1, ActKey.New())).Repeated);
        Assert.Equal(DemonstrationLaw.Begins.PlusDays(4), small.Today);
    }

    [Fact]
    public async Task A_key_of_another_number_of_days_is_refused_and_no_day_passes()
    {
        using var small = new SmallDemonstration();
        var key = ActKey.New();
        await PassedAsync(small, 1, key);

        var refused = Assert.IsType<AdvanceResult.Refused>(await small.Running.Time.AdvanceOnceAsync(2, key, TestContext.Current.CancellationToken));

        Assert.Equal(ActRefusals.KeyUsedOtherwise.Code, refused.Why.Code);
        Assert.Equal(DemonstrationLaw.Begins.PlusDays(1), small.Today);
    }

    [Fact]
    public async Task A_move_that_was_ended_halfway_goes_on_with_the_days_that_are_left()
    {
        using var small = new SmallDemonstration();
        using var whole = new SmallDemonstration();
        var key = ActKey.New();
        small.Running.Dispose();
        using var ending = new CancellationTokenSource();
        using (var ended = LiveDemonstration.Open(small.Request with { Watch = EndedOn(DemonstrationLaw.Begins.PlusDays(2), ending) }, TimeProvider.System))
        {
            await Assert.ThrowsAsync<OperationCanceledException>(() => ended.Time.AdvanceOnceAsync(5, key, ending.Token));
        }
        small.Reopen();
        Assert.Equal(DemonstrationLaw.Begins.PlusDays(2), small.Today);

        var rest = await PassedAsync(small, 5, key);

        var atOnce = await whole.Running.Time.AdvanceAsync(5, TestContext.Current.CancellationToken);
        Assert.Equal(atOnce with { First = [] }, rest.Report with { First = [] });
        Assert.Equal((false, whole.Today), (rest.Repeated, small.Today));
        Assert.True((await PassedAsync(small, 5, key)).Repeated);
    }

    [Fact]
    public async Task A_day_whose_terms_could_not_be_watched_did_not_pass_and_is_done_again()
    {
        using var small = new SmallDemonstration();
        using var whole = new SmallDemonstration();
        var key = ActKey.New();
        small.Running.Dispose();
        var fails = true;
        using (var failing = LiveDemonstration.Open(small.Request with { Watch = (store, clock) => Failing(store, clock, () => fails) }, TimeProvider.System))
        {
            await Assert.ThrowsAsync<IOException>(() => failing.Time.AdvanceOnceAsync(3, key, TestContext.Current.CancellationToken));
            Assert.Equal(DemonstrationLaw.Begins.PlusDays(1), failing.Time.Today);
            fails = false;
            Assert.False(Assert.IsType<AdvanceResult.Passed>(await failing.Time.AdvanceOnceAsync(3, key, TestContext.Current.CancellationToken)).Repeated);
            Assert.Equal(DemonstrationLaw.Begins.PlusDays(3), failing.Time.Today);
        }
        small.Reopen();

        await whole.Running.Time.AdvanceAsync(3, TestContext.Current.CancellationToken);
        Assert.Equal((whole.Today, whole.Running.Store.Log.Position), (small.Today, small.Running.Store.Log.Position));
    }

    [Fact]
    public void As_many_keys_are_kept_as_is_said_and_the_oldest_goes_first()
    {
        var moves = Enumerable.Range(0, KeptMove.Most + 5).Aggregate(
            System.Collections.Immutable.ImmutableArray<KeptMove>.Empty,
            (kept, i) => new KeptMove(ActKey.Of(1, i), 1, 1, default, default, 0, 0, 0, 0, 0).Among(kept));

        Assert.Equal(Enumerable.Range(5, KeptMove.Most).Select(i => ActKey.Of(1, i)), moves.Select(move => move.Key));
    }

    private static Func<ChainStore, IChainClock, AfterDay> EndedOn(Day day, CancellationTokenSource ending) => (store, clock) =>
    {
        var watch = SmallDemonstration.Watch(store, clock);
        return async (today, cancellation) =>
        {
            var found = await watch(today, CancellationToken.None);
            if (today == day)
            {
                await ending.CancelAsync();
            }
            return found;
        };
    };

    // Fails on the second day, for as long as is said.
    private static AfterDay Failing(ChainStore store, IChainClock clock, Func<bool> fails)
    {
        var watch = SmallDemonstration.Watch(store, clock);
        return (today, cancellation) => fails() && today == DemonstrationLaw.Begins.PlusDays(2) ? throw new IOException("The store is away.") : watch(today, cancellation);
    }

    private static async Task<AdvanceResult.Passed> PassedAsync(SmallDemonstration small, int days, ActKey key) =>
        Assert.IsType<AdvanceResult.Passed>(await small.Running.Time.AdvanceOnceAsync(days, key, TestContext.Current.CancellationToken));
}
