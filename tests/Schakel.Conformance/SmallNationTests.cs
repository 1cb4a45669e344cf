using NodaTime;
using Schakel.Norms;
using Schakel.Rehearsal.Conformance;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Experiment;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Results;
using Schakel.Rehearsal.Steps;

namespace Schakel.Conformance;

/// <summary>Nothing is rehearsed that could not happen: a small nation's every step is accepted by the live case file.</summary>
public sealed class SmallNationTests
{
    private static readonly ChainData Data = ChainData.Load();

    public static TheoryData<string> Starts => ["2024-01-10", "2022-01-01"];

    [Theory]
    [MemberData(nameof(Starts))]
    public void Every_step_of_a_small_nation_is_accepted(string start)
    {
        var report = Conform.Run(Inputs(start), seed: 1, replication: 0, stop: TestContext.Current.CancellationToken);
        Assert.True(report.Steps > 20_000, $"{report.Steps} steps");
        Assert.Empty(report.Refused.Select(refused => $"{refused.Count} × {refused.Kind}: {refused.Refusal.Code}, first {refused.First}"));
    }

    [Theory]
    [InlineData("decisions", StepKind.DecideApplication)]
    [InlineData("appeals", StepKind.LodgeAppeal)]
    [InlineData("work-permits", StepKind.IssueWorkPermit)]
    public void A_flow_is_recounted_from_the_steps_without_a_difference(string series, StepKind kind)
    {
        var nation = new Nation(Inputs("2024-01-10"), 1, 0, keepSteps: true);
        var figures = nation.Live(TestContext.Current.CancellationToken);
        var told = Bands.OverPeriod(figures, SeriesCatalogue.IndexOf(series), 0, figures.Months.Count - 1);
        Assert.True(told > 0, series);
        Assert.Equal(nation.Steps.Count(step => step.Kind == kind), told);
    }

    private static ModelInputs Inputs(string start)
    {
        var day = Life.Date(start);
        return InputsFromData.Baseline(
            Data, new LocalDate(2022, 1, 1).PlusDays(day - Life.Date("2022-01-01")), years: 1,
            day < Life.Date("2024-01-01") ? Regimes.January2022 : Regimes.January2024, ParameterSet.AsDeclared, scale: 0.03);
    }
}
