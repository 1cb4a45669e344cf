using Schakel.Chain.Family;
using Schakel.Chain.Housing;
using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Housing;

public sealed class HomeTests
{
    private static readonly MunicipalityId Amsterdam = new(363);
    private static readonly MunicipalityId Utrecht = new(344);
    private static readonly LinkToMunicipality Link = new(Officials.Reception, Amsterdam);
    private static readonly OfferHome Offer = new(Officials.Housing, Amsterdam);
    private static readonly MoveIntoHome Move = new(Amsterdam);

    private static Given Granted() => Chain.Tests.Procedure.ApplicationTests.Granted();

    private static Given Linked() => Granted().Happened("2024-02-20", new LinkedToMunicipality(Amsterdam));

    private static Given Offered() => Linked().Happened("2024-04-20", new HomeOffered(Amsterdam));

    [Fact]
    public void Within_two_weeks_a_permit_holder_is_linked_to_a_municipality() =>
        Granted().When(Link, "2024-02-22").Then(new LinkedToMunicipality(Amsterdam));

    [Fact]
    public void Later_is_marked() =>
        Granted().When(Link, "2024-02-23").Then(new LinkedToMunicipality(Amsterdam), new BreachRecorded("housing-term", Date("2024-02-22")));

    [Fact]
    public void Without_a_permit_nobody_is_linked() =>
        AnAdult().Lodged("2024-01-15").When(Link, "2024-02-22").ThenRefused("permit.none");

    [Fact]
    public void Nobody_is_linked_twice_to_the_same_municipality() => Linked().When(Link, "2024-02-21").ThenRefused("housing.already-linked");

    [Fact]
    public void A_link_may_change_with_a_ground() =>
        Linked().When(Link with { Municipality = Utrecht, Ground = UnlinkGround.WorkOrStudy }, "2024-03-21").Then(
            new UnlinkedFromMunicipality(Amsterdam, UnlinkGround.WorkOrStudy, Officials.Reception), new LinkedToMunicipality(Utrecht));

    [Fact]
    public void Not_without_one() =>
        Linked().When(Link with { Municipality = Utrecht }, "2024-03-21").ThenRefused("housing.relink-without-ground");

    [Fact]
    public void The_municipality_offers_a_home() => Linked().When(Offer, "2024-04-20").Then(new HomeOffered(Amsterdam));

    [Fact]
    public void Another_municipality_does_not() =>
        Linked().When(Offer with { Municipality = Utrecht }, "2024-04-20").ThenRefused("housing.not-linked");

    [Fact]
    public void Without_a_permit_no_home_is_offered() => AnAdult().Lodged("2024-01-15").When(Offer, "2024-02-22").ThenRefused("permit.none");

    [Fact]
    public void Within_fourteen_weeks_a_permit_holder_moves_in() => Offered().When(Move, "2024-05-16").Then(new MovedIntoHome(Amsterdam));

    [Fact]
    public void Later_is_marked_too() =>
        Offered().When(Move, "2024-05-17").Then(new MovedIntoHome(Amsterdam), new BreachRecorded("housing-term", Date("2024-05-16")));

    [Fact]
    public void Nobody_moves_into_a_home_that_was_not_offered() => Linked().When(Move, "2024-05-16").ThenRefused("housing.no-offer");

    [Fact]
    public void A_new_link_ends_the_offer() =>
        Offered().Happened("2024-04-25", new LinkedToMunicipality(Utrecht)).When(Move, "2024-05-16").ThenRefused("housing.no-offer");

    [Fact]
    public void Whoever_lives_in_a_home_moves_into_no_other() =>
        Offered().Happened("2024-05-01", new MovedIntoHome(Amsterdam)).When(Move, "2024-05-16").ThenRefused("housing.already-housed");

    [Fact]
    public void Without_a_permit_nobody_moves_in() => AnAdult().Lodged("2024-01-15").When(Move, "2024-05-16").ThenRefused("permit.none");

    [Fact]
    public void A_relative_moves_in_with_the_sponsor() =>
        AChild().Happened("2024-03-01", new PersonArrived(Home, Date("2015-05-01"), FamilyRole.Child, Route.FamilyReunification, TerApel, false))
            .Decided(DecisionOutcome.GrantDerived, "2024-03-02").Happened("2024-03-02", new PermitIssued(60))
            .When(Move, "2024-09-16").Then(new MovedIntoHome(Amsterdam));
}
