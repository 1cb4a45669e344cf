using Schakel.Rehearsal.Experiment;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Results;
using Schakel.Rehearsal.Steps;

namespace Schakel.Rehearsal.Tests.Model;

public sealed class NationTests
{
    [Fact]
    public void The_same_seed_gives_the_same_bytes_on_one_thread_and_on_three()
    {
        var inputs = Given.ATwentiethOfTheNation(1);

        var alone = Rehearse.Run(inputs, new RunOptions(7, 5, 1)).Result;
        var together = Rehearse.Run(inputs, new RunOptions(7, 5, 3)).Result;

        Assert.Equal(alone.Series.SelectMany(s => s.Points), together.Series.SelectMany(s => s.Points));
        Assert.Equal(alone.StepsPerReplication, together.StepsPerReplication);
    }

    [Fact]
    public void Another_seed_gives_other_lives()
    {
        var inputs = Given.ATwentiethOfTheNation(1);

        Assert.NotEqual(inputs.Lived(seed: 1).InAll("decisions"), inputs.Lived(seed: 2).InAll("decisions"));
    }

    [Fact]
    public void Keeping_the_steps_changes_nothing()
    {
        var inputs = Given.ATwentiethOfTheNation(1);
        var kept = new Nation(inputs, 1, 0, keepSteps: true);
        var free = new Nation(inputs, 1, 0, keepSteps: false);

        var one = kept.Live();
        var other = free.Live();

        Assert.Equal(other.Values.SelectMany(v => v), one.Values.SelectMany(v => v));
        Assert.Equal(free.StepCount, kept.Steps.Count);
    }

    [Fact]
    public void Steps_stand_in_global_order_of_time()
    {
        var nation = new Nation(Given.ATwentiethOfTheNation(1), 1, 0, keepSteps: true);
        nation.Live();

        Assert.True(nation.Steps.Zip(nation.Steps.Skip(1)).All(pair => pair.First.Minute <= pair.Second.Minute));
    }

    [Fact]
    public void The_stock_of_applications_is_what_came_less_what_was_decided()
    {
        // Given a nation whose every step is kept
        var nation = new Nation(Given.ATwentiethOfTheNation(2), 3, 0, keepSteps: true);
        var figures = nation.Live();

        // When the open applications are counted from the steps alone
        var open = 0;
        foreach (var step in nation.Steps)
        {
            open += step.Kind switch
            {
                StepKind.TakeOver when (TakenOverStage)step.A is TakenOverStage.AwaitingInterview or TakenOverStage.AwaitingDecision
                    or TakenOverStage.DublinAwaitingReply or TakenOverStage.SimplifiedProcedure => 1,
                StepKind.LodgeApplication or StepKind.LodgeSubsequentApplication => 1,
                StepKind.DecideApplication => -1,
                _ => 0,
            };
        }

        // Then reopened cases (an appeal upheld, a transfer lapsed after the decision) are all that stands between the two.
        var reopened = figures.AtEnd("stock.applications") - open;
        var upheld = nation.Steps.Count(s => s is { Kind: StepKind.RuleOnAppeal, A: 1 });
        var lapsed = nation.Steps.Count(s => s.Kind == StepKind.LapseTransfer);
        Assert.InRange(reopened, 0, upheld + lapsed);
    }

    [Fact]
    public void Without_inflow_the_stock_runs_dry()
    {
        var figures = Given.ATwentiethOfTheNation(5).With("inflow.level", 0).With("inflow.subsequent-level", 0)
            .With("return.subsequent-share", 0).Lived();

        Assert.Equal(0, figures.InAll("inflow.first"));
        Assert.True(figures.AtEnd("stock.applications") < 0.1 * figures.AtStart("stock.applications"));
        Assert.True(figures.AtEnd("occupancy.total") < 0.5 * figures.AtStart("occupancy.total"));
    }

    [Fact]
    public void Without_staff_nothing_is_decided_after_an_interview()
    {
        var figures = Given.ATwentiethOfTheNation(2).With("staff.substantive.fte", 0).With("staff.simplified.fte", 0).Lived();

        // Half of the first year's staff is still there while it leaves; in the second year hardly anybody is heard.
        Assert.True(figures.InYear("interviews", 1) < 0.25 * Given.ATwentiethOfTheNation(2).Lived().InYear("interviews", 1));
        Assert.True(figures.AtEnd("stock.applications") > 1.4 * figures.AtStart("stock.applications"));
    }

    [Fact]
    public void With_endless_places_nobody_lives_in_an_emergency_site_for_lack_of_a_better_one()
    {
        var figures = Given.ATwentiethOfTheNation(3).With("reception.fixed-places", 300_000).Lived();

        // Contracts run for two years at most: when the last has ended, hardly anybody is left in an emergency site, on the way out of it.
        Assert.True(figures.AtEnd("occupancy.emergency") < 0.01 * figures.AtStart("occupancy.emergency"));
        Assert.Equal(0, figures.AtEnd("occupancy.over-capacity"));
    }

    [Fact]
    public void More_homes_bring_the_wait_for_a_home_down()
    {
        var few = Given.ATwentiethOfTheNation(3).Lived();
        var many = Given.ATwentiethOfTheNation(3).With("housing.persons-per-year", 45_000).Lived();

        Assert.True(many.AtEnd("housing.waiting") < 0.7 * few.AtEnd("housing.waiting"));
        Assert.True(many.AtEnd("occupancy.status-holders") < few.AtEnd("occupancy.status-holders"));
    }

    [Fact]
    public void More_decision_staff_lowers_the_stock_and_hardly_the_occupancy_of_the_first_year()
    {
        var before = Given.ATwentiethOfTheNation(3).Lived();
        var after = Given.ATwentiethOfTheNation(3).With("staff.substantive.fte", 1400).Lived();

        Assert.True(after.AtEnd("stock.applications") < 0.9 * before.AtEnd("stock.applications"));
        var occupancy = SeriesCatalogue.IndexOf("occupancy.total");
        Assert.InRange(after.Values[occupancy][11] / before.Values[occupancy][11], 0.95, 1.05);
    }

    [Fact]
    public void Fewer_rulings_a_year_lengthen_the_courts_line()
    {
        var figures = Given.ATwentiethOfTheNation(2).With("appeals.court-capacity", 3000).Lived();

        Assert.True(figures.AtEnd("appeals.pending") > 1.5 * Given.ATwentiethOfTheNation(2).Lived().AtEnd("appeals.pending"));
    }

    [Fact]
    public void A_nation_twice_the_size_has_twice_the_people()
    {
        var one = Given.ATwentiethOfTheNation(1);
        var two = one with { Scale = 0.1 };

        Assert.InRange(two.Lived().InAll("inflow.first") / one.Lived().InAll("inflow.first"), 1.85, 2.15);
    }
}
