using Schakel.Chain.Procedure;
using Schakel.Chain.Return;
using static Schakel.Chain.Tests.Given;

namespace Schakel.Chain.Tests.Procedure;

/// <summary>A file is a team's of the immigration service, or everybody's there.</summary>
public sealed class TeamTests
{
    private static readonly AssignTeam ToThree = new(Officials.Hearing, 3);
    private static readonly TeamAssigned OfThree = new(3, Officials.Hearing);

    private static Given Lodged() => AnAdult().Lodged("2024-03-01");

    [Fact]
    public void A_planner_assigns_a_file_to_a_team() => Lodged().When(ToThree, "2024-03-10").Then(OfThree);

    [Fact]
    public void Whose_it_is_stands_on_the_file_and_before_that_nothing_does()
    {
        Assert.Null(Lodged().File().Procedure.Team);
        Assert.Equal(3, Lodged().Happened("2024-03-10", OfThree).File().Procedure.Team);
    }

    [Fact]
    public void It_is_handed_on_to_another_team() =>
        Lodged().Happened("2024-03-10", OfThree).When(ToThree with { Team = 4 }, "2024-03-11").Then(new TeamAssigned(4, Officials.Hearing));

    [Fact]
    public void Not_to_the_team_that_has_it() => Lodged().Happened("2024-03-10", OfThree).When(ToThree, "2024-03-11").ThenRefused("team.already-theirs");

    [Fact]
    public void The_highest_number_is_a_team_s_too() =>
        Lodged().When(ToThree with { Team = Teams.Most }, "2024-03-10").Then(new TeamAssigned(Teams.Most, Officials.Hearing));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1000)]
    public void What_is_no_number_of_a_team_is_none(int number) => Lodged().When(ToThree with { Team = number }, "2024-03-10").ThenRefused("team.no-number");

    [Fact] // Renewals and family reunification are work of a team as well.
    public void Before_there_is_an_application_and_after_it_was_decided_too()
    {
        AnAdult().Arrived("2024-03-01").When(ToThree, "2024-03-02").Then(OfThree);
        Lodged().InTrack(Track.General, "2024-03-05").Decided(DecisionOutcome.Unfounded, "2024-05-01").When(ToThree, "2024-05-02").Then(OfThree);
    }

    [Fact]
    public void A_later_application_leaves_the_file_with_its_team() => Assert.Equal(3, Lodged().Happened("2024-03-10", OfThree)
        .Happened("2024-04-01", new ApplicationWithdrawn()).Happened("2024-05-01", new ApplicationLodged(2)).File().Procedure.Team);

    [Fact]
    public void Whoever_decides_does_not_divide() => Lodged().When(ToThree with { By = Officials.Deciding }, "2024-03-10").ThenRefused("act.not-empowered");

    [Fact]
    public void The_clock_divides_nothing() => Lodged().When(ToThree with { By = Official.Clock }, "2024-03-10").ThenRefused("act.no-official");

    [Fact]
    public void Who_departed_is_nobody_s_work_any_more() =>
        Lodged().Happened("2024-03-10", new Departed(DepartureKind.Independent)).When(ToThree, "2024-03-11").ThenRefused("person.departed");

    [Fact]
    public void A_file_that_was_never_opened_is_nobody_s_work() => AnAdult().When(ToThree, "2024-03-10").ThenRefused("file.not-opened");
}
