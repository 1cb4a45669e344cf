using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using Schakel.Chain.Return;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Procedure;

/// <summary>Histories that end at a court.</summary>
internal static class Courts
{
    public static Given Rejected(DecisionOutcome outcome = DecisionOutcome.Unfounded) =>
        AnAdult().Lodged("2023-10-02").InTrack(Track.General, "2023-10-05").Interviewed("2023-12-11").Extended("2023-12-13")
            .Intended("2023-12-13").Viewed("2023-12-14").Decided(outcome, "2023-12-18");

    public static Given Appealed(DecisionOutcome outcome = DecisionOutcome.Unfounded) =>
        Rejected(outcome).Happened("2023-12-20", new AppealLodged(Suspensive: outcome == DecisionOutcome.Unfounded));

    public static Given Ruled(bool upheld, DecisionOutcome outcome = DecisionOutcome.Unfounded) =>
        Appealed(outcome).Happened("2024-06-03", new AppealRuled(upheld));

    public static Given FurtherAppealed() => Ruled(upheld: false).Happened("2024-06-20", new FurtherAppealLodged(ByMinister: false));

    public static Given MinisterAppealed() => Ruled(upheld: true).Happened("2024-06-20", new FurtherAppealLodged(ByMinister: true));
}

public sealed class InterimReliefTests
{
    private static readonly RequestInterimRelief Request = new();
    private static readonly RuleOnInterimRelief Grant = new(Officials.Judge, Granted: true);
    private static readonly EndReception End = new(Officials.Reception, ReceptionEnd.PeriodLapsed);
    private static readonly OpenReturnFile OpenFile = new(Officials.Returning);

    private static Given NotSuspended() => Courts.Appealed(DecisionOutcome.ManifestlyUnfounded);

    [Fact]
    public void With_an_appeal_interim_relief_may_be_asked_for() =>
        NotSuspended().When(Request, "2024-01-10").Then(new InterimReliefRequested(OnFurtherAppeal: false, WithinDeparturePeriod: false));

    [Fact]
    public void With_a_further_appeal_too_and_within_the_departure_period_reception_depends_on_it() =>
        Courts.FurtherAppealed().When(Request, "2024-07-01").Then(new InterimReliefRequested(OnFurtherAppeal: true, WithinDeparturePeriod: true));

    [Fact]
    public void After_the_departure_period_the_file_says_so() =>
        Courts.FurtherAppealed().When(Request, "2024-07-02").Then(new InterimReliefRequested(OnFurtherAppeal: true, WithinDeparturePeriod: false));

    [Fact]
    public void Without_an_appeal_there_is_nothing_to_relieve() =>
        Courts.Rejected().When(Request, "2023-12-19").ThenRefused("interim-relief.no-appeal");

    [Fact]
    public void One_request_at_a_time() =>
        NotSuspended().Happened("2024-01-10", new InterimReliefRequested(false, false)).When(Request, "2024-01-11")
            .ThenRefused("interim-relief.already-asked");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_court_rules_on_it(bool granted) =>
        NotSuspended().Happened("2024-01-10", new InterimReliefRequested(false, false)).When(Grant with { Granted = granted }, "2024-02-01")
            .Then(new InterimReliefRuled(granted));

    [Fact]
    public void Not_unasked() => NotSuspended().When(Grant, "2024-02-01").ThenRefused("interim-relief.not-asked");

    [Fact]
    public void Not_after_the_ruling_on_the_appeal_itself() =>
        NotSuspended().Happened("2024-01-10", new InterimReliefRequested(false, false)).Happened("2024-01-20", new AppealRuled(false))
            .When(Grant, "2024-02-01").ThenRefused("interim-relief.not-asked");

    [Fact]
    public void An_appeal_that_does_not_suspend_leaves_return_going_on() => NotSuspended().When(OpenFile, "2024-01-11").Then(new ReturnFileOpened());

    [Fact]
    public void A_first_request_holds_it_off() =>
        NotSuspended().Happened("2024-01-10", new InterimReliefRequested(false, false)).When(OpenFile, "2024-01-11")
            .ThenRefused("return.claim-or-appeal-runs");

    [Fact]
    public void A_repeated_request_does_not() =>
        NotSuspended().Happened("2024-01-10", new InterimReliefRequested(false, false)).Happened("2024-01-20", new InterimReliefRuled(false))
            .Happened("2024-01-21", new InterimReliefRequested(false, false)).When(OpenFile, "2024-01-22").Then(new ReturnFileOpened());

    [Fact]
    public void Unless_it_is_granted() =>
        NotSuspended().Happened("2024-01-10", new InterimReliefRequested(false, false)).Happened("2024-01-20", new InterimReliefRuled(false))
            .Happened("2024-01-21", new InterimReliefRequested(false, false)).Happened("2024-01-25", new InterimReliefRuled(true))
            .When(OpenFile, "2024-02-22").ThenRefused("return.claim-or-appeal-runs");

    [Fact]
    public void Nor_does_one_on_a_subsequent_application_without_new_elements() =>
        Courts.Ruled(upheld: false).Happened("2024-08-01", new ApplicationLodged(2)).Decided(DecisionOutcome.Inadmissible, "2024-08-10")
            .Happened("2024-08-11", new AppealLodged(false)).Happened("2024-08-12", new InterimReliefRequested(false, false))
            .When(OpenFile, "2024-08-13").Then(new ReturnFileOpened());

    [Fact]
    public void Granted_relief_lasts_until_the_ruling_on_the_appeal() =>
        NotSuspended().Happened("2024-01-10", new InterimReliefRequested(false, false)).Happened("2024-01-25", new InterimReliefRuled(true))
            .Happened("2024-06-03", new AppealRuled(false)).When(OpenFile, "2024-06-04").Then(new ReturnFileOpened());

    [Fact]
    public void A_transfer_waits_for_it() =>
        Return.ReturnFileTests.NotTakenUp().Happened("2023-03-05", new AppealLodged(false)).Happened("2023-03-06", new InterimReliefRequested(false, false))
            .When(new TransferToState(Officials.Returning), "2023-06-01").ThenRefused("interim-relief.transfer-held-off");

    [Fact]
    public void And_so_does_the_end_of_the_transfer_period() =>
        Return.ReturnFileTests.NotTakenUp().Happened("2023-03-05", new AppealLodged(false))
            .Happened("2023-03-06", new InterimReliefRequested(false, false), new InterimReliefRuled(true))
            .When(new LapseTransfer(), "2023-11-01").ThenRefused("interim-relief.transfer-held-off");

    [Fact] // Six months from the ruling, no longer from the acceptance on 10 February.
    public void After_the_ruling_the_transfer_period_begins_again() =>
        Return.ReturnFileTests.NotTakenUp().Happened("2023-03-05", new AppealLodged(false))
            .Happened("2023-03-06", new InterimReliefRequested(false, false), new InterimReliefRuled(true)).Happened("2023-07-03", new AppealRuled(false))
            .When(new LapseTransfer(), "2023-09-01").ThenRefused("dublin.transfer-period-runs", "2024-01-03");

    [Fact]
    public void Reception_goes_on_for_four_weeks_after_relief_on_a_further_appeal_was_refused() =>
        WithRelief(within: true).Happened("2024-07-10", new InterimReliefRuled(false)).When(End, "2024-08-07")
            .ThenRefused("reception.after-further-appeal", "2024-08-07");

    [Fact]
    public void And_then_it_ends() =>
        WithRelief(within: true).Happened("2024-07-10", new InterimReliefRuled(false)).When(End, "2024-08-08")
            .Then(new ReceptionEnded(new(5), ReceptionEnd.PeriodLapsed, Officials.Reception));

    [Fact]
    public void Pending_relief_asked_within_the_departure_period_keeps_reception() =>
        WithRelief(within: true).When(End, "2024-09-01").ThenRefused("reception.not-finally-refused");

    [Fact]
    public void Asked_later_it_does_not() =>
        WithRelief(within: false).When(End, "2024-09-01").Then(new ReceptionEnded(new(5), ReceptionEnd.PeriodLapsed, Officials.Reception));

    [Fact]
    public void But_nobody_is_removed_meanwhile() => WithRelief(within: false).When(OpenFile, "2024-09-01").ThenRefused("return.claim-or-appeal-runs");

    private static Given WithRelief(bool within) =>
        Courts.FurtherAppealed().Placed("2024-06-20").Happened(within ? "2024-06-21" : "2024-07-05", new InterimReliefRequested(true, within));
}

public sealed class CourtHearingTests
{
    private static readonly PlanCourtHearing Plan = new(Officials.Judge, Date("2024-04-10"));
    private static readonly HoldCourtHearing Hold = new(Officials.Judge);

    [Fact]
    public void A_hearing_is_planned() => Courts.Appealed().When(Plan, "2024-02-01").Then(new CourtHearingPlanned(Plan.HearingOn));

    [Fact]
    public void On_a_further_appeal_too() =>
        Courts.FurtherAppealed().When(Plan with { HearingOn = Date("2024-09-10") }, "2024-08-01").Then(new CourtHearingPlanned(Date("2024-09-10")));

    [Fact]
    public void Not_on_nothing() => Courts.Rejected().When(Plan, "2024-02-01").ThenRefused("appeal.none-pending");

    [Fact]
    public void Not_for_yesterday() => Courts.Appealed().When(Plan, "2024-04-11").ThenRefused("court-hearing.in-the-past");

    [Fact]
    public void It_is_held() =>
        Courts.Appealed().Happened("2024-02-01", new CourtHearingPlanned(Plan.HearingOn)).When(Hold, "2024-04-10").Then(new CourtHearingHeld());

    [Fact]
    public void Not_before_its_day() =>
        Courts.Appealed().Happened("2024-02-01", new CourtHearingPlanned(Plan.HearingOn)).When(Hold, "2024-04-09")
            .ThenRefused("court-hearing.not-yet", "2024-04-10");

    [Fact]
    public void Not_unplanned() => Courts.Appealed().When(Hold, "2024-04-10").ThenRefused("court-hearing.not-planned");

    [Fact]
    public void Not_twice() =>
        Courts.Appealed().Happened("2024-02-01", new CourtHearingPlanned(Plan.HearingOn)).Happened("2024-04-10", new CourtHearingHeld())
            .When(Hold, "2024-04-11").ThenRefused("court-hearing.not-planned");

    [Fact]
    public void Not_after_the_ruling() =>
        Courts.Appealed().Happened("2024-02-01", new CourtHearingPlanned(Plan.HearingOn)).Happened("2024-03-01", new AppealRuled(false))
            .When(Hold, "2024-04-10").ThenRefused("appeal.none-pending");
}

public sealed class FurtherAppealTests
{
    private static readonly LodgeFurtherAppeal Lodge = new(WithGrievances: true);
    private static readonly LodgeFurtherAppealForMinister ForMinister = new(Officials.Deciding, WithGrievances: true);
    private static readonly RuleOnFurtherAppeal Dismiss = new(Officials.Judge, FurtherAppealOutcome.Dismissed);

    [Fact]
    public void The_applicant_may_go_on_for_four_weeks() =>
        Courts.Ruled(upheld: false).When(Lodge, "2024-07-01").Then(new FurtherAppealLodged(ByMinister: false));

    [Fact]
    public void Not_a_day_longer() => Courts.Ruled(upheld: false).When(Lodge, "2024-07-02").ThenRefused("further-appeal.too-late", "2024-07-01");

    [Fact]
    public void One_week_when_the_appeal_had_one() =>
        Courts.Ruled(upheld: false, DecisionOutcome.ManifestlyUnfounded).When(Lodge, "2024-06-11").ThenRefused("further-appeal.too-late", "2024-06-10");

    [Fact]
    public void Without_grievances_it_is_inadmissible() =>
        Courts.Ruled(upheld: false).When(Lodge with { WithGrievances = false }, "2024-06-20").ThenRefused("further-appeal.no-grievances");

    [Fact]
    public void Nobody_goes_on_before_the_ruling() => Courts.Appealed().When(Lodge, "2024-06-20").ThenRefused("further-appeal.no-ruling");

    [Fact]
    public void Nor_against_a_ruling_that_was_won() => Courts.Ruled(upheld: true).When(Lodge, "2024-06-20").ThenRefused("further-appeal.no-ruling");

    [Fact]
    public void Once() => Courts.FurtherAppealed().When(Lodge, "2024-06-21").ThenRefused("further-appeal.already-lodged");

    [Fact]
    public void The_minister_may_go_on_against_an_annulment() =>
        Courts.Ruled(upheld: true).When(ForMinister, "2024-06-20").Then(new FurtherAppealLodged(ByMinister: true));

    [Fact]
    public void The_minister_has_no_longer_time() =>
        Courts.Ruled(upheld: true).When(ForMinister, "2024-07-02").ThenRefused("further-appeal.too-late", "2024-07-01");

    [Fact]
    public void Nor_anything_to_say_against_a_ruling_for_the_minister() =>
        Courts.Ruled(upheld: false).When(ForMinister, "2024-06-20").ThenRefused("further-appeal.nothing-annulled");

    [Fact]
    public void Nor_after_deciding_anew() =>
        Courts.Ruled(upheld: true).Decided(DecisionOutcome.GrantRefugee, "2024-06-10").When(ForMinister, "2024-06-20")
            .ThenRefused("further-appeal.nothing-annulled");

    [Fact]
    public void A_further_appeal_suspends_nothing() =>
        Courts.FurtherAppealed().When(new OpenReturnFile(Officials.Returning), "2024-06-21").Then(new ReturnFileOpened());

    [Fact]
    public void But_no_subsequent_application_is_lodged_while_it_runs() =>
        Courts.FurtherAppealed().When(new LodgeSubsequentApplication(2), "2024-06-21").ThenRefused("application.previous-runs");

    [Fact]
    public void The_ruling_may_stand() => Courts.FurtherAppealed().When(Dismiss, "2024-11-28").Then(new FurtherAppealRuled(FurtherAppealOutcome.Dismissed));

    [Fact]
    public void A_ruling_after_twenty_three_weeks_is_a_breach() =>
        Courts.FurtherAppealed().When(Dismiss, "2024-11-29")
            .Then(new FurtherAppealRuled(FurtherAppealOutcome.Dismissed), new BreachRecorded("ruling-period", Date("2024-11-28")));

    [Fact]
    public void Nothing_is_ruled_that_was_not_brought() =>
        Courts.Ruled(upheld: false).When(Dismiss, "2024-11-28").ThenRefused("further-appeal.none-pending");

    [Theory]
    [InlineData(false, FurtherAppealOutcome.RulingSetAside)]
    [InlineData(true, FurtherAppealOutcome.DecisionAnnulled)]
    public void Nobody_wins_what_only_the_other_side_could(bool minister, FurtherAppealOutcome outcome) =>
        (minister ? Courts.MinisterAppealed() : Courts.FurtherAppealed()).When(Dismiss with { Outcome = outcome }, "2024-09-02")
            .ThenRefused("further-appeal.outcome-of-other-side");

    [Fact]
    public void When_the_decision_is_annulled_after_all_the_application_runs_again_and_the_return_file_closes()
    {
        var file = Courts.FurtherAppealed().Happened("2024-07-10", new ReturnFileOpened())
            .Happened("2024-09-02", new FurtherAppealRuled(FurtherAppealOutcome.DecisionAnnulled)).Now();
        Assert.NotNull(file.Procedure.Open);
        Assert.False(file.Return.IsOpen);
    }

    [Fact]
    public void When_the_court_must_rule_again_the_appeal_suspends_again() =>
        Courts.FurtherAppealed().Happened("2024-09-02", new FurtherAppealRuled(FurtherAppealOutcome.ReferredBack))
            .When(new OpenReturnFile(Officials.Returning), "2024-09-03").ThenRefused("return.claim-or-appeal-runs");

    [Fact]
    public void And_the_court_rules_again() =>
        Courts.FurtherAppealed().Happened("2024-09-02", new FurtherAppealRuled(FurtherAppealOutcome.ReferredBack))
            .When(new RuleOnAppeal(Officials.Judge, Upheld: true), "2024-12-03").Then(new AppealRuled(true));

    [Fact]
    public void When_the_annulment_is_set_aside_the_decision_revives()
    {
        var procedure = Courts.MinisterAppealed().Happened("2024-09-02", new FurtherAppealRuled(FurtherAppealOutcome.RulingSetAside)).Now().Procedure;
        Assert.Null(procedure.Open);
        Assert.Equal(DecisionOutcome.Unfounded, procedure.Decision?.Outcome);
        Assert.Equal(Date("2024-09-02"), procedure.Appeal?.RuledOn);
    }

    [Fact] // Departure counts from the ruling by which the decision revived.
    public void And_the_time_to_leave_begins() =>
        Courts.MinisterAppealed().Happened("2024-09-02", new FurtherAppealRuled(FurtherAppealOutcome.RulingSetAside), new ReturnFileOpened())
            .When(new Depart(Officials.Returning, DepartureKind.Forced), "2024-09-30").ThenRefused("departure.period-runs", "2024-09-30");

    [Fact]
    public void A_new_decision_stays_whatever_is_ruled_on_the_old_one()
    {
        var procedure = Courts.MinisterAppealed().Decided(DecisionOutcome.GrantRefugee, "2024-07-10").Happened("2024-07-10", new PermitIssued(60))
            .Happened("2024-09-02", new FurtherAppealRuled(FurtherAppealOutcome.RulingSetAside)).Now().Procedure;
        Assert.Equal(DecisionOutcome.GrantRefugee, procedure.Decision?.Outcome);
        Assert.NotNull(procedure.Permit);
    }

    [Theory] // C42: what becomes of a decision at court is told to who took it.
    [InlineData(true)]
    [InlineData(false)]
    public void A_ruling_is_related_to_who_decided(bool upheld) =>
        Assert.Equal(
            new RulingState(Officials.Deciding, DecisionOutcome.Unfounded, Date("2023-12-18"), Date("2024-06-03"), upheld, OnFurtherAppeal: false),
            Courts.Ruled(upheld).Now().Procedure.Courts.LastRuling);

    [Fact]
    public void And_so_is_one_on_further_appeal() =>
        Assert.Equal(
            new RulingState(Officials.Deciding, DecisionOutcome.Unfounded, Date("2023-12-18"), Date("2024-09-02"), Upheld: false, OnFurtherAppeal: true),
            Courts.MinisterAppealed().Happened("2024-09-02", new FurtherAppealRuled(FurtherAppealOutcome.RulingSetAside)).Now().Procedure.Courts.LastRuling);
}

public sealed class NewDecisionTests
{
    private static readonly SetTermForNewDecision Term = new(Officials.Judge, Weeks: 8);

    [Fact]
    public void A_court_may_say_when_to_decide_anew() => Courts.Ruled(upheld: true).When(Term, "2024-06-03").Then(new NewDecisionTermSet(8));

    [Fact]
    public void Not_when_nothing_was_annulled() => Courts.Ruled(upheld: false).When(Term, "2024-06-03").ThenRefused("new-decision.nothing-annulled");

    [Fact]
    public void Once() =>
        Courts.Ruled(upheld: true).Happened("2024-06-03", new NewDecisionTermSet(8)).When(Term, "2024-06-04").ThenRefused("new-decision.term-already-set");

    [Fact]
    public void At_least_a_week() => Courts.Ruled(upheld: true).When(Term with { Weeks = 0 }, "2024-06-03").ThenRefused("new-decision.no-term");

    [Fact]
    public void Within_it_a_notice_of_default_is_premature() =>
        Courts.Ruled(upheld: true).Happened("2024-06-03", new NewDecisionTermSet(8)).When(new ReceiveDefaultNotice(), "2024-07-29")
            .ThenRefused("default-notice.premature", "2024-07-29");

    [Fact]
    public void After_it_a_decision_is_late() =>
        Courts.Ruled(upheld: true).Happened("2024-06-03", new NewDecisionTermSet(8))
            .When(new DecideApplication(Officials.Deciding, DecisionOutcome.GrantRefugee), "2024-07-30")
            .Then(
                new ApplicationDecided(DecisionOutcome.GrantRefugee, false, Officials.Deciding),
                new BreachRecorded("decision-period", Date("2024-07-29")));
}

public sealed class OneDayTestTests
{
    private static Given Subsequent() => Courts.Ruled(upheld: false).Happened("2024-07-08", new ApplicationLodged(2));

    [Fact] // Interview on Thursday 18 July 2024: Friday, Monday.
    public void A_subsequent_application_is_tested_in_three_days()
    {
        var file = Subsequent().Happened("2024-07-18", new InterviewHeld()).Now();
        var days = SubsequentTests.Days(file, Norms.Regimes.January2024);
        Assert.Equal(("2024-07-19", "2024-07-22"), (days?.View.ToString(), days?.Decision.ToString()));
        Assert.True(SubsequentTests.IsWithin(file, Norms.Regimes.January2024, Date("2024-07-22")));
        Assert.False(SubsequentTests.IsWithin(file, Norms.Regimes.January2024, Date("2024-07-23")));
    }

    [Fact]
    public void A_first_application_is_not() =>
        Assert.Null(SubsequentTests.Days(Courts.Rejected().Now(), Norms.Regimes.January2024));

    [Fact]
    public void Nor_is_one_before_the_interview() => Assert.Null(SubsequentTests.Days(Subsequent().Now(), Norms.Regimes.January2024));
}
