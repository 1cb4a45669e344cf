using System.Collections.Immutable;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Reporting.Html;

/// <summary>What an assessment found, read from the paired yearly differences alone.</summary>
internal sealed class Findings(Assessment assessment, ReportLanguage language)
{
    private const int Headed = 5;

    /// <summary>Where people are below a norm: counted, never weighed against money.</summary>
    public static readonly ImmutableArray<string> Breaches = ["occupancy.over-capacity", "breach.municipal-stay"];

    /// <summary>Budgets, the total last.</summary>
    public static readonly ImmutableArray<string> Budgets =
        ["cost.reception.euro", "cost.oda.euro", "cost.staff.euro", "penalties.euro", "cost.total.euro"];

    private readonly Sentence _sentence = new(language);
    private readonly ImmutableDictionary<string, Series> _yearly = ById(assessment.YearlyDifference);
    private readonly ImmutableDictionary<string, Series> _monthly = ById(assessment.Difference);
    private readonly ImmutableDictionary<string, Series> _variant = ById(assessment.Variant.Series);
    private readonly ImmutableDictionary<string, Series> _baseline = ById(assessment.Baseline.Series);
    private readonly ImmutableDictionary<string, Series> _variantYearly = ById(assessment.Variant.Yearly);
    private readonly ImmutableDictionary<string, Series> _baselineYearly = ById(assessment.Baseline.Yearly);

    public ImmutableArray<SensitivityBar> Sensitivity => assessment.Sensitivity;

    public ImmutableHashSet<string> Targets { get; } = [.. assessment.Measures.Select(measure => measure.TargetSeriesId)];

    public Series? Variant(string id) => _variant.GetValueOrDefault(id);

    public Series? Baseline(string id) => _baseline.GetValueOrDefault(id);

    public Series? Monthly(string id) => _monthly.GetValueOrDefault(id);

    /// <summary>The yearly differences that exist, in the order of the catalogue.</summary>
    public IEnumerable<Series> Yearly => assessment.YearlyDifference.Where(series => !series.Points.IsEmpty);

    public Series? YearlyOf(string id) => _yearly.TryGetValue(id, out Series? series) && !series.Points.IsEmpty ? series : null;

    /// <summary>The difference over the last year.</summary>
    public Point? Last(string id) => YearlyOf(id)?.Points[^1];

    /// <summary>The years told in tables: the second, when there are more than two, and the last.</summary>
    public ImmutableArray<int> Years()
    {
        Series? any = Yearly.FirstOrDefault();
        return any is null ? []
            : any.Points.Length > 2 ? [any.Points[1].Date.Year, any.Points[^1].Date.Year]
            : [any.Points[^1].Date.Year];
    }

    public Point? InYear(string id, int year) => YearlyOf(id)?.Points.FirstOrDefault(point => point.Date.Year == year);

    public Point? BaselineIn(string id, int year) => LevelIn(_baselineYearly, id, year);

    public Point? VariantIn(string id, int year) => LevelIn(_variantYearly, id, year);

    public Effect EffectOf(string id) => Last(id) is { } last ? Effects.Of(last) : Effect.Absent;

    /// <summary>Whether more people end up below a norm: then lower spending is not told as a gain.</summary>
    public bool MoreBreaches => Breaches.Any(id => EffectOf(id) == Effect.Rise);

    public IEnumerable<string> Verdicts()
    {
        foreach (MeasureText measure in assessment.Measures.DistinctBy(measure => (measure.TargetSeriesId, measure.TargetDirection)))
        {
            if (Reporting.Verdicts.On(measure, assessment.YearlyDifference, _sentence) is { } verdict)
            {
                yield return verdict;
            }
        }
    }

    /// <summary>The largest clear side effects beside the target, breaches first; money is left to its own section when it falls.</summary>
    public IEnumerable<string> Headlines()
    {
        IEnumerable<Series> breaches = Breaches.Select(YearlyOf).OfType<Series>().Where(series => EffectOf(series.Definition.Id).IsClear());
        IEnumerable<Series> others = Yearly
            .Where(series => EffectOf(series.Definition.Id).IsClear() && !Breaches.Contains(series.Definition.Id))
            .Where(series => !Targets.Any(target => SameSubject(target, series.Definition.Id)) && !TellsApart(series.Definition.Id))
            .Where(series => series.Definition.Unit != "euro" || EffectOf(series.Definition.Id) == Effect.Rise)
            .OrderByDescending(Weight)
            .DistinctBy(series => Subject(series.Definition.Id));
        return breaches.Concat(others).Take(Headed).Select(series => _sentence.Change(series.Definition, series.Points[^1]));
    }

    /// <summary>The size of an effect against the level it moves.</summary>
    public double Weight(Series series)
    {
        Point last = series.Points[^1];
        double level = BaselineIn(series.Definition.Id, last.Date.Year)?.P50 ?? 0;
        return level == 0 || !double.IsFinite(level) ? 0 : Math.Abs(last.P50 / level);
    }

    /// <summary>An assumption within whose range the effect on a target changes direction.</summary>
    public IEnumerable<AssumptionLine> Turning() => assessment.Sensitivity
        .Where(bar => Targets.Contains(bar.SeriesId) && ((bar.AtLow < 0 && bar.AtHigh > 0) || (bar.AtLow > 0 && bar.AtHigh < 0)))
        .Select(bar => bar.Assumption);

    private static string Subject(string id) => id.Split('.')[0];

    // How long those stayed who moved twice: when fewer move, they are other people, and nobody's stay needs to have changed.
    private static bool TellsApart(string id) => id.StartsWith("stay.weeks.moves-", StringComparison.Ordinal)
        || (Subject(id) == "moves" && id.Contains("share-", StringComparison.Ordinal));

    private static bool SameSubject(string target, string id) => Subject(target) == Subject(id);

    private static Point? LevelIn(ImmutableDictionary<string, Series> levels, string id, int year) =>
        levels.TryGetValue(id, out Series? series) ? series.Points.FirstOrDefault(point => point.Date.Year == year) : null;

    private static ImmutableDictionary<string, Series> ById(ImmutableArray<Series> all) =>
        all.ToImmutableDictionary(series => series.Definition.Id, StringComparer.Ordinal);
}
