using Schakel.Chain.Procedure;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Procedure;

/// <summary>The applicant cannot come, or would rather come on another day; a planner answers, and a person judges an absence.</summary>
public sealed class InterviewRequestTests
{
    private static readonly ReportAbsence Ill = new(AbsenceCause.Ill);
    private static readonly AskOtherDay Ask = new(new(Date("2024-04-03"), Date("2024-04-04")));
    private static readonly KeepInterview Keep = new(Officials.Hearing, KeptBecause.Solved);
    private static readonly JudgeAbsence Excuse = new(Officials.Hearing, Excused: true);
    private static readonly InterviewAbsenceReported Reported = new(Date("2024-03-27"), AbsenceCause.Ill);
    private static readonly OtherInterviewDayAsked Asked = new(Date("2024-03-27"), Ask.Days);
    private static readonly DecideApplication OutOfConsideration = new(Officials.Deciding, DecisionOutcome.OutOfConsideration) { Ground = DecisionGround.DidNotAppear };

    private static Given InTrackFour() => AnAdult().Lodged("2024-03-01").InTrack(Track.General, "2024-03-05");

    private static Given Planned() => InTrackFour().Happened("2024-03-13", new InterviewPlanned(Date("2024-03-27")));

    private static Given Missed(params ChainEvent[] before) =>
        Planned().Happened("2024-03-26", before).Happened("2024-03-27", new InterviewMissed(NoShowCause.Other));

    [Fact]
    public void Who_cannot_come_says_so_until_the_day_itself() => Planned().When(Ill, "2024-03-27").Then(Reported);

    [Fact]
    public void Afterwards_it_is_told_to_a_person() =>
        Planned().When(Ill, "2024-03-28").ThenRefused("interview-absence.too-late", "2024-03-27");

    [Fact]
    public void Once_is_enough() =>
        Planned().Happened("2024-03-20", Reported).When(Ill, "2024-03-21").ThenRefused("interview-absence.already-reported", "2024-03-27");

    [Fact]
    public void For_what_is_not_planned_nobody_is_absent() => InTrackFour().When(Ill, "2024-03-20").ThenRefused("interview.not-planned");

    [Fact]
    public void Nor_for_what_is_over() => InTrackFour().Interviewed("2024-03-27").When(Ill, "2024-03-28").ThenRefused("interview.already-held");

    [Fact]
    public void The_planner_has_it_on_the_list_until_the_day_before()
    {
        var step = Planned().Happened("2024-03-20", Reported).AheadOn("2024-03-20").Steps.Single(each => each.Code == "answer-interview-request");
        Assert.Equal((Party.HearingOffice, Date("2024-03-26")), (step.Party, step.LastDay));
    }

    [Fact]
    public void Reported_on_the_day_itself_it_is_due_that_day() => Assert.Equal(
        Date("2024-03-27"), Planned().Happened("2024-03-27", Reported).AheadOn("2024-03-27").Steps.Single(each => each.Code == "answer-interview-request").LastDay);

    [Fact]
    public void A_move_answers_it() => Assert.DoesNotContain(
        Planned().Happened("2024-03-20", Reported).Happened("2024-03-21", new InterviewMoved(Date("2024-03-27"), Date("2024-04-03"), MoveCause.Applicant, default)).AheadOn("2024-03-21").Steps,
        each => each.Code == "answer-interview-request");

    [Fact]
    public void For_the_other_day_they_may_report_anew() =>
        Planned().Happened("2024-03-20", Reported).Happened("2024-03-21", new InterviewMoved(Date("2024-03-27"), Date("2024-04-03"), MoveCause.Applicant, default))
            .When(Ill, "2024-04-01").Then(Reported with { InterviewOn = Date("2024-04-03") });

    [Fact]
    public void Planned_anew_for_another_day_nothing_is_open() =>
        Planned().Happened("2024-03-20", Reported).Happened("2024-03-21", new InterviewPlanned(Date("2024-04-03")))
            .When(Keep, "2024-03-22").ThenRefused("interview-request.none");

    [Fact]
    public void The_day_is_kept_with_a_reason() =>
        Planned().Happened("2024-03-20", Reported).When(Keep, "2024-03-21").Then(new InterviewKept(Date("2024-03-27"), KeptBecause.Solved, Officials.Hearing));

    [Fact]
    public void Nothing_is_kept_that_nobody_asked_to_move() => Planned().When(Keep, "2024-03-21").ThenRefused("interview-request.none");

    [Fact]
    public void A_day_is_kept_once() =>
        Planned().Happened("2024-03-20", Reported, new InterviewKept(Date("2024-03-27"), KeptBecause.Solved, Officials.Hearing))
            .When(Keep, "2024-03-21").ThenRefused("interview-request.none");

    [Fact]
    public void Another_day_is_asked_for_with_days_that_suit() => Planned().When(Ask, "2024-03-20").Then(Asked);

    [Fact] // The norm is an assumption: three days.
    public void Until_three_days_before() => Planned().When(Ask, "2024-03-24").Then(Asked);

    [Fact]
    public void Later_one_reports_that_one_cannot_come() =>
        Planned().When(Ask, "2024-03-25").ThenRefused("interview-request.too-near", "2024-03-24");

    [Fact]
    public void With_another_notice_another_day_is_the_last() =>
        Planned().UnderLawWith("own-acts.notice", "5").When(Ask, "2024-03-23").ThenRefused("interview-request.too-near", "2024-03-22");

    [Fact]
    public void It_is_asked_once() =>
        Planned().Happened("2024-03-14", Asked).Happened("2024-03-15", new InterviewMoved(Date("2024-03-27"), Date("2024-04-03"), MoveCause.Applicant, default))
            .When(new AskOtherDay(new(Date("2024-04-10"))), "2024-03-20").ThenRefused("interview-request.only-once");

    [Fact]
    public void Who_reported_that_they_cannot_come_need_not_ask() =>
        Planned().Happened("2024-03-14", Reported).When(Ask, "2024-03-15").ThenRefused("interview-absence.already-reported", "2024-03-27");

    [Fact]
    public void Who_asked_for_another_day_may_still_fall_ill() => Planned().Happened("2024-03-14", Asked).When(Ill, "2024-03-25").Then(Reported);

    [Theory]
    [InlineData("2024-03-20", "interview.in-the-past")]
    [InlineData("2024-03-27", "interview.same-day")]
    [InlineData("2024-03-31", "interview.no-procedure-day")]
    public void A_day_that_cannot_be_is_not_asked_for(string day, string code) =>
        Planned().When(new AskOtherDay(new(Date("2024-04-03"), Date(day))), "2024-03-20").ThenRefused(code);

    [Fact]
    public void For_what_is_not_planned_no_other_day_is_asked() => InTrackFour().When(Ask, "2024-03-20").ThenRefused("interview.not-planned");

    [Fact] // Red line 3: no consequence without a judgement by a named person.
    public void Who_announced_their_absence_did_not_stay_away_without_a_word() =>
        Missed(Reported).When(OutOfConsideration, "2024-05-01").ThenRefused("decision.nothing-missed");

    [Fact]
    public void Nor_did_who_asked_for_another_day() =>
        Missed(Asked).When(OutOfConsideration, "2024-05-01").ThenRefused("decision.nothing-missed");

    [Fact]
    public void Nor_whose_day_was_kept() =>
        Missed(Reported, new InterviewKept(Date("2024-03-27"), KeptBecause.NoObstacle, Officials.Hearing)).When(OutOfConsideration, "2024-05-01").ThenRefused("decision.nothing-missed");

    [Fact]
    public void Without_a_word_it_is_as_it_was() => Missed().When(OutOfConsideration, "2024-05-01")
        .Then(new ApplicationDecided(DecisionOutcome.OutOfConsideration, true, Officials.Deciding, DecisionGround.DidNotAppear));

    [Fact]
    public void An_officer_judges() => Missed(Reported).When(Excuse, "2024-03-28").Then(new InterviewAbsenceJudged(true, Officials.Hearing));

    [Fact]
    public void Found_without_cause_it_counts() => Missed(Reported).Happened("2024-03-29", new InterviewAbsenceJudged(false, Officials.Hearing))
        .When(OutOfConsideration, "2024-05-01").Then(new ApplicationDecided(DecisionOutcome.OutOfConsideration, true, Officials.Deciding, DecisionGround.DidNotAppear));

    [Fact]
    public void Excused_it_does_not() => Missed(Reported).Happened("2024-03-29", new InterviewAbsenceJudged(true, Officials.Hearing))
        .When(OutOfConsideration, "2024-05-01").ThenRefused("decision.nothing-missed");

    [Fact]
    public void What_was_not_announced_is_not_judged() => Missed().When(Excuse, "2024-03-28").ThenRefused("interview-absence.nothing-to-judge");

    [Fact]
    public void It_is_judged_once() =>
        Missed(Reported).Happened("2024-03-29", new InterviewAbsenceJudged(true, Officials.Hearing)).When(Excuse, "2024-03-30").ThenRefused("interview-absence.nothing-to-judge");

    [Fact] // A new absence is a new one: the judgement of the first does not cover it.
    public void An_excuse_does_not_last() => Missed(Reported).Happened("2024-03-29", new InterviewAbsenceJudged(true, Officials.Hearing))
        .Happened("2024-04-02", new InterviewPlanned(Date("2024-04-10"))).Happened("2024-04-10", new InterviewMissed(NoShowCause.Other))
        .When(OutOfConsideration, "2024-05-01").Then(new ApplicationDecided(DecisionOutcome.OutOfConsideration, true, Officials.Deciding, DecisionGround.DidNotAppear));
}
