using System.Collections.Immutable;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Engine;
using Schakel.Rehearsal.Model;

namespace Schakel.Rehearsal.Calibration;

// Method of moments by damped Gauss–Newton steps. Unknown is the logarithm of each parameter; a figure's residual is the logarithm of simulated over
// published, over its tolerance. A ridge pulls each parameter to its prior, so that what no figure tells stays where it was. Every run
// of an iteration uses the same people (common random numbers), so that a step sees the effect of a parameter and not of chance.

/// <summary>A parameter after the fit (geijkte parameter).</summary>
/// <param name="Plan">What was fitted.</param>
/// <param name="Prior">Centre and range before.</param>
/// <param name="Estimate">Centre and range after.</param>
/// <param name="Spread">Standard deviation of its logarithm after: that before it, shrunk by what the figures tell; the range holds its yearly change as well.</param>
/// <param name="AtLimit">True when it stands at a limit of what is possible, or of what was thought possible.</param>
public sealed record FittedParameter(FitParameter Plan, Estimate Prior, Estimate Estimate, double Spread, bool AtLimit);

/// <summary>A figure of the fit, before and after.</summary>
/// <param name="Figure">What was published.</param>
/// <param name="Before">Simulated with the priors.</param>
/// <param name="After">Simulated with the fitted parameters.</param>
public sealed record FitTarget(PublishedFigure Figure, double Before, double After);

/// <summary>The outcome of a fit (ijking).</summary>
/// <param name="Parameters">Parameters, in the order of the plan.</param>
/// <param name="Targets">Figures that were fitted to.</param>
/// <param name="Iterations">Steps that were taken.</param>
public sealed record FitResult(ImmutableArray<FittedParameter> Parameters, ImmutableArray<FitTarget> Targets, int Iterations);

/// <summary>Fits parameters to figures.</summary>
internal sealed class Fit(CalibrationRuns runs, IReadOnlyList<FitParameter> plan, IReadOnlyList<PublishedFigure> figures, int replications)
{
    /// <summary>How far a figure may be off without being a fault of the fit, as a share: what the model leaves out.</summary>
    public const double ModelError = 0.03;

    // Penalties hang on a few hundred court orders: chance alone moves them more than any other figure.
    private const double PenaltyError = 0.1;

    // The ages are of "open applications" without saying of which tracks, or from which day an application that left track 1 counts: more
    // were under six months old than could have come in track 4.
    private const double AgeError = 0.1;

    // Beyond so many tolerances a figure pulls with less and less force: one that cannot be met must not spoil the others.
    private const double FarOff = 6;
    private const double Probe = 0.12;
    private const double LongestStep = 0.7;
    private const double WidestPrior = 2.2;
    private const int Iterations = 9;
    private const double LeastSpread = 0.03;

    // Slopes cost a run per parameter; between, they are corrected by what a step taught (Broyden's rank-one rule).
    private static readonly int[] FreshSlopes = [0, 1, 2, 4, 6];

    // Levenberg and Marquardt: the more damping, the shorter the step and the closer to steepest descent.
    private static readonly double[] Dampings = [0.1, 0.5, 2, 10];

    // Figures of one series share what is wrong with it: three of them weigh as much as one.
    private readonly Dictionary<string, int> _ofSeries = figures.GroupBy(f => f.Series).ToDictionary(g => g.Key, g => g.Count());
    private double[] _start = [];

    /// <summary>Fits from the priors.</summary>
    /// <param name="prior">Centre and spread of each parameter's logarithm come from the plan; the rest is as given.</param>
    /// <param name="variant">Makes the parameters of a run from the centres.</param>
    public FitResult Run(IReadOnlyList<Estimate> prior, Func<IReadOnlyList<double>, Variant> variant)
    {
        var start = prior.Select(p => p.Value).ToArray();
        _start = start;
        var best = start.ToArray();
        var measured = runs.Means([variant(best)], figures, replications)[0];
        var before = measured;
        var jacobian = new double[figures.Count, plan.Count];
        var iteration = 0;
        var damping = 0.1;
        for (; iteration < Iterations; iteration++)
        {
            if (FreshSlopes.Contains(iteration))
            {
                jacobian = Slopes(best, measured, variant);
                damping = Math.Min(damping, 1);
            }

            var dampings = Dampings.Select(factor => factor * damping).ToList();
            var candidates = dampings.Select(by => Moved(best, Step(jacobian, measured, best, start, by))).ToList();
            var outcomes = runs.Means([.. candidates.Select(variant)], figures, replications);
            var chosen = -1;
            var least = Misfit(measured, best, start);
            for (var c = 0; c < candidates.Count; c++)
            {
                var misfit = Misfit(outcomes[c], candidates[c], start);
                if (misfit < least)
                {
                    (least, chosen) = (misfit, c);
                }
            }

            if (chosen < 0)
            {
                damping *= Dampings[^1] * Dampings[^1];
                continue;
            }

            Learn(jacobian, best, candidates[chosen], measured, outcomes[chosen]);
            damping = dampings[chosen];
            best = candidates[chosen];
            measured = outcomes[chosen];
        }

        return new FitResult(
            Spreads(jacobian, best, prior), [.. figures.Select((figure, f) => new FitTarget(figure, before[f], measured[f]))], iteration);
    }

    private void Learn(double[,] slopes, double[] from, double[] to, double[] before, double[] after)
    {
        var moved = from.Select((value, p) => PortableMath.Ln(to[p] / value)).ToArray();
        var length = moved.Sum(by => by * by);
        for (var f = 0; length > 0 && f < figures.Count; f++)
        {
            var surprise = Residual(f, after[f]) - Residual(f, before[f]);
            for (var p = 0; p < plan.Count; p++)
            {
                surprise -= slopes[f, p] * moved[p];
            }

            for (var p = 0; p < plan.Count; p++)
            {
                slopes[f, p] += surprise * moved[p] / length;
            }
        }
    }

    private double[,] Slopes(double[] centre, double[] measured, Func<IReadOnlyList<double>, Variant> variant)
    {
        var probes = new List<double[]>();
        for (var p = 0; p < plan.Count; p++)
        {
            var probe = centre.ToArray();
            var up = Within(p, centre[p] * PortableMath.Exp(Probe));
            probe[p] = up > centre[p] ? up : Within(p, centre[p] * PortableMath.Exp(-Probe));
            probes.Add(probe);
        }

        var outcomes = runs.Means([.. probes.Select(variant)], figures, replications);
        var slopes = new double[figures.Count, plan.Count];
        for (var p = 0; p < plan.Count; p++)
        {
            var by = PortableMath.Ln(probes[p][p] / centre[p]);
            for (var f = 0; f < figures.Count; f++)
            {
                slopes[f, p] = by == 0 ? 0 : (Residual(f, outcomes[p][f]) - Residual(f, measured[f])) / by;
            }
        }

        return slopes;
    }

    private double[] Step(double[,] slopes, double[] measured, double[] centre, double[] start, double damping)
    {
        var n = plan.Count;
        var matrix = Precision(slopes);
        var right = new double[n];
        for (var p = 0; p < n; p++)
        {
            right[p] = -PortableMath.Ln(centre[p] / start[p]) / (plan[p].Spread * plan[p].Spread);
            for (var f = 0; f < figures.Count; f++)
            {
                right[p] -= slopes[f, p] * Residual(f, measured[f]);
            }

            matrix[p, p] *= 1 + damping;
        }

        return Symmetric.Solve(matrix, right);
    }

    private double[,] Precision(double[,] slopes)
    {
        var n = plan.Count;
        var matrix = new double[n, n];
        for (var p = 0; p < n; p++)
        {
            for (var q = 0; q < n; q++)
            {
                for (var f = 0; f < figures.Count; f++)
                {
                    matrix[p, q] += slopes[f, p] * slopes[f, q];
                }
            }

            matrix[p, p] += 1 / (plan[p].Spread * plan[p].Spread);
        }

        return matrix;
    }

    // The range that is left is what stays open when the other parameters are known: draws of different parameters are independent, and
    // so widths that count their trade-offs twice would make the bands of the fitted figures too wide.
    private ImmutableArray<FittedParameter> Spreads(double[,] slopes, double[] centre, IReadOnlyList<Estimate> prior)
    {
        var precision = Precision(slopes);
        return
        [
            .. plan.Select((fit, p) =>
            {
                var spread = Math.Max(LeastSpread, Ranges.Rounded(Math.Sqrt(1 / precision[p, p])));
                var ahead = Math.Sqrt((spread * spread) + (fit.Change * fit.Change));
                var estimate = Ranges.Around(fit.Parameter, centre[p], ahead);
                return new FittedParameter(fit, prior[p], estimate, spread, AtLimit(p, centre[p], prior[p].Value));
            }),
        ];
    }

    private bool AtLimit(int p, double value, double start)
    {
        var widest = PortableMath.Exp(WidestPrior * plan[p].Spread);
        return value <= plan[p].Parameter.Minimum || value >= plan[p].Parameter.Maximum
            || value <= Ranges.Rounded(start / widest) * 1.001 || value >= Ranges.Rounded(start * widest) * 0.999;
    }

    private double[] Moved(double[] centre, double[] step) =>
        [.. centre.Select((value, p) => Within(p, value * PortableMath.Exp(Math.Clamp(step[p], -LongestStep, LongestStep))))];

    private double Within(int p, double value)
    {
        var widest = PortableMath.Exp(WidestPrior * plan[p].Spread);
        var (least, most) = (_start[p] / widest, _start[p] * widest);
        var parameter = plan[p].Parameter;
        return Ranges.Rounded(Math.Clamp(value, Math.Max(parameter.Minimum, least), Math.Min(parameter.Maximum, most)));
    }

    private double Misfit(double[] measured, double[] centre, double[] start)
    {
        double sum = 0;
        for (var f = 0; f < figures.Count; f++)
        {
            var residual = Residual(f, measured[f]);
            sum += residual * residual;
        }

        for (var p = 0; p < plan.Count; p++)
        {
            var off = PortableMath.Ln(centre[p] / start[p]) / plan[p].Spread;
            sum += off * off;
        }

        return sum;
    }

    private double Residual(int f, double simulated)
    {
        var figure = figures[f];
        var tolerance = ToleranceOf(figure) * Math.Sqrt(_ofSeries[figure.Series]);
        var value = double.IsNaN(simulated) || simulated < figure.Value * 0.001 ? figure.Value * 0.001 : simulated;
        var residual = PortableMath.Ln(value / figure.Value) / tolerance;
        return Math.Abs(residual) <= FarOff ? residual
            : Math.Sign(residual) * (FarOff + (2 * PortableMath.Ln(Math.Abs(residual) / FarOff)));
    }

    /// <summary>Tolerance of a figure as a share of it: what the model leaves out, with its rounding.</summary>
    internal static double ToleranceOf(PublishedFigure figure)
    {
        var own = figure.Series == "penalties.euro" ? PenaltyError
            : figure.Series.StartsWith("stock.age.", StringComparison.Ordinal) ? AgeError : ModelError;
        var tolerance = own + (figure.Tolerance / figure.Value);
        return figure.Doubtful ? 4 * tolerance : tolerance;
    }
}
