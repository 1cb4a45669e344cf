using NodaTime;
using Schakel.Rehearsal.Calibration;
using Schakel.Rehearsal.Data;

namespace Schakel.Rehearsal.Tests.Calibration;

public sealed class CalibrationTableTests
{
    [Fact]
    public void A_figure_outside_its_band_is_fined_ten_times_its_distance()
    {
        var row = Row(published: 100, p10: 110, p90: 130);

        Assert.Equal(0.2 + (10 * 0.1), row.Score, 12);
    }

    [Fact]
    public void A_figure_inside_its_band_scores_its_width() => Assert.Equal(0.4, Row(published: 100, p10: 80, p90: 120).Score, 12);

    [Fact]
    public void As_last_year_is_a_band_without_width() => Assert.Equal(2.5, Row(published: 100, p10: 80, p90: 120, lastYear: 75).LastYearScore!.Value, 12);

    [Fact]
    public void Rounding_of_the_figure_counts_as_part_of_it()
    {
        Assert.True(Row(published: 100, p10: 103, p90: 120, tolerance: 3).In80);
        Assert.False(Row(published: 100, p10: 103, p90: 120, tolerance: 2).In80);
    }

    [Theory]
    [InlineData(64, false)]
    [InlineData(65, true)]
    [InlineData(92, true)]
    [InlineData(93, false)]
    public void Bands_must_hold_between_65_and_92_of_a_hundred_held_back_figures(int held, bool right)
    {
        var rows = Enumerable.Range(0, 100).Select(i => i < held ? Row(100, 90, 110) : Row(100, 110, 120)).Append(Row(100, 200, 300) with { Fitted = true });

        Assert.Equal(right, new CalibrationTable([.. rows], 200).CoversAsItShould);
    }

    private static CalibrationRow Row(double published, double p10, double p90, double? lastYear = null, double tolerance = 0)
    {
        var day = new LocalDate(2023, 12, 31);
        var figure = new PublishedFigure(
            "a.figure", new DateInterval(day, day), "2023-12-31", published, "persons", "stock.family", FigureRole.Outcome, tolerance, lastYear, false, "", "");
        return new CalibrationRow(figure, false, null, (p10 + p90) / 2, (p10 + p90) / 2, p10, p90, null, null);
    }
}
