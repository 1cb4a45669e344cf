namespace Schakel.Norms.Procedure;

/// <summary>Time for the court to rule on an appeal (uitspraaktermijn), Vreemdelingenwet 2000 83b.</summary>
/// <remarks>
/// Counted from the day the appeal was lodged. Four weeks move with the General Terms Act; twenty-three are longer than the twelve it reaches
/// and end where they end (dossier CAL-4). The Council of State has the long time on every further appeal (89).
/// </remarks>
public static class RulingPeriod
{
    /// <summary>Where the time for appeal was one week.</summary>
    public static readonly Norm<Weeks> Brief = Declared("ruling-period.short", new("Korte uitspraaktermijn", "Short time to rule"), "83b", 4);

    /// <summary>Where it was four weeks, and on further appeal.</summary>
    public static readonly Norm<Weeks> Ordinary = Declared("ruling-period.ordinary", new("Uitspraaktermijn", "Time to rule"), "83b", 23);

    private static readonly Fact<Day> AppealedFact = Fact.Date(
        "appealed", new("de dag waarop het beroep is ingesteld", "the date the appeal was lodged"));

    private static readonly Fact<AppealTerm> TermFact = Fact.Choice(
        "term",
        new("de beroepstermijn van de beslissing", "the time for appeal of the decision"),
        [("one-week", AppealTerm.OneWeek), ("four-weeks", AppealTerm.FourWeeks)]);

    /// <summary>Last day to rule (uitspraaktermijn).</summary>
    public static readonly NormComputation Computation = new(
        "ruling-period",
        new("Uitspraaktermijn", "Time to rule"),
        [AppealedFact, TermFact, PactTransition.LodgedFact],
        static (law, facts, result, ref trace) => result.WriteString(
            "lastDay",
            LastDay(law, facts.Get(AppealedFact), facts.Get(TermFact), facts.Find(PactTransition.LodgedFact), ref trace).ToString()));

    /// <summary>Last day, inclusive, for the court to rule.</summary>
    /// <remarks>An appeal of 10 January 2024: 7 February 2024, or 19 June 2024 where the time for appeal was four weeks.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="appealed">The day the appeal was lodged, not counted; it governs.</param>
    /// <param name="term">The time for appeal of the decision.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The term is not in force on that day.</exception>
    public static Day LastDay<TTrace>(Law law, Day appealed, AppealTerm term, ref TTrace trace)
        where TTrace : struct, ITrace => LastDay(law, appealed, term, null, ref trace);

    /// <summary>Last day, inclusive, for the court to rule, in a case that may have begun before the Pact.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="appealed">The day the appeal was lodged, not counted.</param>
    /// <param name="term">The time for appeal of the decision.</param>
    /// <param name="lodged">The day of the asylum application: before the Pact, the old law governs; without it the day of the appeal does.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The term is not in force on the day that governs.</exception>
    /// <exception cref="FactException">The application came after the appeal.</exception>
    public static Day LastDay<TTrace>(Law law, Day appealed, AppealTerm term, Day? lodged, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var governs = PactTransition.Governing(law, "ruling-period", appealed, lodged, PactTerm.ProceduresApply, ref trace);
        var last = SimpleTerm.Moving(law, governs, appealed, term == AppealTerm.OneWeek ? Brief : Ordinary, ref trace);
        if (TTrace.Records)
        {
            var (from, by) = (Text.Of(appealed), Text.Of(last));
            trace.Fact("appealed", appealed.ToString());
            trace.Fact("term", term == AppealTerm.OneWeek ? "one-week" : "four-weeks");
            trace.Say(new(
                $"Op het beroep van {from.Dutch} moet de rechtbank uiterlijk op {by.Dutch} uitspraak doen.",
                $"The court must rule on the appeal of {from.English} by {by.English} at the latest."));
        }

        return last;
    }

    private static Norm<Weeks> Declared(string id, Text title, string article, int weeks) => new(
        id,
        title,
        "APP-4",
        new(Acts.AliensAct, article),
        NormStatus.Verified,
        PactTransition.UntilProcedures(new NormVersion<Weeks>(Day.Of(2015, 7, 20), new(weeks)), PactTransition.ChoiceNotVerified));
}
