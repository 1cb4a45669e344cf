using Schakel.Chain.Procedure;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Procedure;

/// <summary>An applicant chooses a free day for their own interview, within the rules. Whether a place is free is told elsewhere.</summary>
public sealed class InterviewChoiceTests
{
    private static readonly CentreId Centre = new(3);
    private static readonly InterviewPlace There = new(Centre, null, null);

    private static Given InTrackFour() => AnAdult().Lodged("2024-03-01").InTrack(Track.General, "2024-03-05");

    private static Given Planned() => InTrackFour().Happened("2024-03-13", new InterviewPlanned(Date("2024-03-27")));

    private static ChooseInterviewDay On(string day) => new(Date(day), Centre);

    [Fact]
    public void Who_has_no_day_yet_chooses_one() => InTrackFour().When(On("2024-03-27"), "2024-03-20").Then(new InterviewPlanned(Date("2024-03-27"), There));

    [Fact]
    public void Who_has_one_moves_it() =>
        Planned().When(On("2024-04-03"), "2024-03-20").Then(new InterviewMoved(Date("2024-03-27"), Date("2024-04-03"), MoveCause.OwnChoice, There));

    [Fact] // Six days.
    public void A_day_of_rest_is_refused_with_the_first_day() =>
        AnAdult().Lodged("2024-03-04").InTrack(Track.General, "2024-03-04").When(On("2024-03-08"), "2024-03-04").ThenRefused("interview.rest-period-runs");

    [Theory]
    [InlineData("2024-03-31")] // Easter.
    [InlineData("2024-04-06")] // A Saturday.
    public void Not_on_a_day_that_does_not_count(string day) => Planned().When(On(day), "2024-03-20").ThenRefused("interview.no-procedure-day");

    [Fact] // The norm is an assumption: three days.
    public void In_time_for_the_lawyer_and_the_interpreter()
    {
        InTrackFour().When(On("2024-03-27"), "2024-03-24").Then(new InterviewPlanned(Date("2024-03-27"), There));
        InTrackFour().When(On("2024-03-27"), "2024-03-25").ThenRefused("interview-choice.too-soon", "2024-03-24");
        InTrackFour().UnderLawWith("own-acts.notice", "5").When(On("2024-03-27"), "2024-03-23").ThenRefused("interview-choice.too-soon", "2024-03-22");
    }

    [Fact]
    public void A_day_that_is_near_is_not_given_up_any_more() => Planned().When(On("2024-04-03"), "2024-03-25").ThenRefused("interview-request.too-near", "2024-03-24");

    [Fact]
    public void Not_so_late_that_the_decision_is_late()
    {
        var way = InTrackFour().AheadOn("2024-03-20");
        var last = way.Terms.Single(each => each.Code == "decision-period").LastDay;
        var latest = way.MayDo.Single(each => each.Code == "choose-interview-day").Until!.Value.PlusDays(3); // Chosen three days ahead.
        Assert.InRange(last - latest, InterviewChoices.RoomToDecide, InterviewChoices.RoomToDecide + 5); // To a day that counts.
        InTrackFour().When(new ChooseInterviewDay(latest, Centre), "2024-03-20").Then(new InterviewPlanned(latest, There));
        InTrackFour().When(new ChooseInterviewDay(latest.PlusDays(7), Centre), "2024-03-20").ThenRefused("interview-choice.too-late", latest.ToString());
    }

    [Fact]
    public void It_is_moved_twice_and_no_more()
    {
        var twice = Planned()
            .Happened("2024-03-14", new InterviewMoved(Date("2024-03-27"), Date("2024-04-03"), MoveCause.OwnChoice, There))
            .Happened("2024-03-15", new InterviewMoved(Date("2024-04-03"), Date("2024-04-04"), MoveCause.OwnChoice, There));
        twice.When(On("2024-04-08"), "2024-03-20").ThenRefused("interview-choice.often-enough");
        Assert.DoesNotContain(twice.AheadOn("2024-03-20").MayDo, each => each.Code == "choose-interview-day");
    }

    [Fact]
    public void A_planners_move_is_none_of_ones_own() => Planned()
        .Happened("2024-03-14", new InterviewMoved(Date("2024-03-27"), Date("2024-04-03"), MoveCause.Applicant, default))
        .Happened("2024-03-15", new InterviewMoved(Date("2024-04-03"), Date("2024-04-04"), MoveCause.Service, default))
        .When(On("2024-04-08"), "2024-03-20").Then(new InterviewMoved(Date("2024-04-04"), Date("2024-04-08"), MoveCause.OwnChoice, There));

    [Fact]
    public void A_planner_gives_no_own_choice_as_the_reason() =>
        Planned().When(new MoveInterview(Officials.Hearing, Date("2024-04-03"), MoveCause.OwnChoice), "2024-03-20").ThenRefused("interview.own-choice");

    [Fact]
    public void What_is_over_is_not_chosen() => InTrackFour().Interviewed("2024-03-27").When(On("2024-04-03"), "2024-03-28").ThenRefused("interview.already-held");

    [Fact]
    public void A_child_that_came_with_its_family_chooses_no_day()
    {
        var child = AChild().Lodged("2024-03-01").InTrack(Track.General, "2024-03-05");
        child.When(On("2024-03-27"), "2024-03-20").ThenRefused("interview-choice.with-family");
        Assert.DoesNotContain(child.AheadOn("2024-03-20").MayDo, each => each.Code == "choose-interview-day");
    }

    [Fact]
    public void The_same_day_is_no_other_day() => Planned().When(On("2024-03-27"), "2024-03-20").ThenRefused("interview.same-day");

    [Fact]
    public void Whoever_could_not_come_may_choose_and_nothing_is_open_any_more() => Assert.DoesNotContain(
        Planned().Happened("2024-03-20", new InterviewAbsenceReported(Date("2024-03-27"), AbsenceCause.Ill))
            .Happened("2024-03-21", new InterviewMoved(Date("2024-03-27"), Date("2024-04-03"), MoveCause.OwnChoice, There)).AheadOn("2024-03-21").Steps,
        each => each.Code == "answer-interview-request");

    [Fact]
    public void Before_a_day_and_while_it_can_be_moved_it_may_be_chosen()
    {
        Assert.Contains(InTrackFour().AheadOn("2024-03-20").MayDo, each => each.Code == "choose-interview-day" && each.IsOpenOn(Date("2024-03-20")));
        Assert.Contains(Planned().AheadOn("2024-03-24").MayDo, each => each.Code == "choose-interview-day" && each.IsOpenOn(Date("2024-03-24")));
        Assert.DoesNotContain(Planned().AheadOn("2024-03-25").MayDo, each => each.Code == "choose-interview-day" && each.IsOpenOn(Date("2024-03-25")));
    }
}
