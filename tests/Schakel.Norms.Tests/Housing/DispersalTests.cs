using CsCheck;
using Schakel.Norms.Housing;
using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Housing;

public sealed class DispersalTests
{
    private static readonly Day FirstCycle = At("2024-02-01");

    [Fact]
    public void The_first_cycle_runs_from_February_2024_to_January_2026()
    {
        var trace = default(NoTrace);
        Assert.Equal(
            new DispersalCycle(FirstCycle, At("2025-01-01"), At("2024-11-01"), At("2024-12-31"), At("2025-06-30"), At("2026-01-31")),
            DispersalAct.Cycle(Regimes.January2024, FirstCycle, ref trace));
    }

    [Theory(DisplayName = "In force 1 February 2024, adopted by the House on 10 October 2023")]
    [InlineData("january-2024", "2024-01-31", false)]
    [InlineData("january-2024", "2024-02-01", true)]
    [InlineData("january-2022", "2024-02-01", false)]
    [InlineData("dossier-2026", "2026-11-24", true)]
    public void The_act_applies_from_its_first_day_for_who_knew_of_it(string regime, string day, bool applies) =>
        Assert.Equal(applies, Regimes.Find(regime).On(At(day), DispersalAct.Applies).On);

    [Fact]
    public void Before_its_first_day_the_act_distributes_nothing() =>
        Assert.Contains(
            "no version in force on 2024-01-31",
            Refused("dispersal-task", """{"starts": "2024-01-31", "municipalities": []}"""),
            StringComparison.Ordinal);

    [Fact]
    public void The_estimate_of_the_second_cycle_is_not_made_up() =>
        Assert.Contains(
            "dispersal-act.capacity-estimate: no version in force on 2026-02-01",
            Refused("dispersal-task", """{"starts": "2026-02-01", "municipalities": []}""", "dossier-2026"),
            StringComparison.Ordinal);

    [Fact]
    public void Without_a_number_the_estimate_of_96_000_is_distributed() =>
        Assert.Equal(
            [57_600, 38_400],
            Places("""{"starts": "2024-02-01", "municipalities": [{"population": 100000, "score": 0.2}, {"population": 100000, "score": -0.2}]}"""));

    [Fact]
    public void Equal_remainders_go_to_who_stands_first() =>
        Assert.Equal(
            [4, 3, 3],
            Places("""{"starts": "2024-02-01", "places": 10, "municipalities": [{"population": 5, "score": 0}, {"population": 5, "score": 0}, {"population": 5, "score": 0}]}"""));

    [Fact]
    public void Places_add_up_and_the_more_prosperous_of_two_equals_takes_no_fewer() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[-90, 90]).Array[1, 60].Select(Gen.Int[0, 96_000]).Sample((towns, places) =>
        {
            var trace = default(NoTrace);
            MunicipalShare[] shares = [.. towns.Select(town => new MunicipalShare(town.Item1, town.Item2 / 100m))];
            var given = DispersalTask.Distribute(Regimes.January2024, FirstCycle, places, 0m, shares, ref trace);
            Assert.Equal(shares.Any(share => share.Population > 0) ? places : 0, given.Sum());
            for (var index = 1; index < shares.Length; index++)
            {
                if (shares[index].Population == shares[0].Population && shares[index].Score > shares[0].Score)
                {
                    Assert.True(given[index] >= given[0]);
                }
            }
        });

    [Fact]
    public void Without_weight_for_the_score_only_inhabitants_count()
    {
        var trace = default(NoTrace);
        MunicipalShare[] towns = [new(30_000, -0.5m), new(10_000, 0.5m)];
        Assert.Equal([75, 25], DispersalTask.Distribute(With("dispersal-act.score-weight", "0"), FirstCycle, 100, 0m, towns, ref trace));
    }

    [Theory(DisplayName = "SPR-6: a hundred places, within twelve months, for five years")]
    [InlineData(100, "2025-02-01", "2030-01-31", true)]
    [InlineData(99, "2025-02-01", "2030-01-31", false)]
    [InlineData(100, "2025-02-02", "2030-02-01", false)]
    [InlineData(100, "2025-02-01", "2030-01-30", false)]
    [InlineData(100, "2025-02-01", null, true)]
    public void Places_count_when_enough_soon_and_durable(int places, string opens, string? closes, bool counts)
    {
        var trace = default(NoTrace);
        Assert.Equal(counts, DispersalAct.Counts(Regimes.January2024, FirstCycle, places, At(opens), closes is null ? null : At(closes), ref trace));
    }

    [Fact]
    public void Supervision_climbs_one_rung_each_half_year_and_agreements_hold_it()
    {
        var trace = default(NoTrace);
        var step = SupervisionStep.None;
        SupervisionStep[] climbed = [.. Enumerable.Range(0, 7).Select(_ => step = SupervisionLadder.Next(step, 10, agreementsKept: false, ref trace))];
        Assert.Equal(
            [SupervisionStep.Signal, SupervisionStep.Information, SupervisionStep.Agreements, SupervisionStep.Announcement,
                SupervisionStep.Decision, SupervisionStep.Substitution, SupervisionStep.Substitution],
            climbed);
        Assert.Equal(SupervisionStep.Agreements, SupervisionLadder.Next(SupervisionStep.Agreements, 10, agreementsKept: true, ref trace));
        Assert.Equal(SupervisionStep.None, SupervisionLadder.Next(SupervisionStep.Substitution, 0, agreementsKept: false, ref trace));
        Assert.Equal(-4, SupervisionLadder.Balance(task: 76, carriedOver: -10, housed: 70));
    }

    private static int[] Places(string facts) =>
        [.. Ask("dispersal-task", facts).Result.GetProperty("places").EnumerateArray().Select(number => number.GetInt32())];
}
