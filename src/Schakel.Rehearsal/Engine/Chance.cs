using System.Runtime.CompilerServices;

namespace Schakel.Rehearsal.Engine;

/// <summary>Chance without a state (toeval): a person's luck is a function of who the person is and what for.</summary>
/// <remarks>
/// Every draw is a hash of (seed, replication, person, purpose, occurrence). So the same people have the same luck in a baseline
/// and in a variant, in any order of asking, on any thread and on any machine. Give each question its own purpose, and each
/// repetition of it (the second interview, the third move) its own occurrence: the same arguments give the same answer.
/// Thread-safe. The default value is a valid chance, of an unnamed seed; construct one to name it.
/// </remarks>
/// <param name="seed">The rehearsal's seed.</param>
/// <param name="replication">The number of the replication.</param>
public readonly struct Chance(ulong seed, int replication)
{
    private const double TwoToMinus53 = 1.0 / (1UL << 53);
    private const double TwoTo64 = 18446744073709551616.0;

    // Odd numbers with well-spread bits: the fractional parts of the golden ratio and of the roots of 2, 3 and 5.
    private const ulong GoldenRatio = 0x9E37_79B9_7F4A_7C15;
    private const ulong RootOfTwo = 0x6A09_E667_F3BC_C909;
    private const ulong RootOfThree = 0xBB67_AE85_84CA_A73B;
    private const ulong RootOfFive = 0x3C6E_F372_FE94_F82B;

    private readonly ulong _key = unchecked(Mix(Mix(seed + GoldenRatio) ^ ((uint)replication * RootOfTwo)));

    /// <summary>Sixty-four random bits.</summary>
    /// <param name="person">Who: any number that stays the same in a variant, such as (arrival day, group, number) packed.</param>
    /// <param name="purpose">What for: the model's own code of the question.</param>
    /// <param name="occurrence">Which time the question is asked of this person.</param>
    /// <returns>Bits that are uniform and independent over all arguments.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Bits(ulong person, int purpose, int occurrence = 0) => unchecked(
        Mix(Mix(_key + (person * RootOfThree)) + ((((ulong)(uint)purpose << 32) | (uint)occurrence) * RootOfFive)));

    /// <summary>A number of [0, 1): the top 53 bits, so exact and the same on every machine.</summary>
    /// <param name="person">Who.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="occurrence">Which time.</param>
    /// <returns>A multiple of 2^-53, 0 included, 1 not.</returns>
    public double Unit(ulong person, int purpose, int occurrence = 0) =>
        (Bits(person, purpose, occurrence) >> 11) * TwoToMinus53;

    /// <summary>A whole number from 0 up to, not including, a bound.</summary>
    /// <param name="bound">How many numbers there are to choose from, 1 or more.</param>
    /// <param name="person">Who.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="occurrence">Which time.</param>
    /// <returns>0 to bound − 1, each equally likely to within 2^-32.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The bound is under 1.</exception>
    public int Below(int bound, ulong person, int purpose, int occurrence = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        return unchecked((int)Math.BigMul(Bits(person, purpose, occurrence), (ulong)bound, out _));
    }

    /// <summary>Whether something happens that has a probability.</summary>
    /// <param name="probability">0 (never) to 1 (always).</param>
    /// <param name="person">Who.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="occurrence">Which time.</param>
    /// <returns>True in that share of cases; whoever meets it at one probability meets it at every higher one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not a number of 0 to 1.</exception>
    public bool Happens(double probability, ulong person, int purpose, int occurrence = 0)
    {
        if (!(probability >= 0 && probability <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, FormattableString.Invariant(
                $"Probability {probability} of purpose {purpose} is not between 0 and 1."));
        }

        // Scaling by a power of two is exact, and below 1 the result always fits 64 bits.
        return probability >= 1 || Bits(person, purpose, occurrence) < (ulong)(probability * TwoTo64);
    }

    // Spreads every bit over all 64: two rounds of multiplying and folding the high half onto the low one. One-to-one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong bits)
    {
        unchecked
        {
            bits = (bits ^ (bits >> 32)) * 0xD6E8_FEB8_6659_FD93;
            bits = (bits ^ (bits >> 32)) * 0xD6E8_FEB8_6659_FD93;
            return bits ^ (bits >> 32);
        }
    }
}
