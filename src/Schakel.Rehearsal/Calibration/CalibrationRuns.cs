using System.Collections.Immutable;
using Schakel.Norms;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Experiment;
using Schakel.Rehearsal.Model;

namespace Schakel.Rehearsal.Calibration;

/// <summary>Rehearses 2022 and 2023 for a calibration: the same people in every run, so that only the parameters make a difference.</summary>
/// <remarks>The law is the one known in January 2024: like inflow, what the legislator did in these two years is given, not foretold.</remarks>
internal sealed class CalibrationRuns(ChainData data, int years, ulong seed, int threads, double scale, CancellationToken stop)
{
    private readonly ModelInputs _inputs = InputsFromData.Baseline(
        data, ChainData.January2022, years, Regimes.January2024, ParameterSet.AsDeclared, scale);

    /// <summary>First day on which the refit parameters hold: the year that the second table learns from.</summary>
    public static Day SecondYear { get; } = Day.Of(2023, 1, 1);

    /// <summary>Runs so far, for the report.</summary>
    public int Count { get; private set; }

    /// <summary>Means of figures over some central runs, per variant of the parameters, in order.</summary>
    /// <param name="variants">Parameters of the whole run, and those that change on the first day of 2023.</param>
    /// <param name="figures">What is measured.</param>
    /// <param name="replications">Runs to average over.</param>
    public double[][] Means(IReadOnlyList<Variant> variants, IReadOnlyList<PublishedFigure> figures, int replications)
    {
        var inputs = variants.Select(Inputs).ToArray();
        var measured = Side(variants.Count * replications, job =>
        {
            var run = new Nation(inputs[job / replications], seed, job % replications, keepSteps: false, central: true).Live(stop);
            return figures.Select(figure => MeasuredFigures.In(run, figure)).ToArray();
        });
        return
        [
            .. Enumerable.Range(0, variants.Count).Select(v => Enumerable.Range(0, figures.Count).Select(f =>
                Enumerable.Range(0, replications).Sum(r => measured[(v * replications) + r][f]) / replications).ToArray()),
        ];
    }

    /// <summary>Figures of replications with drawn parameters: by figure, then replication.</summary>
    public double[][] Drawn(Variant variant, IReadOnlyList<PublishedFigure> figures, int replications, Action<int, int>? progress)
    {
        var inputs = Inputs(variant);
        var done = 0;
        var measured = Side(replications, r =>
        {
            var run = new Nation(inputs, seed, r, keepSteps: false).Live(stop);
            progress?.Invoke(Interlocked.Increment(ref done), replications);
            return figures.Select(figure => MeasuredFigures.In(run, figure)).ToArray();
        });
        return [.. Enumerable.Range(0, figures.Count).Select(f => measured.Select(m => m[f]).ToArray())];
    }

    private ModelInputs Inputs(Variant variant) => _inputs with
    {
        Parameters = variant.Parameters,
        Changes =
        [
            .. _inputs.Changes,
            .. variant.FromSecondYear.Select(c => new ParameterChange($"calibration.{c.Parameter.Id}", SecondYear, c.Parameter, ChangeKind.Set, c.Estimate)),
        ],
    };

    // Every job's result stands at its own place: the threads decide when it is made, never what it is.
    private T[] Side<T>(int jobs, Func<int, T> one)
        where T : class
    {
        Count += jobs;
        var (done, _) = Replications.Run(new RunOptions(seed, jobs, threads), (job, _) => one(job), _ => true, null, stop);
        stop.ThrowIfCancellationRequested();
        return [.. done];
    }
}

/// <summary>Parameters of a run.</summary>
/// <param name="Parameters">From the first day.</param>
/// <param name="FromSecondYear">What changes on the first day of 2023.</param>
internal sealed record Variant(ParameterSet Parameters, ImmutableArray<(Parameter Parameter, Estimate Estimate)> FromSecondYear);
