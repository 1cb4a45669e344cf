using Schakel.Chain;
using Schakel.Norms;
using Schakel.Rehearsal.Live;
using Schakel.Rehearsal.Model;
using StepKind = Schakel.Rehearsal.Steps.StepKind;

namespace Schakel.Conformance;

/// <summary>How long it takes, from the live stock: by cohort only, of thirty or more, and the same for the same seed.</summary>
public sealed class ExpectationTests
{
    private const double Scale = 0.03;
    private static readonly Lazy<ModelInputs> Live = new(() =>
        FromLiveTests.Inputs(LiveStocks.After(Rehearsals.Of(2022, Scale, years: 3), Day.Of(2024, 1, 10))));

    [Fact]
    public void Only_cohorts_of_thirty_or_more_leave_the_run_each_with_a_range_that_lies_ahead()
    {
        var made = Expectations.Of(Live.Value, seed: 3, replications: 2, TestContext.Current.CancellationToken);
        Assert.NotEmpty(made.Cohorts);
        Assert.All(made.Cohorts, each => Assert.True(each.People >= 30, $"{each}"));
        Assert.All(made.Cohorts, each => Assert.True(each.From >= made.Date && !(each.Until < each.From), $"{each}"));
        var small = Live.Value.Live!.Files.Select(each => Cohort.Of(each.File)).Where(each => each is not null).GroupBy(each => each!.Value).Where(each => each.Count() < 30).Select(each => each.Key).ToList();
        Assert.NotEmpty(small);
        Assert.Empty(small.Intersect(made.Cohorts.Select(each => each.Cohort)));
        Assert.Equal(made.Cohorts, Expectations.Of(Live.Value, seed: 3, replications: 2, TestContext.Current.CancellationToken).Cohorts);
    }

    [Fact]
    public void A_range_holds_eight_of_ten_of_those_who_got_their_step_in_that_life()
    {
        var made = Expectations.Of(Live.Value, seed: 3, replications: 1, TestContext.Current.CancellationToken);
        var expected = made.Cohorts.Where(each => each is { Cohort.Step: AwaitedStep.Interview, Until: not null }).MaxBy(each => each.People)!;
        var plan = LivePlan.Draw(Live.Value, 3, TestContext.Current.CancellationToken);
        var people = Live.Value.Live!.Files.Where(each => Cohort.Of(each.File) == expected.Cohort).Select(each => StreamId.Of(each.Person)).ToHashSet();
        var held = plan.Steps.Where(each => each.Kind == StepKind.HoldInterview && people.Contains(plan.StreamOf(each)))
            .GroupBy(each => plan.StreamOf(each)).Select(each => plan.DayOf(each.First())).ToList();
        var within = held.Count(each => each >= expected.From && each <= expected.Until);
        Assert.True(within >= 0.75 * held.Count, $"{within} of {held.Count} between {expected.From} and {expected.Until}");
        Assert.True(held.Count(each => each > expected.Until) <= (0.1 * held.Count) + 1, $"{expected}");
    }
}
