using Schakel.Rehearsal.Conformance;
using Schakel.Rehearsal.Measures;

namespace Schakel.Conformance;

/// <summary>No measure lets anything happen that the live case file would refuse, under the law as the measure has it.</summary>
public sealed class MeasuresConformTests
{
    public static TheoryData<string> Names => [.. MeasureFiles.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_step_under_a_measure_is_accepted(string name)
    {
        var report = Conform.Run(Rehearsals.Of(2024, 0.03, name, years: 2), seed: 3, replication: 1, stop: TestContext.Current.CancellationToken);
        Assert.True(report.Steps > 20_000, $"{report.Steps} steps");
        Assert.Empty(report.Refused.Select(refused => $"{refused.Count} × {refused.Kind}: {refused.Refusal.Code}, first {refused.First}"));
    }
}
