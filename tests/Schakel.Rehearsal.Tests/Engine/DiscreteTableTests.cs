using CsCheck;
using Schakel.Rehearsal.Engine;

namespace Schakel.Rehearsal.Tests.Engine;

public sealed class DiscreteTableTests
{
    [Fact]
    public void Indices_are_drawn_in_proportion_to_their_weights() =>
        Gen.Int[0, 9].Array[1, 60].Where(weights => weights.Sum() > 0).Sample(weights =>
        {
            var table = DiscreteTable.FromWeights(Array.ConvertAll(weights, w => (double)w));
            var total = weights.Sum();
            var expected = weights.SelectMany((w, index) => Enumerable.Repeat(index, w));
            var drawn = Enumerable.Range(0, total)
                .Select(i => table.At((ulong)((((UInt128)i << 64) + ((UInt128)1 << 63)) / (UInt128)total)));
            Assert.Equal(expected, drawn);
        });

    [Fact]
    public void An_index_without_weight_is_never_drawn() =>
        Gen.Select(Gen.ULong, Gen.Bool).Sample((bits, many) =>
        {
            var weights = many ? new double[40] : new double[6];
            (weights[1], weights[4]) = (0.1, 0.7);
            var table = DiscreteTable.FromWeights(weights);
            Assert.True(table.At(bits) is 1 or 4);
            Assert.Equal(1, table.At(0));
            Assert.Equal(4, table.At(ulong.MaxValue));
        });

    [Fact]
    public void The_choice_never_falls_as_the_bits_rise() =>
        Gen.Select(Gen.ULong, Gen.ULong).Sample((a, b) =>
        {
            var table = DiscreteTable.FromWeights(3, 1, 0, 5, 2.5);
            Assert.True(table.At(Math.Min(a, b)) <= table.At(Math.Max(a, b)));
        });

    [Fact]
    public void Weights_that_leave_nothing_to_choose_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DiscreteTable.FromWeights());
        Assert.Throws<ArgumentOutOfRangeException>(() => DiscreteTable.FromWeights(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => DiscreteTable.FromWeights(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DiscreteTable.FromWeights(1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => DiscreteTable.FromWeights(double.MaxValue, double.MaxValue));
    }
}
