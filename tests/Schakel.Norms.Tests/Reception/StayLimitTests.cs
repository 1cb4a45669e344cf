using Schakel.Norms.Reception;
using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Reception;

public sealed class StayLimitTests
{
    [Theory(DisplayName = "Dossier 9.2: limits per form of reception")]
    [InlineData("central", "2024-01-20")]
    [InlineData("municipal", "2024-01-19")]
    [InlineData("enforcement", "2024-01-31")]
    [InlineData("supervised", "2024-04-03")]
    [InlineData("closed-family", "2024-01-24")]
    [InlineData("hotel", "2024-07-10")]
    public void Each_form_has_its_limit(string form, string last) =>
        Assert.Equal(At(last), DayOf("stay-limit", "lastDay", $$"""{"form": "{{form}}", "placed": "2024-01-10"}"""));

    [Fact]
    public void A_form_that_did_not_exist_has_no_limit() =>
        Assert.Contains("stay-limit.hotel: no version in force on 2021-07-31", Refused("stay-limit", """{"form": "hotel", "placed": "2021-07-31"}"""), StringComparison.Ordinal);

    [Fact]
    public void A_detained_family_is_placed_within_five_days()
    {
        var trace = default(NoTrace);
        Assert.Equal(At("2024-06-06"), StayLimit.ClosedFamilyBy(Regimes.January2024, At("2024-06-01"), ref trace));
    }

    [Theory(DisplayName = "Rva 19(1)(e): the duty to report")]
    [InlineData(ReportingGroup.Applicant, "2024-01-17")]
    [InlineData(ReportingGroup.StatusHolder, "2024-01-24")]
    [InlineData(ReportingGroup.Austere, "2024-01-11")]
    public void Each_group_reports_at_its_interval(ReportingGroup group, string next)
    {
        var trace = default(NoTrace);
        Assert.Equal(At(next), ReportingDuty.NextReport(Regimes.January2024, group, At("2024-01-10"), ref trace));
    }

    [Theory(DisplayName = "Directive 2013/33 14, directive 2024/1346 16: a child at school")]
    [InlineData("january-2024", "2024-01-10", "2024-04-10")]
    [InlineData("january-2024", "2026-06-12", "2026-09-12")]
    [InlineData("dossier-2026", "2026-06-11", "2026-09-11")]
    [InlineData("dossier-2026", "2026-06-12", "2026-08-12")]
    [InlineData("january-2024", "2023-11-30", "2024-02-29")]
    public void A_child_is_at_school_in_time(string regime, string lodged, string last) =>
        Assert.Equal(At(last), DayOf("minimum-standards", "schoolBy", $$"""{"lodged": "{{lodged}}"}""", regime));

    [Fact]
    public void Information_comes_within_fifteen_days() =>
        Assert.Equal(At("2024-01-25"), DayOf("minimum-standards", "informedBy", """{"lodged": "2024-01-10"}"""));

    [Fact]
    public void Special_needs_have_a_date_from_the_directive_of_2024_on()
    {
        Assert.False(Ask("minimum-standards", """{"lodged": "2026-06-11"}""", "dossier-2026").Result.TryGetProperty("assessedBy", out _));
        Assert.Equal(At("2026-07-12"), DayOf("minimum-standards", "assessedBy", """{"lodged": "2026-06-12"}""", "dossier-2026"));
    }
}
