using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests;

public sealed class PactTransitionTests
{
    private const string Pact = "dossier-2026";

    [Theory]
    [InlineData("rest-period", """{"lodged": "DAY", "unaccompaniedMinor": false}""", "2026-06-11", "rest-period.length")]
    [InlineData("rest-period", """{"lodged": "DAY", "unaccompaniedMinor": true}""", "2026-06-11", "rest-period.minors")]
    [InlineData("view-period", """{"intention": "DAY", "procedure": "extended"}""", "2026-06-11", "view-period.extended")]
    [InlineData("appeal-period", """{"notified": "DAY", "term": "one-week"}""", "2026-06-11", "appeal-period.short")]
    [InlineData("ruling-period", """{"appealed": "DAY", "term": "four-weeks"}""", "2026-06-11", "ruling-period.ordinary")]
    [InlineData("general-procedure", """{"firstDay": "DAY", "centre": "land", "variant": "six"}""", "2026-06-11", "general-procedure.ordinary")]
    [InlineData("one-day-test", """{"firstDay": "DAY"}""", "2026-06-11", "one-day-test.view")]
    [InlineData("out-of-consideration", """{"missed": "DAY"}""", "2026-06-11", "out-of-consideration.contact")]
    [InlineData("registration-term", """{"made": "DAY"}""", "2026-06-11", "registration.competent")]
    [InlineData("dublin-request", """{"kind": "take-charge", "started": "DAY"}""", "2026-06-30", "dublin-request.take-charge")]
    [InlineData("dublin-reply", """{"kind": "take-back", "requested": "DAY"}""", "2026-06-30", "dublin-reply.take-back")]
    [InlineData("dublin-re-examination", """{"refused": "DAY"}""", "2026-06-30", "dublin-reply.re-examination")]
    [InlineData("dublin-transfer", """{"accepted": "DAY"}""", "2026-06-30", "dublin-transfer.length")]
    [InlineData("dublin-departure", """{"notified": "DAY"}""", "2026-06-30", "dublin-departure.length")]
    public void The_old_answer_holds_through_its_last_day_and_is_refused_on_the_next(string computation, string facts, string last, string norm)
    {
        var next = At(last).PlusDays(1).ToString();
        Assert.Contains(norm, Ask(computation, On(facts, last), Pact).Grounds.Norms.Select(applied => applied.Norm));
        Assert.StartsWith($"{norm}: no version in force on {next}; the last one ended on {last}. ", Refused(computation, On(facts, next), Pact), StringComparison.Ordinal);
        Assert.NotEmpty(Ask(computation, On(facts, next)).Grounds.Norms); // As known in January 2024 there was no Pact.
    }

    [Theory]
    [InlineData("view-period", """{"intention": "DAY", "procedure": "extended" LODGED}""", "2026-08-03", "view-period.extended")]
    [InlineData("appeal-period", """{"notified": "DAY", "term": "one-week" LODGED}""", "2026-08-03", "appeal-period.short")]
    [InlineData("ruling-period", """{"appealed": "DAY", "term": "one-week" LODGED}""", "2026-08-03", "ruling-period.short")]
    [InlineData("general-procedure", """{"firstDay": "DAY", "centre": "land", "variant": "six" LODGED}""", "2026-08-03", "general-procedure.ordinary")]
    [InlineData("one-day-test", """{"firstDay": "DAY" LODGED}""", "2026-08-03", "one-day-test.view")]
    [InlineData("out-of-consideration", """{"missed": "DAY" LODGED}""", "2026-08-03", "out-of-consideration.contact")]
    [InlineData("dublin-reply", """{"kind": "take-back", "requested": "DAY" LODGED}""", "2026-08-03", "dublin-reply.take-back")]
    [InlineData("dublin-re-examination", """{"refused": "DAY", "asked": "2026-08-04" LODGED}""", "2026-08-03", "dublin-reply.re-examination")]
    [InlineData("dublin-transfer", """{"accepted": "DAY" LODGED}""", "2026-08-03", "dublin-transfer.length")]
    [InlineData("dublin-departure", """{"notified": "DAY" LODGED}""", "2026-08-03", "dublin-departure.length")]
    public void A_case_lodged_before_keeps_the_old_law_and_says_so_with_its_certainty(string computation, string facts, string day, string norm)
    {
        var kept = Ask(computation, On(facts, day, "2026-06-11"), Pact);
        Assert.Equal(Ask(computation, On(facts, day)).Result.GetRawText(), kept.Result.GetRawText());
        var rule = kept.Grounds.Norms.Single(applied => applied.Norm == "pact.case-keeps-its-law");
        Assert.Equal(NormStatus.Unverified, rule.Status);
        Assert.Contains(kept.Grounds.Norms, applied => applied.Norm == norm && applied.Version < At("2026-06-12"));
        Assert.Contains(kept.Grounds.Facts, fact => fact is { Name: "lodged", Value: "2026-06-11" });
        Assert.Contains("no version in force on " + day, Refused(computation, On(facts, day, "2026-07-01"), Pact), StringComparison.Ordinal);
        Assert.Contains("`lodged` is 2026-08-04, after 2026-08-03", Refused(computation, On(facts, day, "2026-08-04"), Pact), StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_lodged_in_the_weeks_between_keeps_Dublin_but_not_the_old_appeal()
    {
        Assert.Equal(At("2027-02-03"), DayOf("dublin-transfer", "lastDay", """{"accepted": "2026-08-03", "lodged": "2026-06-20"}""", Pact));
        Assert.Contains(
            "pact-appeal-range", Refused("appeal-period", """{"notified": "2026-08-03", "term": "one-week", "lodged": "2026-06-20"}""", Pact), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rehearsal_under_the_Pact_may_put_its_own_rest_period_on_paper()
    {
        var law = With("rest-period.length", "4", Pact);
        var paper = Regimes.Dossier2026.With("rest-period.length", System.Text.Json.JsonElement.Parse("4"), At("2026-06-12"));
        var facts = System.Text.Json.JsonElement.Parse("""{"lodged": "2026-07-01", "unaccompaniedMinor": false}""");
        Assert.ThrowsAny<NoLongerInForceException>(() => NormComputation.Find("rest-period").Compute(law, facts));
        var answer = NormComputation.Find("rest-period").Compute(paper, facts);
        Assert.Equal("2026-07-06", answer.Result.GetProperty("earliestFirstDay").GetString());
        Assert.True(answer.Grounds.Norms[0].OnPaper);
    }

    [Theory]
    [InlineData("2026-06-11", 28, NormStatus.Verified)]
    [InlineData("2026-06-12", 84, NormStatus.Unverified)]
    public void Border_detention_lasts_as_long_as_the_border_procedure(string from, int days, NormStatus status)
    {
        var answer = Ask("detention", $$"""{"from": "{{from}}", "ground": "border"}""", Pact);
        Assert.Equal(At(from).PlusDays(days), At(answer.Result.GetProperty("lastDay").GetString()!));
        Assert.Equal(status, answer.Grounds.Norms[0].Status);
        Assert.Equal(At(from).PlusDays(days), DayOf("border-procedure", "lastDay", $$"""{"deferred": "{{from}}"}""", Pact));
    }

    [Theory]
    [InlineData("2026-06-30", 42)]
    [InlineData("2026-07-01", 35)]
    public void Detention_for_transfer_is_a_week_shorter_from_July(string from, int days) =>
        Assert.Equal(At(from).PlusDays(days), DayOf("detention", "lastDay", $$"""{"from": "{{from}}", "ground": "transfer"}""", Pact));

    [Fact]
    public void Minors_and_families_stay_exempt_at_the_border_but_no_longer_as_verified_law()
    {
        var answer = Ask("border-detention", """{"on": "2026-06-12", "unaccompaniedMinor": true, "minorsInFamily": true}""", Pact);
        Assert.False(answer.Result.GetProperty("mayBeDetained").GetBoolean());
        Assert.All(answer.Grounds.Norms, norm => Assert.Equal(NormStatus.Unverified, norm.Status));
    }

    [Fact]
    public void A_rule_from_general_knowledge_does_not_read_as_verified()
    {
        var answer = Ask("apr-decision-period", """{"lodged": "2026-06-13"}""", Pact);
        Assert.Equal(NormStatus.Unverified, answer.Grounds.Norms.Single(norm => norm.Norm == "pact.roll").Status);
    }

    private static string On(string facts, string day, string? lodged = null) => facts
        .Replace("DAY", day, StringComparison.Ordinal)
        .Replace("LODGED", lodged is null ? "" : $", \"lodged\": \"{lodged}\"", StringComparison.Ordinal);
}
