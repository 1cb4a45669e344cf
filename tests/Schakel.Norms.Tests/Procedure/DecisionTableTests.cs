using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Procedure;

/// <summary>The table of decisions and their consequences (dossier 6.1), row by row.</summary>
public sealed class DecisionTableTests
{
    [Theory(DisplayName = "Vw 29-30c, 44a, 45, 62, 69, 82; Vb 3.6a, 6.1e (table 6.1)")]
    [InlineData("convention-status", null, null, false, null, false, false, "none", false)]
    [InlineData("subsidiary-status", null, null, false, null, false, false, "none", false)]
    [InlineData("derived-status", "four-weeks", "2024-02-07", false, null, false, false, "none", false)]
    [InlineData("unfounded", "four-weeks", "2024-02-07", true, 28, true, false, "family-life-and-trafficking", true)]
    [InlineData("unfounded-general", "one-week", "2024-01-17", true, 28, true, false, "family-life-and-trafficking", true)]
    [InlineData("manifestly-unfounded", "one-week", "2024-01-17", false, 0, true, false, "family-life-and-trafficking", true)]
    [InlineData("manifestly-unfounded-late", "one-week", "2024-01-17", true, 0, true, false, "family-life-and-trafficking", true)]
    [InlineData("manifestly-unfounded-subsequent", "one-week", "2024-01-17", false, 0, true, false, "none", false)]
    [InlineData("manifestly-unfounded-danger", "one-week", "2024-01-17", false, 0, true, false, "family-life-and-trafficking", false)]
    [InlineData("inadmissible", "one-week", "2024-01-17", false, 28, true, false, "none", false)]
    [InlineData("protected-elsewhere", "one-week", "2024-01-17", false, 0, false, false, "none", false)]
    [InlineData("safe-third-country", "one-week", "2024-01-17", true, 28, true, false, "none", false)]
    [InlineData("not-taken-up", "one-week", "2024-01-17", false, 28, false, true, "none", false)]
    [InlineData("out-of-consideration", "one-week", "2024-01-17", false, 28, true, false, "none", false)]
    public void A_decision_brings_what_its_row_says(
        string kind, string? term, string? lastDay, bool suspends, int? days, bool returns, bool transfers, string residence, bool health)
    {
        var answer = Ask("decision-consequences", $$"""{"kind": "{{kind}}", "notified": "2024-01-10"}""");
        var result = answer.Result;
        Assert.Equal((term, lastDay), (result.GetProperty("appealTerm").GetString(), result.GetProperty("appealLastDay").GetString()));
        Assert.Equal(suspends, result.GetProperty("appealSuspends").GetBoolean());
        Assert.Equal(days, result.GetProperty("departureDays") is { ValueKind: System.Text.Json.JsonValueKind.Number } number ? number.GetInt32() : null);
        Assert.Equal((returns, transfers), (result.GetProperty("returnDecision").GetBoolean(), result.GetProperty("transferDecision").GetBoolean()));
        Assert.Equal((residence, health), (result.GetProperty("residenceTested").GetString(), result.GetProperty("healthTested").GetBoolean()));
        Assert.Contains(answer.Grounds.Norms, norm => norm.Norm == "decision-consequences.table");
    }

    [Fact]
    public void Every_kind_of_decision_has_a_row() => Assert.All(
        Norms.Procedure.DecisionKinds.Names,
        each => Assert.NotEmpty(Ask("decision-consequences", $$"""{"kind": "{{each.Name}}", "notified": "2024-01-10"}""").Grounds.Sentences));

    [Theory(DisplayName = "Vb 3.6a(3) (EXO-2)")]
    [InlineData("2023-07-10", "family-life-and-trafficking")]
    [InlineData("2023-07-09", "trafficking")]
    public void Who_applied_more_than_six_months_after_entry_is_tested_for_trafficking_only(string entered, string tested) =>
        Assert.Equal(tested, Ask("decision-consequences", $$"""{"kind": "unfounded", "notified": "2024-05-01", "lodged": "2024-01-10", "firstEntered": "{{entered}}"}""")
            .Result.GetProperty("residenceTested").GetString());

    [Fact]
    public void Nothing_is_tested_of_office_on_a_subsequent_application()
    {
        var result = Ask("decision-consequences", """{"kind": "unfounded", "notified": "2024-01-10", "subsequent": true}""").Result;
        Assert.Equal(("none", false), (result.GetProperty("residenceTested").GetString(), result.GetProperty("healthTested").GetBoolean()));
    }

    [Theory]
    [InlineData("convention-status")] // A grant rests on no term, and is refused all the same.
    [InlineData("unfounded")]
    public void The_table_ends_with_the_Pact_but_for_cases_of_before(string kind)
    {
        Assert.StartsWith(
            "decision-consequences.table: no version in force on 2026-06-12; the last one ended on 2026-06-11. ",
            Refused("decision-consequences", $$"""{"kind": "{{kind}}", "notified": "2026-06-12"}""", "dossier-2026"),
            StringComparison.Ordinal);
        Assert.Equal(
            Ask("decision-consequences", $$"""{"kind": "{{kind}}", "notified": "2026-06-12"}""").Result.GetRawText(),
            Ask("decision-consequences", $$"""{"kind": "{{kind}}", "notified": "2026-06-12", "lodged": "2026-06-01"}""", "dossier-2026").Result.GetRawText());
    }

    [Fact]
    public void Entry_after_the_application_is_refused() => Assert.Contains(
        "`firstEntered` is 2024-01-11, after the application of 2024-01-10",
        Refused("decision-consequences", """{"kind": "unfounded", "notified": "2024-05-01", "lodged": "2024-01-10", "firstEntered": "2024-01-11"}"""),
        StringComparison.Ordinal);
}
