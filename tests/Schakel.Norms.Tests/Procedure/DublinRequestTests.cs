using CsCheck;
using Schakel.Norms.Procedure;
using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Procedure;

public sealed class DublinRequestTests
{
    [Theory(DisplayName = "DUB-1, DUB-3, DUB-4, DUB-11")]
    [InlineData("""{"kind": "take-charge", "started": "2024-01-10"}""", "2024-04-10")]
    [InlineData("""{"kind": "take-charge", "started": "2024-01-10", "eurodacHit": "2024-01-10"}""", "2024-03-10")] // A Sunday stays.
    [InlineData("""{"kind": "take-charge", "started": "2024-01-10", "eurodacHit": "2024-02-10"}""", "2024-04-10")]
    [InlineData("""{"kind": "take-charge", "started": "2024-01-10", "eurodacHit": "2024-02-11"}""", "2024-04-10")] // Two months from the hit would be the 11th.
    [InlineData("""{"kind": "take-back", "started": "2024-01-10"}""", "2024-04-10")]
    [InlineData("""{"kind": "take-back", "started": "2024-01-10", "eurodacHit": "2024-01-12"}""", "2024-03-12")]
    [InlineData("""{"kind": "take-back-without-application", "started": "2023-11-30"}""", "2024-02-29")]
    [InlineData("""{"kind": "take-back-without-application", "started": "2024-01-10", "eurodacHit": "2024-01-12"}""", "2024-03-12")]
    [InlineData("""{"kind": "take-charge", "started": "2024-01-10", "eurodacHit": "2024-01-10", "detained": true}""", "2024-02-10")]
    public void The_other_state_is_asked_by_this_day(string facts, string last) => Assert.Equal(At(last), DayOf("dublin-request", "lastDay", facts));

    [Theory(DisplayName = "DUB-2, DUB-5, DUB-11: the reply, and the day after it silence is acceptance")]
    [InlineData("""{"kind": "take-charge", "requested": "2024-01-15"}""", "2024-03-15", "2024-03-16")]
    [InlineData("""{"kind": "take-charge", "requested": "2024-01-15", "eurodac": true}""", "2024-03-15", "2024-03-16")]
    [InlineData("""{"kind": "take-charge", "requested": "2024-01-15", "urgent": true}""", "2024-02-15", "2024-02-16")]
    [InlineData("""{"kind": "take-back", "requested": "2024-01-15"}""", "2024-02-15", "2024-02-16")]
    [InlineData("""{"kind": "take-back", "requested": "2024-01-15", "eurodac": true}""", "2024-01-29", "2024-01-30")]
    [InlineData("""{"kind": "take-back-without-application", "requested": "2024-01-14", "eurodac": true}""", "2024-01-28", "2024-01-29")] // A Sunday stays.
    [InlineData("""{"kind": "take-charge", "requested": "2024-01-15", "detained": true}""", "2024-01-29", "2024-01-30")]
    public void It_replies_by_this_day(string facts, string last, string accepted)
    {
        Assert.Equal(At(last), DayOf("dublin-reply", "lastDay", facts));
        Assert.Equal(At(accepted), DayOf("dublin-reply", "acceptedBySilence", facts));
    }

    [Fact(DisplayName = "DUB-6: three weeks to ask, two to reply")]
    public void A_refusal_can_be_re_examined()
    {
        const string Facts = """{"refused": "2024-01-15", "asked": "2024-02-05"}""";
        Assert.Equal(At("2024-02-05"), DayOf("dublin-re-examination", "askBy", Facts));
        Assert.Equal(At("2024-02-19"), DayOf("dublin-re-examination", "replyBy", Facts));
        Assert.False(Ask("dublin-re-examination", """{"refused": "2024-01-15"}""").Result.TryGetProperty("replyBy", out _));
    }

    [Fact]
    public void Detention_never_lengthens_and_a_hit_never_lengthens_taking_charge() =>
        Gen.Select(Gen.Int[Day.Of(2014, 1, 1).Number, Day.Of(2030, 1, 1).Number], Gen.Int[0, 200], Gen.Int[0, 2]).Sample((number, later, which) =>
        {
            var (law, started, none, grounds) = (Regimes.January2024, new Day(number), default(NoTrace), new GroundsTrace(Regimes.January2024));
            var (kind, hit) = ((DublinRequestKind)which, started.PlusDays(later));
            var free = DublinRequest.LastDay(law, kind, started, hit, detained: false, ref none);
            var detained = DublinRequest.LastDay(law, kind, started, hit, detained: true, ref none);
            Assert.Equal(free, DublinRequest.LastDay(law, kind, started, hit, detained: false, ref grounds));
            Assert.Equal(Day.Earlier(free, started.PlusMonths(1)), detained);
            Assert.True(kind != DublinRequestKind.TakeCharge || free <= started.PlusMonths(3));
        });
}
