namespace Schakel.Rehearsal.Engine;

// The tables of known distributions. A step runs from the rounded quantile at its start to that at its end; the last one, whose
// end has no bound, is made as wide as its mean asks. Logarithms and exponentials are PortableMath's, so tables are the same
// on every machine too.
public sealed partial class QuantileTable
{
    private const int ShapeSteps = 1024;
    private const int TailPoints = 20;
    private const int EmpiricalSteps = 4096;

    private static readonly double[] UpperShare = UpperShares();
    private static readonly Lazy<double[]> NormalScores = new(() => Array.ConvertAll(UpperShare, PortableMath.NormalUpperQuantile));

    /// <summary>Equally likely whole numbers.</summary>
    /// <param name="min">The lowest, included.</param>
    /// <param name="max">The highest, included; the lowest or more.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The highest lies under the lowest.</exception>
    public static QuantileTable Uniform(int min, int max)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, min);
        return new QuantileTable([new Step(min, max)]);
    }

    /// <summary>Exponential: waiting for something that can happen at any moment.</summary>
    /// <param name="mean">The mean, over 0.</param>
    /// <param name="max">What is cut off: no draw is higher; 0 or more.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The mean is not a finite number over 0, or the maximum is negative.</exception>
    public static QuantileTable Exponential(double mean, int max)
    {
        Require(mean, nameof(mean));
        return FromGrid(share => -mean * PortableMath.Ln(share), max);
    }

    /// <summary>Lognormal: a product of many small factors, as most durations of proceedings are.</summary>
    /// <param name="median">The median, over 0.</param>
    /// <param name="sigma">The standard deviation of the logarithm, over 0; 0.3 is narrow, 1 is wide.</param>
    /// <param name="max">What is cut off: no draw is higher; 0 or more.</param>
    /// <returns>The table; its mean is about median × e^(sigma²/2) when little is cut off.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not a finite number over 0, or the maximum is negative.</exception>
    public static QuantileTable LogNormal(double median, double sigma, int max)
    {
        Require(median, nameof(median));
        Require(sigma, nameof(sigma));
        var scores = NormalScores.Value;
        var values = new double[scores.Length];
        for (var i = 1; i < values.Length; i++)
        {
            values[i] = median * PortableMath.Exp(sigma * scores[i]);
        }

        return FromGrid(values, max);
    }

    /// <summary>Weibull: like the exponential, but ever less (shape under 1) or ever more likely (over 1) as time passes.</summary>
    /// <param name="scale">The value that 63 % stay under, over 0.</param>
    /// <param name="shape">The shape, over 0.</param>
    /// <param name="max">What is cut off: no draw is higher; 0 or more.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not a finite number over 0, or the maximum is negative.</exception>
    public static QuantileTable Weibull(double scale, double shape, int max)
    {
        Require(scale, nameof(scale));
        Require(shape, nameof(shape));
        return FromGrid(
            share => share >= 1 ? 0 : scale * PortableMath.Exp(PortableMath.Ln(-PortableMath.Ln(share)) / shape), max);
    }

    /// <summary>Gamma: a sum of exponential stages (with a whole shape: Erlang).</summary>
    /// <param name="mean">The mean, over 0.</param>
    /// <param name="shape">The number of stages, over 0, up to 500; the coefficient of variation is 1/√shape.</param>
    /// <param name="max">What is cut off: no draw is higher; 0 or more.</param>
    /// <returns>The table. Costs some milliseconds to make; the others cost tenths.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not a finite number in its range, or the maximum is negative.</exception>
    public static QuantileTable Gamma(double mean, double shape, int max)
    {
        Require(mean, nameof(mean));
        Require(shape, nameof(shape));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(shape, 500);
        return FromGrid(share => mean / shape * PortableMath.GammaUpperQuantile(shape, share), max);
    }

    /// <summary>Observed values with weights, in steps of 1/4096 of the probability.</summary>
    /// <param name="observations">Values in any order, with weights of 0 or more, at least one over 0.</param>
    /// <returns>The table; a share is true to within 1/4096, and a value with less than half of that may never be drawn.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative or not finite, or all are 0.</exception>
    public static QuantileTable Empirical(params ReadOnlySpan<(int Value, double Weight)> observations)
    {
        var sorted = observations.ToArray();
        Array.Sort(sorted, (a, b) => a.Value.CompareTo(b.Value));
        var total = 0.0;
        foreach (var (value, weight) in sorted)
        {
            if (!double.IsFinite(weight) || weight < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(observations), weight, FormattableString.Invariant(
                    $"The weight of value {value} is {weight}; a weight is a finite number, 0 or more."));
            }

            total += weight;
        }

        if (total <= 0 || !double.IsFinite(total))
        {
            throw new ArgumentOutOfRangeException(nameof(observations), total, FormattableString.Invariant(
                $"The weights of {sorted.Length} values add up to {total}; there is nothing to draw."));
        }

        var steps = new Step[EmpiricalSteps];
        var (sum, filled) = (0.0, 0);
        foreach (var (value, weight) in sorted)
        {
            sum += weight;
            var until = (int)Math.Floor((sum / total * EmpiricalSteps) + 0.5);
            while (filled < until && filled < EmpiricalSteps)
            {
                steps[filled++] = new Step(value, value);
            }
        }

        return new QuantileTable(steps);
    }

    private static QuantileTable FromGrid(Converter<double, double> valueAtUpperShare, int max) =>
        FromGrid(Array.ConvertAll(UpperShare, valueAtUpperShare), max);

    // values: the quantiles at the steps' starts, then those at points that halve what is left of the last step.
    private static QuantileTable FromGrid(double[] values, int max)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(max);
        var steps = new Step[ShapeSteps];
        var low = Rounded(values[0], max);
        for (var i = 0; i < ShapeSteps - 1; i++)
        {
            var high = Math.Max(low, Rounded(values[i + 1], max));
            steps[i] = new Step(low, high);
            low = high;
        }

        var (tailMean, weight) = (0.0, 0.5);
        for (var i = 0; i < TailPoints; i++)
        {
            tailMean += weight * Math.Min(values[ShapeSteps + i], max);
            weight = i < TailPoints - 2 ? weight / 2 : weight;
        }

        steps[^1] = new Step(low, Math.Max(low, Rounded((2 * tailMean) - low, max)));
        return new QuantileTable(steps);
    }

    private static double[] UpperShares()
    {
        var shares = new double[ShapeSteps + TailPoints];
        for (var i = 0; i < ShapeSteps; i++)
        {
            shares[i] = (ShapeSteps - i) / (double)ShapeSteps;
        }

        var share = 0.75 / ShapeSteps;
        for (var i = 0; i < TailPoints; i++)
        {
            shares[ShapeSteps + i] = share;
            share /= 2;
        }

        return shares;
    }

    private static int Rounded(double value, int max) => value >= max ? max : (int)Math.Floor(value + 0.5);

    private static void Require(double value, string name)
    {
        if (!double.IsFinite(value) || value <= 0)
        {
            throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant(
                $"The {name} of a distribution is {value}; it is a finite number over 0."));
        }
    }
}
