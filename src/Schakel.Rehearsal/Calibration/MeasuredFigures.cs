using NodaTime;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Experiment;
using Schakel.Rehearsal.Results;
using Schakel.Rehearsal.Steering;

namespace Schakel.Rehearsal.Calibration;

/// <summary>Measures in a rehearsal what a published figure measures in the country (gemeten tegenhanger).</summary>
/// <remarks>
/// Flows are summed and ratios pooled over the whole months of the period. A stock on a day lies on the straight line between the month
/// ends around it, or between the first day and the first month end; after the last month end it is the stock of that month end.
/// </remarks>
public static class MeasuredFigures
{
    /// <summary>Why a figure cannot be measured; nothing when it can.</summary>
    public static string? WhyNot(PublishedFigure figure)
    {
        var missing = figure.SeriesParts.Where(part => !SeriesCatalogue.Contains(part)).ToList();
        return missing.Count == 0 ? null : Reason(missing[0]);
    }

    /// <summary>The simulated counterpart of a figure; not-a-number when nothing happened that it could measure.</summary>
    /// <exception cref="ArgumentException">No series measures it: see <see cref="WhyNot"/>.</exception>
    public static double In(MonthlyFigures run, PublishedFigure figure)
    {
        double sum = 0;
        foreach (var part in figure.SeriesParts)
        {
            sum += Of(run, SeriesCatalogue.IndexOf(part), figure.Period);
        }

        return sum;
    }

    private static string Reason(string series) =>
        series.StartsWith("return.morocco", StringComparison.Ordinal)
            ? "the rehearsal follows return by nationality group through shares of the group, and tells no series by country"
            : $"no series of the rehearsal is called {series}";

    private static double Of(MonthlyFigures run, int series, DateInterval period)
    {
        if (SeriesCatalogue.All[series].Kind == SeriesKind.Stock)
        {
            return OnDay(run, series, period.End);
        }

        var (first, last) = (-1, -1);
        for (var m = 0; m < run.Months.Count; m++)
        {
            var end = run.Months[m].ToLocalDate();
            var start = end.With(DateAdjusters.StartOfMonth);
            if (start <= period.End && end >= period.Start)
            {
                first = first < 0 ? m : first;
                last = m;
            }
        }

        return first < 0 ? double.NaN : Bands.OverPeriod(run, series, first, last);
    }

    private static double OnDay(MonthlyFigures run, int series, LocalDate day)
    {
        var values = run.Values[series];
        for (var m = 0; m < run.Months.Count; m++)
        {
            var end = run.Months[m].ToLocalDate();
            if (end < day)
            {
                continue;
            }

            var first = end.With(DateAdjusters.StartOfMonth);
            var before = m == 0 ? first.PlusDays(-1) : run.Months[m - 1].ToLocalDate();
            var stood = m == 0 ? run.AtStart[series] : values[m - 1];
            var share = Period.DaysBetween(before, day) / (double)Period.DaysBetween(before, end);
            return stood + (share * (values[m] - stood));
        }

        return values[^1];
    }
}
