using NodaTime;
using Schakel.Rehearsal.Data;

namespace Schakel.Rehearsal.Tests.Data;

public sealed class FigurePeriodTests
{
    [Theory]
    [InlineData("2022", "2022-01-01", "2022-12-31")]
    [InlineData("2022-H1", "2022-01-01", "2022-06-30")]
    [InlineData("2022-H2", "2022-07-01", "2022-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2022-06-27", "2022-06-27", "2022-06-27")]
    [InlineData("2023-01..2023-10", "2023-01-01", "2023-10-31")]
    [InlineData("2021-07-17..2021-12-31", "2021-07-17", "2021-12-31")]
    public void A_period_covers_these_days_and_no_other(string text, string first, string last)
    {
        var period = FigurePeriod.Parse(text)!;
        Assert.Equal((first, last), (Iso(period.Start), Iso(period.End)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("22")]
    [InlineData("1022")]
    [InlineData("2022-H3")]
    [InlineData("2022-13")]
    [InlineData("2022-02-30")]
    [InlineData("2022-1")]
    [InlineData("2023-10..2023-01")]
    [InlineData("2023..")]
    [InlineData("late 2022")]
    public void What_is_no_period_is_nothing(string text) => Assert.Null(FigurePeriod.Parse(text));

    private static string Iso(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
}
