using CsCheck;
using NodaTime;
using Schakel.Rehearsal.Reporting;
using Schakel.Rehearsal.Results;

namespace Schakel.Rehearsal.Tests.Reporting;

public sealed class FiguresTests
{
    private static readonly Figures Dutch = new(ReportLanguage.Dutch);
    private static readonly Figures English = new(ReportLanguage.English);

    private static string Plain(string text) => text.Replace('\u00a0', ' ');

    [Theory]
    [InlineData("occupancy.total", 63_230, "63.200")]
    [InlineData("grant-rate", 0.6239, "62,4%")]
    [InlineData("lead-time.weeks", 44, "44,0")]
    [InlineData("cost.total.euro", 2_640_000_000, "€ 2,64 miljard")]
    [InlineData("cost.total.euro", 999_700, "€ 1 miljoen")]
    [InlineData("penalties.euro", 940_400, "€ 940.000")]
    [InlineData("moves.mean-at-exit", 3.14159, "3,14")]
    [InlineData("occupancy.over-capacity", 0, "0")]
    [InlineData("occupancy.over-capacity", 0.2, "< 1")]
    public void A_level_is_rounded_to_what_it_can_bear(string id, double value, string expected) =>
        Assert.Equal(expected, Plain(Dutch.Level(value, SeriesCatalogue.Find(id))));

    [Theory]
    [InlineData("cost.total.euro", -996_000, "−€ 1 million")]
    [InlineData("decided-in-time.share", 0.0523, "+5.2 percentage points")]
    [InlineData("stock.applications", -16_749, "−17,000")]
    [InlineData("stock.applications", 0.1, "≈ 0")]
    [InlineData("stock.applications", 0, "0")]
    public void A_difference_keeps_its_sign(string id, double value, string expected) =>
        Assert.Equal(expected, Plain(English.Difference(value, SeriesCatalogue.Find(id))));

    [Theory]
    [InlineData("cost.total.euro", 20e6, 110e6, "€ 20 tot 110 miljoen")]
    [InlineData("cost.total.euro", 600e3, 110e6, "€ 600.000 tot 110 miljoen")]
    [InlineData("lead-time.weeks", 11, 19, "11 tot 19 weken")]
    [InlineData("lead-time.weeks", 1, 3, "1 week tot 3 weken")]
    [InlineData("workload.ind.fte", 1, 3, "1 voltijdbaan tot 3 voltijdbanen")]
    [InlineData("stock.applications", 690, 1_800, "690 tot 1.800")]
    [InlineData("stock.applications", 0.3, 1_800, "< 1 tot 1.800")]
    public void A_range_names_its_unit_once(string id, double low, double high, string expected)
    {
        SeriesDefinition definition = SeriesCatalogue.Find(id);
        Assert.Equal(expected, Plain(Dutch.Range(Dutch.Size(low, definition), Dutch.Size(high, definition))));
    }

    [Theory]
    [InlineData(-57e6, -3.3e6, "−€ 57 tot −€ 3,3 miljoen")]
    [InlineData(-4.9e6, 4.9e6, "−€ 4,9 tot +€ 4,9 miljoen")]
    [InlineData(-200e3, 4.9e6, "−€ 200.000 tot +€ 4,9 miljoen")]
    [InlineData(0, 4.9e6, "€ 0 tot +€ 4,9 miljoen")]
    public void A_range_of_differences_keeps_both_signs(double low, double high, string expected)
    {
        SeriesDefinition cost = SeriesCatalogue.Find("cost.total.euro");
        Assert.Equal(expected, Plain(Dutch.Range(Dutch.Difference(low, cost), Dutch.Difference(high, cost))));
    }

    [Fact]
    public void Opposite_differences_round_to_the_same_size() =>
        Gen.Select(Gen.Double[-1e10, 1e10], Gen.Int[0, SeriesCatalogue.Count - 1]).Sample((value, index) =>
            Assert.Equal(Dutch.Size(value, SeriesCatalogue.All[index]), Dutch.Size(-value, SeriesCatalogue.All[index])));

    [Fact]
    public void What_is_no_number_is_a_dash()
    {
        Assert.Equal("–", Dutch.Level(double.NaN, SeriesCatalogue.Find("lead-time.weeks")));
        Assert.Equal("–", Dutch.Difference(double.PositiveInfinity, SeriesCatalogue.Find("lead-time.weeks")));
        Assert.Equal("–", Dutch.Level(null, SeriesCatalogue.Find("lead-time.weeks")));
    }

    [Theory]
    [InlineData("cost.total.euro", 218e6, 260e6, 314e6, false, "€ 260 mln (218–314)")]
    [InlineData("grant-rate", 0.5, 0.55, 0.61, false, "55% (50–61)")]
    [InlineData("stock.applications", -20_411, -16_749, -13_000, true, "−17.000 (−20.000 tot −13.000)")]
    public void A_value_with_its_band_fits_a_short_line(string id, double low, double middle, double high, bool difference, string expected) =>
        Assert.Equal(expected, Plain(Dutch.Compact(new Point(new LocalDate(2028, 12, 31), middle, 1, null, low, middle, high, null), SeriesCatalogue.Find(id), difference)));

    [Fact]
    public void A_date_is_written_out_in_the_readers_language()
    {
        Assert.Equal("10 januari 2024", Plain(Dutch.Day(new LocalDate(2024, 1, 10))));
        Assert.Equal("March 2026", Plain(English.Month(new LocalDate(2026, 3, 31))));
    }
}
