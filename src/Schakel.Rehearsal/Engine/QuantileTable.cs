using System.Runtime.CompilerServices;

namespace Schakel.Rehearsal.Engine;

/// <summary>A distribution of whole numbers (kansverdeling), kept as a table of quantiles.</summary>
/// <remarks>
/// The table divides the probability into equal steps; each step is a range of whole numbers, all equally likely. Drawing is
/// integer arithmetic alone, so bits are equal on every machine, and a draw never falls as its bits rise: a person who is slow in
/// the baseline is slow in the variant. The unit (minutes, days, persons) is the caller's. Immutable and thread-safe.
/// </remarks>
public sealed partial class QuantileTable
{
    private readonly Step[] _steps;

    private QuantileTable(Step[] steps)
    {
        _steps = steps;
        var (mean, square) = (0.0, 0.0);
        foreach (var step in steps)
        {
            double low = step.Low;
            var width = (double)step.High - step.Low;
            mean += low + (width / 2);
            square += (low * low) + (low * width) + (width * ((2 * width) + 1) / 6);
        }

        Mean = mean / steps.Length;
        Variance = Math.Max(0, (square / steps.Length) - (Mean * Mean));
    }

    /// <summary>The mean of what is drawn, exactly that of the table (so of the rounded values).</summary>
    public double Mean { get; }

    /// <summary>The variance of what is drawn, exactly that of the table.</summary>
    public double Variance { get; }

    /// <summary>The lowest number that can be drawn.</summary>
    public int Minimum => _steps[0].Low;

    /// <summary>The highest number that can be drawn by <see cref="At"/>.</summary>
    public int Maximum => _steps[^1].High;

    /// <summary>A table of given quantiles, each drawn with equal probability.</summary>
    /// <param name="values">At least one number, not decreasing.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">There are no values, or one is lower than the one before.</exception>
    public static QuantileTable FromQuantiles(params ReadOnlySpan<int> values)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("A quantile table needs at least one value.", nameof(values));
        }

        var steps = new Step[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (i > 0 && values[i] < values[i - 1])
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"Quantile {i} is {values[i]}, lower than the one before it, {values[i - 1]}."), nameof(values));
            }

            steps[i] = new Step(values[i], values[i]);
        }

        return new QuantileTable(steps);
    }

    /// <summary>The number that belongs to random bits.</summary>
    /// <param name="bits">Sixty-four random bits, of <see cref="Chance.Bits"/>.</param>
    /// <returns>A number from <see cref="Minimum"/> to <see cref="Maximum"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int At(ulong bits) => AtPosition(Math.BigMul(bits, (ulong)(uint)_steps.Length << 32, out _));

    /// <summary>The number that belongs to random bits, given that it exceeds what has elapsed.</summary>
    /// <param name="bits">Sixty-four random bits.</param>
    /// <param name="elapsed">What has passed already, in the table's unit.</param>
    /// <returns>
    /// The total, elapsed + 1 or more: distributed as <see cref="At"/> among those above <paramref name="elapsed"/>. For who
    /// has outlived the table, elapsed + 1.
    /// </returns>
    /// <exception cref="OverflowException">What has elapsed is the highest integer.</exception>
    public int AtGiven(ulong bits, int elapsed)
    {
        var (first, count) = (0, _steps.Length);
        while (first < count)
        {
            var middle = (first + count) >>> 1;
            if (_steps[middle].High > elapsed)
            {
                count = middle;
            }
            else
            {
                first = middle + 1;
            }
        }

        if (first == _steps.Length)
        {
            return checked(elapsed + 1);
        }

        unchecked
        {
            // The step may lie partly below: skip the positions in it that give elapsed or less.
            var step = _steps[first];
            var start = (ulong)(uint)first << 32;
            if (step.Low <= elapsed)
            {
                var choices = (ulong)((long)step.High - step.Low + 1);
                var skipped = (ulong)((long)elapsed + 1 - step.Low);
                start += ((skipped << 32) + choices - 1) / choices;
            }

            var room = ((ulong)(uint)_steps.Length << 32) - start;
            return AtPosition(start + Math.BigMul(bits, room, out _));
        }
    }

    // A position is a step (high half) and how far into it (low half, in 2^-32).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int AtPosition(ulong position)
    {
        unchecked
        {
            var step = _steps[(int)(position >> 32)];
            var choices = (ulong)((long)step.High - step.Low + 1);
            return step.Low + (int)(((uint)position * choices) >> 32);
        }
    }

    // From Low to High, both included.
    private readonly struct Step(int low, int high)
    {
        public readonly int Low = low;
        public readonly int High = high;
    }
}
