using Schakel.Chain.Guidance;
using Schakel.Rehearsal.Conformance;
using Schakel.Rehearsal.Measures;

namespace Schakel.Conformance;

/// <summary>Nothing is rehearsed that could not happen: whole rehearsals, replayed through the case file.</summary>
public sealed class ReplayedNationTests
{
    private const double TenThousand = 0.04;

    /// <summary>Starting year and measure; the whole nation only where the long tests are asked for.</summary>
    public static TheoryData<int, string, double> Rehearsed
    {
        get
        {
            var data = new TheoryData<int, string, double> { { 2024, "", TenThousand }, { 2022, "", TenThousand } };
            foreach (var measure in MeasureFiles.Names)
            {
                data.Add(2024, measure, TenThousand);
            }

            if (Environment.GetEnvironmentVariable("SCHAKEL_LONG") == "1")
            {
                data.Add(2024, "", 1);
                data.Add(2022, "", 1);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Rehearsed))]
    public void Ten_thousand_lives_and_more_are_accepted_step_by_step(int year, string measure, double scale)
    {
        var report = Conform.Run(Rehearsals.Of(year, scale, measure), 1, 0, stop: TestContext.Current.CancellationToken);
        Assert.True(
            report.RefusedCount == 0,
            string.Join('\n', report.Refused.Select(refused => $"{refused.Count} × {refused.Kind}: {refused.Refusal.Code} ({refused.First})")));
        Assert.InRange(report.Persons, 10_000, int.MaxValue);
        Assert.InRange(report.Events, report.Steps, long.MaxValue);
    }

    [Fact]
    public void A_life_has_twenty_five_events_on_average()
    {
        var report = Conform.Run(Rehearsals.Of(2024, TenThousand), 1, 0, stop: TestContext.Current.CancellationToken);
        Assert.True(report.Events >= 25L * report.Persons, $"{report.Events} events for {report.Persons} persons");
    }

    [Fact]
    public void Everything_that_guides_people_happens_to_somebody()
    {
        var guiding = typeof(GuidanceCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(GuidanceCommand))).Select(type => type.Name);
        var report = Conform.Run(Rehearsals.Of(2024, TenThousand), 1, 0, stop: TestContext.Current.CancellationToken);
        Assert.Equal(Personal, guiding.Except(report.CommandTypes.Keys).Order(StringComparer.Ordinal));
    }

    /// <summary>How somebody manages, and how they wish to be written to: the rehearsal does not make up what people say of themselves, nor what follows from it.</summary>
    private static readonly string[] Personal = [nameof(ChoosePreferences), nameof(JudgeCapacity), nameof(StateCapacity), nameof(WithdrawCapacity)];

    [Fact]
    public void There_are_five_measures_and_more_to_replay() => Assert.InRange(MeasureFiles.Names.Length, 5, int.MaxValue);
}
