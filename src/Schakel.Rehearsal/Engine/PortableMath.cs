namespace Schakel.Rehearsal.Engine;

// The C library's logarithm and exponential may differ in the last bit between machines. These use only addition, multiplication,
// division and square root, which the floating-point standard fixes to the bit, so that tables made from them are the same everywhere.
// They are right to about 14 digits; speed does not matter, as they only make tables.
internal static class PortableMath
{
    private const double LnTwoHigh = 0.693147180369123816490; // The upper 32 bits of ln 2, so that small multiples are exact.
    private const double LnTwoLow = 1.90821492927058770002e-10;
    private const double RootOfTwo = 1.4142135623730950488;
    private const double HalfLnTwoPi = 0.91893853320467274178;
    private const double InverseRootTwoPi = 0.39894228040143267794;
    private const int MaxTerms = 5000;

    /// <summary>The natural logarithm of a normal number over 0.</summary>
    public static double Ln(double value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> 52) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);
        if (mantissa > RootOfTwo)
        {
            mantissa /= 2;
            exponent++;
        }

        // ln m = 2 artanh((m − 1)/(m + 1)), of which the square is under 0.03.
        var ratio = (mantissa - 1) / (mantissa + 1);
        var square = ratio * ratio;
        var sum = 0.0;
        for (var odd = 25; odd >= 1; odd -= 2)
        {
            sum = (sum * square) + (1.0 / odd);
        }

        return (exponent * LnTwoHigh) + ((exponent * LnTwoLow) + (2 * ratio * sum));
    }

    /// <summary>The exponential; 0 below −700, and refused above 700.</summary>
    public static double Exp(double value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 700);
        if (value < -700)
        {
            return 0;
        }

        var doublings = (int)Math.Floor((value / (LnTwoHigh + LnTwoLow)) + 0.5);
        var rest = value - (doublings * LnTwoHigh) - (doublings * LnTwoLow);
        var sum = 1.0;
        for (var term = 16; term >= 1; term--)
        {
            sum = 1 + (rest / term * sum);
        }

        return sum * BitConverter.Int64BitsToDouble((long)(doublings + 1023) << 52);
    }

    /// <summary>The number of standard deviations that a share (over 0, up to 1) of a normal distribution lies above.</summary>
    public static double NormalUpperQuantile(double share)
    {
        if (share >= 1)
        {
            return double.NegativeInfinity;
        }

        if (share > 0.5)
        {
            return -NormalUpperQuantile(1 - share);
        }

        // Above the mean the distribution is concave, so Newton's steps from the mean never overshoot.
        var z = 0.0;
        for (var i = 0; i < 200; i++)
        {
            var density = InverseRootTwoPi * Exp(-z * z / 2);
            var (term, sum) = (z, z);
            for (var odd = 3; odd < MaxTerms && term > sum * 1e-17; odd += 2)
            {
                term *= z * z / odd;
                sum += term;
            }

            var step = (0.5 - share - (density * sum)) / density;
            z += step;
            if (Math.Abs(step) < 1e-13)
            {
                break;
            }
        }

        return z;
    }

    /// <summary>The value that a share (over 0, up to 1) of a gamma distribution of scale 1 lies above.</summary>
    public static double GammaUpperQuantile(double shape, double share)
    {
        if (share >= 1)
        {
            return 0;
        }

        var lnGamma = LnGamma(shape + 1);
        var (low, high) = (0.0, shape + 10);
        while (1 - GammaShare(shape, high, lnGamma) > share)
        {
            (low, high) = (high, high * 2);
        }

        for (var i = 0; i < 60 && high - low > high * 1e-12; i++)
        {
            var middle = (low + high) / 2;
            if (1 - GammaShare(shape, middle, lnGamma) > share)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return (low + high) / 2;
    }

    // The share of a gamma distribution up to a value: a series of which every term is positive, so nothing cancels.
    private static double GammaShare(double shape, double value, double lnGammaOfShapePlusOne)
    {
        if (value <= 0)
        {
            return 0;
        }

        var (term, sum) = (1.0, 1.0);
        for (var n = 1; n < MaxTerms && term > sum * 1e-16; n++)
        {
            term *= value / (shape + n);
            sum += term;
        }

        return Math.Min(1, sum * Exp((shape * Ln(value)) - value - lnGammaOfShapePlusOne));
    }

    private static double LnGamma(double value)
    {
        var shift = 0.0;
        for (; value < 12; value++)
        {
            shift += Ln(value);
        }

        var inverse = 1 / value;
        var square = inverse * inverse;
        var series = inverse * ((1.0 / 12) - (square * ((1.0 / 360) - (square * ((1.0 / 1260) - (square / 1680))))));
        return ((value - 0.5) * Ln(value)) - value + HalfLnTwoPi + series - shift;
    }
}
