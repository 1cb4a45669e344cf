using System.Collections.Immutable;
using Schakel.Chain.Reception;
using Schakel.Norms;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Reception;

/// <summary>The clock observes that a shortfall at a site was not put right by its day, and no more.</summary>
public sealed class RemedyLapseTests
{
    private static readonly Finding Privacy = new(SiteStandard.Privacy, Date("2024-02-01"), Date("2024-05-01"));
    private static readonly ImmutableArray<SiteEvent> Found = [new SiteOpened(3, Modality.Regular), new FindingRecorded(Privacy)];
    private static readonly RemedyLapsed Passed = new(SiteStandard.Privacy, Date("2024-05-01"));
    private static readonly ImmutableArray<SiteEvent> Lapsed = [.. Found, Passed];
    private static readonly ImmutableArray<SiteEvent> Remedied = [.. Lapsed, new FindingRemedied(SiteStandard.Privacy, Date("2024-05-20"))];
    private static readonly ObserveRemedyLapse Observe = new(SiteStandard.Privacy, Date("2024-05-01"));

    [Fact]
    public void The_day_after_it_was_to_be_put_right_it_is_observed_that_it_was_not()
    {
        Found.When(Observe, "2024-05-02").Then(Passed);
        Assert.Equal([Privacy], RemedyLapses.On(Site(Found), Date("2024-05-02")));
        Assert.Equal(Date("2024-05-01"), RemedyLapses.Next(Site(Found)));
    }

    [Fact]
    public void On_the_day_itself_it_can_still_be_put_right_in_time()
    {
        Found.When(Observe, "2024-05-01").ThenRefused("lapse.still-runs", "2024-05-01");
        Assert.Empty(RemedyLapses.On(Site(Found), Date("2024-05-01")));
    }

    [Fact]
    public void It_is_observed_once_and_stays_open()
    {
        Lapsed.When(Observe, "2024-05-03").ThenRefused("site.no-remedy-lapse");
        Assert.Empty(RemedyLapses.On(Site(Lapsed), Date("2025-01-01")));
        Assert.Null(RemedyLapses.Next(Site(Lapsed)));
        Assert.Equal([Privacy], Site(Lapsed).Traits.Findings);
    }

    [Fact] // The breach is told by who put it right, with the same day: see SiteFactsTests.
    public void It_is_put_right_late_as_ever() =>
        Lapsed.When(new RemedyFinding(Officials.Reception, SiteStandard.Privacy, Date("2024-05-20")))
            .Then(new FindingRemedied(SiteStandard.Privacy, Date("2024-05-20")), new BreachRecorded("site-standards", Date("2024-05-01")));

    [Fact]
    public void What_was_put_right_does_not_lapse() => Remedied.When(Observe, "2024-06-01").ThenRefused("site.no-remedy-lapse");

    [Fact]
    public void A_new_finding_on_the_same_standard_lapses_in_its_turn_whatever_its_day()
    {
        ImmutableArray<SiteEvent> again = [.. Remedied, new FindingRecorded(Privacy)];
        again.When(Observe, "2024-06-01").Then(Passed);
        ImmutableArray<SiteEvent> later = [.. Remedied, new FindingRecorded(new(SiteStandard.Privacy, Date("2024-06-01"), Date("2024-07-01")))];
        later.When(Observe, "2024-06-01").ThenRefused("site.no-remedy-lapse");
        later.When(Observe with { LastDay = Date("2024-07-01") }, "2024-07-02").Then(Passed with { LastDay = Date("2024-07-01") });
    }

    [Fact]
    public void Of_two_open_findings_each_lapses_on_its_own_day()
    {
        ImmutableArray<SiteEvent> both = [.. Found, new FindingRecorded(new(SiteStandard.Play, Date("2024-02-01"), Date("2024-04-01")))];
        Assert.Equal(Date("2024-04-01"), RemedyLapses.Next(Site(both)));
        ImmutableArray<SiteEvent> one = [.. both, new RemedyLapsed(SiteStandard.Play, Date("2024-04-01"))];
        Assert.Equal(Date("2024-05-01"), RemedyLapses.Next(Site(one)));
        Assert.Equal([Privacy], RemedyLapses.On(Site(one), Date("2024-06-01")));
    }

    [Fact]
    public void Nothing_lapses_at_a_site_that_closed() =>
        ImmutableArray.Create<SiteEvent>([.. Found, new SiteClosed()]).When(Observe, "2024-06-01").ThenRefused("site.no-remedy-lapse");

    [Fact] // Red line 3.
    public void Nothing_follows_from_the_mark()
    {
        var (before, after) = (Site(Found), Site(Lapsed));
        Assert.Equal(before.Traits with { Findings = [] }, after.Traits with { Findings = [], Lapsed = before.Traits.Lapsed });
        Assert.False(typeof(ObserveRemedyLapse).IsAssignableTo(typeof(IOfficialAct)));
    }

    private static Site Site(ImmutableArray<SiteEvent> history) => history.Aggregate(Chain.Reception.Site.Unopened, Decider.Evolve);
}
