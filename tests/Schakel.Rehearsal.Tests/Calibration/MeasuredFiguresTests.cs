using NodaTime;
using Schakel.Norms;
using Schakel.Rehearsal.Calibration;
using Schakel.Rehearsal.Data;
using Schakel.Rehearsal.Results;
using Schakel.Rehearsal.Steering;

namespace Schakel.Rehearsal.Tests.Calibration;

public sealed class MeasuredFiguresTests
{
    [Fact]
    public void A_flow_is_summed_over_the_months_of_its_period() =>
        Assert.Equal(60, MeasuredFigures.In(ThreeMonths(), Figure("housed", "2022-01-01", "2022-03-31")));

    [Fact]
    public void A_share_is_pooled_and_not_the_mean_of_monthly_shares() =>
        Assert.Equal(60.0 / 111, MeasuredFigures.In(ThreeMonths(), Figure("grant-rate", "2022-01-01", "2022-03-31")), 12);

    [Fact]
    public void A_stock_between_month_ends_lies_on_the_line_between_them() =>
        Assert.Equal(15, MeasuredFigures.In(ThreeMonths(), Figure("stock.family", "2022-02-14", "2022-02-14")), 12);

    [Fact]
    public void In_the_first_month_the_line_begins_at_what_was_taken_over() =>
        Assert.Equal(5 * 24 / 31.0 * 2, MeasuredFigures.In(ThreeMonths(), Figure("stock.family", "2022-01-24", "2022-01-24")), 12);

    [Fact]
    public void After_the_last_month_end_a_stock_stays_what_it_was() =>
        Assert.Equal(30, MeasuredFigures.In(ThreeMonths(), Figure("stock.family", "2022-04-09", "2022-04-09")));

    [Fact]
    public void A_figure_of_two_series_is_their_sum() =>
        Assert.Equal(60, MeasuredFigures.In(ThreeMonths(), Figure("occupancy.total+occupancy.external", "2022-03-31", "2022-03-31")));

    [Fact]
    public void A_figure_without_a_series_says_why_it_is_not_measured()
    {
        Assert.Contains("shares of the group", MeasuredFigures.WhyNot(Figure("return.morocco.forced", "2022-01-01", "2022-12-31")), StringComparison.Ordinal);
        Assert.Null(MeasuredFigures.WhyNot(Figure("housed", "2022-01-01", "2022-12-31")));
    }

    private static PublishedFigure Figure(string series, string from, string to) => new(
        "a.figure", new DateInterval(Iso(from), Iso(to)), from, 1, "persons", series, FigureRole.Outcome, 0, null, false, "", "");

    private static LocalDate Iso(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    // Every series stands at, or counts, 10, 20 and 30; shares are out of 1, 10 and 100. The first day began at nothing.
    private static MonthlyFigures ThreeMonths()
    {
        double[][] Of(double[] months) => [.. Enumerable.Repeat(months, SeriesCatalogue.Count)];
        return new MonthlyFigures(
            [Day.Of(2022, 1, 31), Day.Of(2022, 2, 28), Day.Of(2022, 3, 31)], Of([10, 20, 30]), Of([10, 20, 30]), Of([1, 10, 100]))
        {
            AtStart = new double[SeriesCatalogue.Count],
        };
    }
}
