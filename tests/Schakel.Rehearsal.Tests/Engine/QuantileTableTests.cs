using CsCheck;
using Schakel.Rehearsal.Engine;

namespace Schakel.Rehearsal.Tests.Engine;

public sealed class QuantileTableTests
{
    private const int NoLimit = 100_000_000;

    private static readonly Gen<int[]> Quantiles = Gen.Int[-50, 200].Array[1, 40].Select(values =>
    {
        Array.Sort(values);
        return values;
    });

    private static readonly QuantileTable[] Shapes =
    [
        QuantileTable.Exponential(500, NoLimit),
        QuantileTable.LogNormal(300, 0.8, NoLimit),
        QuantileTable.Weibull(400, 1.7, NoLimit),
        QuantileTable.Gamma(250, 3, NoLimit),
        QuantileTable.Uniform(-10, 90),
        QuantileTable.Exponential(2.5, NoLimit),
        QuantileTable.Empirical((3, 0.5), (9, 0.25), (40, 0.25)),
    ];

    [Fact]
    public void Every_given_quantile_is_drawn_equally_often() =>
        Quantiles.Sample(values =>
        {
            var table = QuantileTable.FromQuantiles(values);
            var drawn = Grid(values.Length * 8).Select(table.At).ToArray();
            Assert.Equal(values.SelectMany(v => Enumerable.Repeat(v, 8)), drawn);
            Assert.Equal(values.Average(), table.Mean, 9);
        });

    [Fact]
    public void A_draw_given_what_has_elapsed_is_a_draw_among_those_above_it() =>
        Gen.Select(Quantiles, Gen.Int[-60, 210]).Sample((values, elapsed) =>
        {
            var above = values.Where(v => v > elapsed).ToArray();
            var drawn = Grid(Math.Max(1, above.Length) * 8)
                .Select(bits => QuantileTable.FromQuantiles(values).AtGiven(bits, elapsed)).ToArray();
            var expected = above.Length == 0 ? Enumerable.Repeat(elapsed + 1, 8) : above.SelectMany(v => Enumerable.Repeat(v, 8));
            Assert.Equal(expected, drawn);
        });

    [Fact]
    public void A_draw_given_what_has_elapsed_exceeds_it() =>
        Gen.Select(Gen.Int[0, Shapes.Length - 1], Gen.ULong, Gen.Int[-100, 20_000]).Sample((shape, bits, elapsed) =>
            Assert.True(Shapes[shape].AtGiven(bits, elapsed) > elapsed));

    [Fact]
    public void Given_that_nothing_has_elapsed_the_draw_is_the_plain_one() =>
        Gen.Select(Gen.Int[0, Shapes.Length - 1], Gen.ULong).Sample((shape, bits) =>
            Assert.Equal(Shapes[shape].At(bits), Shapes[shape].AtGiven(bits, Shapes[shape].Minimum - 1)));

    [Fact]
    public void Draws_never_fall_as_their_bits_rise() =>
        Gen.Select(Gen.Int[0, Shapes.Length - 1], Gen.ULong, Gen.ULong, Gen.Int[-20, 3000]).Sample((shape, a, b, elapsed) =>
        {
            var (low, high) = (Math.Min(a, b), Math.Max(a, b));
            Assert.True(Shapes[shape].At(low) <= Shapes[shape].At(high));
            Assert.True(Shapes[shape].AtGiven(low, elapsed) <= Shapes[shape].AtGiven(high, elapsed));
        });

    [Fact]
    public void What_remains_of_an_exponential_time_has_no_memory()
    {
        var table = QuantileTable.Exponential(10_000, NoLimit);
        foreach (var elapsed in (int[])[0, 3_000, 10_000, 25_000])
        {
            var remaining = Grid(100_000).Average(bits => (double)table.AtGiven(bits, elapsed) - elapsed);
            Assert.InRange(remaining, 9_800, 10_200);
        }
    }

    [Fact]
    public void The_mean_and_variance_are_those_of_the_draws()
    {
        foreach (var table in Shapes)
        {
            var drawn = Grid(1 << 20).Select(bits => (double)table.At(bits)).ToArray();
            var mean = drawn.Average();
            Assert.Equal(table.Mean, mean, 0.001 * Math.Max(1, Math.Abs(table.Mean)));
            Assert.Equal(table.Variance, drawn.Average(x => (x - mean) * (x - mean)), 0.003 * table.Variance);
        }
    }

    [Fact]
    public void Shapes_have_the_mean_and_spread_of_their_formulas()
    {
        AssertMoments(QuantileTable.Exponential(5000, NoLimit), 5000, 5000);
        AssertMoments(QuantileTable.Gamma(6000, 4, NoLimit), 6000, 3000);
        AssertMoments(QuantileTable.Gamma(6000, 0.5, NoLimit), 6000, 6000 * Math.Sqrt(2));
        AssertMoments(QuantileTable.Uniform(0, 10_000), 5000, 10_001 / Math.Sqrt(12));
        AssertMoments(QuantileTable.Weibull(5000, 2, NoLimit), 5000 * Math.Sqrt(Math.PI) / 2, 5000 * Math.Sqrt(1 - (Math.PI / 4)));

        var mean = 4000 * Math.Exp(0.36 / 2);
        AssertMoments(QuantileTable.LogNormal(4000, 0.6, NoLimit), mean, mean * Math.Sqrt(Math.Exp(0.36) - 1));
    }

    [Fact]
    public void Quantiles_are_those_of_published_tables()
    {
        // The standard normal's 97.5 % point is 1.959964, its 99 % point 2.326348; chi-square of 4 degrees has 95 % at 9.487729.
        var normal = QuantileTable.LogNormal(1_000_000, 0.1, NoLimit);
        Assert.Equal(Math.Exp(0.1959964), normal.At(At(0.975)) / 1e6, 1e-4);
        Assert.Equal(Math.Exp(0.2326348), normal.At(At(0.99)) / 1e6, 1e-4);
        Assert.Equal(1, normal.At(At(0.5)) / 1e6, 1e-5);
        var chiSquare = QuantileTable.Gamma(4e6, 2, NoLimit);
        Assert.Equal(9.487729, chiSquare.At(At(0.95)) / 1e6, 1e-3);
        Assert.Equal(Math.Log(2), QuantileTable.Exponential(1e6, NoLimit).At(At(0.5)) / 1e6, 1e-5);
    }

    [Fact]
    public void Nothing_is_drawn_above_the_maximum()
    {
        Assert.Equal(700, QuantileTable.Exponential(500, 700).At(ulong.MaxValue));
        Assert.Equal(700, QuantileTable.LogNormal(500, 1, 700).Maximum);
        Assert.Equal(0, QuantileTable.Gamma(500, 2, 0).Maximum);
    }

    [Fact]
    public void Observed_values_are_drawn_in_proportion_to_their_weights()
    {
        var table = QuantileTable.Empirical((40, 1), (3, 2), (9, 1), (77, 0));
        var drawn = Grid(4096).Select(table.At).CountBy(value => value).ToDictionary();
        Assert.Equal(new Dictionary<int, int> { [3] = 2048, [9] = 1024, [40] = 1024 }, drawn);
    }

    [Fact]
    public void Every_number_of_a_uniform_range_is_drawn_equally_often()
    {
        var table = QuantileTable.Uniform(5, 12);
        Assert.Equal(Enumerable.Range(5, 8).SelectMany(v => Enumerable.Repeat(v, 16)), Grid(128).Select(table.At));
    }

    [Fact]
    public void The_widest_range_of_integers_can_be_drawn()
    {
        var table = QuantileTable.Uniform(int.MinValue, int.MaxValue);
        Assert.Equal((int.MinValue, int.MaxValue), (table.At(0), table.At(ulong.MaxValue)));
        Assert.Equal(int.MaxValue, table.AtGiven(0, int.MaxValue - 1));
        Assert.Throws<OverflowException>(() => table.AtGiven(0, int.MaxValue));
    }

    [Fact]
    public void Quantiles_that_fall_are_refused_by_their_number_and_value()
    {
        var refused = Assert.Throws<ArgumentException>(() => QuantileTable.FromQuantiles(1, 5, 4));
        Assert.Contains("Quantile 2 is 4", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => QuantileTable.FromQuantiles());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_parameter_that_is_not_a_finite_number_over_0_is_refused(double parameter)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => QuantileTable.Exponential(parameter, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => QuantileTable.LogNormal(5, parameter, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => QuantileTable.Weibull(parameter, 1, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => QuantileTable.Gamma(5, parameter, 10));
    }

    [Fact]
    public void Impossible_ranges_and_weights_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => QuantileTable.Uniform(5, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => QuantileTable.Exponential(5, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => QuantileTable.Empirical((1, 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => QuantileTable.Empirical((1, -0.5), (2, 1)));
    }

    private static void AssertMoments(QuantileTable table, double mean, double deviation)
    {
        Assert.Equal(mean, table.Mean, 0.001 * mean);
        Assert.Equal(deviation, Math.Sqrt(table.Variance), 0.01 * deviation);
    }

    private static ulong At(double share) => (ulong)(share * 18446744073709551616.0);

    // Bits in the middle of equal shares of the whole range.
    private static IEnumerable<ulong> Grid(int points) =>
        Enumerable.Range(0, points).Select(i => (ulong)((((UInt128)i << 64) + ((UInt128)1 << 63)) / (UInt128)points));
}
