using CsCheck;
using Schakel.Norms.Procedure;
using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Procedure;

public sealed class DublinTransferTests
{
    [Theory(DisplayName = "TV-11, TV-11b: six months, and no day moves")]
    [InlineData("2024-01-15", "2024-07-15")]
    [InlineData("2023-09-22", "2024-03-22")]
    [InlineData("2023-11-30", "2024-05-30")]
    [InlineData("2023-09-17", "2024-03-17")] // A Sunday.
    [InlineData("2023-08-31", "2024-02-29")]
    public void Six_months_from_acceptance(string accepted, string last) =>
        Assert.Equal(At(last), DayOf("dublin-transfer", "lastDay", $$"""{"accepted": "{{accepted}}", "circumstance": "none"}"""));

    [Theory]
    [InlineData("absconded", "2024-07-15", "2025-07-15")] // Told on the last day.
    [InlineData("absconded", "2024-07-16", "2024-07-15")] // Told a day late.
    [InlineData("absconded", "2024-01-15", "2025-07-15")]
    [InlineData("imprisoned", "2024-07-15", "2025-01-15")]
    [InlineData("imprisoned", "2024-07-16", "2024-07-15")]
    [InlineData("none", "2024-03-01", "2024-07-15")]
    public void It_is_lengthened_only_when_the_other_state_was_told_in_time(string circumstance, string told, string last) =>
        Assert.Equal(
            At(last),
            DayOf("dublin-transfer", "lastDay", $$"""{"accepted": "2024-01-15", "circumstance": "{{circumstance}}", "otherStateNotified": "{{told}}"}"""));

    [Fact]
    public void Without_notice_the_six_months_stand() =>
        Assert.Equal(At("2024-07-15"), DayOf("dublin-transfer", "lastDay", """{"accepted": "2024-01-15", "circumstance": "absconded"}"""));

    [Theory]
    [InlineData("""{"accepted": "2024-01-15", "circumstance": "none", "suspensiveAppealRuling": "2024-04-03"}""", "2024-10-03")]
    [InlineData("""{"accepted": "2024-01-15", "circumstance": "absconded", "otherStateNotified": "2024-10-03", "suspensiveAppealRuling": "2024-04-03"}""", "2025-10-03")]
    [InlineData("""{"accepted": "2024-01-15", "circumstance": "absconded", "otherStateNotified": "2024-10-04", "suspensiveAppealRuling": "2024-04-03"}""", "2024-10-03")]
    [InlineData("""{"accepted": "2024-01-15", "circumstance": "imprisoned", "otherStateNotified": "2024-02-01", "suspensiveAppealRuling": "2024-04-03"}""", "2025-04-03")]
    public void A_suspensive_appeal_starts_it_with_the_ruling(string facts, string last) =>
        Assert.Equal(At(last), DayOf("dublin-transfer", "lastDay", facts));

    [Theory]
    [InlineData("otherStateNotified")]
    [InlineData("suspensiveAppealRuling")]
    public void What_follows_the_acceptance_cannot_come_before_it(string fact)
    {
        Assert.Contains(
            $"`{fact}` is 2024-01-14, before the acceptance on 2024-01-15",
            Refused("dublin-transfer", $$"""{"accepted": "2024-01-15", "{{fact}}": "2024-01-14"}"""),
            StringComparison.Ordinal);
        Assert.NotEmpty(Ask("dublin-transfer", $$"""{"accepted": "2024-01-15", "{{fact}}": "2024-01-15"}""").Grounds.Steps);
    }

    [Fact]
    public void The_receipt_names_the_regulation_and_who_is_responsible_next()
    {
        var grounds = Ask("dublin-transfer", """{"accepted": "2024-01-15", "circumstance": "absconded", "otherStateNotified": "2024-05-01"}""").Grounds;
        Assert.Equal(["dublin-transfer.length", "dublin-transfer.notified-in-time", "dublin-transfer.absconded"], grounds.Norms.Select(norm => norm.Norm));
        Assert.Contains("from 16 July 2025 the Netherlands are responsible", Assert.Single(grounds.Sentences).English, StringComparison.Ordinal);
    }

    [Fact]
    public void Absconding_never_shortens_and_the_trace_changes_nothing() =>
        Gen.Select(Gen.Int[Day.Of(2014, 1, 1).Number, Day.Of(2030, 1, 1).Number], Gen.Int[0, 300]).Sample((number, later) =>
        {
            var (law, accepted, none, grounds) = (Regimes.January2024, new Day(number), default(NoTrace), new GroundsTrace(Regimes.January2024));
            var told = accepted.PlusDays(later);
            var ordinary = DublinTransfer.LastDay(law, accepted, TransferCircumstance.None, null, ref none);
            var absconded = DublinTransfer.LastDay(law, accepted, TransferCircumstance.Absconded, told, ref none);
            Assert.Equal(absconded, DublinTransfer.LastDay(law, accepted, TransferCircumstance.Absconded, told, null, ref grounds));
            Assert.Equal(told <= ordinary ? accepted.PlusMonths(18) : accepted.PlusMonths(6), absconded);
        });

    [Fact]
    public void Before_2014_another_regulation_applied() =>
        Assert.Contains("2014-01-01", Refused("dublin-transfer", """{"accepted": "2013-12-31"}"""), StringComparison.Ordinal);
}
