using Schakel.Chain.Housing;
using Schakel.Chain.Reception;
using Schakel.Norms.Reception;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Housing;

public sealed class HomeOfferTests
{
    private static readonly MunicipalityId Amsterdam = new(363);
    private static readonly UnlinkFromMunicipality Unlink = new(Officials.Reception, UnlinkGround.Safety);
    private static readonly DecideOnHomeRefusal Decide = new(Officials.Reception, Justified: false, ObjectionsConsidered: true);

    private static Given Granted() => Chain.Tests.Procedure.ApplicationTests.Granted().Placed("2024-02-08");

    private static Given Linked() => Granted().Happened("2024-02-20", new LinkedToMunicipality(Amsterdam));

    private static Given Offered() => Linked().Happened("2024-04-20", new HomeOffered(Amsterdam));

    private static Given Refused() => Offered().Happened("2024-04-21", new HomeRefused());

    private static Given WithoutReason() => Refused().Happened("2024-04-25", new HomeRefusalDecided(false, Officials.Reception));

    [Fact]
    public void A_link_is_undone_with_a_ground() =>
        Linked().When(Unlink, "2024-03-01").Then(new UnlinkedFromMunicipality(Amsterdam, UnlinkGround.Safety, Officials.Reception));

    [Fact]
    public void A_link_that_there_is() => Granted().When(Unlink, "2024-03-01").ThenRefused("housing.no-link");

    [Fact]
    public void Whose_link_is_undone_has_no_offer() =>
        Offered().Happened("2024-04-21", new UnlinkedFromMunicipality(Amsterdam, UnlinkGround.Safety, Officials.Reception))
            .When(new AcceptHome(), "2024-04-22").ThenRefused("housing.no-offer");

    [Fact]
    public void A_home_is_accepted() => Offered().When(new AcceptHome(), "2024-04-21").Then(new HomeAccepted());

    [Fact]
    public void Once() => Offered().Happened("2024-04-21", new HomeAccepted()).When(new AcceptHome(), "2024-04-21").ThenRefused("housing.already-answered");

    [Fact]
    public void A_home_may_be_refused() => Offered().When(new RefuseHome(true), "2024-04-21").Then(new HomeRefused());

    [Fact] // Red line 7: no consequence without an explanation.
    public void After_the_consequence_was_explained() =>
        Offered().When(new RefuseHome(false), "2024-04-21").ThenRefused("housing.consequence-not-explained");

    [Fact]
    public void When_one_was_offered() => Linked().When(new RefuseHome(true), "2024-04-21").ThenRefused("housing.no-offer");

    [Fact]
    public void A_refusal_is_decided_on() =>
        Refused().When(Decide, "2024-04-25").Then(new HomeRefusalDecided(false, Officials.Reception));

    [Fact]
    public void After_the_objections_were_considered() =>
        Refused().When(Decide with { ObjectionsConsidered = false }, "2024-04-25").ThenRefused("housing.objections-not-considered");

    [Fact]
    public void Where_nothing_was_refused_nothing_is_decided() => Offered().When(Decide, "2024-04-25").ThenRefused("housing.not-refused");

    [Fact]
    public void With_good_reason_another_home_is_offered() =>
        Refused().Happened("2024-04-25", new HomeRefusalDecided(true, Officials.Reception)).When(new OfferHome(Officials.Housing, Amsterdam), "2024-05-01")
            .Then(new HomeOffered(Amsterdam));

    [Fact]
    public void Not_before_that_was_decided() =>
        Refused().When(new OfferHome(Officials.Housing, Amsterdam), "2024-05-01").ThenRefused("housing.refusal-undecided");

    [Fact]
    public void Without_good_reason_there_is_no_second() =>
        WithoutReason().When(new OfferHome(Officials.Housing, Amsterdam), "2024-05-01").ThenRefused("housing.one-offer");

    [Fact]
    public void Then_reception_may_end_by_decision() =>
        WithoutReason().When(new EndReception(Officials.Reception, ReceptionEnd.HomeRefused), "2024-05-01")
            .Then(new ReceptionEnded(new(5), ReceptionEnd.HomeRefused, Officials.Reception));

    [Fact]
    public void Not_as_long_as_nobody_decided() =>
        Refused().When(new EndReception(Officials.Reception, ReceptionEnd.HomeRefused), "2024-05-01").ThenRefused("reception.no-home-refused");

    [Fact]
    public void The_right_ends_on_the_day_of_that_decision()
    {
        Assert.True(Refused().RightOn("2024-04-26").IsDue);
        Assert.Equal(new(false, null, Date("2024-04-25"), "Rva 7(1)(a)"), WithoutReason().RightOn("2024-04-26"));
        Assert.Equal(ReceptionBasis.StatusHolder, WithoutReason().RightOn("2024-04-25").Basis);
    }

    [Fact]
    public void The_contract_is_signed() =>
        Offered().Happened("2024-04-21", new HomeAccepted()).When(new SignContract(), "2024-04-25").Then(new ContractSigned());

    [Fact]
    public void Not_unaccepted() => Offered().When(new SignContract(), "2024-04-25").ThenRefused("housing.not-accepted");

    [Fact]
    public void Nor_twice() =>
        Offered().Happened("2024-04-21", new HomeAccepted(), new ContractSigned()).When(new SignContract(), "2024-04-25")
            .ThenRefused("housing.already-signed");

    [Fact]
    public void Then_someone_moves_in() =>
        Offered().Happened("2024-04-21", new HomeAccepted(), new ContractSigned()).When(new MoveIntoHome(Amsterdam), "2024-05-01")
            .Then(new MovedIntoHome(Amsterdam));
}
