using Schakel.Chain;
using Schakel.Chain.Policy;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Store.Acts;
using Schakel.Store.Log;

namespace Schakel.Store.Watching;

/// <summary>The clock observes what passed without being done in the policy on a country and at a site, once, and goes on to decide nothing.</summary>
public sealed class TermsBesideFilesTests
{
    private const int Site = 5;
    private static readonly Official Policy = new(44, OfficialRoles.PolicyOfficer);
    private static readonly CountryCode Sudan = CountryCode.TryParse("SDN", out var code) ? code : throw new InvalidOperationException("SDN");
    private static readonly Day Began = TestStore.Date("2024-01-10");
    private static readonly Day AssessBy = TestStore.Date("2024-07-10");
    private static readonly Day Ends = TestStore.Date("2025-01-10");
    private static readonly Day RemedyBy = TestStore.Date("2024-03-01");
    private static readonly MoratoriumReviewLapsed Unassessed = new(MoratoriumKind.Decision, Began, AssessBy);
    private static readonly RemedyLapsed Unremedied = new(SiteStandard.Privacy, RemedyBy);

    public static TheoryData<string> Databases => ["SQLite", "PostgreSQL"];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_moratorium_that_nobody_assessed_again_is_observed_once_on_the_next_day_however_often_one_looks(string database)
    {
        using var given = await WithBothAsync(database);
        given.Today = AssessBy;
        await new TermWatch(given.Store, given).LookAsync();
        Assert.Empty(InCountry(given));
        given.Today = AssessBy.PlusDays(1);
        var watch = new TermWatch(given.Store, given);

        var (first, second) = (await watch.LookAsync(), await watch.LookAsync());
        given.Reopen();
        given.Today = Ends.PlusDays(100);
        var third = await new TermWatch(given.Store, given).LookAsync();

        Assert.Equal((1, 0, 0), (first.Observed, second.Observed, third.Observed));
        var mark = Assert.Single(InCountry(given));
        Assert.Equal((Unassessed, AssessBy.PlusDays(1), Doer.Clock, Purpose.Policy), (mark.Event, mark.Envelope.OccurredOn, mark.Envelope.Doer, mark.Envelope.Purpose));
        Assert.Empty(given.Verify().Problems);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_watch_that_was_down_until_after_its_end_still_records_that_the_moratorium_ended_unassessed(string database)
    {
        using var given = await WithBothAsync(database);
        given.Today = Ends.PlusDays(30);

        await new TermWatch(given.Store, given).LookAsync();

        Assert.Equal(Unassessed, Assert.Single(InCountry(given)).Event);
        Assert.Equal(AssessBy, Assert.Single(given.Store.Policies.All()).Policy.Moratoria[0].Unassessed);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Assessed_late_it_is_not_observed_again_and_its_next_term_and_a_new_moratorium_lapse_in_their_turn(string database)
    {
        using var given = await WithBothAsync(database);
        given.Today = AssessBy.PlusDays(1);
        await new TermWatch(given.Store, given).LookAsync();
        given.Today = AssessBy.PlusDays(3);
        await given.MustAsync(OnSudan(given, new ExtendMoratorium(Policy, MoratoriumKind.Decision, Began, TestStore.Date("2025-10-10"), "Stcrt. 2")));
        await given.MustAsync(OnSudan(given, new ImposeMoratorium(Policy, MoratoriumKind.Decision, given.Today, TestStore.Date("2025-07-13"), "Wie uit dit land komt", "Stcrt. 3")));
        given.Reopen();
        await new TermWatch(given.Store, given).LookAsync();
        Assert.Single(InCountry(given));
        given.Today = TestStore.Date("2025-01-14");

        await new TermWatch(given.Store, given).LookAsync();

        Assert.Equal(
            [Unassessed, Unassessed with { LastDay = TestStore.Date("2025-01-13") }, new MoratoriumReviewLapsed(MoratoriumKind.Decision, AssessBy.PlusDays(3), TestStore.Date("2025-01-13"))],
            InCountry(given).Select(each => each.Event));
        Assert.Empty(given.Verify().Problems);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_a_site_did_not_put_right_is_observed_once_on_the_next_day_and_stays_open(string database)
    {
        using var given = await WithBothAsync(database);
        given.Today = RemedyBy;
        await new TermWatch(given.Store, given).LookAsync();
        Assert.Empty(AtSite(given));
        given.Today = RemedyBy.PlusDays(1);
        var watch = new TermWatch(given.Store, given);

        var (first, second) = (await watch.LookAsync(), await watch.LookAsync());
        await given.ArrivesAsync(7); // The site's history goes on.
        await given.PlacedAsync(7, Site);
        given.Reopen();
        var third = await new TermWatch(given.Store, given).LookAsync();

        Assert.Equal((1, 0, 0), (first.Observed, second.Observed, third.Observed));
        var mark = Assert.Single(AtSite(given));
        Assert.Equal((Unremedied, given.Today, Doer.Clock, Purpose.Reception), (mark.Event, mark.Envelope.OccurredOn, mark.Envelope.Doer, mark.Envelope.Purpose));
        Assert.Single(given.Store.Sites.Of(Site).Site.Traits.Findings);
        Assert.Empty(given.Verify().Problems);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Put_right_late_it_is_not_observed_again_and_the_same_shortfall_found_anew_is(string database)
    {
        using var given = await WithBothAsync(database);
        given.Today = RemedyBy.PlusDays(1);
        await new TermWatch(given.Store, given).LookAsync();
        given.Today = RemedyBy.PlusDays(4);
        await given.MustAsync(given.Act(TestStore.SiteOf(Site), new RemedyFinding(TestStore.Reception, SiteStandard.Privacy, given.Today)));
        await new TermWatch(given.Store, given).LookAsync();
        Assert.Single(AtSite(given));
        await given.MustAsync(given.Act(TestStore.SiteOf(Site), Found())); // With the very days of the first.

        await new TermWatch(given.Store, given).LookAsync();
        given.Reopen();
        await new TermWatch(given.Store, given).LookAsync();

        Assert.Equal([Unremedied, Unremedied], AtSite(given).Select(each => each.Event));
        Assert.Empty(given.Verify().Problems);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Two_watches_at_once_and_one_that_was_ended_observe_nothing_twice(string database)
    {
        using var given = await WithBothAsync(database);
        given.Today = AssessBy.PlusDays(1);
        using (var ended = new CancellationTokenSource())
        {
            await ended.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new TermWatch(given.Store, given).LookAsync(ended.Token));
        }

        var both = await Task.WhenAll(new TermWatch(given.Store, given).LookAsync(), new TermWatch(given.Store, given).LookAsync());

        Assert.Equal(2, both.Sum(report => report.Observed));
        Assert.Equal([Unassessed, Unremedied], InCountry(given).Concat(AtSite(given)).Select(each => each.Event));
    }

    [Fact]
    public async Task Late_sees_what_one_sees_who_looked_every_day()
    {
        using var daily = await WithBothAsync("SQLite");
        using var late = await WithBothAsync("SQLite");
        while (daily.Today < Ends.PlusDays(10))
        {
            daily.Today = daily.Today.PlusDays(1);
            await new TermWatch(daily.Store, daily).LookAsync();
        }
        late.Today = daily.Today;
        await new TermWatch(late.Store, late).LookAsync();

        Assert.Equal([Unassessed, Unremedied], InCountry(daily).Concat(AtSite(daily)).Select(each => each.Event));
        Assert.Equal(InCountry(daily).Concat(AtSite(daily)).Select(each => each.Event), InCountry(late).Concat(AtSite(late)).Select(each => each.Event));
    }

    [Fact]
    public async Task The_policies_that_are_kept_are_those_of_the_log_also_after_something_new()
    {
        using var given = await WithBothAsync("SQLite");
        Assert.Equal((Sudan, 1), given.Store.Policies.All().Select(each => (each.Country, each.Version)).Single());
        given.Today = AssessBy;
        await given.MustAsync(OnSudan(given, new ReassessMoratorium(Policy, MoratoriumKind.Decision, Began, "De onzekerheid duurt voort")));

        var kept = Assert.Single(given.Store.Policies.All());

        Assert.Equal((2, AssessBy), (kept.Version, kept.Policy.Moratoria[0].AssessedOn));
        given.Reopen();
        Assert.Equal(kept.Policy.Moratoria, Assert.Single(given.Store.Policies.All()).Policy.Moratoria);
    }

    private static RecordFinding Found() => new(TestStore.Reception, new(SiteStandard.Privacy, TestStore.Date("2024-01-05"), RemedyBy));

    private static Act OnSudan(TestStore given, PolicyCommand command) => new(ActKey.New(), Doer.Of(Policy), Purpose.Policy, given.Today, [new(StreamId.Of(Sudan), command)]);

    private static List<RecordedEvent> InCountry(TestStore given) => OfClock(given, StreamId.Of(Sudan));

    private static List<RecordedEvent> AtSite(TestStore given) => OfClock(given, TestStore.SiteOf(Site));

    private static List<RecordedEvent> OfClock(TestStore given, StreamId stream) => [.. given.Store.Log.ReadStream(stream).Where(each => each.Envelope.Doer.Kind == DoerKind.Clock)];

    private static async Task<TestStore> WithBothAsync(string database)
    {
        var given = TestStore.On(database);
        await given.OpensAsync(Site);
        await given.MustAsync(given.Act(TestStore.SiteOf(Site), Found()));
        await given.MustAsync(OnSudan(given, new ImposeMoratorium(Policy, MoratoriumKind.Decision, Began, Ends, "Wie uit dit land komt", "Stcrt. 1")));
        return given;
    }
}
