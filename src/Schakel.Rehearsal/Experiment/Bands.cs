using System.Collections.Immutable;
using NodaTime;
using Schakel.Rehearsal.Results;
using Schakel.Rehearsal.Steering;

namespace Schakel.Rehearsal.Experiment;

/// <summary>Turns the figures of replications into series with predictive bands; sums run in order of replication.</summary>
public static class Bands
{
    /// <summary>Fewest replications for which the outer quantiles mean anything.</summary>
    public const int ForOuterQuantiles = 200;

    /// <summary>Monthly series.</summary>
    public static ImmutableArray<Series> Monthly(IReadOnlyList<MonthlyFigures> replications) =>
        Make(replications, (figures, series, month) => figures.Values[series][month], replications[0].Months.Count, m => m);

    /// <summary>Monthly series of paired differences.</summary>
    public static ImmutableArray<Series> MonthlyDifference(IReadOnlyList<MonthlyFigures> baseline, IReadOnlyList<MonthlyFigures> variant) =>
        Make(
            Pairs(baseline, variant), (pair, series, month) => pair.Variant.Values[series][month] - pair.Baseline.Values[series][month],
            baseline[0].Months.Count, m => m, pair => pair.Baseline);

    /// <summary>Yearly series: flows summed, stocks at the year's last month, ratios over the year as a whole.</summary>
    public static ImmutableArray<Series> Yearly(IReadOnlyList<MonthlyFigures> replications)
    {
        var years = Years(replications[0]);
        return Make(
            replications, (figures, series, year) => OverPeriod(figures, series, years[year].First, years[year].Last),
            years.Count, year => years[year].Last);
    }

    /// <summary>Yearly series of paired differences.</summary>
    public static ImmutableArray<Series> YearlyDifference(IReadOnlyList<MonthlyFigures> baseline, IReadOnlyList<MonthlyFigures> variant)
    {
        var years = Years(baseline[0]);
        return Make(
            Pairs(baseline, variant),
            (pair, series, year) => OverPeriod(pair.Variant, series, years[year].First, years[year].Last)
                - OverPeriod(pair.Baseline, series, years[year].First, years[year].Last),
            years.Count, year => years[year].Last, pair => pair.Baseline);
    }

    /// <summary>A series over a period of whole months: summed, at its end, or as one ratio.</summary>
    public static double OverPeriod(MonthlyFigures figures, int series, int firstMonth, int lastMonth)
    {
        var kind = SeriesCatalogue.All[series].Kind;
        if (kind == SeriesKind.Stock)
        {
            return figures.Values[series][lastMonth];
        }

        double numerator = 0, denominator = 0;
        for (var m = firstMonth; m <= lastMonth; m++)
        {
            numerator += figures.Numerators[series][m];
            denominator += figures.Denominators[series][m];
        }

        return kind == SeriesKind.Flow ? numerator : denominator == 0 ? double.NaN : numerator / denominator;
    }

    /// <summary>The distribution of one value over the replications.</summary>
    /// <param name="date">Day it stands for.</param>
    /// <param name="values">A value a replication, in order; those that are not a number are left out.</param>
    public static Point Of(LocalDate date, ReadOnlySpan<double> values)
    {
        var known = new List<double>(values.Length);
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                known.Add(value);
            }
        }

        if (known.Count == 0)
        {
            return new Point(date, double.NaN, double.NaN, null, double.NaN, double.NaN, double.NaN, null);
        }

        var mean = known.Sum() / known.Count;
        var squares = known.Sum(v => (v - mean) * (v - mean));
        var error = known.Count < 2 ? double.NaN : Math.Sqrt(squares / (known.Count - 1) / known.Count);
        known.Sort();
        var outer = known.Count >= ForOuterQuantiles;
        return new Point(
            date, mean, error, outer ? Quantile(known, 0.025) : null, Quantile(known, 0.1), Quantile(known, 0.5), Quantile(known, 0.9),
            outer ? Quantile(known, 0.975) : null);
    }

    /// <summary>Whether the means are known well enough: half of the 95 % interval within the wanted share, over the first two years.</summary>
    public static bool NarrowEnough(IReadOnlyList<MonthlyFigures> replications, double width)
    {
        foreach (var series in (ReadOnlySpan<int>)[Count.StockApplications, Count.OccupancyTotal])
        {
            var months = Math.Min(24, replications[0].Months.Count);
            double sum = 0;
            for (var m = 0; m < months; m++)
            {
                var values = replications.Select(r => r.Values[series][m]).ToArray();
                var point = Of(default, values);
                sum += 1.96 * point.StandardError / Math.Max(1, point.Mean);
            }

            if (!(sum / months <= width))
            {
                return false;
            }
        }

        return true;
    }

    // Linear between the order statistics (type 7), as spreadsheets and R do.
    private static double Quantile(List<double> sorted, double share)
    {
        var place = share * (sorted.Count - 1);
        var below = (int)place;
        return below + 1 >= sorted.Count ? sorted[^1] : sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }

    private static List<(int First, int Last)> Years(MonthlyFigures figures)
    {
        var years = new List<(int First, int Last)>();
        for (var m = 0; m < figures.Months.Count; m++)
        {
            var first = m == 0 || figures.Months[m].ToLocalDate().Year != figures.Months[m - 1].ToLocalDate().Year;
            if (first)
            {
                years.Add((m, m));
            }
            else
            {
                years[^1] = (years[^1].First, m);
            }
        }

        // A year of which only some months were lived would be told as if it were a whole one.
        years.RemoveAll(year => year.Last - year.First < 11);
        return years;
    }

    private static List<(MonthlyFigures Baseline, MonthlyFigures Variant)> Pairs(
        IReadOnlyList<MonthlyFigures> baseline, IReadOnlyList<MonthlyFigures> variant) => [.. baseline.Zip(variant)];

    private static ImmutableArray<Series> Make(
        IReadOnlyList<MonthlyFigures> replications, Func<MonthlyFigures, int, int, double> value, int count, Func<int, int> month) =>
        Make(replications, value, count, month, figures => figures);

    private static ImmutableArray<Series> Make<T>(
        IReadOnlyList<T> replications, Func<T, int, int, double> value, int count, Func<int, int> month, Func<T, MonthlyFigures> dates)
    {
        var days = dates(replications[0]).Months;
        var all = ImmutableArray.CreateBuilder<Series>(SeriesCatalogue.All.Length);
        for (var s = 0; s < SeriesCatalogue.All.Length; s++)
        {
            var points = ImmutableArray.CreateBuilder<Point>(count);
            for (var i = 0; i < count; i++)
            {
                var values = new double[replications.Count];
                for (var r = 0; r < replications.Count; r++)
                {
                    values[r] = value(replications[r], s, i);
                }

                points.Add(Of(days[month(i)].ToLocalDate(), values));
            }

            all.Add(new Series(SeriesCatalogue.All[s], points.ToImmutable()));
        }

        return all.ToImmutable();
    }
}
