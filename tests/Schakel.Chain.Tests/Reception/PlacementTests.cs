using Schakel.Chain.Reception;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Reception;

/// <summary>Facts and wishes for placement: said by the person, looked at by an officer, held against a site; no one is refused a place for them.</summary>
public sealed class PlacementTests
{
    private const PlacementFacts Two = PlacementFacts.NoStairs | PlacementFacts.CloseFamily;
    private static readonly MunicipalityId Utrecht = new(344);
    private static readonly MunicipalityId Amsterdam = new(363);
    private static readonly StatePlacement Say = new(Two, null, null, Utrecht, PlacementWishes.Quiet, null);
    private static readonly PlacementStated Said = new(Two, null, null, Utrecht, PlacementWishes.Quiet, null);
    private static readonly JudgePlacementFacts Look = new(Officials.Reception, PlacementFacts.NoStairs, PlacementOutcome.ByDocument);
    private static readonly PlacementFactsJudged Looked = new(PlacementFacts.NoStairs, PlacementOutcome.ByDocument, Officials.Reception);

    private static Given Here() => AnAdult().Arrived("2024-01-15").Happened("2024-01-16", new PersonPlaced(new(5), Modality.Regular));

    private static PlacementState After(params ChainEvent[] events) => Here().Happened("2024-01-17", events).File().Reception.Circumstances.Placement!;

    private static NextStep? LookAhead(params ChainEvent[] events) =>
        Here().Happened("2024-01-17", events).AheadOn("2024-01-18").Steps.Where(each => each.Code == "judge-placement-facts").Select(each => (NextStep?)each).FirstOrDefault();

    [Fact]
    public void A_person_says_what_matters() => Here().When(Say, "2024-01-17").Then(Said);

    [Fact] // Before there is a place, it matters most.
    public void Who_is_entitled_says_it_before_there_is_a_place() => AnAdult().Arrived("2024-01-15").When(Say, "2024-01-15").Then(Said);

    [Fact]
    public void Said_again_it_takes_the_place_of_what_was_said() =>
        Assert.Equal((PlacementFacts.None, PlacementWishes.SameRegion), After(Said, Said with { Facts = PlacementFacts.None, FamilyIn = null, Wishes = PlacementWishes.SameRegion }) is var now ? (now.Facts, now.Wishes) : default);

    [Fact]
    public void A_municipality_without_its_fact_is_left_out() =>
        Here().When(Say with { Facts = PlacementFacts.NoStairs, WorkIn = Utrecht, Near = Utrecht }, "2024-01-17").Then(Said with { Facts = PlacementFacts.NoStairs, FamilyIn = null });

    [Fact] // The day is not asked, nor kept.
    public void Of_a_pregnancy_the_month_is_kept() =>
        Here().When(new StatePlacement(PlacementFacts.Pregnancy, Date("2024-06-19"), null, null, PlacementWishes.None, null), "2024-01-17")
            .Then(new PlacementStated(PlacementFacts.Pregnancy, Date("2024-06-01"), null, null, PlacementWishes.None, null));

    [Theory]
    [InlineData("2023-12-31", false)]
    [InlineData("2024-01-01", true)]
    [InlineData("2024-10-31", true)]
    [InlineData("2024-11-01", false)]
    public void A_month_that_can_be(string day, bool can)
    {
        var say = Here().When(new StatePlacement(PlacementFacts.Pregnancy, Date(day), null, null, PlacementWishes.None, null), "2024-01-17");
        if (can)
        {
            Assert.Null(say.Refused);
        }
        else
        {
            say.ThenRefused("placement.expected-month");
        }
    }

    [Fact]
    public void Nothing_is_not_said() => Here().When(Say with { Facts = PlacementFacts.None, Wishes = PlacementWishes.None }, "2024-01-17").ThenRefused("placement.empty");

    [Fact]
    public void Three_wishes_at_most() =>
        Here().When(Say with { Wishes = PlacementWishes.Quiet | PlacementWishes.SameRegion | PlacementWishes.ReligiousCommunity | PlacementWishes.NearPeople, Near = Utrecht }, "2024-01-17")
            .ThenRefused("placement.too-many-wishes");

    [Theory]
    [InlineData(PlacementFacts.WorkOrStudy, PlacementWishes.None)]
    [InlineData(PlacementFacts.CloseFamily, PlacementWishes.None)]
    [InlineData(PlacementFacts.None, PlacementWishes.NearPeople)]
    [InlineData(PlacementFacts.None, PlacementWishes.NearSchoolOrWork)]
    public void With_family_or_work_goes_a_municipality(PlacementFacts facts, PlacementWishes wishes) =>
        Here().When(new StatePlacement(facts, null, null, null, wishes, null), "2024-01-17").ThenRefused("placement.municipality-missing");

    [Fact]
    public void And_one_that_there_is() => Here().When(Say with { FamilyIn = new(0) }, "2024-01-17").ThenRefused("placement.municipality-unknown");

    [Fact]
    public void Who_has_no_right_to_reception_chooses_no_place() =>
        AnAdult().Arrived("2024-01-15").Happened("2024-01-16", new ExclusionEstablished(Norms.Reception.EntitlementReason.SufficientMeans, Officials.Reception))
            .When(Say, "2024-01-17").ThenRefused("placement.no-reception");

    [Fact]
    public void It_is_taken_back() => Here().Happened("2024-01-17", Said).When(new WithdrawPlacement(), "2024-01-18").Then(new PlacementWithdrawn());

    [Fact]
    public void What_was_not_said_is_not_taken_back() => Here().When(new WithdrawPlacement(), "2024-01-18").ThenRefused("placement.not-stated");

    [Fact]
    public void Once_gone_nothing_is_taken_back() =>
        Here().Happened("2024-01-17", Said, new LeftWithUnknownDestination(true, Officials.Reception)).When(new WithdrawPlacement(), "2024-01-18").ThenRefused("person.gone");

    [Fact]
    public void An_officer_confirms_a_fact_with_its_ground() => Here().Happened("2024-01-17", Said).When(Look, "2024-01-18").Then(Looked);

    [Fact]
    public void Or_does_not() =>
        Here().Happened("2024-01-17", Said).When(Look with { Outcome = PlacementOutcome.NotShown }, "2024-01-18").Then(Looked with { Outcome = PlacementOutcome.NotShown });

    [Fact]
    public void Nobody_looks_at_what_was_not_said() => Here().Happened("2024-01-17", Said).When(Look with { Facts = PlacementFacts.Pregnancy }, "2024-01-18").ThenRefused("placement.not-stated");

    [Fact] // Health is not for who decides the claim.
    public void Who_decides_the_claim_does_not_look() => Here().Happened("2024-01-17", Said).When(Look with { By = Officials.Deciding }, "2024-01-18").ThenRefused("act.not-empowered");

    [Fact]
    public void Nothing_binds_before_an_officer_confirmed_it()
    {
        Assert.Equal((PlacementFacts.None, Two), After(Said) is var said ? (said.Confirmed, said.Waiting) : default);
        Assert.Equal((PlacementFacts.NoStairs, PlacementFacts.CloseFamily), After(Said, Looked) is var seen ? (seen.Confirmed, seen.Waiting) : default);
    }

    [Fact]
    public void Looked_at_again_another_outcome_takes_its_place()
    {
        var not = Looked with { Outcome = PlacementOutcome.NotSo };
        Assert.Equal((PlacementFacts.None, PlacementFacts.NoStairs), After(Said, Looked, not) is var no ? (no.Confirmed, no.NotConfirmed) : default);
        Assert.Equal((PlacementFacts.NoStairs, PlacementFacts.None), After(Said, not, Looked) is var yes ? (yes.Confirmed, yes.NotConfirmed) : default);
    }

    [Fact] // Changed is another fact: that somebody's family lives elsewhere now was seen by nobody.
    public void What_says_something_else_now_is_looked_at_anew()
    {
        var both = Looked with { Facts = Two };
        Assert.Equal(Two, After(Said, both, Said with { Wishes = PlacementWishes.SameRegion }).Confirmed);
        Assert.Equal((PlacementFacts.NoStairs, PlacementFacts.CloseFamily), After(Said, both, Said with { FamilyIn = Amsterdam }) is var moved ? (moved.Confirmed, moved.Waiting) : default);
    }

    [Fact]
    public void The_agency_looks_within_a_week()
    {
        var step = LookAhead(Said)!.Value;
        Assert.Equal((Party.ReceptionAgency, Date("2024-01-24")), (step.Party, step.LastDay!.Value));
        Assert.True(step.Type.OnlyForParty);
    }

    [Fact]
    public void Saying_it_again_does_not_make_the_week_longer() =>
        Assert.Equal(Date("2024-01-24"), Here().Happened("2024-01-17", Said).Happened("2024-01-22", Said with { Wishes = PlacementWishes.None }).AheadOn("2024-01-23")
            .Steps.Single(each => each.Code == "judge-placement-facts").LastDay);

    [Fact]
    public void Wishes_are_judged_by_nobody() => Assert.Null(LookAhead(Said with { Facts = PlacementFacts.None, FamilyIn = null }));

    [Fact]
    public void Nor_what_was_looked_at() => Assert.Null(LookAhead(Said, Looked with { Facts = Two }));

    [Fact]
    public void Nor_anything_once_somebody_lives_in_a_home()
    {
        var ahead = Here().Happened("2024-01-17", Said, new Chain.Housing.MovedIntoHome(Utrecht), new ReceptionEnded(new(5), ReceptionEnd.Housed, Officials.Reception)).AheadOn("2024-01-18");
        Assert.DoesNotContain(ahead.Steps.Concat(ahead.MayDo), each => each.Code is "judge-placement-facts" or "state-placement");
        Assert.Contains(ahead.MayDo, each => each.Code == "withdraw-placement");
    }

    [Fact] // A wish or a fact refuses nobody a place: it is shown, and a person weighs it.
    public void Nobody_is_refused_a_place_for_it() =>
        AnAdult().Arrived("2024-01-15").Happened("2024-01-15", Said, Looked with { Facts = Two })
            .When(new PlacePerson(Officials.Reception, new(5), Modality.Regular), "2024-01-16").Then(new PersonPlaced(new(5), Modality.Regular));

    [Fact]
    public void Who_places_and_who_stands_by_the_person_read_it() => Assert.All((IWrittenTo[])[Said, new PlacementWithdrawn(), Looked], each =>
        Assert.Equal(OfficialRoles.ReceptionOfficer | OfficialRoles.Guardian | OfficialRoles.Lawyer, each.Reader));
}
