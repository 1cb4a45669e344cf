namespace Schakel.Rehearsal.Engine;

/// <summary>A weighted choice (gewogen keuze): draws an index in proportion to weights, by comparing integers.</summary>
/// <remarks>
/// The choice never falls as the bits rise, so that a small change of weights moves few people (an alias table would reshuffle
/// everyone). Immutable and thread-safe.
/// </remarks>
public sealed class DiscreteTable
{
    private const int ScanLimit = 16;
    private const double TwoTo64 = 18446744073709551616.0;

    private readonly ulong[] _below; // Index i is chosen when the bits lie under _below[i] and not under _below[i - 1].
    private readonly int _last;

    private DiscreteTable(ulong[] below, int last)
    {
        _below = below;
        _last = last;
    }

    /// <summary>How many indices there are to choose from.</summary>
    public int Count => _below.Length;

    /// <summary>A table of weights.</summary>
    /// <param name="weights">One weight an index, 0 or more and finite, at least one over 0; they need not add up to 1.</param>
    /// <returns>The table; an index of weight 0 is never chosen.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative or not finite, or all are 0.</exception>
    public static DiscreteTable FromWeights(params ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        var last = -1;
        for (var i = 0; i < weights.Length; i++)
        {
            if (!double.IsFinite(weights[i]) || weights[i] < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(weights), weights[i], FormattableString.Invariant(
                    $"Weight {i} is {weights[i]}; a weight is a finite number, 0 or more."));
            }

            total += weights[i];
            last = weights[i] > 0 ? i : last;
        }

        if (last < 0 || !double.IsFinite(total))
        {
            throw new ArgumentOutOfRangeException(nameof(weights), total, FormattableString.Invariant(
                $"The {weights.Length} weights add up to {total}; there is nothing to choose from."));
        }

        var below = new ulong[weights.Length];
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i];
            var share = sum / total;
            below[i] = i >= last || share >= 1 ? ulong.MaxValue : (ulong)(share * TwoTo64);
        }

        return new DiscreteTable(below, last);
    }

    /// <summary>The index that belongs to random bits.</summary>
    /// <param name="bits">Sixty-four random bits, of <see cref="Chance.Bits"/>.</param>
    /// <returns>0 to <see cref="Count"/> − 1.</returns>
    public int At(ulong bits)
    {
        var below = _below;
        if (below.Length <= ScanLimit)
        {
            for (var i = 0; i < below.Length; i++)
            {
                if (bits < below[i])
                {
                    return i;
                }
            }

            return _last;
        }

        var (from, to) = (0, _last);
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            if (bits < below[middle])
            {
                to = middle;
            }
            else
            {
                from = middle + 1;
            }
        }

        return from;
    }
}
