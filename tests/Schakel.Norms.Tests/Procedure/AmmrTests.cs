using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Procedure;

public sealed class AmmrTests
{
    private const string Pact = "dossier-2026";

    [Theory(DisplayName = "TV-15, B-DUB-1, B-DUB-3, B-DUB-7")]
    [InlineData("""{"kind": "take-charge", "hit": "2026-07-06"}""", "2026-08-06")]
    [InlineData("""{"kind": "take-back", "hit": "2026-07-06"}""", "2026-07-20")]
    [InlineData("""{"kind": "take-charge", "registered": "2026-07-06"}""", "2026-09-07")] // 6 September is a Sunday.
    [InlineData("""{"kind": "take-charge", "registered": "2026-07-02", "hit": "2026-07-06"}""", "2026-08-06")]
    [InlineData("""{"kind": "take-back", "hit": "2026-12-11"}""", "2026-12-28")] // Christmas Day, Boxing Day and a Sunday.
    [InlineData("""{"kind": "take-charge", "registered": "2026-07-06", "detainedSince": "2026-07-06"}""", "2026-07-20")]
    [InlineData("""{"kind": "take-charge", "registered": "2026-07-06", "detainedSince": "2026-07-07"}""", "2026-07-14")]
    [InlineData("""{"kind": "take-back", "hit": "2026-07-06", "detainedSince": "2026-07-17"}""", "2026-07-20")] // Later than what stood already.
    public void The_other_state_is_asked_by_this_day(string facts, string last) => Assert.Equal(At(last), DayOf("ammr-request", "lastDay", facts, Pact));

    [Theory]
    [InlineData("""{"kind": "take-charge"}""", "fact `registered` is missing, and so is `hit`")]
    [InlineData("""{"kind": "take-back"}""", "fact `hit` is missing")]
    [InlineData("""{"kind": "take-back", "registered": "2026-07-06"}""", "fact `hit` is missing")]
    [InlineData("""{"kind": "take-charge", "registered": "2026-06-30"}""", "in force from 2026-07-01")]
    public void What_it_needs_is_named(string facts, string complaint) =>
        Assert.Contains(complaint, Refused("ammr-request", facts, Pact), StringComparison.Ordinal);

    [Fact]
    public void In_January_2024_nobody_knew_it() =>
        Assert.Contains("none is known yet", Refused("ammr-request", """{"kind": "take-charge", "hit": "2026-07-06"}"""), StringComparison.Ordinal);

    [Theory(DisplayName = "B-DUB-2, B-DUB-3, B-DUB-7: the reply")]
    [InlineData("""{"kind": "take-charge", "requested": "2026-07-06"}""", "2026-08-06", "2026-08-07")]
    [InlineData("""{"kind": "take-charge", "requested": "2026-07-06", "hit": true}""", "2026-07-20", "2026-07-21")]
    [InlineData("""{"kind": "take-back", "requested": "2026-07-06"}""", "2026-07-20", "2026-07-21")]
    [InlineData("""{"kind": "take-back", "requested": "2026-07-04"}""", "2026-07-20", "2026-07-21")] // From a Saturday to a Saturday, and on to Monday.
    [InlineData("""{"kind": "take-charge", "requested": "2026-07-06", "detained": true}""", "2026-07-13", "2026-07-14")]
    public void It_replies_by_this_day(string facts, string last, string accepted)
    {
        Assert.Equal(At(last), DayOf("ammr-reply", "lastDay", facts, Pact));
        Assert.Equal(At(accepted), DayOf("ammr-reply", "acceptedBySilence", facts, Pact));
    }

    [Theory(DisplayName = "B-DUB-4: the transfer decision")]
    [InlineData("2026-07-06", "2026-07-20")]
    [InlineData("2026-07-05", "2026-07-20")]
    public void The_decision_follows_within_two_weeks(string accepted, string last) =>
        Assert.Equal(At(last), DayOf("ammr-transfer-decision", "lastDay", $$"""{"accepted": "{{accepted}}"}""", Pact));

    [Theory(DisplayName = "B-DUB-6, B-DUB-7: the transfer, and detention for it")]
    [InlineData("""{"accepted": "2026-07-06"}""", "2027-01-06", "2026-08-10")]
    [InlineData("""{"accepted": "2026-07-01"}""", "2027-01-04", "2026-08-05")] // New Year's Day, then a weekend.
    [InlineData("""{"accepted": "2026-07-06", "circumstance": "imprisoned"}""", "2027-07-06", "2026-08-10")]
    [InlineData("""{"accepted": "2026-07-06", "circumstance": "absconded"}""", "2029-07-06", "2026-08-10")]
    [InlineData("""{"accepted": "2026-07-06", "suspensiveAppealRuling": "2026-10-04"}""", "2027-04-05", "2026-11-08")] // Detention ends on a Sunday.
    public void The_transfer_takes_place_by_this_day(string facts, string last, string detention)
    {
        Assert.Equal(At(last), DayOf("ammr-transfer", "lastDay", facts, Pact));
        Assert.Equal(At(detention), DayOf("ammr-transfer", "detentionLastDay", facts, Pact));
    }

    [Fact]
    public void Certainty_stands_on_the_receipt()
    {
        var ordinary = Ask("ammr-transfer", """{"accepted": "2026-07-06"}""", Pact).Grounds.Norms;
        Assert.Contains(ordinary, norm => norm is { Norm: "ammr-transfer.length", Status: NormStatus.Verified });
        var absconded = Ask("ammr-transfer", """{"accepted": "2026-07-06", "circumstance": "absconded"}""", Pact).Grounds.Norms;
        Assert.Contains(absconded, norm => norm is { Norm: "ammr-transfer.absconded", Status: NormStatus.Unverified });
        Assert.Contains("before the acceptance", Refused("ammr-transfer", """{"accepted": "2026-07-06", "suspensiveAppealRuling": "2026-07-05"}""", Pact), StringComparison.Ordinal);
    }
}
