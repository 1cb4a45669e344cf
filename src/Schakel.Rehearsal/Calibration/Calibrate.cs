using System.Collections.Immutable;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Model;

namespace Schakel.Rehearsal.Calibration;

/// <summary>How a calibration is run.</summary>
/// <param name="Seed">Seed of every chance.</param>
/// <param name="Replications">Replications for the bands.</param>
/// <param name="Threads">Threads, at least 1; never changes a figure.</param>
/// <param name="RunsPerPoint">Central runs that a point of the fit is the mean of.</param>
/// <param name="Scale">Size against the nation, over 0; other sizes than 1 are for tests.</param>
public sealed record CalibrationOptions(ulong Seed = 1, int Replications = 200, int Threads = 2, int RunsPerPoint = 3, double Scale = 1);

/// <summary>The outcome of a calibration (uitkomst van de ijking).</summary>
/// <param name="DataHash">Hash of the data it was made from.</param>
/// <param name="Fit2022">Fit on the figures of 2022 that are not held back.</param>
/// <param name="Fit2024">Fit on all that was known in January 2024.</param>
/// <param name="Parameters2022">Parameters for a rehearsal from January 2022.</param>
/// <param name="Parameters2024">Parameters for the forecast from January 2024.</param>
/// <param name="Table2022">Every published outcome beside the rehearsal from January 2022.</param>
/// <param name="Table2024">The same, with the parameters of the second fit from 2023 on.</param>
/// <param name="Options">How it was run.</param>
public sealed record CalibrationOutcome(
    string DataHash, FitResult Fit2022, FitResult Fit2024, ParameterSet Parameters2022, ParameterSet Parameters2024,
    CalibrationTable Table2022, CalibrationTable Table2024, CalibrationOptions Options);

/// <summary>Fits what is unknown to what was published, and compares the rest (ijken).</summary>
public static class Calibrate
{
    /// <summary>Fits, and rehearses the bands.</summary>
    /// <param name="data">The data; see the remarks on which parts a fit reads.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="stop">Ends it early; nothing is kept.</param>
    /// <remarks>
    /// The first fit reads the starting state of January 2022, the inflow that is given, and <see cref="ChainData.Fitted"/>: no figure that is
    /// held back can change a byte of it.
    /// </remarks>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public static CalibrationOutcome Run(
        ChainData data, CalibrationOptions options, Action<string>? progress = null, CancellationToken stop = default)
    {
        progress?.Invoke("fitting 2022");
        var (fit2022, set2022) = From2022(data, options, stop);
        progress?.Invoke("fitting 2023");
        var (fit2024, set2024, changes) = From2024(data, options, set2022, stop);
        var outcomes = data.Published.Where(f => f.Role == FigureRole.Outcome).ToImmutableArray();
        var runs = new CalibrationRuns(data, 2, options.Seed, options.Threads, options.Scale, stop);
        var table2022 = CalibrationTable.Make(
            outcomes, new Variant(set2022, []), runs, options.Replications, figure => !data.HeldBack.Ids.Contains(figure.Id),
            (done, all) => progress?.Invoke($"bands of the rehearsal from January 2022: {done} of {all}"));
        var table2024 = CalibrationTable.Make(
            [.. outcomes.Where(Later)], new Variant(set2022, changes), runs, options.Replications, figure => !figure.Doubtful,
            (done, all) => progress?.Invoke($"bands of the second fit: {done} of {all}"));
        return new CalibrationOutcome(data.Hash, fit2022, fit2024, set2022, set2024, table2022, table2024, options);
    }

    /// <summary>The first fit alone: all that may be known when 2023 has yet to come.</summary>
    public static (FitResult Fit, ParameterSet Parameters) From2022(ChainData data, CalibrationOptions options, CancellationToken stop = default)
    {
        var figures = data.Fitted.Where(f => MeasuredFigures.WhyNot(f) is null).ToList();

        // Those who ask again are inflow of the country and in part an outcome of the rehearsal: those of the year itself are fitted to.
        figures.AddRange(data.Published.Where(f => f.Id == "inflow.subsequent.2022"));
        var runs = new CalibrationRuns(data, 1, options.Seed, options.Threads, options.Scale, stop);
        var prior = FitPlan.Prior2022();
        var fit = new Fit(runs, FitPlan.From2022, figures, options.RunsPerPoint).Run(
            [.. FitPlan.From2022.Select(p => prior[p.Parameter])],
            values => new Variant(Moved(prior, FitPlan.From2022, values), []));
        return (fit, fit.Parameters.Aggregate(prior, (set, p) => set.With(p.Plan.Parameter, p.Estimate)));
    }

    private static (FitResult Fit, ParameterSet Parameters, ImmutableArray<(Parameter Parameter, Estimate Estimate)> Changes) From2024(
        ChainData data, CalibrationOptions options, ParameterSet set2022, CancellationToken stop)
    {
        var figures = data.Published.Where(f =>
            Later(f) && !f.Doubtful && MeasuredFigures.WhyNot(f) is null
            && (f.Role == FigureRole.Outcome || f.Series == "inflow.subsequent")).ToList();
        var runs = new CalibrationRuns(data, 2, options.Seed, options.Threads, options.Scale, stop);
        var plan = FitPlan.From2024;
        ImmutableArray<Estimate> prior =
        [
            .. plan.Select(p => Ranges.Around(p.Parameter, p.Prior ?? set2022[p.Parameter].Value, p.Spread)),
        ];
        var fit = new Fit(runs, plan, figures, options.RunsPerPoint).Run(
            prior, values => new Variant(set2022, [.. plan.Select((p, i) => (p.Parameter, Fixed(values[i])))]));
        ImmutableArray<(Parameter Parameter, Estimate Estimate)> changes = [.. fit.Parameters.Select(p => (p.Plan.Parameter, p.Estimate))];

        // What described the first day of 2022 says nothing of January 2024: there the starting state speaks.
        var carried = ParameterCatalogue.All.Where(p => p.Id.StartsWith("stock.", StringComparison.Ordinal))
            .Aggregate(set2022, (set, p) => set.With(p, new Estimate(p.Value, p.Low, p.High)));
        var known = FitPlan.KnownIn2022.Where(k => plan.All(p => p.Id != k.Id)).Select(k => ParameterCatalogue.Find(k.Id)!)
            .Aggregate(carried, (set, p) => set.With(p, new Estimate(p.Value, p.Low, p.High)));
        return (fit, changes.Aggregate(known, (set, c) => set.With(c.Parameter, c.Estimate)), changes);
    }

    private static bool Later(PublishedFigure figure) => figure.Period.End > ChainData.January2022.PlusYears(1);

    private static Estimate Fixed(double value) => new(value, value, value);

    private static ParameterSet Moved(ParameterSet set, ImmutableArray<FitParameter> plan, IReadOnlyList<double> values)
    {
        for (var p = 0; p < plan.Length; p++)
        {
            set = set.With(plan[p].Parameter, Fixed(values[p]));
        }

        return set;
    }
}
