using CsCheck;
using Schakel.Norms.Procedure;
using Schakel.Norms.Return;
using static Schakel.Norms.Tests.Asking;

namespace Schakel.Norms.Tests.Procedure;

public sealed class AppealPeriodTests
{
    [Theory(DisplayName = "APP-2 (TV-7): one or four weeks, to a working day")]
    [InlineData("2023-12-22", "one-week", "2023-12-29")]
    [InlineData("2023-12-18", "one-week", "2023-12-27")] // Christmas Day and the day after.
    [InlineData("2023-12-19", "one-week", "2023-12-27")]
    [InlineData("2023-12-20", "one-week", "2023-12-27")]
    [InlineData("2024-03-21", "one-week", "2024-03-28")]
    [InlineData("2024-03-22", "one-week", "2024-04-02")] // Good Friday to after Easter.
    [InlineData("2024-02-22", "one-week", "2024-02-29")]
    [InlineData("2024-04-20", "one-week", "2024-04-29")] // King's Day on a Saturday.
    [InlineData("2024-01-31", "four-weeks", "2024-02-28")]
    [InlineData("2024-02-01", "four-weeks", "2024-02-29")]
    [InlineData("2024-01-27", "four-weeks", "2024-02-26")]
    [InlineData("2023-11-27", "four-weeks", "2023-12-27")]
    public void Last_day_to_appeal(string notified, string term, string expected) =>
        Assert.Equal(At(expected), DayOf("appeal-period", "lastDay", $$"""{"notified": "{{notified}}", "term": "{{term}}"}"""));

    [Theory(DisplayName = "APP-4: four weeks move, twenty-three do not")]
    [InlineData("2024-01-10", "one-week", "2024-02-07")]
    [InlineData("2023-11-27", "one-week", "2023-12-27")]
    [InlineData("2024-01-10", "four-weeks", "2024-06-19")]
    [InlineData("2024-01-13", "four-weeks", "2024-06-22")] // A Saturday stays.
    public void Last_day_to_rule(string appealed, string term, string expected) =>
        Assert.Equal(At(expected), DayOf("ruling-period", "lastDay", $$"""{"appealed": "{{appealed}}", "term": "{{term}}"}"""));

    [Theory]
    [InlineData("unfounded", "2024-02-07")]
    [InlineData("derived-status", "2024-02-07")]
    [InlineData("unfounded-general", "2024-01-17")]
    [InlineData("manifestly-unfounded", "2024-01-17")]
    [InlineData("not-taken-up", "2024-01-17")]
    [InlineData("out-of-consideration", "2024-01-17")]
    public void The_kind_of_decision_gives_the_term(string kind, string expected) =>
        Assert.Equal(At(expected), DayOf("appeal-period", "lastDay", $$"""{"notified": "2024-01-10", "kind": "{{kind}}"}"""));

    [Theory]
    [InlineData("""{"notified": "2024-01-10"}""", "or `kind`")]
    [InlineData("""{"notified": "2024-01-10", "kind": "convention-status"}""", "no interest in an appeal")]
    [InlineData("""{"notified": "2024-01-10", "kind": "unfounded", "term": "one-week"}""", "a decision of kind unfounded has four-weeks")]
    [InlineData("""{"notified": "2024-01-10", "term": "two-weeks"}""", "one-week / four-weeks")]
    public void An_impossible_question_is_refused(string facts, string words) =>
        Assert.Contains(words, Refused("appeal-period", facts), StringComparison.Ordinal);

    [Fact]
    public void The_longer_term_never_ends_earlier_and_both_end_on_a_working_day() =>
        Gen.Int[Day.Of(2015, 7, 20).Number, Day.Of(2035, 1, 1).Number].Sample(number =>
        {
            var trace = default(NoTrace);
            var week = AppealPeriod.LastDay(Regimes.January2024, new Day(number), AppealTerm.OneWeek, ref trace);
            var month = AppealPeriod.LastDay(Regimes.January2024, new Day(number), AppealPeriod.TermOf(true), ref trace);
            Assert.True(week < month && week - new Day(number) >= 7);
            Assert.True(Regimes.January2024.Calendar.IsWorkingDay(week) && Regimes.January2024.Calendar.IsWorkingDay(month));
        });
}

public sealed class DecisionKindTests
{
    [Fact]
    public void Only_the_unfounded_of_the_extended_procedure_and_the_derived_have_four_weeks() =>
        Assert.Equal(
            [DecisionKind.DerivedStatus, DecisionKind.Unfounded],
            Enum.GetValues<DecisionKind>().Where(kind => kind.Consequences().Appeal == AppealTerm.FourWeeks));

    [Fact]
    public void Departure_knows_every_refusal_and_agrees_on_suspension_but_for_coming_forward_late()
    {
        foreach (var kind in Enum.GetValues<DecisionKind>())
        {
            var consequences = kind.Consequences();
            if (consequences.Refusal is not { } refusal)
            {
                Assert.False(consequences.AppealSuspends || consequences.ReturnDecision);
                continue;
            }

            var suspends = refusal is RefusalKind.Unfounded or RefusalKind.SafeThirdCountry;
            Assert.Equal(suspends || kind == DecisionKind.ManifestlyUnfoundedLate, consequences.AppealSuspends);
        }
    }

    [Theory]
    [InlineData(DecisionKind.ConventionStatus, null)]
    [InlineData(DecisionKind.Unfounded, 28)]
    [InlineData(DecisionKind.UnfoundedGeneral, 28)]
    [InlineData(DecisionKind.ManifestlyUnfounded, 0)]
    [InlineData(DecisionKind.ProtectedElsewhere, 0)]
    [InlineData(DecisionKind.NotTakenUp, 28)]
    public void Days_to_leave(DecisionKind kind, int? days)
    {
        var trace = default(NoTrace);
        Assert.Equal(days, kind.Consequences().DepartureDays(Regimes.January2024, At("2024-01-10"), ref trace));
    }

    [Fact]
    public void A_transfer_is_no_return_decision_and_checks_nothing_of_office()
    {
        var transfer = DecisionKind.NotTakenUp.Consequences();
        Assert.False(transfer.ReturnDecision || transfer.ChecksResidence || transfer.ChecksHealth);
        Assert.False(DecisionKind.ProtectedElsewhere.Consequences().ReturnDecision);
        Assert.True(DecisionKind.ManifestlyUnfounded.Consequences() is { ReturnDecision: true, ChecksResidence: true, ChecksHealth: true });
        Assert.True(DecisionKind.ManifestlyUnfoundedDanger.Consequences() is { ChecksResidence: true, ChecksHealth: false });
    }
}
