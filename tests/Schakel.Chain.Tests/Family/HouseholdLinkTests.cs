using System.Collections.Immutable;
using Schakel.Chain.Family;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Family;

public sealed class HouseholdLinkTests
{
    private static readonly PersonId Anna = new(1);
    private static readonly PersonId Boris = new(2);
    private static readonly PersonId Cilia = new(3);
    private static readonly PersonId Stranger = new(9);
    private static readonly ImmutableArray<HouseholdEvent> Family =
    [
        new HouseholdJoined(Anna, FamilyRole.Main, Date("1985-05-01"), false),
        new HouseholdJoined(Boris, FamilyRole.Partner, Date("1984-05-01"), false),
        new HouseholdJoined(Cilia, FamilyRole.Child, Date("2012-05-01"), false),
    ];

    private static ImmutableArray<HouseholdEvent> Claimed(PersonId person, FamilyLink link, PersonId to) => [.. Family, new FamilyLinkClaimed(person, link, to)];

    private static ImmutableArray<HouseholdEvent> Established(PersonId person, FamilyLink link, PersonId to) =>
        [.. Claimed(person, link, to), new FamilyLinkEstablished(person, link, to, LinkEvidence.Documents, Officials.Hearing)];

    [Fact]
    public void A_tie_is_claimed() =>
        Family.When(new ClaimLink(Anna, FamilyLink.Spouse, Boris), "2024-01-15").Then(new FamilyLinkClaimed(Anna, FamilyLink.Spouse, Boris));

    [Fact]
    public void A_childs_tie_is_kept_as_the_parents() =>
        Family.When(new ClaimLink(Cilia, FamilyLink.Child, Anna), "2024-01-15").Then(new FamilyLinkClaimed(Anna, FamilyLink.Parent, Cilia));

    [Fact]
    public void Not_with_oneself() =>
        Family.When(new ClaimLink(Anna, FamilyLink.Sibling, Anna), "2024-01-15").ThenRefused("family-link.with-oneself");

    [Fact]
    public void Not_with_a_stranger() =>
        Family.When(new ClaimLink(Anna, FamilyLink.Sibling, Stranger), "2024-01-15").ThenRefused("household.not-member");

    [Fact]
    public void Spouses_are_each_others() =>
        Claimed(Anna, FamilyLink.Spouse, Boris).When(new ClaimLink(Boris, FamilyLink.Spouse, Anna), "2024-01-15").ThenRefused("family-link.already-claimed");

    [Fact]
    public void A_parent_and_a_child_are_one_tie() =>
        Claimed(Anna, FamilyLink.Parent, Cilia).When(new ClaimLink(Cilia, FamilyLink.Child, Anna), "2024-01-15").ThenRefused("family-link.already-claimed");

    [Fact]
    public void A_parent_is_not_its_childs_child() =>
        Claimed(Anna, FamilyLink.Parent, Cilia).When(new ClaimLink(Cilia, FamilyLink.Parent, Anna), "2024-01-15")
            .Then(new FamilyLinkClaimed(Cilia, FamilyLink.Parent, Anna));

    [Fact] // A claim may be wrong; what cannot be is not established.
    public void But_that_is_not_established() =>
        Claimed(Cilia, FamilyLink.Parent, Anna).When(new EstablishLink(Officials.Hearing, Cilia, FamilyLink.Parent, Anna, LinkEvidence.Statements), "2024-02-01")
            .ThenRefused("family-link.parent-younger");

    [Fact]
    public void An_official_establishes_it() =>
        Claimed(Anna, FamilyLink.Parent, Cilia).When(new EstablishLink(Officials.Hearing, Cilia, FamilyLink.Child, Anna, LinkEvidence.Dna), "2024-02-01")
            .Then(new FamilyLinkEstablished(Anna, FamilyLink.Parent, Cilia, LinkEvidence.Dna, Officials.Hearing));

    [Fact]
    public void Only_what_somebody_claims() =>
        Family.When(new EstablishLink(Officials.Hearing, Anna, FamilyLink.Parent, Cilia, LinkEvidence.Documents), "2024-02-01").ThenRefused("family-link.not-claimed");

    [Fact]
    public void Once() =>
        Established(Anna, FamilyLink.Parent, Cilia)
            .When(new EstablishLink(Officials.Hearing, Anna, FamilyLink.Parent, Cilia, LinkEvidence.Documents), "2024-02-01")
            .ThenRefused("family-link.already-established");

    [Fact]
    public void A_minors_marriage_is_not_recognised() =>
        Claimed(Cilia, FamilyLink.Spouse, Boris)
            .When(new EstablishLink(Officials.Hearing, Boris, FamilyLink.Spouse, Cilia, LinkEvidence.Documents), "2024-02-01")
            .ThenRefused("family-link.spouse-minor");

    [Fact]
    public void Nobody_is_guardian_of_an_adult() =>
        Claimed(Anna, FamilyLink.Guardian, Boris)
            .When(new EstablishLink(Officials.Judge, Anna, FamilyLink.Guardian, Boris, LinkEvidence.Court), "2024-02-01")
            .ThenRefused("family-link.no-ward");

    [Fact]
    public void Of_a_child_somebody_may_be() =>
        Claimed(Boris, FamilyLink.Guardian, Cilia)
            .When(new EstablishLink(Officials.Judge, Boris, FamilyLink.Guardian, Cilia, LinkEvidence.Court), "2024-02-01")
            .Then(new FamilyLinkEstablished(Boris, FamilyLink.Guardian, Cilia, LinkEvidence.Court, Officials.Judge));

    [Fact]
    public void A_tie_ends() =>
        Established(Anna, FamilyLink.Spouse, Boris).When(new EndLink(Officials.Hearing, Boris, FamilyLink.Spouse, Anna), "2024-05-01")
            .Then(new FamilyLinkEnded(Boris, FamilyLink.Spouse, Anna));

    [Fact]
    public void And_is_then_gone() =>
        ImmutableArray.Create<HouseholdEvent>([.. Established(Anna, FamilyLink.Spouse, Boris), new FamilyLinkEnded(Boris, FamilyLink.Spouse, Anna)])
            .When(new EndLink(Officials.Hearing, Anna, FamilyLink.Spouse, Boris), "2024-05-02").ThenRefused("family-link.not-claimed");

    [Fact]
    public void A_tie_that_was_never_there_does_not_end() =>
        Family.When(new EndLink(Officials.Hearing, Anna, FamilyLink.Sibling, Boris), "2024-05-02").ThenRefused("family-link.not-claimed");

    [Fact]
    public void A_member_leaves() =>
        Family.When(new LeaveHousehold(Officials.Reception, Boris), "2024-05-01").Then(new HouseholdLeft(Boris));

    [Fact]
    public void A_stranger_does_not() =>
        Family.When(new LeaveHousehold(Officials.Reception, Stranger), "2024-05-01").ThenRefused("household.not-member");

    [Fact]
    public void The_last_adult_leaves_no_child_alone() =>
        ImmutableArray.Create<HouseholdEvent>([.. Family, new HouseholdLeft(Boris)])
            .When(new LeaveHousehold(Officials.Reception, Anna), "2024-05-01").ThenRefused("household.children-alone");

    [Fact]
    public void Leaving_breaks_no_tie()
    {
        var household = Established(Boris, FamilyLink.Parent, Cilia).Add(new HouseholdLeft(Boris)).Aggregate(Household.Empty, Decider.Evolve);
        Assert.Equal([Anna, Cilia], household.Members.Select(member => member.Person));
        Assert.Equal([new HouseholdLink(Boris, FamilyLink.Parent, Cilia, Established: true)], household.Links);
    }

    [Fact] // What was claimed and established by someone who has left can still be established.
    public void Nor_does_it_stop_a_tie_from_being_established() =>
        ImmutableArray.Create<HouseholdEvent>([.. Claimed(Boris, FamilyLink.Parent, Cilia), new HouseholdLeft(Boris)])
            .When(new EstablishLink(Officials.Judge, Boris, FamilyLink.Parent, Cilia, LinkEvidence.Dna), "2024-05-01")
            .Then(new FamilyLinkEstablished(Boris, FamilyLink.Parent, Cilia, LinkEvidence.Dna, Officials.Judge));
}
