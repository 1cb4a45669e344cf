using Schakel.Chain;
using Schakel.Chain.Reception;
using Schakel.Store.Log;

namespace Schakel.Demonstration;

/// <summary>What is kept of sites between questions is what their whole history says.</summary>
public sealed class KeptSitesTests
{
    [Fact]
    public async Task Day_after_day_who_is_said_to_have_come_and_left_last_is_who_the_history_says()
    {
        using var small = new SmallDemonstration();
        var store = small.Running.Store;
        var passers = 0;
        for (var days = 0; days < 2; days++) // What happens on a day is recorded as the day passes.
        {
            var today = small.Running.Time.Today;
            foreach (var site in Sites(store))
            {
                var history = store.Log.ReadStream(new(StreamKind.Site, site));
                var moves = history.Where(each => each.Event is SlotOccupied or SlotReleased).ToList();
                var latest = moves.Count == 0 ? today : moves.Max(each => each.Envelope.OccurredOn);
                var happened = moves.Where(each => each.Envelope.OccurredOn == latest).Select(each => each.Event).ToList();
                var (came, left) = store.Sites.PassedOn(site, latest);
                Assert.Equal(happened.OfType<SlotOccupied>().Select(each => each.Person.Value), came);
                Assert.Equal(happened.OfType<SlotReleased>().Select(each => each.Person.Value), left);
                Assert.True(latest == today || store.Sites.PassedOn(site, today) is ({ Count: 0 }, { Count: 0 }));
                Assert.Equal((history[^1].Envelope.Version, Folded(history).Residents.Count), (store.Sites.Of(site).Version, store.Sites.Of(site).Site.Residents.Count));
                passers += latest == today.PlusDays(-1) ? came.Count + left.Count : 0;
            }
            await small.Running.Time.AdvanceAsync(1, TestContext.Current.CancellationToken);
        }
        Assert.True(passers > 5, $"{passers} came or left in two days: too few to prove anything");
    }

    private static List<int> Sites(Store.ChainStore store)
    {
        using var rows = store.CreateContext();
        return [.. rows.Sites.Select(row => row.Site)];
    }

    private static Site Folded(IEnumerable<RecordedEvent> history) =>
        history.Aggregate(Site.Unopened, (site, each) => (Site)Histories.After(site, each.Event!, each.Envelope.OccurredOn));
}
