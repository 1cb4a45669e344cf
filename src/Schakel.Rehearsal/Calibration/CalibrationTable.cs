using System.Collections.Immutable;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Experiment;

namespace Schakel.Rehearsal.Calibration;

/// <summary>A published figure beside its simulated counterpart (regel van de ijktabel).</summary>
/// <param name="Figure">What was published.</param>
/// <param name="Fitted">Used to fit; held back otherwise.</param>
/// <param name="NotMeasured">Why it has no counterpart; nothing when it has.</param>
/// <param name="Central">Simulated with every parameter at its centre, mean over some runs.</param>
/// <param name="Median">Median of the replications.</param>
/// <param name="P10">Quantile 0.10.</param>
/// <param name="P90">Quantile 0.90.</param>
/// <param name="P025">Quantile 0.025; nothing below 200 replications.</param>
/// <param name="P975">Quantile 0.975; nothing below 200 replications.</param>
public sealed record CalibrationRow(
    PublishedFigure Figure, bool Fitted, string? NotMeasured, double Central, double Median, double P10, double P90, double? P025, double? P975)
{
    private const double OutsideOf80 = 0.2;

    /// <summary>Central simulated minus published, as a share of published.</summary>
    public double Deviation => (Central - Figure.Value) / Figure.Value;

    /// <summary>Whether the 80 % band holds the published value, its rounding included.</summary>
    public bool In80 => Holds(P10, P90);

    /// <summary>Whether the 95 % band holds the published value, its rounding included; nothing below 200 replications.</summary>
    public bool? In95 => P025 is { } low && P975 is { } high ? Holds(low, high) : null;

    /// <summary>Width of the 80 % band over the published value.</summary>
    public double Width => (P90 - P10) / Figure.Value;

    /// <summary>Interval score of the 80 % band over the published value (Gneiting and Raftery 2007): width, and a fine for being outside. Less is better.</summary>
    public double Score =>
        (P90 - P10 + (2 / OutsideOf80 * (Math.Max(0, P10 - Figure.Value) + Math.Max(0, Figure.Value - P90)))) / Figure.Value;

    /// <summary>The same score for "as last year", a band without width; nothing when last year's figure is not known.</summary>
    public double? LastYearScore =>
        Figure.LastYear is { } last ? 2 / OutsideOf80 * Math.Abs(last - Figure.Value) / Figure.Value : null;

    private bool Holds(double low, double high) => Figure.Value >= low - Figure.Tolerance && Figure.Value <= high + Figure.Tolerance;
}

/// <summary>Every published outcome beside the rehearsal (ijktabel).</summary>
/// <param name="Rows">A row a figure, in the order of the data.</param>
/// <param name="Replications">Replications behind the bands.</param>
public sealed record CalibrationTable(ImmutableArray<CalibrationRow> Rows, int Replications)
{
    /// <summary>Least share of held-back figures that 80 % bands must hold.</summary>
    public const double LeastCoverage = 0.65;

    /// <summary>Largest share of held-back figures that 80 % bands may hold: above it they say too little.</summary>
    public const double MostCoverage = 0.92;

    private const int CentralRuns = 4;

    /// <summary>Rows that have a counterpart.</summary>
    public IEnumerable<CalibrationRow> Measured => Rows.Where(row => row.NotMeasured is null);

    /// <summary>Share of some rows whose 80 % band holds the published value.</summary>
    public static double Coverage(IEnumerable<CalibrationRow> rows) => Share(rows, row => row.In80);

    /// <summary>Coverage of the 80 % bands over the figures that were held back.</summary>
    public double HeldBackCoverage => Coverage(Measured.Where(row => !row.Fitted));

    /// <summary>Whether that coverage is neither too small nor too large.</summary>
    public bool CoversAsItShould => HeldBackCoverage is >= LeastCoverage and <= MostCoverage;

    internal static CalibrationTable Make(
        ImmutableArray<PublishedFigure> figures, Variant variant, CalibrationRuns runs, int replications,
        Func<PublishedFigure, bool> fitted, Action<int, int>? progress)
    {
        var measured = figures.Where(figure => MeasuredFigures.WhyNot(figure) is null).ToList();
        var central = runs.Means([variant], measured, CentralRuns)[0];
        var drawn = runs.Drawn(variant, measured, replications, progress);
        return new CalibrationTable(
            [
                .. figures.Select(figure =>
                {
                    var m = measured.IndexOf(figure);
                    if (m < 0)
                    {
                        return new CalibrationRow(
                            figure, fitted(figure), MeasuredFigures.WhyNot(figure), double.NaN, double.NaN, double.NaN, double.NaN, null, null);
                    }

                    var band = Bands.Of(figure.Period.End, drawn[m]);
                    return new CalibrationRow(figure, fitted(figure), null, central[m], band.P50, band.P10, band.P90, band.P025, band.P975);
                }),
            ],
            replications);
    }

    private static double Share(IEnumerable<CalibrationRow> rows, Func<CalibrationRow, bool> holds)
    {
        var all = rows.ToList();
        return all.Count == 0 ? double.NaN : all.Count(holds) / (double)all.Count;
    }
}
