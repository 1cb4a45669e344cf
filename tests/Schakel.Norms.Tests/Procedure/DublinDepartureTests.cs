using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Procedure;

public sealed class DublinDepartureTests
{
    [Theory(DisplayName = "Vw 62c, ATW 1: four weeks to a working day, and never beyond the last day of transfer")]
    [InlineData("""{"notified": "2024-01-10"}""", "2024-02-07")]
    [InlineData("""{"notified": "2023-11-27"}""", "2023-12-27")] // Ends on Christmas Day.
    [InlineData("""{"notified": "2024-01-10", "transferBy": "2024-02-07"}""", "2024-02-07")]
    [InlineData("""{"notified": "2024-01-10", "transferBy": "2024-02-08"}""", "2024-02-07")]
    [InlineData("""{"notified": "2024-01-10", "transferBy": "2024-02-04"}""", "2024-02-04")] // A Sunday stays.
    [InlineData("""{"notified": "2024-01-10", "transferBy": "2024-01-10"}""", "2024-01-10")]
    public void Four_weeks_unless_the_transfer_must_come_sooner(string facts, string last) => Assert.Equal(At(last), DayOf("dublin-departure", "lastDay", facts));

    [Fact]
    public void After_the_last_day_of_transfer_nobody_is_sent() =>
        Assert.Contains(
            "`transferBy` is 2024-01-09, before the decision was notified on 2024-01-10",
            Refused("dublin-departure", """{"notified": "2024-01-10", "transferBy": "2024-01-09"}"""),
            StringComparison.Ordinal);
}
