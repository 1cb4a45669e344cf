using System.Globalization;
using Schakel.Rehearsal.Model;

namespace Schakel.Rehearsal.Calibration;

/// <summary>Ranges of parameters from the spread of their logarithm (bandbreedte).</summary>
internal static class Ranges
{
    // A triangle has a standard deviation of its half-width over the root of six.
    private const double HalfWidth = 2.449489742783178;
    private const double Widest = 0.9;

    /// <summary>
    /// The range of a parameter around a centre, within its limits; a draw from it has about the spread asked for. It is as wide upwards as
    /// downwards, so that the mean of the draws is the centre that was fitted, and no band drifts away from it.
    /// </summary>
    public static Estimate Around(Parameter parameter, double centre, double spread)
    {
        var value = Math.Clamp(Rounded(centre), parameter.Minimum, parameter.Maximum);
        var half = value * Math.Min(Widest, HalfWidth * spread);
        half = Math.Min(half, value - parameter.Minimum);
        var above = Math.Min(half, parameter.Maximum - value);
        return new Estimate(
            value, Math.Clamp(Rounded(value - half), parameter.Minimum, value), Math.Clamp(Rounded(value + above), value, parameter.Maximum));
    }

    /// <summary>Four digits: no last bit of an exponential reaches a life.</summary>
    public static double Rounded(double value) =>
        double.Parse(value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
