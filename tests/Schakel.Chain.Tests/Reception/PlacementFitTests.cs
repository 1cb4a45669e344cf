using Schakel.Chain.Reception;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Reception;

/// <summary>What a site means for what somebody said: from what is known of the site, and it says so where nothing is.</summary>
public sealed class PlacementFitTests
{
    private static readonly MunicipalityId Utrecht = new(344);
    private static readonly MunicipalityId Amsterdam = new(363);
    private static readonly Site Plain = Site.Unopened with { IsOpen = true, Capacity = 10, Modality = Modality.Regular };

    private static Site In(MunicipalityId municipality) => Plain with { Traits = SiteTraits.None with { Municipality = municipality } };

    private static Site With(PlaceKinds kinds) => Plain with { Traits = SiteTraits.None with { Equipped = [new(kinds, 1, 2)] } };

    private static PlacementMatch[] Fits(Site site, PlacementStated said, Site? now = null, PlacementOutcome? outcome = PlacementOutcome.InTalk, PlaceKinds needs = PlaceKinds.None)
    {
        var given = AnAdult().Arrived("2024-01-15").Happened("2024-01-16", new NeedsRecorded(needs), said);
        var file = outcome is { } came && said.Facts != PlacementFacts.None ? given.Happened("2024-01-17", new PlacementFactsJudged(said.Facts, came, Officials.Reception)).File() : given.File();
        return [.. PlacementFits.Of(file, site, now)];
    }

    private static PlacementStated Fact(PlacementFacts fact, MunicipalityId? work = null, MunicipalityId? family = null) => new(fact, null, work, family, PlacementWishes.None, null);

    private static PlacementStated Wish(PlacementWishes wish, MunicipalityId? near = null) => new(PlacementFacts.None, null, null, null, wish, near);

    [Theory]
    [InlineData(PlacementFacts.NoStairs, PlaceKinds.Wheelchair, PlacementFit.Meets)]
    [InlineData(PlacementFacts.NoStairs, PlaceKinds.OwnRoom, PlacementFit.Lacks)]
    [InlineData(PlacementFacts.NoStairs, PlaceKinds.None, PlacementFit.Lacks)]
    [InlineData(PlacementFacts.WomensPlace, PlaceKinds.Protected, PlacementFit.Meets)]
    [InlineData(PlacementFacts.WomensPlace, PlaceKinds.Wheelchair, PlacementFit.Lacks)]
    [InlineData(PlacementFacts.CareNearby, PlaceKinds.Medical, PlacementFit.Meets)]
    [InlineData(PlacementFacts.CareNearby, PlaceKinds.None, PlacementFit.Unknown)]
    [InlineData(PlacementFacts.Pregnancy, PlaceKinds.None, PlacementFit.Unknown)]
    public void A_fact_is_held_against_the_kinds_of_places(PlacementFacts fact, PlaceKinds kinds, PlacementFit fit) =>
        Assert.Equal((fit, true), Assert.Single(Fits(With(kinds), Fact(fact))) is var match ? (match.Fit, match.Binds) : default);

    [Fact]
    public void Work_and_family_against_the_municipality()
    {
        foreach (var said in (PlacementStated[])[Wish(PlacementWishes.NearPeople, Utrecht), Fact(PlacementFacts.WorkOrStudy, work: Utrecht), Fact(PlacementFacts.CloseFamily, family: Utrecht)])
        {
            Assert.Equal(PlacementFit.Meets, Assert.Single(Fits(In(Utrecht), said)).Fit);
            Assert.Equal(PlacementFit.Lacks, Assert.Single(Fits(In(Amsterdam), said)).Fit);
            Assert.Equal(PlacementFit.Unknown, Assert.Single(Fits(Plain, said)).Fit);
        }
    }

    [Fact]
    public void A_school_stays_within_the_municipality()
    {
        var school = Fact(PlacementFacts.ChildAtSchool);
        Assert.Equal(PlacementFit.Meets, Assert.Single(Fits(In(Utrecht), school, In(Utrecht))).Fit);
        Assert.Equal(PlacementFit.Lacks, Assert.Single(Fits(In(Amsterdam), school, In(Utrecht))).Fit);
        Assert.Equal(PlacementFit.Unknown, Assert.Single(Fits(In(Amsterdam), school)).Fit);
    }

    [Theory]
    [InlineData(PlacementWishes.Quiet)]
    [InlineData(PlacementWishes.ReligiousCommunity)]
    [InlineData(PlacementWishes.SameRegion)]
    public void What_is_not_known_of_a_site_is_said_to_be_so(PlacementWishes wish)
    {
        var match = Assert.Single(Fits(In(Amsterdam), Wish(wish), In(Utrecht)));
        Assert.Equal((PlacementFit.Unknown, false), (match.Fit, match.Binds));
        Assert.Contains("niet bekend", match.Text.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fact_nobody_looked_at_does_not_bind()
    {
        var match = Assert.Single(Fits(Plain, Fact(PlacementFacts.NoStairs), outcome: null));
        Assert.False(match.Binds);
        Assert.Contains("nog niet bekeken", match.Text.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_was_not_confirmed_is_left_out() => Assert.Empty(Fits(Plain, Fact(PlacementFacts.NoStairs), outcome: PlacementOutcome.NotSo));

    [Fact] // The guard stands where needs are recorded, and once.
    public void What_the_site_guards_already_is_pointed_at()
    {
        Assert.Contains("leg het vast bij de behoeften", Assert.Single(Fits(Plain, Fact(PlacementFacts.NoStairs))).Text.Dutch, StringComparison.Ordinal);
        Assert.Contains("weigert dit zonder noodgrond", Assert.Single(Fits(Plain, Fact(PlacementFacts.NoStairs), needs: PlaceKinds.Wheelchair)).Text.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void What_binds_comes_first()
    {
        PlacementStated said = new(PlacementFacts.CareNearby | PlacementFacts.ChildAtSchool, null, null, null, PlacementWishes.Quiet, null);
        var file = AnAdult().Arrived("2024-01-15").Happened("2024-01-16", said)
            .Happened("2024-01-17", new PlacementFactsJudged(PlacementFacts.ChildAtSchool, PlacementOutcome.ByPartner, Officials.Reception)).File();
        Assert.Equal((string[])["Kind op school (bevestigd feit)", "Behandeling die dichtbij moet zijn (feit, nog niet bekeken)", "Een rustige plek (wens)"],
            PlacementFits.Of(file, Plain, null).Select(each => each.Text.Dutch[..each.Text.Dutch.IndexOf(':', StringComparison.Ordinal)]));
    }

    [Fact]
    public void Who_said_nothing_has_nothing_to_hold_against_a_site() => Assert.Empty(PlacementFits.Of(AnAdult().Arrived("2024-01-15").File(), Plain, null));
}
