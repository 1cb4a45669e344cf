using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Procedure;

/// <summary>Steps of track 2 and of a subsequent application, responsibility after irregular entry, and the court's weeks.</summary>
public sealed class ProcedureStepsTests
{
    private const string Pact = "dossier-2026";

    [Theory(DisplayName = "Vb 3.109ca (T2-3)")]
    [InlineData("land", "2024-03-27", "2024-03-28", "2024-04-02", "2024-04-03", "2024-04-09")]
    [InlineData("schiphol", "2024-03-27", "2024-03-28", "2024-03-29", "2024-03-30", "2024-04-03")]
    public void Track_2_hears_on_day_1_and_decides_from_day_4_to_day_8(string centre, string interview, string intention, string view, string from, string by)
    {
        var result = Ask("simplified-procedure", $$"""{"firstDay": "2024-03-27", "centre": "{{centre}}"}""").Result;
        Assert.Equal(
            [interview, intention, view, from, by],
            new[] { "interview", "intention", "view", "decisionFrom", "decisionBy" }.Select(name => result.GetProperty(name).GetString()));
    }

    [Theory(DisplayName = "Vb 3.118b(3)-(6) (SUB-3)")]
    [InlineData("six", "2024-03-28", "2024-04-02", "2024-04-03", "2024-04-05")]
    [InlineData("extended-12", "2024-03-28", "2024-04-10", "2024-04-11", "2024-04-15")]
    [InlineData("extended-14", "2024-03-28", "2024-04-12", "2024-04-15", "2024-04-17")]
    [InlineData("extended-20", "2024-03-28", "2024-04-22", "2024-04-23", "2024-04-25")]
    public void A_subsequent_application_that_three_days_did_not_decide_takes_six_or_what_it_is_extended_to(
        string variant, string data, string intention, string view, string decision)
    {
        var result = Ask("subsequent-procedure", $$"""{"firstDay": "2024-03-27", "variant": "{{variant}}"}""").Result;
        Assert.Equal([data, intention, view, decision], new[] { "dataBy", "intention", "viewBy", "decisionBy" }.Select(name => result.GetProperty(name).GetString()));
    }

    [Fact]
    public void The_decision_of_six_days_falls_where_the_general_procedure_ends()
    {
        var general = Ask("general-procedure", """{"firstDay": "2024-05-08", "centre": "land", "variant": "six"}""").Result.GetProperty("days");
        Assert.Equal(At(general[5].GetString()!), DayOf("subsequent-procedure", "decisionBy", """{"firstDay": "2024-05-08"}"""));
    }

    [Fact]
    public void Nine_days_are_not_known_for_a_subsequent_application() =>
        Assert.Contains("`variant` is \"nine\"", Refused("subsequent-procedure", """{"firstDay": "2024-03-27", "variant": "nine"}"""), StringComparison.Ordinal);

    [Theory]
    [InlineData("simplified-procedure", "simplified-procedure.interview")]
    [InlineData("subsequent-procedure", "subsequent-procedure.ordinary")]
    public void Both_end_with_the_Pact_but_for_cases_of_before(string computation, string norm)
    {
        Assert.StartsWith($"{norm}: no version in force on 2026-06-12", Refused(computation, """{"firstDay": "2026-06-12"}""", Pact), StringComparison.Ordinal);
        Assert.Equal(
            Ask(computation, """{"firstDay": "2026-06-15"}""").Result.GetRawText(),
            Ask(computation, """{"firstDay": "2026-06-15", "lodged": "2026-06-01"}""", Pact).Result.GetRawText());
    }

    [Theory(DisplayName = "Regulation 2024/1351 33 (B-DUB-8)")]
    [InlineData("2026-01-06", false, "2027-09-06", true)]
    [InlineData("2026-01-06", true, "2027-01-06", true)]
    [InlineData("2025-07-05", true, "2026-07-06", true)] // Twelve months end on a Sunday.
    [InlineData("2025-07-03", true, "2026-07-03", false)]
    [InlineData("2024-11-06", false, "2026-07-06", true)]
    [InlineData("2024-11-03", false, "2026-07-03", false)]
    public void The_state_of_irregular_entry_answers_for_twenty_months_and_twelve_after_a_rescue(string entered, bool rescue, string last, bool responsible)
    {
        var result = Ask("ammr-entry", $$"""{"entered": "{{entered}}", "registered": "2026-07-06", "seaRescue": {{(rescue ? "true" : "false")}}}""", Pact).Result;
        Assert.Equal((last, responsible), (result.GetProperty("lastDay").GetString(), result.GetProperty("responsible").GetBoolean()));
    }

    [Fact]
    public void Entry_after_registration_and_registration_before_the_regulation_are_refused()
    {
        Assert.Contains("before the entry", Refused("ammr-entry", """{"entered": "2026-07-07", "registered": "2026-07-06"}""", Pact), StringComparison.Ordinal);
        Assert.Contains("in force from 2026-07-01", Refused("ammr-entry", """{"entered": "2026-01-07", "registered": "2026-06-30"}""", Pact), StringComparison.Ordinal);
        Assert.Contains("none is known yet", Refused("ammr-entry", """{"entered": "2026-01-07", "registered": "2026-07-06"}"""), StringComparison.Ordinal);
    }

    [Theory(DisplayName = "Awb 8:55b (PEN-8)")]
    [InlineData("2024-01-10", false, "2024-03-06")]
    [InlineData("2024-01-10", true, "2024-04-10")]
    [InlineData("2024-02-05", false, "2024-04-02")] // Easter Monday: eight weeks move.
    [InlineData("2024-01-01", true, "2024-04-01")] // Easter Monday: thirteen weeks do not.
    public void The_court_rules_within_eight_weeks_or_thirteen_with_a_hearing(string appealed, bool hearing, string last) =>
        Assert.Equal(At(last), DayOf("court-ruling", "lastDay", $$"""{"appealed": "{{appealed}}", "hearing": {{(hearing ? "true" : "false")}}}"""));

    [Fact]
    public void Without_a_special_case_the_decision_follows_two_weeks_after_the_ruling_was_sent()
    {
        Assert.Equal(At("2024-03-20"), DayOf("court-ruling", "decideBy", """{"appealed": "2024-01-10", "sent": "2024-03-06"}"""));
        Assert.Contains("before the appeal", Refused("court-ruling", """{"appealed": "2024-01-10", "sent": "2024-01-09"}"""), StringComparison.Ordinal);
        Assert.False(Ask("court-ruling", """{"appealed": "2024-01-10"}""").Result.TryGetProperty("decideBy", out _));
    }
}
