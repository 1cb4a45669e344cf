using Schakel.Chain.Procedure;
using Schakel.Chain.Reception;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Procedure;

/// <summary>Who stayed away has two weeks to explain or make contact (Vw 30c).</summary>
public sealed class OutOfConsiderationTests
{
    private static readonly DecideApplication OutOfConsideration = new(Officials.Deciding, DecisionOutcome.OutOfConsideration) { Ground = DecisionGround.NoAnswer };
    private static readonly ApplicationDecided PutAside = new(DecisionOutcome.OutOfConsideration, true, Officials.Deciding, DecisionGround.NoAnswer);

    private static Given InTrackFour() => AnAdult().Lodged("2024-03-01").InTrack(Track.General, "2024-03-05");

    private static Given Missed(NoShowCause cause) => InTrackFour().Happened("2024-03-13", new InterviewPlanned(Date("2024-03-27")))
        .Happened("2024-03-27", new InterviewMissed(cause));

    private static Given Gone(string on) => InTrackFour().Happened(on, new LeftWithUnknownDestination(false, Officials.Reception));

    [Fact]
    public void Through_the_last_of_two_weeks_an_explanation_is_waited_for() =>
        Missed(NoShowCause.Other).When(OutOfConsideration, "2024-04-10").ThenRefused("decision.contact-period-runs", "2024-04-10");

    [Fact]
    public void The_day_after_the_case_may_be_put_out_of_consideration() =>
        Missed(NoShowCause.Other).When(OutOfConsideration, "2024-04-11").Then(PutAside);

    [Fact] // 17 March is a Sunday.
    public void Two_weeks_that_end_on_a_Sunday_run_through_Monday() =>
        Gone("2024-03-03").When(OutOfConsideration, "2024-03-18").ThenRefused("decision.contact-period-runs", "2024-03-18");

    [Fact]
    public void And_end_then() => Gone("2024-03-03").When(OutOfConsideration, "2024-03-19").Then(PutAside);

    [Fact]
    public void It_says_why() =>
        Gone("2024-03-03").When(OutOfConsideration with { Ground = null }, "2024-03-19").ThenRefused("decision.no-ground");

    [Fact]
    public void Whoever_is_gone_disappeared_and_whoever_is_here_did_not()
    {
        var disappeared = OutOfConsideration with { Ground = DecisionGround.Disappeared };
        Gone("2024-03-03").When(disappeared, "2024-03-19").Then(PutAside with { Ground = DecisionGround.Disappeared });
        Missed(NoShowCause.Other).When(disappeared, "2024-04-11").ThenRefused("decision.ground-of-absence");
    }

    [Fact]
    public void Whoever_missed_an_interview_did_not_appear_and_whoever_only_left_missed_none()
    {
        var absent = OutOfConsideration with { Ground = DecisionGround.DidNotAppear };
        Missed(NoShowCause.Other).When(absent, "2024-04-11").Then(PutAside with { Ground = DecisionGround.DidNotAppear });
        Gone("2024-03-03").When(absent, "2024-03-19").ThenRefused("decision.ground-of-absence");
    }

    [Theory]
    [InlineData(NoShowCause.Illness)]
    [InlineData(NoShowCause.NoInterpreter)]
    [InlineData(NoShowCause.Moved)]
    public void Whoever_had_a_reason_did_not_stay_away(NoShowCause cause) =>
        Missed(cause).When(OutOfConsideration, "2024-05-10").ThenRefused("decision.nothing-missed");

    [Fact]
    public void Whoever_was_heard_since_did_not_either() =>
        Missed(NoShowCause.Other).Interviewed("2024-04-15").When(OutOfConsideration, "2024-05-10").ThenRefused("decision.nothing-missed");

    [Fact]
    public void Whoever_is_back_made_contact() =>
        Gone("2024-03-12").Arrived("2024-03-20").When(OutOfConsideration, "2024-05-10").ThenRefused("decision.nothing-missed");
}
