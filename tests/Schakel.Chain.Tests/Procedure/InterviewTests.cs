using Schakel.Chain.Procedure;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Procedure;

public sealed class InterviewTests
{
    private static readonly HoldInterview Hold = new(Officials.Hearing);

    private static Given InTrackFour() => AnAdult().Lodged("2024-03-01").InTrack(Track.General, "2024-03-05");

    private static Given Interviewed() => InTrackFour().Interviewed("2024-03-27");

    private static PlanInterview PlanFor(string day) => new(Officials.Hearing, Date(day));

    [Fact(DisplayName = "TV-9: lodged 1 March, the interview can be held on 8 March at the earliest")]
    public void The_interview_follows_the_rest_period() =>
        InTrackFour().When(PlanFor("2024-03-08"), "2024-03-05").Then(new InterviewPlanned(Date("2024-03-08")));

    [Fact]
    public void Not_a_day_sooner() =>
        InTrackFour().When(PlanFor("2024-03-07"), "2024-03-05").ThenRefused("interview.rest-period-runs", "2024-03-08");

    [Fact]
    public void An_unaccompanied_minor_rests_three_weeks() =>
        AnUnaccompaniedMinor().Lodged("2024-03-01").InTrack(Track.General, "2024-03-05")
            .When(PlanFor("2024-03-20"), "2024-03-05").ThenRefused("interview.rest-period-runs");

    [Fact]
    public void Track_two_has_no_rest_period() =>
        AnAdult().Lodged("2024-03-01").InTrack(Track.Simplified, "2024-03-05")
            .When(PlanFor("2024-03-06"), "2024-03-05").Then(new InterviewPlanned(Date("2024-03-06")));

    [Fact]
    public void A_subsequent_application_has_no_rest_period() =>
        AnAdult().Lodged("2023-03-01").Happened("2023-04-01", new ApplicationWithdrawn()).Happened("2024-03-01", new ApplicationLodged(2))
            .InTrack(Track.General, "2024-03-01").When(PlanFor("2024-03-04"), "2024-03-01").Then(new InterviewPlanned(Date("2024-03-04")));

    [Fact]
    public void After_a_lapsed_transfer_the_rest_period_starts_anew() =>
        AnAdult().Lodged("2023-03-01").InTrack(Track.Dublin, "2023-03-05").Happened("2024-03-01", new TransferLapsed(Date("2024-03-01")))
            .Happened("2024-03-01", new TrackConfirmed(Track.General, 0, Officials.Hearing))
            .When(PlanFor("2024-03-07"), "2024-03-01").ThenRefused("interview.rest-period-runs", "2024-03-08");

    [Theory]
    [InlineData("2024-03-29")] // Good Friday
    [InlineData("2024-03-30")]
    [InlineData("2024-04-01")] // Easter Monday
    public void Weekends_and_holidays_are_no_procedure_days(string day) =>
        InTrackFour().When(PlanFor(day), "2024-03-05").ThenRefused("interview.no-procedure-day", day);

    [Fact]
    public void At_Schiphol_every_day_counts() =>
        AnAdult().Arrived("2024-03-01", atBorder: true).Identified("2024-03-01").Happened("2024-03-01", new ApplicationLodged(1))
            .Happened("2024-03-01", new EntryDeferred(Officials.BorderGuard)).InTrack(Track.General, "2024-03-02")
            .When(PlanFor("2024-03-09"), "2024-03-02").Then(new InterviewPlanned(Date("2024-03-09")));

    [Fact]
    public void Nothing_is_planned_in_the_past() =>
        InTrackFour().When(PlanFor("2024-03-11"), "2024-03-12").ThenRefused("interview.in-the-past", "2024-03-12");

    [Fact]
    public void There_is_no_interview_without_a_track() =>
        AnAdult().Lodged("2024-03-01").When(PlanFor("2024-03-12"), "2024-03-05").ThenRefused("interview.no-track");

    [Fact]
    public void There_is_no_interview_in_track_one() =>
        AnAdult().Lodged("2024-03-01").InTrack(Track.Dublin, "2024-03-05")
            .When(PlanFor("2024-03-12"), "2024-03-05").ThenRefused("interview.dublin-track");

    [Fact]
    public void There_is_one_interview() => Interviewed().When(PlanFor("2024-04-04"), "2024-03-28").ThenRefused("interview.already-held");

    [Fact]
    public void A_court_may_make_a_second_one_needed() =>
        Interviewed().Extended("2024-03-28").Decided(DecisionOutcome.Unfounded, "2024-05-01").Happened("2024-05-02", new AppealLodged(true))
            .Happened("2024-09-02", new AppealRuled(true)).When(PlanFor("2024-09-16"), "2024-09-02")
            .Then(new InterviewPlanned(Date("2024-09-16")));

    [Fact]
    public void The_interview_is_held_on_the_day_planned() =>
        InTrackFour().Happened("2024-03-05", new InterviewPlanned(Date("2024-03-27"))).When(Hold, "2024-03-27").Then(new InterviewHeld());

    [Fact]
    public void On_another_day_it_is_moved_first() =>
        InTrackFour().Happened("2024-03-05", new InterviewPlanned(Date("2024-03-27"))).When(Hold, "2024-03-26")
            .ThenRefused("interview.other-day", "2024-03-27");

    [Fact]
    public void Nobody_is_heard_without_an_invitation() => InTrackFour().When(Hold, "2024-03-27").ThenRefused("interview.not-planned");

    [Fact]
    public void Nobody_is_heard_who_is_gone() =>
        InTrackFour().Happened("2024-03-05", new InterviewPlanned(Date("2024-03-27")))
            .Happened("2024-03-20", new Chain.Reception.LeftWithUnknownDestination(false, Officials.Reception))
            .When(Hold, "2024-03-27").ThenRefused("person.gone");

    [Fact]
    public void Whoever_does_not_come_has_missed_it() =>
        InTrackFour().Happened("2024-03-05", new InterviewPlanned(Date("2024-03-27")))
            .When(new MissInterview(NoShowCause.Moved), "2024-03-27").Then(new InterviewMissed(NoShowCause.Moved));

    [Fact]
    public void Nothing_is_missed_before_its_day() =>
        InTrackFour().Happened("2024-03-05", new InterviewPlanned(Date("2024-03-27")))
            .When(new MissInterview(NoShowCause.Illness), "2024-03-26").ThenRefused("interview.not-yet", "2024-03-27");

    [Fact]
    public void Nothing_is_missed_that_was_not_planned() =>
        InTrackFour().When(new MissInterview(NoShowCause.Illness), "2024-03-26").ThenRefused("interview.not-planned");

    [Fact]
    public void Nothing_is_missed_without_an_application() =>
        AnAdult().Arrived("2024-03-01").When(new MissInterview(NoShowCause.Illness), "2024-03-26").ThenRefused("application.none-open");

    [Fact]
    public void Corrections_follow_the_interview() =>
        Interviewed().When(new SubmitCorrections(), "2024-03-28").Then(new CorrectionsSubmitted());

    [Fact]
    public void Without_an_interview_there_is_nothing_to_correct() =>
        InTrackFour().When(new SubmitCorrections(), "2024-03-28").ThenRefused("interview.not-held");

    [Fact]
    public void Corrections_come_once() =>
        Interviewed().Happened("2024-03-28", new CorrectionsSubmitted()).When(new SubmitCorrections(), "2024-03-28")
            .ThenRefused("corrections.already-submitted");

    [Fact]
    public void After_the_decision_nothing_is_corrected() =>
        Interviewed().Decided(DecisionOutcome.GrantRefugee, "2024-04-02").When(new SubmitCorrections(), "2024-04-03")
            .ThenRefused("application.none-open");

    [Fact]
    public void What_takes_time_goes_to_the_extended_procedure() =>
        Interviewed().When(new ReferToExtendedProcedure(Officials.Hearing), "2024-04-02").Then(new ReferredToExtendedProcedure());

    [Fact]
    public void Only_from_track_four() =>
        AnAdult().Lodged("2024-03-01").InTrack(Track.Simplified, "2024-03-05").Interviewed("2024-03-27")
            .When(new ReferToExtendedProcedure(Officials.Hearing), "2024-04-02").ThenRefused("extended-procedure.not-track-four");

    [Fact]
    public void Only_after_the_interview() =>
        InTrackFour().When(new ReferToExtendedProcedure(Officials.Hearing), "2024-04-02").ThenRefused("interview.not-held");

    [Fact]
    public void Only_once() =>
        Interviewed().Extended("2024-04-02").When(new ReferToExtendedProcedure(Officials.Hearing), "2024-04-03")
            .ThenRefused("extended-procedure.already-referred");

    [Fact]
    public void Only_before_the_decision() =>
        Interviewed().Decided(DecisionOutcome.GrantRefugee, "2024-04-02")
            .When(new ReferToExtendedProcedure(Officials.Hearing), "2024-04-03").ThenRefused("application.none-open");
}

public sealed class IntentionTests
{
    private static readonly IssueIntention Intention = new(Officials.Deciding);

    private static Given Interviewed() =>
        AnAdult().Lodged("2024-03-01").InTrack(Track.General, "2024-03-05").Interviewed("2024-03-27");

    [Fact]
    public void An_intention_follows_the_interview() =>
        Interviewed().When(Intention, "2024-04-02").Then(new IntentionIssued(Officials.Deciding));

    [Fact]
    public void Not_before_it() =>
        AnAdult().Lodged("2024-03-01").InTrack(Track.General, "2024-03-05").When(Intention, "2024-03-27").ThenRefused("interview.not-held");

    [Fact]
    public void A_child_in_a_family_has_no_interview_of_its_own() =>
        AChild().Lodged("2024-03-01").InTrack(Track.General, "2024-03-05").When(Intention, "2024-03-27")
            .Then(new IntentionIssued(Officials.Deciding));

    [Fact]
    public void An_intention_is_issued_once() =>
        Interviewed().Intended("2024-04-02").When(Intention, "2024-04-03").ThenRefused("intention.already-issued");

    [Fact]
    public void Not_after_the_decision() =>
        Interviewed().Decided(DecisionOutcome.GrantRefugee, "2024-04-02").When(Intention, "2024-04-03").ThenRefused("application.none-open");

    [Fact]
    public void Not_before_the_track() =>
        AnAdult().Lodged("2024-03-01").When(Intention, "2024-03-05").ThenRefused("interview.no-track");

    [Fact]
    public void In_track_one_another_state_is_asked_first() =>
        AnAdult().Lodged("2024-03-01").InTrack(Track.Dublin, "2024-03-05").When(Intention, "2024-03-06")
            .ThenRefused("intention.no-dublin-request");

    [Fact]
    public void In_the_general_procedure_the_view_comes_the_next_day() =>
        Interviewed().Intended("2024-04-02").When(new SubmitView(), "2024-04-03").Then(new ViewSubmitted(InTime: true));

    [Fact]
    public void A_late_view_still_counts_as_long_as_nothing_is_decided() =>
        Interviewed().Intended("2024-04-02").When(new SubmitView(), "2024-04-04").Then(new ViewSubmitted(InTime: false));

    [Fact]
    public void In_the_extended_procedure_the_view_has_four_weeks() =>
        Interviewed().Extended("2024-04-02").Intended("2024-05-06").When(new SubmitView(), "2024-06-03").Then(new ViewSubmitted(InTime: true));

    [Fact]
    public void In_track_one_the_view_has_two_weeks() =>
        AnAdult().Lodged("2024-03-01").InTrack(Track.Dublin, "2024-03-05").Happened("2024-03-10", new DublinTransferRequested(true))
            .Happened("2024-03-20", new DublinReplyReceived(true)).Intended("2024-03-21")
            .When(new SubmitView(), "2024-04-04").Then(new ViewSubmitted(InTime: true));

    [Fact]
    public void There_is_no_view_without_an_intention() =>
        Interviewed().When(new SubmitView(), "2024-04-02").ThenRefused("view.no-intention");

    [Fact]
    public void There_is_one_view() =>
        Interviewed().Intended("2024-04-02").Viewed("2024-04-03").When(new SubmitView(), "2024-04-03").ThenRefused("view.already-submitted");

    [Fact]
    public void After_the_decision_there_is_no_view() =>
        Interviewed().Intended("2024-04-02").Viewed("2024-04-03").Decided(DecisionOutcome.Unfounded, "2024-04-04")
            .When(new SubmitView(), "2024-04-05").ThenRefused("application.none-open");
}
