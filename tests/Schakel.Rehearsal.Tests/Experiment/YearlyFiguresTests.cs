using Schakel.Rehearsal.Experiment;
using Schakel.Rehearsal.Results;
using Schakel.Rehearsal.Tests.Model;

namespace Schakel.Rehearsal.Tests.Experiment;

/// <summary>A year is told by its months: what has figures by the month has one by the year.</summary>
public sealed class YearlyFiguresTests
{
    [Fact]
    public void Every_series_of_a_year_follows_from_its_twelve_months()
    {
        var figures = Given.ATwentiethOfTheNation(1).Lived();
        for (var s = 0; s < SeriesCatalogue.All.Length; s++)
        {
            var definition = SeriesCatalogue.All[s];
            double[] months = [.. figures.Values[s][..12].Where(value => !double.IsNaN(value))];
            var year = Bands.OverPeriod(figures, s, 0, 11);
            switch (definition.Kind)
            {
                case SeriesKind.Stock:
                    Assert.Equal(figures.Values[s][11], year);
                    break;
                case SeriesKind.Flow:
                    Assert.True(Math.Abs(months.Sum() - year) <= 1e-6 * Math.Abs(year), $"{definition.Id}: {year} in the year, {months.Sum()} in its months");
                    break;
                case SeriesKind.Ratio:
                    Assert.True(
                        months.Length == 0 ? double.IsNaN(year) : months.Min() - 1e-9 <= year && year <= months.Max() + 1e-9,
                        $"{definition.Id}: {year} over the year, {months.Length} months with a figure");
                    break;
            }
        }
    }

    [Theory]
    [InlineData("workload.ind.fte", 40, 120)] // A twentieth of some 1,450 posts.
    [InlineData("workload.coa.fte", 150, 500)]
    [InlineData("workload.municipalities.homes", 100, 3000)]
    public void The_work_of_a_year_has_a_figure_of_its_size(string series, double least, double most) =>
        Assert.InRange(Given.ATwentiethOfTheNation(1).Lived().InYear(series, 0), least, most);
}
