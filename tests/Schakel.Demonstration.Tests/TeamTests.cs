using Schakel.Chain;

namespace Schakel.Demonstration;

/// <summary>Who has a day for their interview has a team, so that what a team sees lives in a demonstration.</summary>
public sealed class TeamTests
{
    [Fact]
    public void On_the_first_day_the_files_with_an_interview_ahead_are_divided_and_no_others()
    {
        using var small = new SmallDemonstration();
        var files = small.Standing().Files.ToArray();

        var divided = files.Where(each => each.File.Procedure.Team is not null).ToArray();

        Assert.Equal(files.Where(each => each.File is { Presence: Presences.Here, Procedure.Open.PlannedFor: not null }).Select(each => each.Person), divided.Select(each => each.Person));
        Assert.Equal(Enumerable.Range(1, SyntheticTeams.Count), divided.Select(each => each.File.Procedure.Team!.Value).Distinct().Order());
        Assert.All(divided.GroupBy(each => each.File.Registration.Household), family => Assert.Single(family.Select(each => each.File.Procedure.Team).Distinct()));
    }

    [Fact]
    public async Task What_happens_next_goes_on_in_files_of_a_team()
    {
        using var small = new SmallDemonstration();

        var report = await small.Running.Time.AdvanceAsync(30, TestContext.Current.CancellationToken);

        Assert.Equal(0, report.Refused);
        Assert.Contains(small.Standing().Files, each => each.File.Procedure is { Team: not null, Application: { InterviewedOn: { } on } } && on >= DemonstrationLaw.Begins);
    }
}
