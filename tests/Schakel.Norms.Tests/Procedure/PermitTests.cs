using System.Text.Json;
using Schakel.Norms.Procedure;
using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Procedure;

public sealed class PermitTests
{
    [Theory(DisplayName = "PER-2, B-STA-1")]
    [InlineData("january-2024", "2024-01-10", false, 60)]
    [InlineData("january-2024", "2024-01-10", true, 60)]
    [InlineData("january-2024", "2026-07-01", true, 60)] // Nobody knew of two statuses yet.
    [InlineData("dossier-2026", "2026-06-30", false, 60)]
    [InlineData("dossier-2026", "2026-06-30", true, 60)]
    [InlineData("dossier-2026", "2026-07-01", false, 36)]
    [InlineData("dossier-2026", "2026-07-01", true, 12)]
    public void One_status_becomes_two(string regime, string on, bool subsidiary, int months)
    {
        var facts = $$"""{"on": "{{on}}", "subsidiary": {{(subsidiary ? "true" : "false")}}}""";
        Assert.Equal(months, Ask("permit-duration", facts, regime).Result.GetProperty("months").GetInt32());
    }

    [Fact]
    public void The_two_status_system_is_marked_as_unverified_and_can_be_rehearsed_on_paper()
    {
        var norm = Assert.Single(Ask("permit-duration", """{"on": "2026-07-01"}""", "dossier-2026").Grounds.Norms);
        Assert.Equal(NormStatus.Unverified, norm.Status);
        var (law, trace) = (With("permit.duration-subsidiary", "12"), default(NoTrace));
        Assert.Equal(12, PermitDuration.Months(law, At("2024-01-10"), subsidiary: true, ref trace));
        Assert.Equal(60, PermitDuration.Months(law, At("2024-01-10"), subsidiary: false, ref trace));
    }

    [Theory(DisplayName = "PER-4: four weeks before five years are complete")]
    [InlineData("2019-01-15", "2023-12-18")]
    [InlineData("2020-02-29", "2025-01-31")] // Complete on 28 February 2025.
    [InlineData("2021-07-28", "2026-06-30")]
    public void The_earliest_application_for_an_indefinite_permit(string since, string earliest)
    {
        var facts = $$"""{"lawfulSince": "{{since}}"}""";
        Assert.Equal(At(earliest), DayOf("indefinite-permit", "earliestApplication", facts));
        Assert.Equal(At(earliest), DayOf("indefinite-permit", "earliestApplication", facts, "dossier-2026"));
    }

    [Fact]
    public void From_July_2026_the_dossier_knows_no_indefinite_permit()
    {
        const string Facts = """{"lawfulSince": "2021-07-29"}""";
        var answer = Ask("indefinite-permit", Facts, "dossier-2026");
        Assert.Equal(JsonValueKind.Null, answer.Result.GetProperty("earliestApplication").ValueKind);
        Assert.Contains(answer.Grounds.Norms, norm => norm.Norm == "indefinite-permit.available" && norm.Status == NormStatus.Unverified);
        Assert.Equal(At("2026-07-01"), DayOf("indefinite-permit", "earliestApplication", Facts));
    }

    [Fact]
    public void Before_September_2004_another_duration_held() =>
        Assert.Contains("2004-09-01", Refused("permit-duration", """{"on": "2004-08-31"}"""), StringComparison.Ordinal);
}
