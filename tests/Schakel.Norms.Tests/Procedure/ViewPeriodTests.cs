using CsCheck;
using Schakel.Norms.Procedure;
using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Procedure;

public sealed class ViewPeriodTests
{
    [Theory(DisplayName = "VA-2, VA-3, VA-4, T1-3: weeks from the day after the intention, to a working day")]
    [InlineData("2024-01-10", "extended", "2024-02-07")]
    [InlineData("2024-01-10", "dublin", "2024-01-24")]
    [InlineData("2024-01-10", "dublin-detained", "2024-01-17")]
    [InlineData("2024-01-10", "asylum-detained", "2024-01-24")]
    [InlineData("2024-01-10", "withdrawal", "2024-02-21")]
    [InlineData("2024-02-01", "extended", "2024-02-29")]
    [InlineData("2024-02-02", "extended", "2024-03-01")] // Friday to Friday over the leap day.
    [InlineData("2024-02-03", "extended", "2024-03-04")] // Saturday to Monday.
    [InlineData("2024-02-04", "extended", "2024-03-04")] // Sunday to Monday.
    [InlineData("2023-11-27", "extended", "2023-12-27")] // Christmas, both days.
    [InlineData("2024-03-15", "dublin", "2024-04-02")] // Good Friday to Tuesday after Easter.
    [InlineData("2024-03-14", "dublin", "2024-03-28")] // The day before it stays.
    [InlineData("2024-04-26", "dublin-detained", "2024-05-03")]
    [InlineData("2024-05-02", "dublin-detained", "2024-05-10")] // Ascension Day moves one day.
    [InlineData("2023-12-22", "dublin-detained", "2023-12-29")] // Two working days between Christmas and Friday are enough.
    public void Last_day_for_a_view(string intention, string procedure, string expected) => Assert.Equal(
        At(expected), DayOf("view-period", "lastDay", $$"""{"intention": "{{intention}}", "procedure": "{{procedure}}"}"""));

    [Fact]
    public void Every_last_day_is_a_working_day_within_a_week_of_the_bare_term() =>
        Gen.Int[Day.Of(2015, 7, 20).Number, Day.Of(2035, 1, 1).Number].Select(Gen.Enum<ViewProcedure>()).Sample((number, procedure) =>
        {
            var trace = default(NoTrace);
            var last = ViewPeriod.LastDay(Regimes.January2024, new Day(number), procedure, ref trace);
            var weeks = procedure switch
            {
                ViewProcedure.Extended => 4,
                ViewProcedure.Withdrawal => 6,
                ViewProcedure.DublinDetained => 1,
                _ => 2,
            };
            Assert.True(Regimes.January2024.Calendar.IsWorkingDay(last));
            Assert.InRange(last - new Day(number).PlusWeeks(weeks), 0, 6);
        });

    [Fact]
    public void Another_length_gives_another_day()
    {
        var trace = default(NoTrace);
        var law = With("view-period.extended", "2");
        Assert.Equal(At("2024-01-24"), ViewPeriod.LastDay(law, At("2024-01-10"), ViewProcedure.Extended, ref trace));
    }

    [Fact]
    public void An_unknown_procedure_is_named() =>
        Assert.Contains(
            "extended / dublin / dublin-detained / asylum-detained / withdrawal",
            Refused("view-period", """{"intention": "2024-01-10", "procedure": "border"}"""),
            StringComparison.Ordinal);
}
