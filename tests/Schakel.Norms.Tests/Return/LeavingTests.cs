using Schakel.Norms.Return;
using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Return;

public sealed class LeavingTests
{
    [Theory(DisplayName = "Vb 6.5a and 6.5b: entry ban, and half of it before lifting")]
    [InlineData("ordinary", "2026-02-28", "2025-02-28")]
    [InlineData("short-overstay", "2025-02-28", "2024-08-29")]
    [InlineData("short-sentence", "2027-02-28", "2025-08-29")]
    [InlineData("long-sentence", "2029-02-28", "2026-08-29")]
    [InlineData("serious-threat", "2034-02-28", "2029-02-28")]
    [InlineData("national-security", "2044-02-29", "2034-02-28")]
    public void An_entry_ban_runs_from_departure(string ground, string last, string liftable)
    {
        var facts = $$"""{"departed": "2024-02-29", "ground": "{{ground}}"}""";
        Assert.Equal(At(last), DayOf("entry-ban", "lastDay", facts));
        Assert.Equal(At(liftable), DayOf("entry-ban", "liftableFrom", facts));
    }

    [Theory(DisplayName = "Vb 3.48(2)(a): all conditions at the same time")]
    [InlineData(true, true, true, true, true, "")]
    [InlineData(true, true, true, false, true, "identityCertain")]
    [InlineData(false, false, true, true, false, "ownAttempts,migrationOrganisationTried,noOtherRight")]
    public void No_fault_asks_for_everything(bool own, bool organisation, bool mediation, bool identity, bool other, string missing)
    {
        var trace = default(NoTrace);
        Assert.Equal(missing, string.Join(",", NoFault.Missing(new(own, organisation, mediation, identity, other), ref trace)));
    }

    [Fact]
    public void The_answer_on_no_fault_names_what_is_missing()
    {
        var result = Ask(
            "no-fault",
            """{"ownAttempts": true, "migrationOrganisationTried": true, "mediationFailed": false, "identityCertain": true, "noOtherRight": true}""").Result;
        Assert.False(result.GetProperty("met").GetBoolean());
        Assert.Equal("mediationFailed", Assert.Single(result.GetProperty("missing").EnumerateArray()).GetString());
    }

    [Theory]
    [InlineData("2009-01-11", "2027-01-10")] // Fourteen at application.
    [InlineData("2009-01-10", null)] // Fifteen that day.
    public void A_minor_younger_than_fifteen_waits_three_years(string born, string? from)
    {
        var trace = default(NoTrace);
        Assert.Equal(from is null ? null : At(from), NoFault.MinorFrom(Regimes.January2024, At("2024-01-10"), At(born), ref trace));
    }

    [Theory(DisplayName = "REAN: who is eligible")]
    [InlineData("refused", "no", "", "eligible")]
    [InlineData("withdrew", "no", "", "eligible")]
    [InlineData("gave-up-permit", "no", "", "eligible")]
    [InlineData("no-right", "no", "", "eligible")]
    [InlineData("refused", "yes", "", "country-excluded")]
    [InlineData("refused", "uncertain", "", "country-uncertain")]
    [InlineData("refused", "yes", """, "traffickingVictim": true""", "eligible")]
    [InlineData("refused", "yes", """, "unaccompaniedMinor": true""", "eligible")]
    [InlineData("pending", "no", "", "wrong-situation")]
    [InlineData("right-kept", "no", """, "traffickingVictim": true""", "wrong-situation")]
    public void Help_to_return_depends_on_situation_and_country(string situation, string country, string more, string answer) =>
        Assert.Equal(
            answer,
            Ask("rean", $$"""{"situation": "{{situation}}", "countryExcluded": "{{country}}"{{more}}}""").Result.GetProperty("answer").GetString());

    [Theory]
    [InlineData(true, false, true, false, ReturnObstacles.None)]
    [InlineData(false, false, true, false, ReturnObstacles.NoDocument)]
    [InlineData(true, true, true, false, ReturnObstacles.Legal)]
    [InlineData(true, false, false, false, ReturnObstacles.Absent)]
    [InlineData(true, false, true, true, ReturnObstacles.NoAdequateReception)]
    [InlineData(false, true, false, false, ReturnObstacles.NoDocument | ReturnObstacles.Legal | ReturnObstacles.Absent)]
    public void Forced_return_needs_all_three_at_once(bool document, bool pending, bool available, bool minor, ReturnObstacles obstacles)
    {
        var trace = default(NoTrace);
        Assert.Equal(obstacles, ForcedReturn.Obstacles(document, pending, available, minor, ref trace));
    }

    [Theory(DisplayName = "Vw 64, Vc A3/7: departure put off")]
    [InlineData("""{"granted": "2024-01-10", "advisedMonths": 6}""", "2024-07-10")]
    [InlineData("""{"granted": "2024-01-10", "advisedMonths": 12}""", "2025-01-10")]
    [InlineData("""{"granted": "2024-01-10", "advisedMonths": 18}""", "2025-01-10")]
    [InlineData("""{"granted": "2024-01-10"}""", "2024-07-10")]
    [InlineData("""{"granted": "2024-01-10", "admittedUntil": "2024-02-01"}""", "2024-02-15")]
    [InlineData("""{"granted": "2024-01-10", "admittedUntil": "2024-09-01"}""", "2024-07-10")]
    public void Illness_puts_departure_off(string facts, string last) => Assert.Equal(At(last), DayOf("medical-postponement", "lastDay", facts));

    [Fact]
    public void Medical_papers_are_completed_within_two_weeks()
    {
        var trace = default(NoTrace);
        Assert.Equal(At("2023-12-25"), MedicalPostponement.PapersBy(Regimes.January2024, At("2023-12-11"), ref trace));
    }

    [Fact(DisplayName = "Vw 94, 96: the court, no weekend moves")]
    public void The_court_reviews_detention_in_time()
    {
        var (law, trace) = (Regimes.January2024, default(NoTrace));
        Assert.Equal(At("2024-06-29"), DetentionReview.NoticeBy(law, At("2024-06-01"), ref trace)); // A Saturday.
        Assert.Equal(At("2024-06-15"), DetentionReview.HearingBy(law, At("2024-06-01"), ref trace));
        Assert.Equal(At("2024-06-08"), DetentionReview.RulingBy(law, At("2024-06-01"), ref trace));
        Assert.Equal(At("2024-06-08"), DetentionReview.FollowUpClosedBy(law, At("2024-06-01"), ref trace));
    }
}
