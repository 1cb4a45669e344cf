using CsCheck;
using Schakel.Norms.Procedure;
using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Procedure;

public sealed class CourtOrderTests
{
    [Theory(DisplayName = "PEN-8, PEN-9: eight or sixteen weeks that nothing moves, €100 a day")]
    [InlineData("2024-01-10", "true", "2024-03-06")]
    [InlineData("2024-01-10", "false", "2024-05-01")]
    [InlineData("2024-01-13", "true", "2024-03-09")] // A Saturday stays.
    [InlineData("2023-10-30", "true", "2023-12-25")] // Christmas stays.
    [InlineData("2024-01-04", "true", "2024-02-29")]
    public void Last_day_to_decide(string ruled, string interviewed, string expected)
    {
        var result = Ask("court-order", $$"""{"ruled": "{{ruled}}", "interviewed": {{interviewed}}}""").Result;
        Assert.Equal((expected, 100m), (result.GetProperty("lastDay").GetString(), result.GetProperty("euroPerDay").GetDecimal()));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 100)]
    [InlineData(74, 7400)]
    [InlineData(75, 7500)]
    [InlineData(76, 7500)]
    [InlineData(36525, 7500)]
    public void The_penalty_stops_at_its_maximum(int late, int euro) => Assert.Equal(
        euro,
        Ask("court-order", $$"""{"ruled": "2024-01-10", "interviewed": true, "daysLate": {{late}}}""").Result.GetProperty("euro").GetDecimal());

    [Theory]
    [InlineData("2020-07-10", 100)]
    [InlineData("2020-07-11", 0)]
    [InlineData("2022-11-29", 0)]
    [InlineData("2022-11-30", 100)]
    public void The_temporary_act_barred_it_until_the_Council_of_State_ruled(string ruled, int perDay)
    {
        var trace = default(NoTrace);
        Assert.Equal(perDay, CourtOrder.Of(Regimes.January2024, At(ruled), true, ref trace).EuroPerDay);
        Assert.Equal(3 * perDay, CourtOrder.Penalty(Regimes.January2024, At(ruled), 3, ref trace));
    }

    [Fact]
    public void Who_knew_only_the_law_of_January_2022_expects_no_penalty_of_the_court()
    {
        var trace = default(NoTrace);
        Assert.Equal(0m, CourtOrder.Of(Regimes.January2022, At("2023-06-01"), true, ref trace).EuroPerDay);
    }

    [Fact]
    public void Without_an_interview_the_time_is_never_shorter() =>
        Gen.Int[Day.Of(2009, 10, 1).Number, Day.Of(2035, 1, 1).Number].Sample(number =>
        {
            var trace = default(NoTrace);
            var heard = CourtOrder.Of(Regimes.January2024, new Day(number), true, ref trace).LastDay;
            var unheard = CourtOrder.Of(Regimes.January2024, new Day(number), false, ref trace).LastDay;
            Assert.Equal((56, 112), (heard - new Day(number), unheard - new Day(number)));
        });
}
