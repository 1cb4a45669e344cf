using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Procedure;

/// <summary>Smaller norms of the dossier, a worked example each, and the day before and after the Pact where it brought them.</summary>
public sealed class MoreOfTheDossierTests
{
    private const string Pact = "dossier-2026";

    [Theory(DisplayName = "Awb 4:18 (PEN-5)")]
    [InlineData("2022-12-08", "2022-12-22")]
    [InlineData("2023-12-11", "2023-12-27")] // Christmas Day moves.
    public void The_penalty_is_set_within_two_weeks_of_its_last_day(string last, string by) =>
        Assert.Equal(At(by), DayOf("penalty-decision", "lastDay", $$"""{"lastPenaltyDay": "{{last}}"}"""));

    [Theory(DisplayName = "Directive 2011/95 24, Regulation 2024/1347 24 (PER-6)")]
    [InlineData(false, false, 36)]
    [InlineData(false, true, 36)]
    [InlineData(true, false, 12)]
    [InlineData(true, true, 24)]
    public void The_Union_wants_three_years_for_a_refugee_and_one_then_two_under_subsidiary_protection(bool subsidiary, bool renewal, int months)
    {
        var facts = $$"""{"on": "DAY", "subsidiary": {{(subsidiary ? "true" : "false")}}, "renewal": {{(renewal ? "true" : "false")}}}""";
        var before = Ask("permit-minimum", facts.Replace("DAY", "2026-06-30", StringComparison.Ordinal), Pact);
        var after = Ask("permit-minimum", facts.Replace("DAY", "2026-07-01", StringComparison.Ordinal), Pact);
        Assert.Equal((months, months), (before.Result.GetProperty("months").GetInt32(), after.Result.GetProperty("months").GetInt32()));
        Assert.Equal((NormStatus.Seed, NormStatus.Unverified), (before.Grounds.Norms[0].Status, after.Grounds.Norms[0].Status));
        Assert.Equal(Acts.QualificationRegulation, after.Grounds.Norms[0].Citation.BwbId);
    }

    [Fact(DisplayName = "Regulation 2024/1349 4 (B-BRD-3)")]
    public void Who_is_refused_at_the_border_stays_twelve_weeks_more_at_most()
    {
        Assert.Equal(At("2026-11-24"), DayOf("return-border-procedure", "lastDay", """{"rightToRemainEnded": "2026-09-01"}""", Pact));
        Assert.Contains("in force from 2026-06-12", Refused("return-border-procedure", """{"rightToRemainEnded": "2026-06-11"}""", Pact), StringComparison.Ordinal);
    }

    [Theory(DisplayName = "Regulation 2024/1348 68 (B-APP-2)")]
    [InlineData("other", true, null)]
    [InlineData("accelerated", false, "2026-06-22")] // From Monday the fifteenth, five days end on Saturday.
    [InlineData("inadmissible", false, "2026-06-22")]
    [InlineData("border", false, "2026-06-22")]
    [InlineData("later-subsequent", false, "2026-06-22")]
    public void Only_the_ordinary_appeal_lets_someone_stay_by_itself_and_others_have_five_days_to_ask(string ground, bool automatic, string? through)
    {
        var result = Ask("right-to-remain", $$"""{"notified": "2026-06-15", "ground": "{{ground}}"}""", Pact).Result;
        Assert.Equal((automatic, through), (result.GetProperty("staysAutomatically").GetBoolean(), result.GetProperty("requestInTimeThrough").GetString()));
        Assert.Contains("in force from 2026-06-12", Refused("right-to-remain", $$"""{"notified": "2026-06-11", "ground": "{{ground}}"}""", Pact), StringComparison.Ordinal);
    }

    [Theory(DisplayName = "Regulation 2024/1348 42 (B-ACC-1)")]
    [InlineData(""", "recognitionRate": 0.2 """, """["recognition-rate"]""")]
    [InlineData(""", "recognitionRate": 0.21 """, "[]")]
    [InlineData("", "[]")]
    [InlineData(""", "safeCountryOfOrigin": true, "misled": true """, """["safe-country-of-origin","misled"]""")]
    [InlineData(""", "security": true, "late": true """, """["security","late"]""")]
    public void A_recognition_rate_of_a_fifth_or_another_ground_accelerates(string more, string grounds)
    {
        var result = Ask("accelerated-grounds", $$"""{"lodged": "2026-06-15"{{more}}}""", Pact).Result;
        Assert.Equal(grounds, result.GetProperty("grounds").GetRawText());
        Assert.Equal(grounds != "[]", result.GetProperty("accelerated").GetBoolean());
    }

    [Theory(DisplayName = "Directive 2024/1346 27 (B-REC-1)")]
    [InlineData(0, false, 0)]
    [InlineData(30, false, 1)]
    [InlineData(31, false, 2)]
    [InlineData(50, true, 1)]
    [InlineData(51, true, 2)]
    public void A_guardian_has_thirty_children_or_fifty_when_very_many_arrive(int children, bool many, int guardians) => Assert.Equal(
        guardians,
        Ask("guardians", $$"""{"on": "2026-06-15", "children": {{children}}, "manyApplications": {{(many ? "true" : "false")}}}""", Pact).Result.GetProperty("guardians").GetInt32());

    [Fact(DisplayName = "Regulation 2024/1351 12, 57-66 (B-SOL-1)")]
    public void A_twentieth_of_the_pool_is_fifteen_hundred_persons_or_thirty_million()
    {
        var result = Ask("solidarity", """{"on": "2026-07-06", "key": 0.05, "relocated": 100}""", Pact).Result;
        Assert.Equal(
            (1_500, 30_000_000m, 28_000_000m),
            (result.GetProperty("persons").GetInt32(), result.GetProperty("euro").GetDecimal(), result.GetProperty("euroInstead").GetDecimal()));
        Assert.Equal(0m, Ask("solidarity", """{"on": "2026-07-06", "key": 0.05, "relocated": 1501}""", Pact).Result.GetProperty("euroInstead").GetDecimal());
        Assert.Contains("in force from 2026-07-01", Refused("solidarity", """{"on": "2026-06-30", "key": 0.05}""", Pact), StringComparison.Ordinal);
    }

    [Theory(DisplayName = "Vw 69(3) (APP-8)")]
    [InlineData("2024-01-10", "2024-01-17")]
    [InlineData("2023-12-18", "2023-12-27")] // Christmas Day moves.
    public void Further_appeal_on_detention_is_open_for_a_week(string ruled, string by) =>
        Assert.Equal(At(by), DayOf("detention-review", "furtherAppealBy", $$"""{"ruled": "{{ruled}}"}"""));
}
