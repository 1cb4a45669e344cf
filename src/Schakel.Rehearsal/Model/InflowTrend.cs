using System.Collections.Immutable;
using Schakel.Rehearsal.Engine;

namespace Schakel.Rehearsal.Model;

/// <summary>How yearly inflow behaved so far (trend van de instroom): it returns to a level, with shocks.</summary>
/// <param name="LongRunMean">Geometric mean level.</param>
/// <param name="Persistence">Share of a (log) deviation that remains after a year.</param>
/// <param name="Shock">Standard deviation of the yearly (log) shock.</param>
public readonly record struct InflowTrend(double LongRunMean, double Persistence, double Shock)
{
    /// <summary>Least squares of the log of a year on that of the year before (AR(1)), corrected for its bias and rounded to four decimals.</summary>
    /// <param name="years">At least four yearly counts, all positive, in order.</param>
    public static InflowTrend Fit(ImmutableArray<int> years)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(years.Length, 4);
        var logs = years.Select(y => PortableMath.Ln(y)).ToArray();
        var mean = logs.Average();
        double covariance = 0, variance = 0;
        for (var i = 1; i < logs.Length; i++)
        {
            covariance += (logs[i] - mean) * (logs[i - 1] - mean);
            variance += (logs[i - 1] - mean) * (logs[i - 1] - mean);
        }

        // Least squares takes persistence too low in a short series, by about (1 + 3r) / n (Kendall 1954).
        var raw = covariance / variance;
        var persistence = Math.Clamp(raw + ((1 + (3 * raw)) / (logs.Length - 1)), 0, 0.98);
        var squares = 0.0;
        for (var i = 1; i < logs.Length; i++)
        {
            var residual = logs[i] - mean - (persistence * (logs[i - 1] - mean));
            squares += residual * residual;
        }

        return new InflowTrend(
            Math.Round(PortableMath.Exp(mean)), Math.Round(persistence, 4), Math.Round(Math.Sqrt(squares / (logs.Length - 2)), 4));
    }
}
