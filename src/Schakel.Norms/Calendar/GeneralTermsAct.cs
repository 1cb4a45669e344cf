namespace Schakel.Norms;

/// <summary>How statutory terms end (Algemene termijnenwet, ATW): not on a Saturday, a Sunday or a holiday, and never too short.</summary>
/// <remarks>
/// The act is silent on long terms, on hours and on years, and on deprivation of liberty (ATW 4): those formulas do not come here.
/// The day of the event is not counted (Awb 6:8): a week from Monday ends on the next Monday.
/// </remarks>
public static class GeneralTermsAct
{
    /// <summary>Longest term in days that the act still moves (ATW 4(a)).</summary>
    public static readonly Norm<CalendarDays> LongestInDays = new(
        "general-terms-act.longest-in-days",
        new("Langste termijn in dagen onder de Algemene termijnenwet", "Longest term in days under the General Terms Act"),
        "CAL-4",
        new(Acts.GeneralTerms, "4(a)", "Entered from the first day of the Awb; the act is older."),
        NormStatus.Verified,
        new NormVersion<CalendarDays>(Day.Of(1994, 1, 1), new(90)));

    /// <summary>Longest term in weeks that the act still moves (ATW 4(a)).</summary>
    public static readonly Norm<Weeks> LongestInWeeks = new(
        "general-terms-act.longest-in-weeks",
        new("Langste termijn in weken onder de Algemene termijnenwet", "Longest term in weeks under the General Terms Act"),
        "CAL-4",
        new(Acts.GeneralTerms, "4(a)", "Entered from the first day of the Awb; the act is older."),
        NormStatus.Verified,
        new NormVersion<Weeks>(Day.Of(1994, 1, 1), new(12)));

    /// <summary>Longest term in months that the act still moves (ATW 4(a)).</summary>
    public static readonly Norm<Months> LongestInMonths = new(
        "general-terms-act.longest-in-months",
        new("Langste termijn in maanden onder de Algemene termijnenwet", "Longest term in months under the General Terms Act"),
        "CAL-4",
        new(Acts.GeneralTerms, "4(a)", "Entered from the first day of the Awb; the act is older."),
        NormStatus.Verified,
        new NormVersion<Months>(Day.Of(1994, 1, 1), new(3)));

    private const int ShortestLengthened = 3;
    private const int WorkingDaysAtLeast = 2;

    private static readonly Rule RollRule = new(
        "general-terms-act.roll",
        new("Een termijn eindigt niet op een zaterdag, zondag of feestdag", "A term does not end on a Saturday, a Sunday or a holiday"),
        new(Acts.GeneralTerms, "1(1)"));

    private static readonly Rule MinimumRule = new(
        "general-terms-act.two-working-days",
        new("Een termijn van drie dagen of meer telt ten minste twee werkdagen", "A term of three days or more holds at least two working days"),
        new(Acts.GeneralTerms, "2"));

    /// <summary>Last day, inclusive, of a statutory term in days.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="start">The day of the event, not counted.</param>
    /// <param name="length">Length of the term.</param>
    /// <param name="trace">Receives what moved the day.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The act is not entered for that day.</exception>
    public static Day LastDay<TTrace>(Law law, Day start, CalendarDays length, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var last = start.PlusDays(length.Count);
        return length.Count > law.On(start, LongestInDays, ref trace).Count ? last : Moved(law, start, last, length.Count, ref trace);
    }

    /// <summary>Last day, inclusive, of a statutory term in weeks.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="start">The day of the event, not counted.</param>
    /// <param name="length">Length of the term.</param>
    /// <param name="trace">Receives what moved the day.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The act is not entered for that day.</exception>
    public static Day LastDay<TTrace>(Law law, Day start, Weeks length, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var last = start.PlusWeeks(length.Count);
        return length.Count > law.On(start, LongestInWeeks, ref trace).Count ? last : Moved(law, start, last, last - start, ref trace);
    }

    /// <summary>Last day, inclusive, of a statutory term in months.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="start">The day of the event, not counted.</param>
    /// <param name="length">Length of the term.</param>
    /// <param name="trace">Receives what moved the day.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The act is not entered for that day.</exception>
    public static Day LastDay<TTrace>(Law law, Day start, Months length, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var last = start.PlusMonths(length.Count);
        return length.Count > law.On(start, LongestInMonths, ref trace).Count ? last : Moved(law, start, last, last - start, ref trace);
    }

    /// <summary>The day itself, or the next working day (ATW 1(1)).</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law, for its calendar.</param>
    /// <param name="last">Last day before any move.</param>
    /// <param name="trace">Receives the move, if there is one.</param>
    /// <returns>A working day.</returns>
    public static Day Roll<TTrace>(Law law, Day last, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var rolled = law.Calendar.OnOrAfter(last);
        if (TTrace.Records && rolled != last)
        {
            Tell(RollRule, last, rolled, ref trace);
        }

        return rolled;
    }

    private static Day Moved<TTrace>(Law law, Day start, Day last, int days, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var enough = last;
        if (days >= ShortestLengthened)
        {
            enough = WithTwoWorkingDays(law.Calendar, start, last);
            if (TTrace.Records && enough != last)
            {
                Tell(MinimumRule, last, enough, ref trace);
            }
        }

        return Roll(law, enough, ref trace);
    }

    private static Day WithTwoWorkingDays(WorkingCalendar calendar, Day start, Day last)
    {
        var found = 0;
        var day = start;
        while (found < WorkingDaysAtLeast)
        {
            day = day.PlusDays(1);
            found += calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return Day.Later(day, last);
    }

    private static void Tell<TTrace>(Rule rule, Day last, Day moved, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var (from, to) = (Text.Of(last), Text.Of(moved));
        trace.Apply(rule);
        trace.Step(
            TermStepKind.Rolled,
            moved,
            new(
                $"De laatste dag schuift van {from.Dutch} naar {to.Dutch}: {rule.Title.Dutch} (Algemene termijnenwet {rule.Citation.Article}).",
                $"The last day moves from {from.English} to {to.English}: {rule.Title.English} (General Terms Act {rule.Citation.Article})."));
    }
}
