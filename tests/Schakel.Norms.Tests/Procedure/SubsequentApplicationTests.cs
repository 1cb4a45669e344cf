using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Procedure;

public sealed class SubsequentApplicationTests
{
    [Theory(DisplayName = "SUB-2: interview, view and decision on three procedure days")]
    [InlineData("""{"firstDay": "2024-01-08"}""", "2024-01-08", "2024-01-09", "2024-01-10")]
    [InlineData("""{"firstDay": "2024-03-28", "centre": "land"}""", "2024-03-28", "2024-04-02", "2024-04-03")] // Over Easter.
    [InlineData("""{"firstDay": "2024-03-28", "centre": "schiphol"}""", "2024-03-28", "2024-03-29", "2024-03-30")]
    [InlineData("""{"firstDay": "2024-01-13"}""", "2024-01-15", "2024-01-16", "2024-01-17")] // A Saturday does not count.
    public void A_subsequent_application_is_tested_in_three_days(string facts, string interview, string view, string decision)
    {
        Assert.Equal(At(interview), DayOf("one-day-test", "interview", facts));
        Assert.Equal(At(view), DayOf("one-day-test", "view", facts));
        Assert.Equal(At(decision), DayOf("one-day-test", "decision", facts));
    }

    [Fact]
    public void Before_July_2015_another_test_held() =>
        Assert.Contains("2015-07-20", Refused("one-day-test", """{"firstDay": "2015-07-19"}"""), StringComparison.Ordinal);

    [Theory(DisplayName = "Vw 30c, ATW 1: two weeks, to a working day")]
    [InlineData("2024-01-10", "2024-01-24", "2024-01-25")]
    [InlineData("2024-01-12", "2024-01-26", "2024-01-27")]
    [InlineData("2024-01-13", "2024-01-29", "2024-01-30")] // Ends on a Saturday.
    [InlineData("2023-12-11", "2023-12-27", "2023-12-28")] // Ends on Christmas Day.
    public void Who_did_not_appear_has_two_weeks(string missed, string last, string possible)
    {
        var facts = $$"""{"missed": "{{missed}}"}""";
        Assert.Equal(At(last), DayOf("out-of-consideration", "lastDay", facts));
        Assert.Equal(At(possible), DayOf("out-of-consideration", "possibleFrom", facts));
    }
}
