using System.Collections.Immutable;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Results;
using Schakel.Rehearsal.Steering;

namespace Schakel.Rehearsal.Experiment;

/// <summary>Rehearses a change beside the baseline, on the same people (uitvoeringstoets).</summary>
public static class Assess
{
    private const double SensitivityScale = 0.2;
    private const int SensitivitySeeds = 2;

    /// <summary>Runs baseline and variant in pairs.</summary>
    /// <param name="baseline">Inputs without the measures.</param>
    /// <param name="variant">Inputs with them.</param>
    /// <param name="measures">The measures in words.</param>
    /// <param name="ownAssumptions">Assumptions of the measures themselves.</param>
    /// <param name="options">How to run.</param>
    /// <param name="progress">Told how many pairs are done, of how many.</param>
    /// <param name="stop">Ends it early; what was done is kept.</param>
    public static Assessment Run(
        ModelInputs baseline, ModelInputs variant, ImmutableArray<MeasureText> measures, ImmutableArray<AssumptionLine> ownAssumptions,
        RunOptions options, Action<int, int>? progress = null, CancellationToken stop = default)
    {
        var (pairs, wanted) = Replications.Run(
            options,
            (number, cancelled) => Tuple.Create(
                Replications.Live(baseline, options.Seed, number, cancelled), Replications.Live(variant, options.Seed, number, cancelled)),
            sofar => Bands.NarrowEnough([.. sofar.Select(p => p.Item1.Figures)], options.Width), progress, stop);
        if (pairs.Count == 0)
        {
            throw new OperationCanceledException("Stopped before the first pair of replications was done: there is nothing to keep.");
        }

        List<MonthlyFigures> without = [.. pairs.Select(p => p.Item1.Figures)];
        List<MonthlyFigures> with = [.. pairs.Select(p => p.Item2.Figures)];
        var noEffect = without.Zip(with).All(p => Same(p.First, p.Second));
        ImmutableArray<AssumptionLine> assumptions = [.. ownAssumptions, .. Assumptions(baseline.Parameters)];
        var target = measures.IsEmpty ? "stock.applications" : measures[0].TargetSeriesId;
        return new Assessment(
            Rehearse.Result(baseline, options, [.. pairs.Select(p => p.Item1)], wanted),
            Rehearse.Result(variant, options, [.. pairs.Select(p => p.Item2)], wanted),
            Bands.MonthlyDifference(without, with), Bands.YearlyDifference(without, with), measures, assumptions,
            noEffect || stop.IsCancellationRequested ? [] : Tornado(baseline, variant, target, options, stop), noEffect);
    }

    /// <summary>The assumptions of a set of parameters, in words.</summary>
    public static ImmutableArray<AssumptionLine> Assumptions(ParameterSet parameters) =>
    [
        .. ParameterCatalogue.All.Where(p => p.Source != "measure only").Select(p =>
        {
            var e = parameters[p];
            return new AssumptionLine(p.Id, e.Value, e.Low, e.High, p.Unit, p.Source, new Bilingual(p.Dutch, p.English));
        }),
    ];

    // Each uncertain number stands at its low and its high end in turn, everything else at its centre, in a fifth of the nation.
    // The ten that move the target's paired difference most make the chart. A change of a measure counts as such a number too.
    private static ImmutableArray<SensitivityBar> Tornado(
        ModelInputs baseline, ModelInputs variant, string target, RunOptions options, CancellationToken stop)
    {
        var series = SeriesCatalogue.IndexOf(target);
        var days = Math.Min(baseline.Days, 365 * 3);
        var small = baseline with { Scale = baseline.Scale * SensitivityScale, Days = days };
        var smallVariant = variant with { Scale = variant.Scale * SensitivityScale, Days = days };
        var cases = new List<(AssumptionLine Line, Func<double, (ModelInputs Without, ModelInputs With)> At)>();
        foreach (var change in variant.Changes.Where(c => c.By.High > c.By.Low).DistinctBy(c => c.Name))
        {
            var line = new AssumptionLine(
                change.Name, change.By.Value, change.By.Low, change.By.High, change.Parameter.Unit, "measure",
                new Bilingual($"maatregel: {change.Parameter.Dutch}", $"measure: {change.Parameter.English}"));
            cases.Add((line, value => (small, smallVariant with
            {
                Changes = [.. smallVariant.Changes.Select(c => c.Name == change.Name ? c with { By = new Estimate(value, value, value) } : c)],
            })));
        }

        foreach (var parameter in ParameterCatalogue.All)
        {
            var e = baseline.Parameters[parameter];
            if (e.High <= e.Low || !Influential.Contains(parameter.Id))
            {
                continue;
            }

            var line = new AssumptionLine(
                parameter.Id, e.Value, e.Low, e.High, parameter.Unit, parameter.Source, new Bilingual(parameter.Dutch, parameter.English));
            cases.Add((line, value => (
                small with { Parameters = small.Parameters.Fixed(parameter, value) },
                smallVariant with { Parameters = smallVariant.Parameters.Fixed(parameter, value) })));
        }

        var bars = new SensitivityBar?[cases.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads };
        Parallel.For(0, cases.Count, parallel, i =>
        {
            if (!stop.IsCancellationRequested)
            {
                var (line, at) = cases[i];
                bars[i] = new SensitivityBar(line, target, Difference(at(line.Low), series, options.Seed), Difference(at(line.High), series, options.Seed));
            }
        });
        return
        [
            .. bars.OfType<SensitivityBar>().OrderByDescending(b => Math.Abs(b.AtHigh - b.AtLow)).ThenBy(b => b.Assumption.Id, StringComparer.Ordinal).Take(10),
        ];
    }

    // What experience names as deciding (model notes): more than these would cost minutes and show bars of no length.
    private static readonly HashSet<string> Influential =
    [
        "staff.substantive.fte", "staff.attrition", "staff.training-months", "staff.trainer-share", "staff.hiring-pace",
        "procedure.grant-level", "procedure.refusal-factor", "procedure.selection-spread", "procedure.no-show-after-move",
        "housing.persons-per-year", "family.request-level", "family.grant-share", "reception.dispersal-share", "reception.regular-growth",
        "reception.renewal-share", "appeals.court-capacity", "appeals.share", "appeals.upheld-share", "registration.dublin-level",
        "reception.internal-move-days",
    ];

    private static double Difference((ModelInputs Without, ModelInputs With) pair, int series, ulong seed)
    {
        double sum = 0;
        for (var number = 0; number < SensitivitySeeds; number++)
        {
            var without = new Nation(pair.Without, seed, number, keepSteps: false, central: true).Live();
            var with = new Nation(pair.With, seed, number, keepSteps: false, central: true).Live();
            var last = without.Months.Count - 1;
            var first = Math.Max(0, last - 11);
            sum += Bands.OverPeriod(with, series, first, last) - Bands.OverPeriod(without, series, first, last);
        }

        var additive = SeriesCatalogue.All[series].Kind != SeriesKind.Ratio;
        return sum / SensitivitySeeds / (additive ? SensitivityScale : 1);
    }

    private static bool Same(MonthlyFigures one, MonthlyFigures other)
    {
        for (var s = 0; s < one.Values.Length; s++)
        {
            if (!one.Values[s].AsSpan().SequenceEqual(other.Values[s]))
            {
                return false;
            }
        }

        return true;
    }
}
