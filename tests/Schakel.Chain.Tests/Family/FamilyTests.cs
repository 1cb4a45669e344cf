using System.Collections.Immutable;
using Schakel.Chain.Family;
using Schakel.Chain.Procedure;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Family;

public sealed class ReunificationTests
{
    private static readonly DecideReunification Grant = new(Officials.Deciding, Granted: true, Relatives: 3);

    private static Given Sponsor() => Chain.Tests.Procedure.ApplicationTests.Granted();

    private static Given Requested() => Sponsor().Happened("2024-03-01", new ReunificationRequested(3));

    [Fact]
    public void A_permit_holder_may_ask_for_relatives_within_three_months() =>
        Sponsor().When(new RequestReunification(3), "2024-05-08").Then(new ReunificationRequested(3));

    [Fact(DisplayName = "TV-13: after the window the ordinary family rules apply")]
    public void Later_other_rules_apply() =>
        Sponsor().When(new RequestReunification(3), "2024-05-13").ThenRefused("reunification.window-over");

    [Fact(DisplayName = "NAR-9: with two statuses a sponsor with subsidiary protection waits")]
    public void Where_the_law_makes_them_wait_they_wait() =>
        Sponsor().UnderLawWith("family-conditions.wait", "2").When(new RequestReunification(3), "2024-04-07")
            .ThenRefused("reunification.wait-runs", "2024-04-08");

    [Fact]
    public void Without_a_permit_nobody_asks() =>
        AnAdult().Lodged("2024-01-15").When(new RequestReunification(3), "2024-02-15").ThenRefused("permit.none");

    [Fact]
    public void Who_is_here_through_another_does_not() =>
        AnAdult().Lodged("2024-01-15").InTrack(Track.General, "2024-01-18").Decided(DecisionOutcome.GrantDerived, "2024-02-08")
            .Happened("2024-02-08", new PermitIssued(60)).When(new RequestReunification(3), "2024-02-15")
            .ThenRefused("reunification.derived-permit");

    [Fact]
    public void One_request_at_a_time() =>
        Requested().When(new RequestReunification(3), "2024-03-15").ThenRefused("reunification.already-requested");

    [Fact]
    public void For_somebody() => Sponsor().When(new RequestReunification(0), "2024-03-15").ThenRefused("reunification.for-nobody");

    [Fact]
    public void Under_the_ordinary_conditions_there_is_no_window() =>
        Sponsor().When(new RequestReunification(3, UnderConditions: true), "2025-05-13").Then(new ReunificationRequested(3, true));

    [Fact]
    public void The_request_is_decided() => Requested().When(Grant, "2024-08-30").Then(new ReunificationDecided(true, 3, Officials.Deciding));

    [Fact]
    public void A_late_decision_is_marked() =>
        Requested().When(Grant, "2024-10-01")
            .Then(new ReunificationDecided(true, 3, Officials.Deciding), new BreachRecorded("family-decision-period", Date("2024-08-30")));

    [Fact]
    public void Nothing_is_decided_that_was_not_asked() => Sponsor().When(Grant, "2024-08-30").ThenRefused("reunification.not-requested");

    [Fact]
    public void Not_for_more_than_was_asked() =>
        Requested().When(Grant with { Relatives = 4 }, "2024-08-30").ThenRefused("reunification.more-than-asked");

    [Fact]
    public void Not_for_nobody() => Requested().When(Grant with { Relatives = 0 }, "2024-08-30").ThenRefused("reunification.for-nobody");

    [Fact]
    public void Not_twice() =>
        Requested().Happened("2024-08-01", new ReunificationDecided(true, 3, Officials.Deciding)).When(Grant, "2024-08-30")
            .ThenRefused("reunification.not-requested");

    [Fact]
    public void A_late_decision_may_be_asked_for() =>
        Requested().When(new ReceiveReunificationNotice(), "2024-10-01").Then(new ReunificationNoticeReceived());

    [Fact]
    public void Not_too_soon() =>
        Requested().When(new ReceiveReunificationNotice(), "2024-06-01").ThenRefused("reunification-notice.premature");

    [Fact]
    public void Not_twice_for_the_same_request() =>
        Requested().Happened("2024-10-01", new ReunificationNoticeReceived()).When(new ReceiveReunificationNotice(), "2024-10-02")
            .ThenRefused("reunification-notice.already-received");

    [Fact]
    public void Not_without_a_request() =>
        Sponsor().When(new ReceiveReunificationNotice(), "2024-10-02").ThenRefused("reunification.not-requested");
}

public sealed class HouseholdTests
{
    private static readonly PersonId Anna = new(1);
    private static readonly JoinHousehold Join = new(Anna, FamilyRole.Main, Date("1990-05-01"), OnEntryVisa: false);
    private static readonly ImmutableArray<HouseholdEvent> Nobody = [];
    private static readonly ImmutableArray<HouseholdEvent> WithAnna = [new HouseholdJoined(Anna, FamilyRole.Main, Date("1990-05-01"), false)];

    [Fact]
    public void A_household_begins_with_one() =>
        Nobody.When(Join, "2024-01-15").Then(new HouseholdJoined(Anna, FamilyRole.Main, Date("1990-05-01"), false));

    [Fact]
    public void Nobody_joins_twice() => WithAnna.When(Join, "2024-01-15").ThenRefused("household.already-member");

    [Fact]
    public void An_unaccompanied_minor_joins_no_adult() =>
        WithAnna.When(new JoinHousehold(new(2), FamilyRole.UnaccompaniedMinor, Date("2010-01-01"), false), "2024-01-15")
            .ThenRefused("household.not-alone");

    [Fact]
    public void Relatives_need_an_entry_visa() =>
        WithAnna.When(new JoinHousehold(new(2), FamilyRole.Child, Date("2010-01-01"), OnEntryVisa: true), "2024-01-15")
            .ThenRefused("arrival.no-entry-visa");

    [Fact]
    public void Entry_visas_are_granted() => WithAnna.When(new GrantEntryVisas(2), "2024-01-15").Then(new EntryVisasGranted(2));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void To_somebody(int relatives) => WithAnna.When(new GrantEntryVisas(relatives), "2024-01-15").ThenRefused("household.no-relatives");

    [Fact]
    public void Whom_they_can_join() => Nobody.When(new GrantEntryVisas(2), "2024-01-15").ThenRefused("household.nobody-to-join");

    [Fact]
    public void Each_is_used_once() =>
        ImmutableArray.Create<HouseholdEvent>(
                [.. WithAnna, new EntryVisasGranted(1), new HouseholdJoined(new(2), FamilyRole.Child, Date("2010-01-01"), true)])
            .When(new JoinHousehold(new(3), FamilyRole.Child, Date("2012-01-01"), OnEntryVisa: true), "2024-01-15")
            .ThenRefused("arrival.no-entry-visa");
}
