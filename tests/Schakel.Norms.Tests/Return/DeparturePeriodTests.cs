using CsCheck;
using Schakel.Norms.Return;
using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Return;

public sealed class DeparturePeriodTests
{
    [Theory(DisplayName = "Vw 62(1), ATW 1: four weeks, to a working day")]
    [InlineData("2024-01-10", "2024-02-07")]
    [InlineData("2023-11-27", "2023-12-27")] // Ends on Christmas Day.
    [InlineData("2024-03-01", "2024-04-02")] // Ends on Good Friday.
    [InlineData("2024-01-12", "2024-02-09")]
    [InlineData("2024-01-13", "2024-02-12")] // Ends on a Saturday.
    public void Four_weeks_after_notification(string notified, string last) =>
        Assert.Equal(At(last), DayOf("departure-period", "lastDay", $$"""{"notified": "{{notified}}"}"""));

    [Theory]
    [InlineData("""{"notified": "2024-01-10", "appealSuspends": true, "courtRuling": "2024-05-10"}""", "2024-06-07")]
    [InlineData("""{"notified": "2024-01-10", "appealSuspends": false, "courtRuling": "2024-05-10"}""", "2024-02-07")]
    [InlineData("""{"notified": "2024-01-10", "appealSuspends": false}""", "2024-02-07")]
    [InlineData("""{"notified": "2024-01-10", "kind": "unfounded"}""", "2024-02-07")]
    [InlineData("""{"notified": "2024-01-10", "kind": "unfounded", "courtRuling": "2024-05-10"}""", "2024-06-07")]
    [InlineData("""{"notified": "2024-01-10", "kind": "safe-third-country", "courtRuling": "2024-05-10"}""", "2024-06-07")]
    [InlineData("""{"notified": "2024-01-10", "kind": "inadmissible", "courtRuling": "2024-05-10"}""", "2024-02-07")]
    [InlineData("""{"notified": "2024-01-10", "kind": "not-taken-up"}""", "2024-02-07")]
    [InlineData("""{"notified": "2024-01-10", "kind": "out-of-consideration"}""", "2024-02-07")]
    public void A_suspensive_appeal_starts_it_anew_with_the_ruling(string facts, string last) =>
        Assert.Equal(At(last), DayOf("departure-period", "lastDay", facts));

    [Theory(DisplayName = "Vw 62(2): at once, also on a Sunday")]
    [InlineData("""{"notified": "2024-01-14", "kind": "manifestly-unfounded"}""", "2024-01-14")]
    [InlineData("""{"notified": "2024-01-10", "kind": "protected-elsewhere"}""", "2024-01-10")]
    [InlineData("""{"notified": "2024-01-10", "withheld": true}""", "2024-01-10")]
    [InlineData("""{"notified": "2024-01-10", "withheld": true, "appealSuspends": true, "courtRuling": "2024-05-11"}""", "2024-05-11")]
    public void Where_the_period_is_withheld_departure_is_due_at_once(string facts, string last) =>
        Assert.Equal(At(last), DayOf("departure-period", "lastDay", facts));

    [Fact]
    public void While_the_appeal_suspends_there_is_no_last_day() =>
        Assert.Equal(
            "departure-period: fact `courtRuling` is missing. While the appeal suspends there is no last day; give the date of the court's ruling (yyyy-mm-dd).",
            Refused("departure-period", """{"notified": "2024-01-10", "appealSuspends": true}"""));

    [Fact]
    public void A_ruling_before_the_refusal_is_impossible() =>
        Assert.Contains(
            "is 2024-01-09, before the refusal was notified on 2024-01-10",
            Refused("departure-period", """{"notified": "2024-01-10", "appealSuspends": true, "courtRuling": "2024-01-09"}"""),
            StringComparison.Ordinal);

    [Fact]
    public void The_plain_question_and_the_full_one_agree_and_end_on_a_working_day() =>
        Gen.Int[Day.Of(2015, 1, 1).Number, Day.Of(2035, 1, 1).Number].Sample(number =>
        {
            var (law, notified, none, grounds) = (Regimes.January2024, new Day(number), default(NoTrace), new GroundsTrace(Regimes.January2024));
            var last = DeparturePeriod.LastDay(law, notified, ref none);
            Assert.Equal(last, DeparturePeriod.LastDay(law, new DepartureFacts(notified), ref grounds));
            Assert.Equal(last, DeparturePeriod.LastDay(law, notified, appealSuspends: false, null, ref none));
            Assert.True(law.Calendar.IsWorkingDay(last));
            Assert.InRange(last - notified, 28, 33);
        });

    [Fact]
    public void A_longer_period_on_paper_beyond_twelve_weeks_no_longer_moves()
    {
        var trace = default(NoTrace);
        Assert.Equal(At("2024-04-13"), DeparturePeriod.LastDay(With("departure-period.length", "13"), At("2024-01-13"), ref trace));
    }

    [Theory(DisplayName = "Vc A5/5: twelve weeks at the freedom-restricting site, no day moves")]
    [InlineData("2024-01-10", "2024-04-03")]
    [InlineData("2024-01-08", "2024-04-01")] // Easter Monday stays.
    public void Twelve_weeks_at_the_freedom_restricting_site(string from, string last) =>
        Assert.Equal(At(last), DayOf("supervised-stay", "lastDay", $$"""{"from": "{{from}}"}"""));
}
