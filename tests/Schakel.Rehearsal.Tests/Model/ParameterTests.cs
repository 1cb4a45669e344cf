using Schakel.Rehearsal.Engine;
using Schakel.Rehearsal.Model;

namespace Schakel.Rehearsal.Tests.Model;

public sealed class ParameterTests
{
    [Fact]
    public void Every_parameter_says_what_it_is_in_both_languages_and_where_it_comes_from() => Assert.All(ParameterCatalogue.All, p =>
    {
        Assert.NotEmpty(p.Dutch);
        Assert.NotEmpty(p.English);
        Assert.NotEmpty(p.Unit);
        Assert.NotEmpty(p.Source);
    });

    [Fact]
    public void A_range_that_does_not_hold_its_value_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Parameter("x.y", 2, 3, 4, "days", "assumption", "x", "x"));

    [Fact]
    public void A_share_over_one_is_refused()
    {
        var share = ParameterCatalogue.Find("procedure.no-show")!;

        Assert.Throws<ArgumentOutOfRangeException>(() => ParameterSet.AsDeclared.With(share, 1.2));
    }

    [Fact]
    public void A_draw_stays_within_its_range_and_depends_on_seed_and_replication()
    {
        var one = ParameterSet.AsDeclared.Draw(new Chance(1, 0), central: false);
        var other = ParameterSet.AsDeclared.Draw(new Chance(1, 1), central: false);

        Assert.NotEqual(one, other);
        foreach (var p in ParameterCatalogue.All)
        {
            var e = ParameterSet.AsDeclared[p];
            Assert.InRange(one[ParameterCatalogue.All.IndexOf(p)], e.Low, e.High);
        }
    }

    [Fact]
    public void The_trend_of_inflow_returns_to_its_mean_and_is_corrected_for_its_bias()
    {
        var fit = InflowTrend.Fit([10_000, 20_000, 10_000, 20_000, 10_000, 20_000, 10_000, 20_000]);

        Assert.Equal(14142, fit.LongRunMean);
        Assert.Equal(0, fit.Persistence);
    }
}
