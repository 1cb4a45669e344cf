using CsCheck;
using Schakel.Rehearsal.Engine;

namespace Schakel.Rehearsal.Tests.Engine;

// The chi-square statistic of n cells has mean n − 1 and standard deviation √(2(n − 1)). Seeds are fixed, so each of these tests is one
// draw, made once; four standard deviations are met by chance once in some ten thousand draws.
public sealed class ChanceTests
{
    private const int Cells = 256;
    private const int Draws = 256 * 400;

    [Theory]
    [InlineData(1UL, 0)]
    [InlineData(0UL, 0)]
    [InlineData(ulong.MaxValue, 199)]
    public void Draws_of_consecutive_persons_are_uniform(ulong seed, int replication)
    {
        var chance = new Chance(seed, replication);
        AssertUniform(i => (int)(chance.Bits((ulong)i, 1) >> 56));
        AssertUniform(i => (int)(chance.Bits((ulong)i, 1) & 255));
    }

    [Fact]
    public void Draws_of_consecutive_purposes_occurrences_and_replications_are_uniform()
    {
        var chance = new Chance(7, 3);
        AssertUniform(i => (int)(chance.Bits(12345, i) >> 56));
        AssertUniform(i => (int)(chance.Bits(12345, 1, i) >> 56));
        AssertUniform(i => (int)(new Chance(7, i).Bits(12345, 1) >> 56));
        AssertUniform(i => (int)(new Chance((ulong)i, 3).Bits(12345, 1) >> 56));
    }

    [Fact]
    public void Draws_of_persons_packed_from_day_group_and_number_are_uniform()
    {
        var chance = new Chance(99, 0);
        AssertUniform(i => (int)(chance.Bits(((ulong)(i / 100) << 40) | ((ulong)(i % 100) << 8), 1) >> 56));
    }

    [Fact]
    public void A_persons_draws_for_two_purposes_are_independent()
    {
        var chance = new Chance(5, 0);
        AssertUniform(i => Pair(chance.Bits((ulong)i, 1), chance.Bits((ulong)i, 2)));
        AssertUniform(i => Pair(chance.Bits((ulong)i, 1), chance.Bits((ulong)i, 1, 1)));
    }

    [Fact]
    public void Two_persons_draws_are_independent()
    {
        var chance = new Chance(5, 0);
        AssertUniform(i => Pair(chance.Bits((ulong)i, 1), chance.Bits((ulong)i + 1, 1)));
        AssertUniform(i => Pair(chance.Bits((ulong)i, 1), chance.Bits((ulong)i ^ (1UL << 40), 1)));
    }

    [Fact]
    public void Two_replications_and_two_seeds_are_independent()
    {
        AssertUniform(i => Pair(new Chance(5, 0).Bits((ulong)i, 1), new Chance(5, 1).Bits((ulong)i, 1)));
        AssertUniform(i => Pair(new Chance(5, 0).Bits((ulong)i, 1), new Chance(6, 0).Bits((ulong)i, 1)));
    }

    [Fact]
    public void Changing_one_bit_of_any_argument_changes_half_the_bits_of_the_draw()
    {
        var chance = new Chance(3, 1);
        var (changed, pairs) = (0L, 0L);
        for (var person = 0UL; person < 500; person++)
        {
            var bits = chance.Bits(person, 17, 2);
            for (var flip = 0; flip < 32; flip++)
            {
                changed += Differing(bits, chance.Bits(person ^ (1UL << flip << (int)(person % 33)), 17, 2));
                changed += Differing(bits, chance.Bits(person, 17 ^ (1 << flip), 2));
                changed += Differing(bits, chance.Bits(person, 17, 2 ^ (1 << flip)));
                pairs += 3;
            }
        }

        // A fair coin 64 times a pair: mean 32, standard deviation 4/√pairs.
        Assert.InRange(changed / (double)pairs, 32 - (16 / Math.Sqrt(pairs)), 32 + (16 / Math.Sqrt(pairs)));
    }

    [Fact]
    public void The_same_arguments_give_the_same_bits_on_every_machine()
    {
        // Calculated from the definition with another language's unbounded integers.
        ulong[] expected = [0x31BE_CFD4_8AC3_1DCA, 0x5697_AD0B_D73F_DF13, 0xAB00_3232_B374_2003, 0xC4A3_2CCA_E1CA_FABF];
        ulong[] drawn =
        [
            new Chance(2024, 0).Bits(1, 1),
            new Chance(2024, 0).Bits(1, 1, 1),
            new Chance(2024, 1).Bits(1, 1),
            new Chance(ulong.MaxValue, int.MaxValue).Bits(ulong.MaxValue, int.MinValue, -1),
        ];
        Assert.Equal(expected, drawn);
    }

    [Fact]
    public void A_unit_draw_is_the_top_53_bits() =>
        Gen.Select(Gen.ULong, Gen.Int, Gen.Int).Sample((person, purpose, occurrence) =>
        {
            var chance = new Chance(11, 4);
            var unit = chance.Unit(person, purpose, occurrence);
            Assert.InRange(unit, 0, 1 - 1e-16);
            Assert.Equal(chance.Bits(person, purpose, occurrence) >> 11, (ulong)(unit * (1UL << 53)));
        });

    [Fact]
    public void Below_stays_under_its_bound_and_reaches_every_number()
    {
        var chance = new Chance(8, 0);
        var seen = new int[7];
        for (var person = 0UL; person < 7_000; person++)
        {
            seen[chance.Below(7, person, 1)]++;
            Assert.Equal(0, chance.Below(1, person, 1));
            Assert.InRange(chance.Below(int.MaxValue, person, 1), 0, int.MaxValue - 1);
        }

        Assert.All(seen, n => Assert.InRange(n, 1000 - 120, 1000 + 120));
        Assert.Throws<ArgumentOutOfRangeException>(() => chance.Below(0, 1, 1));
    }

    [Fact]
    public void What_happens_at_a_probability_happens_at_every_higher_one() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.ULong).Sample((a, b, person) =>
        {
            var chance = new Chance(21, 0);
            Assert.True(!chance.Happens(Math.Min(a, b), person, 1) || chance.Happens(Math.Max(a, b), person, 1));
        });

    [Fact]
    public void Probability_0_never_happens_and_1_always()
    {
        var chance = new Chance(13, 0);
        for (var person = 0UL; person < 10_000; person++)
        {
            Assert.False(chance.Happens(0, person, 1));
            Assert.True(chance.Happens(1, person, 1));
        }
    }

    [Fact]
    public void Something_with_probability_a_tenth_happens_to_a_tenth()
    {
        var chance = new Chance(13, 0);
        var happened = Enumerable.Range(0, 100_000).Count(person => chance.Happens(0.1, (ulong)person, 1));
        Assert.InRange(happened, 10_000 - 380, 10_000 + 380); // Four standard deviations.
    }

    [Theory]
    [InlineData(-0.001)]
    [InlineData(1.001)]
    [InlineData(double.NaN)]
    public void A_probability_outside_0_to_1_is_refused(double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Chance(1, 0).Happens(probability, 1, 1));

    private static int Pair(ulong a, ulong b) => (int)(((a >> 60) << 4) | (b >> 60));

    private static int Differing(ulong a, ulong b) => System.Numerics.BitOperations.PopCount(a ^ b);

    private static void AssertUniform(Func<int, int> cellOf)
    {
        var counts = new int[Cells];
        for (var i = 0; i < Draws; i++)
        {
            counts[cellOf(i)]++;
        }

        const double Expected = Draws / (double)Cells;
        var chiSquare = counts.Sum(n => (n - Expected) * (n - Expected) / Expected);
        var deviation = Math.Sqrt(2 * (Cells - 1));
        Assert.InRange(chiSquare, Cells - 1 - (4 * deviation), Cells - 1 + (4 * deviation));
    }
}
