using Schakel.Chain.Family;
using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Procedure;

public sealed class DecisionTests
{
    private static Given InTrackFour() => AnAdult().Lodged("2024-03-01").InTrack(Track.General, "2024-03-05");

    private static Given Interviewed() => InTrackFour().Interviewed("2024-03-27");

    private static Given Accepted() => AnAdult().Lodged("2024-03-01").InTrack(Track.Dublin, "2024-03-05")
        .Happened("2024-03-10", new DublinTransferRequested(true)).Happened("2024-03-20", new DublinReplyReceived(true));

    private static DecideApplication To(DecisionOutcome outcome) => new(Officials.Deciding, outcome) { Ground = DecisionGroundTests.GroundOf(outcome) };

    private static ApplicationDecided Decided(DecisionOutcome outcome, bool inGeneralProcedure = false) =>
        new(outcome, inGeneralProcedure, Officials.Deciding, DecisionGroundTests.GroundOf(outcome));

    [Theory]
    [InlineData(DecisionOutcome.GrantRefugee)]
    [InlineData(DecisionOutcome.GrantSubsidiary)]
    public void Granting_follows_the_interview(DecisionOutcome outcome) =>
        Interviewed().When(To(outcome), "2024-04-02").Then(Decided(outcome, inGeneralProcedure: true));

    [Fact]
    public void Nobody_is_granted_unheard() =>
        InTrackFour().When(To(DecisionOutcome.GrantRefugee), "2024-04-02").ThenRefused("interview.not-held");

    [Fact]
    public void Nobody_is_rejected_unheard() =>
        InTrackFour().Intended("2024-04-02").Viewed("2024-04-03").When(To(DecisionOutcome.Unfounded), "2024-04-05")
            .ThenRefused("interview.not-held");

    [Fact]
    public void A_child_follows_its_family() =>
        AChild().Lodged("2024-03-01").InTrack(Track.General, "2024-03-05").When(To(DecisionOutcome.GrantRefugee), "2024-04-02")
            .Then(Decided(DecisionOutcome.GrantRefugee, inGeneralProcedure: true));

    [Fact]
    public void An_unaccompanied_minor_is_heard() =>
        AnUnaccompaniedMinor().Lodged("2024-03-01").InTrack(Track.General, "2024-03-05").When(To(DecisionOutcome.GrantRefugee), "2024-04-02")
            .ThenRefused("interview.not-held");

    [Fact]
    public void An_evident_grant_needs_no_interview() =>
        AnAdult().Lodged("2024-03-01").InTrack(Track.EvidentGrant, "2024-03-05").When(To(DecisionOutcome.GrantRefugee), "2024-03-12")
            .Then(Decided(DecisionOutcome.GrantRefugee));

    [Fact]
    public void A_family_member_may_have_a_derived_status() =>
        Interviewed().WithRelative(Person, FamilyRole.Main, "1990-05-01").WithRelative(new(8), FamilyRole.Partner, "1991-01-01")
            .When(To(DecisionOutcome.GrantDerived), "2024-04-02").Then(Decided(DecisionOutcome.GrantDerived, inGeneralProcedure: true));

    [Fact]
    public void Someone_alone_may_not() =>
        Interviewed().WithRelative(Person, FamilyRole.Main, "1990-05-01").When(To(DecisionOutcome.GrantDerived), "2024-04-02")
            .ThenRefused("decision.no-family");

    [Fact]
    public void A_relative_on_an_entry_visa_is_granted_ex_officio() =>
        AChild().Happened("2024-03-01", new PersonArrived(Home, Date("2015-05-01"), FamilyRole.Child, Route.FamilyReunification, TerApel, false))
            .When(To(DecisionOutcome.GrantDerived), "2024-03-02").Then(Decided(DecisionOutcome.GrantDerived));

    [Fact]
    public void Rejecting_follows_intention_and_view() =>
        Interviewed().Extended("2024-04-02").Intended("2024-05-06").Viewed("2024-05-20")
            .When(To(DecisionOutcome.Unfounded), "2024-06-10").Then(Decided(DecisionOutcome.Unfounded));

    [Theory]
    [InlineData(DecisionOutcome.Unfounded)]
    [InlineData(DecisionOutcome.ManifestlyUnfounded)]
    [InlineData(DecisionOutcome.Inadmissible)]
    public void Nobody_is_rejected_without_an_intention(DecisionOutcome outcome) =>
        Interviewed().When(To(outcome), "2024-04-05").ThenRefused("decision.no-intention");

    [Fact]
    public void Without_a_view_its_period_is_waited_for() =>
        Interviewed().Extended("2024-04-02").Intended("2024-05-06").When(To(DecisionOutcome.Unfounded), "2024-06-03")
            .ThenRefused("decision.view-period-runs", "2024-06-03");

    [Fact]
    public void And_not_longer() =>
        Interviewed().Extended("2024-04-02").Intended("2024-05-06").When(To(DecisionOutcome.Unfounded), "2024-06-04")
            .Then(Decided(DecisionOutcome.Unfounded));

    [Fact]
    public void In_the_general_procedure_the_day_of_the_view_is_waited_for() =>
        Interviewed().Intended("2024-04-02").When(To(DecisionOutcome.Unfounded), "2024-04-03")
            .ThenRefused("decision.view-period-runs", "2024-04-03");

    [Fact]
    public void No_application_is_decided_twice() =>
        Interviewed().Decided(DecisionOutcome.GrantRefugee, "2024-04-02").When(To(DecisionOutcome.Unfounded), "2024-04-03")
            .ThenRefused("decision.already-taken");

    [Fact]
    public void Nothing_is_decided_that_was_not_asked() =>
        AnAdult().Arrived("2024-03-01").When(To(DecisionOutcome.GrantRefugee), "2024-04-03").ThenRefused("application.none-open");

    [Fact]
    public void Nothing_is_decided_before_the_track() =>
        AnAdult().Lodged("2024-03-01").When(To(DecisionOutcome.GrantRefugee), "2024-04-03").ThenRefused("interview.no-track");

    [Theory]
    [InlineData(DecisionOutcome.GrantRefugee)]
    [InlineData(DecisionOutcome.GrantDerived)]
    [InlineData(DecisionOutcome.Unfounded)]
    public void In_track_one_the_claim_is_not_judged(DecisionOutcome outcome) =>
        Accepted().When(To(outcome), "2024-04-10").ThenRefused("decision.dublin-track");

    [Fact]
    public void When_another_state_accepted_the_application_is_not_taken_up() =>
        Accepted().Intended("2024-03-21").Viewed("2024-04-01").When(To(DecisionOutcome.NotTakenUp), "2024-04-10")
            .Then(Decided(DecisionOutcome.NotTakenUp));

    [Fact]
    public void Not_before_it_accepted() =>
        AnAdult().Lodged("2024-03-01").InTrack(Track.Dublin, "2024-03-05").Happened("2024-03-10", new DublinTransferRequested(true))
            .Intended("2024-03-21").Viewed("2024-04-01").When(To(DecisionOutcome.NotTakenUp), "2024-04-10")
            .ThenRefused("decision.no-state-accepted");

    [Fact]
    public void Not_taking_up_needs_an_intention_too() =>
        Accepted().When(To(DecisionOutcome.NotTakenUp), "2024-04-10").ThenRefused("decision.no-intention");

    [Fact]
    public void Whoever_is_there_is_not_put_out_of_consideration() =>
        InTrackFour().When(To(DecisionOutcome.OutOfConsideration), "2024-04-10").ThenRefused("decision.nothing-missed");

    [Fact]
    public void A_late_decision_is_taken_and_marked() =>
        AnAdult().Lodged("2022-01-10").InTrack(Track.General, "2022-01-13").Interviewed("2024-03-27")
            .When(To(DecisionOutcome.GrantRefugee), "2024-04-02")
            .Then(Decided(DecisionOutcome.GrantRefugee, inGeneralProcedure: true), new BreachRecorded("decision-period", Date("2022-07-10")));

    [Fact]
    public void On_the_last_day_it_is_in_time() =>
        AnAdult().Lodged("2022-01-10").InTrack(Track.General, "2022-01-13").Interviewed("2022-03-28").Extended("2022-03-30")
            .When(To(DecisionOutcome.GrantRefugee), "2022-07-10").Then(Decided(DecisionOutcome.GrantRefugee));

    [Fact]
    public void When_the_Netherlands_became_responsible_later_the_period_starts_then() =>
        AnAdult().Lodged("2022-01-10").InTrack(Track.Dublin, "2022-01-13").Happened("2024-02-01", new TransferLapsed(Date("2024-02-01")))
            .Happened("2024-02-01", new TrackConfirmed(Track.General, 0, Officials.Hearing)).Interviewed("2024-03-27")
            .When(To(DecisionOutcome.GrantRefugee), "2024-04-02").Then(Decided(DecisionOutcome.GrantRefugee, inGeneralProcedure: true));

    [Fact]
    public void A_grant_gives_a_permit() =>
        Interviewed().Decided(DecisionOutcome.GrantRefugee, "2024-04-02").When(new IssuePermit(Officials.Deciding, 60), "2024-04-02")
            .Then(new PermitIssued(60));

    [Fact]
    public void For_as_long_as_the_law_says() =>
        Interviewed().Decided(DecisionOutcome.GrantRefugee, "2024-04-02").When(new IssuePermit(Officials.Deciding, 36), "2024-04-02")
            .ThenRefused("permit.other-duration");

    [Fact]
    public void Without_a_grant_there_is_no_permit() =>
        Interviewed().When(new IssuePermit(Officials.Deciding, 60), "2024-04-02").ThenRefused("permit.no-grant");

    [Fact]
    public void There_is_one_permit() =>
        ApplicationTests.Granted().When(new IssuePermit(Officials.Deciding, 60), "2024-04-02").ThenRefused("permit.already-issued");
}

public sealed class LateDecisionTests
{
    private static readonly ReceiveDefaultNotice Notice = new();

    private static Given Late() => AnAdult().Lodged("2022-01-10").InTrack(Track.General, "2022-01-13");

    private static Given Noticed() => Late().Happened("2022-10-13", new DefaultNoticeReceived());

    private static Given Ordered() => Noticed().Happened("2022-11-01", new DecisionOrdered(56, 100));

    [Fact]
    public void A_late_decision_may_be_asked_for() => Late().When(Notice, "2022-07-11").Then(new DefaultNoticeReceived());

    [Fact]
    public void Not_while_the_period_runs() => Late().When(Notice, "2022-07-10").ThenRefused("default-notice.premature", "2022-07-10");

    [Fact]
    public void Not_twice() => Noticed().When(Notice, "2022-10-14").ThenRefused("default-notice.already-received");

    [Fact]
    public void Not_after_the_decision() =>
        ApplicationTests.Granted().When(Notice, "2025-10-14").ThenRefused("application.none-open");

    [Fact(DisplayName = "TV-5: notice of 13 October 2022, two weeks through the 27th")]
    public void After_two_weeks_the_court_may_order_a_decision() =>
        Noticed().When(new OrderDecision(Officials.Judge, 56, 100), "2022-10-28").Then(new DecisionOrdered(56, 100));

    [Fact]
    public void Not_within_them() =>
        Noticed().When(new OrderDecision(Officials.Judge, 56, 100), "2022-10-27").ThenRefused("court-order.grace-runs", "2022-10-27");

    [Fact]
    public void Not_without_a_notice() =>
        Late().When(new OrderDecision(Officials.Judge, 56, 100), "2022-10-28").ThenRefused("court-order.no-notice");

    [Fact]
    public void Not_a_second_time() =>
        Ordered().When(new OrderDecision(Officials.Judge, 56, 100), "2022-11-28").ThenRefused("court-order.already-given");

    [Fact]
    public void Not_without_a_term() =>
        Noticed().When(new OrderDecision(Officials.Judge, 0, 100), "2022-10-28").ThenRefused("court-order.empty");

    [Fact]
    public void Not_when_it_is_decided() =>
        ApplicationTests.Granted().When(new OrderDecision(Officials.Judge, 56, 100), "2025-10-28").ThenRefused("application.none-open");

    [Fact]
    public void After_the_court_s_term_a_penalty_is_due() =>
        Ordered().When(new PayPenalty(Officials.Deciding, 100), "2022-12-28").Then(new PenaltyPaid(100));

    [Fact]
    public void Not_within_it() =>
        Ordered().When(new PayPenalty(Officials.Deciding, 100), "2022-12-27").ThenRefused("penalty.term-runs", "2022-12-27");

    [Fact]
    public void Not_without_an_order() => Noticed().When(new PayPenalty(Officials.Deciding, 100), "2022-12-28").ThenRefused("penalty.no-order");

    [Fact]
    public void Without_an_order_only_when_the_penalty_is_not_held_off_in_asylum_and_after_the_grace()
    {
        Given NotHeldOff() => Noticed().UnderLawWith("penalty-amount.suspended-in-asylum", "false");
        NotHeldOff().When(new PayPenalty(Officials.Deciding, 23), "2022-10-28").Then(new PenaltyPaid(23));
        NotHeldOff().When(new PayPenalty(Officials.Deciding, 24), "2022-10-28").ThenRefused("penalty.above-administrative");
        NotHeldOff().When(new PayPenalty(Officials.Deciding, 100), "2022-10-27").ThenRefused("penalty.no-order");
    }

    [Fact]
    public void Not_an_empty_payment() => Ordered().When(new PayPenalty(Officials.Deciding, 0), "2022-12-28").ThenRefused("penalty.no-amount");

    [Fact]
    public void Payments_add_up() =>
        Ordered().Happened("2023-01-05", new PenaltyPaid(700)).When(new PayPenalty(Officials.Deciding, 300), "2023-01-10")
            .Then(new PenaltyPaid(300));
}

public sealed class DublinTests
{
    private static Given InTrackOne() => AnAdult().Lodged("2023-11-01").InTrack(Track.Dublin, "2023-11-05");

    private static Given Requested() => InTrackOne().Happened("2023-12-01", new DublinTransferRequested(true));

    private static Given Accepted() => Requested().Happened("2024-01-15", new DublinReplyReceived(true));

    private static Given TransferDecided() => Accepted().Intended("2024-01-16").Viewed("2024-01-20").Decided(DecisionOutcome.NotTakenUp, "2024-02-01");

    private static Given Gone() => TransferDecided().Happened("2024-03-01", new LeftWithUnknownDestination(false, Officials.Reception));

    [Fact]
    public void In_track_one_another_state_is_asked() =>
        InTrackOne().When(new RequestDublinTransfer(Officials.Hearing, true), "2023-12-01").Then(new DublinTransferRequested(true));

    [Fact]
    public void In_track_four_none_is() =>
        AnAdult().Lodged("2023-11-01").InTrack(Track.General, "2023-11-05")
            .When(new RequestDublinTransfer(Officials.Hearing, true), "2023-12-01").ThenRefused("dublin.not-track-one");

    [Fact]
    public void It_is_asked_once() =>
        Requested().When(new RequestDublinTransfer(Officials.Hearing, true), "2023-12-02").ThenRefused("dublin.already-requested");

    [Fact]
    public void Not_after_the_decision() =>
        TransferDecided().When(new RequestDublinTransfer(Officials.Hearing, true), "2024-02-02").ThenRefused("application.none-open");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void It_replies(bool accepted) =>
        Requested().When(new ReceiveDublinReply(accepted), "2024-01-15").Then(new DublinReplyReceived(accepted));

    [Fact]
    public void No_reply_without_a_request() =>
        InTrackOne().When(new ReceiveDublinReply(true), "2024-01-15").ThenRefused("dublin.no-request");

    [Fact]
    public void No_reply_about_someone_who_left() =>
        Requested().Happened("2024-01-02", new Chain.Return.Departed(Chain.Return.DepartureKind.Unsupervised))
            .When(new ReceiveDublinReply(true), "2024-01-15").ThenRefused("person.departed");

    [Fact]
    public void No_second_reply() => Accepted().When(new ReceiveDublinReply(false), "2024-01-16").ThenRefused("dublin.no-request");

    [Fact(DisplayName = "TV-11: accepted 15 January 2024, transfer by 15 July 2024")]
    public void Within_six_months_the_person_is_transferred() =>
        TransferDecided().When(new TransferToState(Officials.Returning), "2024-07-15").Then(new TransferredToState());

    [Fact]
    public void Not_later() =>
        TransferDecided().When(new TransferToState(Officials.Returning), "2024-07-16")
            .ThenRefused("dublin.transfer-period-over", "2024-07-15");

    [Fact]
    public void Not_without_a_decision() =>
        Accepted().When(new TransferToState(Officials.Returning), "2024-07-15").ThenRefused("dublin.no-transfer-decision");

    [Fact]
    public void Not_without_acceptance() =>
        Requested().When(new TransferToState(Officials.Returning), "2024-07-15").ThenRefused("dublin.not-accepted");

    [Fact]
    public void Nobody_who_is_gone_is_transferred() =>
        Gone().When(new TransferToState(Officials.Returning), "2024-07-15").ThenRefused("person.gone");

    [Fact]
    public void Absconding_is_notified_before_the_six_months_end() =>
        Gone().When(new NotifyAbsconding(Officials.Hearing), "2024-07-15").Then(new AbscondingNotified());

    [Fact]
    public void Not_after() =>
        Gone().When(new NotifyAbsconding(Officials.Hearing), "2024-07-16").ThenRefused("dublin.transfer-period-over", "2024-07-15");

    [Fact]
    public void Nobody_who_is_here_absconds() =>
        TransferDecided().When(new NotifyAbsconding(Officials.Hearing), "2024-03-15").ThenRefused("dublin.not-gone");

    [Fact]
    public void Absconding_is_notified_once() =>
        Gone().Happened("2024-03-02", new AbscondingNotified()).When(new NotifyAbsconding(Officials.Hearing), "2024-03-15")
            .ThenRefused("dublin.absconding-already-notified");

    [Fact]
    public void To_a_state_that_accepted() =>
        Requested().When(new NotifyAbsconding(Officials.Hearing), "2024-03-15").ThenRefused("dublin.not-accepted");

    [Fact]
    public void After_six_months_the_Netherlands_is_responsible() =>
        TransferDecided().When(new LapseTransfer(), "2024-07-20").Then(new TransferLapsed(Date("2024-07-16")));

    [Fact]
    public void Not_sooner() =>
        TransferDecided().When(new LapseTransfer(), "2024-07-15").ThenRefused("dublin.transfer-period-runs", "2024-07-15");

    [Fact]
    public void After_absconding_was_notified_it_takes_eighteen_months() =>
        Gone().Happened("2024-03-02", new AbscondingNotified()).When(new LapseTransfer(), "2025-07-15")
            .ThenRefused("dublin.transfer-period-runs", "2025-07-15");

    [Fact]
    public void Nothing_lapses_that_was_not_accepted() =>
        Requested().When(new LapseTransfer(), "2025-07-15").ThenRefused("dublin.not-accepted");

    [Fact]
    public void The_claim_is_then_judged_here() =>
        TransferDecided().Happened("2024-07-16", new TransferLapsed(Date("2024-07-16")))
            .When(new ConfirmTrack(Officials.Hearing, Track.General, 0), "2024-07-17").Then(new TrackConfirmed(Track.General, 0, Officials.Hearing));
}

public sealed class BorderTests
{
    private static readonly DeferEntry Defer = new(Officials.BorderGuard);

    private static Given Deferred() => AnAdult().Arrived("2024-02-01", atBorder: true).Happened("2024-02-01", new EntryDeferred(Officials.BorderGuard));

    [Fact]
    public void At_the_border_entry_may_be_deferred() =>
        AnAdult().Arrived("2024-02-01", atBorder: true).When(Defer, "2024-02-01").Then(new EntryDeferred(Officials.BorderGuard));

    [Fact]
    public void Not_inland() => AnAdult().Arrived("2024-02-01").When(Defer, "2024-02-01").ThenRefused("border.not-at-border");

    [Fact]
    public void No_minor_is_detained_at_the_border() =>
        AnUnaccompaniedMinor().Arrived("2024-02-01", atBorder: true).When(Defer, "2024-02-01").ThenRefused("border.minor");

    [Fact]
    public void No_family_with_children_is() =>
        AnAdult().WithAChild().Arrived("2024-02-01", atBorder: true).When(Defer, "2024-02-01").ThenRefused("border.family-with-minors");

    [Fact]
    public void Nobody_is_twice() => Deferred().When(Defer, "2024-02-02").ThenRefused("border.already-deferred");

    [Fact]
    public void An_official_may_grant_entry() =>
        Deferred().When(new GrantEntry(Officials.BorderGuard, false), "2024-02-10").Then(new EntryGranted(false));

    [Fact]
    public void Nobody_enters_who_was_not_kept() =>
        AnAdult().Arrived("2024-02-01").When(new GrantEntry(Officials.BorderGuard, false), "2024-02-10").ThenRefused("border.not-deferred");

    [Fact]
    public void Nobody_enters_twice() =>
        Deferred().Happened("2024-02-10", new EntryGranted(false)).When(new GrantEntry(Officials.BorderGuard, false), "2024-02-11")
            .ThenRefused("border.not-deferred");
}
