using CsCheck;
using Schakel.Norms.Procedure;
using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Procedure;

public sealed class RestPeriodTests
{
    [Theory(DisplayName = "RVT-1, RVT-2 (TV-9): full calendar days, then the next procedure day")]
    [InlineData("2024-03-01", "false", "2024-03-08")]
    [InlineData("2024-03-01", "true", "2024-03-25")] // The day after is a Saturday.
    [InlineData("2024-02-23", "false", "2024-03-01")] // Over 29 February.
    [InlineData("2023-02-23", "false", "2023-03-02")]
    [InlineData("2024-03-21", "false", "2024-03-28")] // Thursday before Good Friday.
    [InlineData("2024-03-22", "false", "2024-04-02")] // Good Friday, weekend and Easter Monday do not count.
    [InlineData("2023-12-16", "false", "2023-12-27")] // The period ends on a Friday, but Christmas follows the weekend.
    [InlineData("2024-01-26", "false", "2024-02-02")]
    [InlineData("2024-01-27", "false", "2024-02-05")] // A Saturday moves to the Monday.
    public void Earliest_first_day(string lodged, string minor, string expected) => Assert.Equal(
        At(expected), DayOf("rest-period", "earliestFirstDay", $$"""{"lodged": "{{lodged}}", "unaccompaniedMinor": {{minor}}}"""));

    [Fact]
    public void A_minor_never_starts_earlier_and_always_on_a_working_day() =>
        Gen.Int[Day.Of(2010, 7, 1).Number, Day.Of(2035, 1, 1).Number].Sample(number =>
        {
            var trace = default(NoTrace);
            var adult = RestPeriod.EarliestFirstDay(Regimes.January2024, new Day(number), false, ref trace);
            var minor = RestPeriod.EarliestFirstDay(Regimes.January2024, new Day(number), true, ref trace);
            Assert.True(adult - new Day(number) >= 7 && minor - new Day(number) >= 22 && minor > adult);
            Assert.True(Regimes.January2024.Calendar.IsWorkingDay(adult) && Regimes.January2024.Calendar.IsWorkingDay(minor));
        });

    [Fact]
    public void The_grounds_name_the_period_of_this_person()
    {
        var grounds = Ask("rest-period", """{"lodged": "2024-03-01", "unaccompaniedMinor": true}""").Grounds;
        Assert.Equal(["rest-period.minors", "procedure-days.counting"], grounds.Norms.Select(norm => norm.Norm));
        Assert.Contains(grounds.Sentences, sentence => sentence.English.Contains("25 March 2024", StringComparison.Ordinal));
    }

    [Fact]
    public void There_was_no_period_before_July_2010() =>
        Assert.Contains("2010-06-30", Refused("rest-period", """{"lodged": "2010-06-30", "unaccompaniedMinor": false}"""), StringComparison.Ordinal);
}
