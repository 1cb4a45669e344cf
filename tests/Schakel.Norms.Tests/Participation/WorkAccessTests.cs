using Schakel.Norms.Participation;
using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Participation;

public sealed class WorkAccessTests
{
    [Theory(DisplayName = "Buwav 2a: after six months in treatment")]
    [InlineData("2024-01-10", "2024-07-10")]
    [InlineData("2023-08-31", "2024-02-29")]
    [InlineData("2023-07-06", "2024-01-06")] // A Saturday stays.
    public void Six_months_after_lodging(string lodged, string first) =>
        Assert.Equal(At(first), DayOf("work-access", "firstDay", $$"""{"lodged": "{{lodged}}"}"""));

    [Theory]
    [InlineData("3", "2024-04-10")]
    [InlineData("9", "2024-10-10")]
    [InlineData("12", "2024-10-10")] // The directive bounds the wait.
    public void The_directive_bounds_a_longer_wait(string months, string first)
    {
        var trace = default(NoTrace);
        Assert.Equal(At(first), WorkAccess.FirstDay(With("work-access.wait", months), At("2024-01-10"), ref trace));
    }

    [Theory(DisplayName = "ABRvS 29-11-2023: no limit of 24 weeks any more")]
    [InlineData("january-2024", "2023-11-28", 24, 14)]
    [InlineData("january-2024", "2023-11-29", null, null)]
    [InlineData("january-2022", "2023-11-29", 24, 14)] // Nobody knew in 2022.
    public void The_limit_of_24_weeks_ended_with_the_ruling(string regime, string day, int? weeks, int? artist)
    {
        var trace = default(NoTrace);
        Assert.Equal(weeks, WorkAccess.WeeksAllowed(Regimes.Find(regime), At(day), artist: false, ref trace)?.Count);
        Assert.Equal(artist, WorkAccess.WeeksAllowed(Regimes.Find(regime), At(day), artist: true, ref trace)?.Count);
    }

    [Fact]
    public void The_answer_gives_the_limit_of_weeks_where_there_is_one()
    {
        Assert.Equal(24, Ask("work-access", """{"lodged": "2023-05-01"}""").Result.GetProperty("weeksInYear").GetInt32());
        Assert.False(Ask("work-access", """{"lodged": "2023-06-01"}""").Result.TryGetProperty("weeksInYear", out _));
    }

    [Fact]
    public void A_work_permit_is_decided_within_five_weeks_to_a_working_day()
    {
        var trace = default(NoTrace);
        Assert.Equal(At("2024-04-02"), WorkAccess.PermitBy(Regimes.January2024, At("2024-02-23"), ref trace));
    }
}
