using CsCheck;
using Schakel.Norms.Procedure;
using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Procedure;

public sealed class PenaltyTests
{
    [Theory(DisplayName = "PEN-2, PEN-3 (TV-5): two weeks of grace to a working day, then forty-two days that nothing moves")]
    [InlineData("2022-10-13", "2022-10-27", "2022-10-28", "2022-12-08")]
    [InlineData("2023-12-11", "2023-12-27", "2023-12-28", "2024-02-07")] // Grace ends on Christmas Day and moves on.
    [InlineData("2024-03-14", "2024-03-28", "2024-03-29", "2024-05-09")] // Penalty from Good Friday to Ascension Day.
    [InlineData("2024-03-15", "2024-04-02", "2024-04-03", "2024-05-14")]
    [InlineData("2024-02-15", "2024-02-29", "2024-03-01", "2024-04-11")]
    [InlineData("2024-01-13", "2024-01-29", "2024-01-30", "2024-03-11")] // Saturday to Monday.
    public void Days_after_a_default_notice(string received, string grace, string first, string last)
    {
        var result = Ask("default-notice", $$"""{"received": "{{received}}"}""").Result;
        Assert.Equal(
            (grace, first, last),
            (result.GetProperty("graceEnds").GetString(), result.GetProperty("firstPenaltyDay").GetString(), result.GetProperty("lastPenaltyDay").GetString()));
    }

    [Theory(DisplayName = "PEN-3 (TV-6): amounts of 2019 and before, on both sides of each band")]
    [InlineData(0, "2024-01-10", 0)]
    [InlineData(1, "2024-01-10", 23)]
    [InlineData(14, "2024-01-10", 322)]
    [InlineData(15, "2024-01-10", 357)]
    [InlineData(20, "2024-01-10", 532)]
    [InlineData(28, "2024-01-10", 812)]
    [InlineData(29, "2024-01-10", 857)]
    [InlineData(42, "2024-01-10", 1442)]
    [InlineData(43, "2024-01-10", 1442)]
    [InlineData(42, "2019-01-01", 1442)]
    [InlineData(42, "2018-12-31", 1260)]
    [InlineData(20, "2018-12-31", 460)]
    public void Amount(int days, string on, int euro) =>
        Assert.Equal(euro, Ask("penalty-amount", $$"""{"daysLate": {{days}}, "on": "{{on}}"}""").Result.GetProperty("euro").GetDecimal());

    [Fact]
    public void Without_a_day_the_rates_are_those_of_the_regime() =>
        Assert.Equal(532m, Ask("penalty-amount", """{"daysLate": 20}""").Result.GetProperty("euro").GetDecimal());

    [Theory]
    [InlineData("2020-07-10", 532, false)]
    [InlineData("2020-07-11", 0, true)]
    public void Asylum_owes_nothing_from_the_temporary_act_and_the_grounds_say_so(string on, int owed, bool said)
    {
        var trace = default(NoTrace);
        Assert.Equal(owed, PenaltyAmount.InAsylum(Regimes.January2024, At(on), 20, ref trace).Amount);
        var sentences = Ask("penalty-amount", $$"""{"daysLate": 20, "on": "{{on}}"}""").Grounds.Sentences;
        Assert.Equal(said, sentences.Any(sentence => sentence.English.Contains("suspended", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_later_day_never_costs_less_and_the_days_of_the_notice_give_the_maximum() =>
        Gen.Int[Day.Of(2009, 10, 1).Number, Day.Of(2035, 1, 1).Number].Select(Gen.Int[0, 100]).Sample((number, late) =>
        {
            var trace = default(NoTrace);
            var law = Regimes.January2024;
            var on = new Day(number);
            Assert.True(PenaltyAmount.Of(law, on, late, ref trace).Amount <= PenaltyAmount.Of(law, on, late + 1, ref trace).Amount);
            var dates = DefaultNotice.Of(law, on, ref trace);
            var all = dates.LastPenaltyDay - dates.FirstPenaltyDay + 1;
            Assert.Equal(PenaltyAmount.Of(law, on, 1000, ref trace), PenaltyAmount.Of(law, on, all, ref trace));
            Assert.True(law.Calendar.IsWorkingDay(dates.GraceEnds) && dates.GraceEnds - on >= 14);
        });

    [Theory]
    [InlineData("""{"daysLate": -1}""", "`daysLate` is -1")]
    [InlineData("""{"daysLate": 1.5}""", "`daysLate` is 1.5")]
    [InlineData("""{"daysLate": 1, "on": "2009-09-30"}""", "no version in force on 2009-09-30")]
    public void An_impossible_question_is_refused(string facts, string words) =>
        Assert.Contains(words, Refused("penalty-amount", facts), StringComparison.Ordinal);
}
