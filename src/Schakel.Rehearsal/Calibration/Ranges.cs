using System.Globalization;
using Schakel.Rehearsal.Engine;
using Schakel.Rehearsal.Model;

namespace Schakel.Rehearsal.Calibration;

/// <summary>Ranges of parameters from the spread of their logarithm (bandbreedte).</summary>
internal static class Ranges
{
    // A triangle has a standard deviation of its half-width over the root of six.
    private const double HalfWidth = 2.449489742783178;

    /// <summary>The range of a parameter around a centre, within its limits; a draw from it has about the spread asked for.</summary>
    public static Estimate Around(Parameter parameter, double centre, double spread)
    {
        var value = Math.Clamp(Rounded(centre), parameter.Minimum, parameter.Maximum);
        var factor = PortableMath.Exp(HalfWidth * spread);
        var low = Math.Clamp(Rounded(value / factor), parameter.Minimum, value);
        var high = Math.Clamp(Rounded(value * factor), value, parameter.Maximum);
        return new Estimate(value, low, high);
    }

    /// <summary>Four digits: no last bit of an exponential reaches a life.</summary>
    public static double Rounded(double value) =>
        double.Parse(value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
