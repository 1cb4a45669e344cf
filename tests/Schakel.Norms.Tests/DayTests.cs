using CsCheck;
using NodaTime;

namespace Schakel.Norms.Tests;

public sealed class DayTests
{
    private static readonly Gen<Day> Days =
        Gen.Int[Day.Of(1900, 1, 1).Number, Day.Of(2200, 12, 31).Number].Select(number => new Day(number));

    [Fact]
    public void Every_day_from_1900_to_2200_is_the_day_NodaTime_has()
    {
        for (var day = Day.Of(1900, 1, 1); day <= Day.Of(2200, 12, 31); day = day.PlusDays(1))
        {
            var date = new LocalDate(1970, 1, 1).PlusDays(day.Number);
            Assert.Equal((date.Year, date.Month, date.Day, date.DayOfWeek), (day.Parts.Year, day.Parts.Month, day.Parts.Day, day.DayOfWeek));
            Assert.Equal(day, Day.Of(date.Year, date.Month, date.Day));
            Assert.Equal(day, Day.FromLocalDate(date));
        }
    }

    [Fact]
    public void Months_and_years_are_added_as_NodaTime_adds_them() =>
        Gen.Select(Days, Gen.Int[-600, 600]).Sample((day, months) =>
        {
            Assert.Equal(day.ToLocalDate().PlusMonths(months), day.PlusMonths(months).ToLocalDate());
            Assert.Equal(day.ToLocalDate().PlusYears(months / 12), day.PlusYears(months / 12).ToLocalDate());
        });

    [Fact]
    public void Six_months_after_31_August_2023_is_29_February_2024() =>
        Assert.Equal(Day.Of(2024, 2, 29), Day.Of(2023, 8, 31).PlusMonths(6));

    [Fact]
    public void A_day_reads_back_from_its_own_text() =>
        Days.Sample(day => Assert.True(Day.TryParse(day.ToString(), out var read) && read == day));

    [Theory]
    [InlineData("2024-02-30")]
    [InlineData("2023-02-29")]
    [InlineData("2024-13-01")]
    [InlineData("2024-1-01")]
    [InlineData("24-01-2024")]
    [InlineData("2024-01-01T00:00")]
    [InlineData(" 2024-01-1")]
    [InlineData("+202-01-01")]
    [InlineData("0000-01-01")]
    [InlineData("٢٠٢٤-01-01")]
    [InlineData("")]
    public void Text_that_is_no_day_is_refused(string text) => Assert.False(Day.TryParse(text, out _));

    [Fact]
    public void A_day_that_does_not_exist_cannot_be_made() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Day.Of(2023, 2, 29));
}
