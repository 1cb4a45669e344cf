using Schakel.Chain.Guidance;
using Schakel.Chain.Procedure;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Guidance;

public sealed class HearingAdviceTests
{
    private static readonly Official Doctor = new(33, OfficialRoles.HealthWorker);
    private static readonly AdviseOnHearing Advise = new(Doctor, HearingOutcome.CanBeHeard);
    private static readonly AdviseOnHearing NotNow = new(Doctor, HearingOutcome.NotNow);
    private static readonly HoldInterview Hold = new(Officials.Hearing);

    private static Given Lodged() => AnAdult().Lodged("2024-03-01").InTrack(Track.General, "2024-03-05");

    private static Given Unfit(string? through = null) => Lodged().Happened(
        "2024-03-06", new HearingAdviceGiven(1, HearingOutcome.NotNow, through is null ? null : Date(through)));

    private static PlanInterview PlanFor(string day) => new(Officials.Hearing, Date(day));

    private static NextStep Step(Given given, string code) => Assert.Single(given.AheadOn("2024-03-11").Steps, step => step.Code == code);

    [Fact]
    public void A_doctor_advises_before_the_interview() =>
        Lodged().When(Advise, "2024-03-06").Then(new HearingAdviceGiven(1, HearingOutcome.CanBeHeard));

    [Fact]
    public void Or_that_the_interview_is_adapted() =>
        Lodged().When(Advise with { Outcome = HearingOutcome.WithArrangements }, "2024-03-06").Then(new HearingAdviceGiven(1, HearingOutcome.WithArrangements));

    [Fact]
    public void Or_that_somebody_cannot_be_heard_until_further_advice() =>
        Lodged().When(NotNow, "2024-03-06").Then(new HearingAdviceGiven(1, HearingOutcome.NotNow));

    [Fact]
    public void Or_not_before_a_day_is_over() =>
        Lodged().When(NotNow with { Through = Date("2024-03-22") }, "2024-03-06").Then(new HearingAdviceGiven(1, HearingOutcome.NotNow, Date("2024-03-22")));

    [Fact]
    public void A_day_that_is_over_holds_nothing_off() =>
        Lodged().When(NotNow with { Through = Date("2024-03-05") }, "2024-03-06").ThenRefused("hearing-advice.day-passed", "2024-03-06");

    [Theory]
    [InlineData(HearingOutcome.CanBeHeard)]
    [InlineData(HearingOutcome.WithArrangements)]
    public void Whoever_can_be_heard_needs_no_day(HearingOutcome outcome) =>
        Lodged().When(new AdviseOnHearing(Doctor, outcome, Date("2024-03-22")), "2024-03-06").ThenRefused("hearing-advice.day-for-nothing");

    [Theory]
    [InlineData(HearingOutcome.CanBeHeard)]
    [InlineData(HearingOutcome.WithArrangements)]
    public void That_somebody_can_be_heard_is_said_once(HearingOutcome outcome) =>
        Lodged().Happened("2024-03-06", new HearingAdviceGiven(1, outcome)).When(Advise, "2024-03-07").ThenRefused("guidance.already-done");

    [Fact]
    public void In_track_one_there_is_no_medical_advice() =>
        AnAdult().Lodged("2024-03-01").InTrack(Track.Dublin, "2024-03-05").When(Advise, "2024-03-06").ThenRefused("hearing-advice.other-track");

    [Fact]
    public void After_the_interview_advice_on_it_is_too_late() =>
        Lodged().Interviewed("2024-03-11").When(Advise, "2024-03-12").ThenRefused("hearing-advice.not-to-be-heard");

    [Fact]
    public void A_young_child_is_not_heard() =>
        AChild().Lodged("2024-03-01").InTrack(Track.General, "2024-03-05").When(Advise, "2024-03-06").ThenRefused("hearing-advice.not-to-be-heard");

    [Fact]
    public void Whoever_cannot_be_heard_gets_no_interview_planned() => Unfit().When(PlanFor("2024-06-03"), "2024-03-11").ThenRefused("interview.not-fit");

    [Fact]
    public void Nor_before_the_day_is_over() => Unfit("2024-03-22").When(PlanFor("2024-03-22"), "2024-03-11").ThenRefused("interview.not-fit-yet", "2024-03-22");

    [Fact]
    public void But_after_it() => Unfit("2024-03-22").When(PlanFor("2024-03-25"), "2024-03-11").Then(new InterviewPlanned(Date("2024-03-25")));

    [Fact]
    public void What_was_planned_before_the_advice_is_not_held() =>
        Lodged().Happened("2024-03-05", new InterviewPlanned(Date("2024-03-11"))).Happened("2024-03-06", new HearingAdviceGiven(1, HearingOutcome.NotNow))
            .When(Hold, "2024-03-11").ThenRefused("interview.not-fit");

    [Fact]
    public void Nor_on_the_last_day() =>
        Lodged().Happened("2024-03-05", new InterviewPlanned(Date("2024-03-22"))).Happened("2024-03-06", new HearingAdviceGiven(1, HearingOutcome.NotNow, Date("2024-03-22")))
            .When(Hold, "2024-03-22").ThenRefused("interview.not-fit-yet", "2024-03-22");

    [Fact]
    public void It_is_moved_beyond_that() =>
        Lodged().Happened("2024-03-05", new InterviewPlanned(Date("2024-03-11"))).Happened("2024-03-06", new HearingAdviceGiven(1, HearingOutcome.NotNow, Date("2024-03-22")))
            .When(new MoveInterview(Officials.Hearing, Date("2024-03-21"), MoveCause.Service), "2024-03-07").ThenRefused("interview.not-fit-yet");

    [Fact]
    public void The_applicant_asks_for_no_day_on_which_they_cannot_be_heard() =>
        Lodged().Happened("2024-03-05", new InterviewPlanned(Date("2024-03-25"))).Happened("2024-03-06", new HearingAdviceGiven(1, HearingOutcome.NotNow, Date("2024-03-22")))
            .When(new AskOtherDay(new(Date("2024-03-21"))), "2024-03-07").ThenRefused("interview.not-fit-yet");

    [Fact]
    public void With_arrangements_the_interview_goes_on() =>
        Lodged().Happened("2024-03-06", new HearingAdviceGiven(1, HearingOutcome.WithArrangements)).When(PlanFor("2024-03-11"), "2024-03-07")
            .Then(new InterviewPlanned(Date("2024-03-11")));

    [Fact]
    public void New_advice_ends_it() =>
        Unfit().Happened("2024-03-18", new HearingAdviceGiven(1, HearingOutcome.CanBeHeard)).When(PlanFor("2024-03-25"), "2024-03-18")
            .Then(new InterviewPlanned(Date("2024-03-25")));

    [Theory]
    [InlineData(null, "2024-03-18")]
    [InlineData("2024-03-22", "2024-03-18")]
    [InlineData("2024-03-22", "2024-03-25")] // Also when the day is over: whether it helped is seen then.
    public void And_can_be_given(string? through, string on) => Unfit(through).When(Advise, on).Then(new HearingAdviceGiven(1, HearingOutcome.CanBeHeard));

    [Fact] // There it is not offered; but nothing else would end the time in which somebody cannot be heard.
    public void Also_in_track_two() =>
        Unfit().Happened("2024-03-07", new TrackConfirmed(Track.Simplified, 0, Officials.Hearing)).When(Advise, "2024-03-08")
            .Then(new HearingAdviceGiven(1, HearingOutcome.CanBeHeard));

    [Fact]
    public void Of_an_earlier_application_it_says_nothing() =>
        Unfit().Happened("2024-03-18", new ApplicationWithdrawn()).Happened("2024-04-01", new ApplicationLodged(2)).InTrack(Track.General, "2024-04-01")
            .When(PlanFor("2024-04-02"), "2024-04-01").Then(new InterviewPlanned(Date("2024-04-02")));

    [Fact]
    public void The_interview_waits_for_new_advice()
    {
        var given = Unfit();
        Assert.Equal("advise-on-hearing", Step(given, "plan-interview").WaitsFor?.Code);
        Assert.True(given.AheadOn("2024-03-11").CanTake(LegalAidSteps.Advise));
        Assert.Equal(Party.HealthService, Step(given, "advise-on-hearing").Party);
    }

    [Fact]
    public void Or_for_the_day_to_be_over()
    {
        var given = Unfit("2024-03-22");
        Assert.Null(Step(given, "plan-interview").WaitsFor);
        Assert.Equal("2024-03-23", Step(given, "hold-interview").Earliest?.ToString());
        Assert.True(given.AheadOn("2024-03-11").CanTake(LegalAidSteps.Advise));
    }

    [Fact]
    public void What_was_planned_is_to_be_planned_anew()
    {
        var planned = Lodged().Happened("2024-03-05", new InterviewPlanned(Date("2024-03-25"))).Happened("2024-03-06", new HearingAdviceGiven(1, HearingOutcome.NotNow));
        Assert.Equal("advise-on-hearing", Step(planned, "plan-interview").WaitsFor?.Code);
        Assert.Equal("advise-on-hearing", Step(planned, "move-interview").WaitsFor?.Code);
        Assert.DoesNotContain(planned.AheadOn("2024-03-11").Steps, step => step.Code == "hold-interview");
        Assert.DoesNotContain(planned.AheadOn("2024-03-11").MayDo, right => right.Code == "ask-other-interview-day");
    }

    [Fact]
    public void Whoever_can_be_heard_is_not_advised_again() => Assert.DoesNotContain(
        Lodged().Happened("2024-03-06", new HearingAdviceGiven(1, HearingOutcome.WithArrangements)).AheadOn("2024-03-11").Steps, step => step.Code == "advise-on-hearing");
}
