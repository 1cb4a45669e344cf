using System.Collections.Immutable;
using Schakel.Chain.Family;
using Schakel.Chain.Registration;
using Schakel.Chain.Tests.Registration;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Family;

public sealed class MemberCorrectionTests
{
    private static readonly ImmutableArray<HouseholdEvent> Alone =
        [new HouseholdJoined(Person, FamilyRole.UnaccompaniedMinor, Date("2008-05-01"), OnEntryVisa: false)];

    private static readonly CorrectMember OfAge = new(Person, Date("2004-12-31"));

    [Fact]
    public void A_members_date_of_birth_is_put_right() =>
        Alone.When(OfAge, "2024-02-02").Then(new HouseholdMemberCorrected(Person, Date("2004-12-31")));

    [Fact]
    public void Only_of_a_member() => Alone.When(OfAge with { Person = new(99) }, "2024-02-02").ThenRefused("household-member.unknown");

    [Fact]
    public void Who_was_born() => Alone.When(OfAge with { Born = Date("2025-01-01") }, "2024-02-02").ThenRefused("arrival.born-later", "2024-02-02");

    [Fact] // Whether a family may be held at the border hangs on it.
    public void The_household_then_has_no_minor()
    {
        var household = Decider.Evolve(Household.Empty, Alone[0]);
        Assert.True(household.HasMinorOn(Date("2024-02-02")));
        Assert.False(Decider.Evolve(household, new HouseholdMemberCorrected(Person, Date("2004-12-31"))).HasMinorOn(Date("2024-02-02")));
    }

    [Fact] // One act, two histories: all or none.
    public void A_decision_on_age_goes_to_the_household_too()
    {
        var file = Decider.Evolve(
            CaseFile.Unopened,
            new PersonArrived(Home, Date("2008-05-01"), FamilyRole.UnaccompaniedMinor, Route.Asylum, TerApel, AtBorder: false),
            Date("2024-01-15"));
        var decided = new DecideAge(Officials.Hearing, IdentityTests.Born("2004"), AgeBasis.Assessment);
        Assert.Equal([new Addressed(StreamId.Of(Home), OfAge)], Companions.Of(Person, file, decided));
        Assert.Empty(Companions.Of(Person, file, decided with { Born = IdentityTests.Born("2008-05-01") }));
        Assert.Empty(Companions.Of(Person, file, decided with { Born = default }));
    }
}
