using CsCheck;
using Schakel.Norms.Family;
using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Family;

public sealed class FamilyTests
{
    [Theory(DisplayName = "Vw 29(2), ATW 1 and 4: three months, to a working day")]
    [InlineData("2024-01-15", "2024-04-15")] // TV-13.
    [InlineData("2023-09-25", "2023-12-27")] // Ends on Christmas Day.
    [InlineData("2023-11-30", "2024-02-29")]
    [InlineData("2024-01-13", "2024-04-15")] // Ends on a Saturday.
    public void The_window_is_three_months(string notified, string last) =>
        Assert.Equal(At(last), DayOf("family-window", "lastDay", $$"""{"permitNotified": "{{notified}}"}"""));

    [Fact]
    public void The_window_always_ends_on_a_working_day_of_the_law() =>
        Gen.Int[Day.Of(2015, 1, 1).Number, Day.Of(2035, 1, 1).Number].Sample(number =>
        {
            var trace = default(NoTrace);
            var last = FamilyWindow.LastDay(Regimes.January2024, new Day(number), ref trace);
            Assert.True(Regimes.January2024.Calendar.IsWorkingDay(last) && last >= new Day(number).PlusMonths(3));
        });

    [Theory(DisplayName = "Vw 2u, bill 36 349")]
    [InlineData("january-2024", "2024-01-10", null, "2024-07-09")]
    [InlineData("january-2024", "2024-01-10", true, "2024-07-09")]
    [InlineData("january-2024", "2024-01-10", false, "2024-04-09")]
    [InlineData("january-2024", "2024-01-15", false, "2024-04-15")] // 14 April is a Sunday.
    [InlineData("january-2024", "2025-07-01", null, "2025-12-29")] // In January 2024 nobody knew the longer period.
    [InlineData("dossier-2026", "2025-06-30", null, "2025-12-28")]
    [InlineData("dossier-2026", "2025-07-01", null, "2026-04-01")]
    [InlineData("dossier-2026", "2025-07-01", false, "2026-04-01")]
    public void The_decision_period_is_ninety_days_and_three_months_and_later_nine_months(string regime, string requested, bool? extended, string last) =>
        Assert.Equal(
            At(last),
            DayOf("family-decision-period", "lastDay", $$"""{"requested": "{{requested}}", "extended": {{(extended is { } given ? (given ? "true" : "false") : "null")}}}""", regime));
}
