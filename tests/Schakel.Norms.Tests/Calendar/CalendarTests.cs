using CsCheck;
using NodaTime;

namespace Schakel.Norms.Tests.Calendar;

public sealed class CalendarTests
{
    private static readonly Law Law = Regimes.January2024;
    private static readonly Gen<Day> Days =
        Gen.Int[Day.Of(1994, 1, 1).Number, Day.Of(2150, 1, 1).Number].Select(number => new Day(number));

    [Theory]
    [InlineData(1961, 4, 2)]
    [InlineData(2000, 4, 23)]
    [InlineData(2008, 3, 23)]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2038, 4, 25)]
    [InlineData(2285, 3, 22)]
    public void Easter_falls_where_the_church_has_it(int year, int month, int day) =>
        Assert.Equal(Day.Of(year, month, day), Holidays.Easter(year));

    [Theory]
    [InlineData("2013-04-30", true)]
    [InlineData("2013-04-27", false)]
    [InlineData("2014-04-26", true)]
    [InlineData("2014-04-27", false)]
    [InlineData("2024-04-27", true)]
    [InlineData("2024-03-29", true)]
    [InlineData("2024-03-28", false)]
    [InlineData("2024-05-09", true)]
    [InlineData("2024-05-20", true)]
    [InlineData("2024-12-24", false)]
    [InlineData("2024-12-26", true)]
    [InlineData("2150-12-25", true)]
    [InlineData("1985-12-25", true)]
    public void Holidays_follow_the_act(string text, bool holiday)
    {
        Assert.True(Day.TryParse(text, out var day));
        Assert.Equal(holiday, Holidays.Contains(day));
    }

    [Fact]
    public void The_bits_say_what_the_rules_say()
    {
        for (var day = Day.Of(1989, 1, 1); day < Day.Of(2102, 1, 1); day = day.PlusDays(1))
        {
            Assert.Equal(Holidays.InYear(day.Year).Contains(day), Holidays.Contains(day));
        }
    }

    [Theory(DisplayName = "ATW 1(1): a week")]
    [InlineData("2023-12-22", "2023-12-29")]
    [InlineData("2023-12-18", "2023-12-27")]
    [InlineData("2023-12-25", "2024-01-02")]
    [InlineData("2024-03-22", "2024-04-02")]
    [InlineData("2024-03-21", "2024-03-28")]
    public void A_week_that_ends_on_a_holiday_runs_on(string start, string last) => Assert.Equal(At(last), LastDay(At(start), new Weeks(1)));

    [Theory(DisplayName = "ATW 2: three days")]
    [InlineData("2024-03-28", "2024-04-03")] // Good Friday, weekend, Easter Monday: Tuesday and Wednesday are the two.
    [InlineData("2024-01-04", "2024-01-08")] // Friday and Monday.
    [InlineData("2024-01-08", "2024-01-11")]
    public void Three_days_hold_two_working_days(string start, string last)
    {
        var trace = default(NoTrace);
        Assert.Equal(At(last), GeneralTermsAct.LastDay(Law, At(start), new CalendarDays(3), ref trace));
    }

    [Fact(DisplayName = "ATW 4: twelve weeks move, thirteen do not; three months move, four do not; 90 days move, 91 do not")]
    public void Long_terms_end_where_they_end()
    {
        var trace = default(NoTrace);
        var sunday = Day.Of(2024, 6, 16);
        Assert.Equal(sunday.PlusDays(1), GeneralTermsAct.LastDay(Law, sunday.PlusWeeks(-12), new Weeks(12), ref trace));
        Assert.Equal(sunday, GeneralTermsAct.LastDay(Law, sunday.PlusWeeks(-13), new Weeks(13), ref trace));
        Assert.Equal(sunday.PlusDays(1), GeneralTermsAct.LastDay(Law, sunday.PlusMonths(-3), new Months(3), ref trace));
        Assert.Equal(sunday, GeneralTermsAct.LastDay(Law, sunday.PlusMonths(-4), new Months(4), ref trace));
        Assert.Equal(sunday.PlusDays(1), GeneralTermsAct.LastDay(Law, sunday.PlusDays(-90), new CalendarDays(90), ref trace));
        Assert.Equal(sunday, GeneralTermsAct.LastDay(Law, sunday.PlusDays(-91), new CalendarDays(91), ref trace));
    }

    [Fact]
    public void A_statutory_week_never_ends_on_a_day_off_and_never_early() =>
        Gen.Select(Days, Gen.Int[1, 12]).Sample((start, weeks) =>
        {
            var last = LastDay(start, new(weeks));
            Assert.True(Law.Calendar.IsWorkingDay(last));
            Assert.InRange(last - start, 7 * weeks, (7 * weeks) + 4);
            Assert.DoesNotContain(Enumerable.Range(7 * weeks, last - start - (7 * weeks)), n => Law.Calendar.IsWorkingDay(start.PlusDays(n)));
        });

    [Fact(DisplayName = "Vb 3.110(3): TV-8, six days from 27 March 2024")]
    public void Procedure_days_skip_Easter_at_Ter_Apel_and_not_at_Schiphol()
    {
        Assert.Equal(Day.Of(2024, 4, 5), ProcedureDays.Nth(Law, Day.Of(2024, 3, 27), 6, Centre.Land));
        Assert.Equal(Day.Of(2024, 4, 1), ProcedureDays.Nth(Law, Day.Of(2024, 3, 27), 6, Centre.Schiphol));
        Assert.Equal(IsoDayOfWeek.Monday, ProcedureDays.OnOrAfter(Law, Day.Of(2024, 3, 23), Centre.Land).DayOfWeek);
    }

    [Fact]
    public void A_day_equated_on_paper_moves_the_term_in_that_law_alone()
    {
        var friday = Day.Of(2024, 5, 10);
        var changed = Law.With("general-terms-act.equated-days", System.Text.Json.JsonElement.Parse("[\"2024-05-10\"]"));
        Assert.True(Law.Calendar.IsWorkingDay(friday));
        Assert.False(changed.Calendar.IsWorkingDay(friday));
    }

    private static Day At(string text) => Day.TryParse(text, out var day) ? day : throw new ArgumentException(text);

    private static Day LastDay(Day start, Weeks weeks)
    {
        var trace = default(NoTrace);
        return GeneralTermsAct.LastDay(Law, start, weeks, ref trace);
    }
}
