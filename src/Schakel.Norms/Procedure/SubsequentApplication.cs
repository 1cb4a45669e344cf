namespace Schakel.Norms.Procedure;

/// <summary>The three days of the one-day test (eendagstoets).</summary>
/// <param name="Interview">Day 1: interview, report and intention (gehoor, verslag, voornemen).</param>
/// <param name="View">Day 2: the view and further data (zienswijze, nadere gegevens).</param>
/// <param name="Decision">Day 3: the decision (beschikking); without it the case goes on otherwise.</param>
public readonly record struct OneDayTest(Day Interview, Day View, Day Decision);

/// <summary>Subsequent application (opvolgende aanvraag), Vreemdelingenbesluit 2000 3.118b: tested in three procedure days, without a rest period.</summary>
public static class SubsequentApplication
{
    /// <summary>Procedure day on which the view is due.</summary>
    public static readonly Norm<ProcedureDayCount> ViewDay = OnDay("view", new("Dag van de zienswijze in de eendagstoets", "Day of the view in the one-day test"), 2);

    /// <summary>Procedure day on which the decision is due.</summary>
    public static readonly Norm<ProcedureDayCount> DecisionDay = OnDay(
        "decision", new("Dag van de beschikking in de eendagstoets", "Day of the decision in the one-day test"), 3);

    private static readonly Fact<Day> FirstDayFact = Fact.Date("firstDay", new("de dag van het gehoor", "the date of the interview"));

    private static readonly Fact<Centre> CentreFact = Fact.Choice(
        "centre", new("waar de procedure loopt", "where the procedure is run"), [("land", Centre.Land), ("schiphol", Centre.Schiphol)], required: false);

    /// <summary>Days of the one-day test (eendagstoets).</summary>
    public static readonly NormComputation Computation = new(
        "one-day-test",
        new("Eendagstoets van een opvolgende aanvraag", "One-day test of a subsequent application"),
        [FirstDayFact, CentreFact, PactTransition.LodgedFact],
        static (law, facts, result, ref trace) =>
        {
            var days = Days(law, facts.Get(FirstDayFact), facts.Find(CentreFact) ?? Centre.Land, facts.Find(PactTransition.LodgedFact), ref trace);
            result.WriteString("interview", days.Interview.ToString());
            result.WriteString("view", days.View.ToString());
            result.WriteString("decision", days.Decision.ToString());
        });

    /// <summary>The days of the one-day test.</summary>
    /// <remarks>Interview on Thursday 28 March 2024 on land: the view on 2 April and the decision on 3 April 2024, Easter not counting.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="firstDay">Day 1; where it is no procedure day, the first one after it. It governs.</param>
    /// <param name="centre">Where the procedure is run.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The three days.</returns>
    /// <exception cref="NotInForceException">The test is not in force on that day.</exception>
    public static OneDayTest Days<TTrace>(Law law, Day firstDay, Centre centre, ref TTrace trace)
        where TTrace : struct, ITrace => Days(law, firstDay, centre, null, ref trace);

    /// <summary>The days of the one-day test, in a case that may have begun before the Pact.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="firstDay">Day 1; where it is no procedure day, the first one after it.</param>
    /// <param name="centre">Where the procedure is run.</param>
    /// <param name="lodged">The day the application was lodged: before the Pact, the old law governs; without it day 1 does.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The three days.</returns>
    /// <exception cref="NotInForceException">The test is not in force on the day that governs.</exception>
    /// <exception cref="FactException">The application came after day 1.</exception>
    public static OneDayTest Days<TTrace>(Law law, Day firstDay, Centre centre, Day? lodged, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var governs = PactTransition.Governing(law, "one-day-test", firstDay, lodged, PactTerm.ProceduresApply, ref trace);

        // A rehearsal may put a day at 0; the interview is then the day of all.
        var view = Math.Max(1, law.On(governs, ViewDay, ref trace).Count);
        var decision = Math.Max(1, law.On(governs, DecisionDay, ref trace).Count);
        var days = new OneDayTest(
            ProcedureDays.OnOrAfter(law, firstDay, centre),
            ProcedureDays.Nth(law, firstDay, view, centre),
            ProcedureDays.Nth(law, firstDay, decision, centre));
        if (TTrace.Records)
        {
            trace.Apply(ProcedureDays.Counting);
            trace.Fact(FirstDayFact.Name, firstDay.ToString());
            trace.Fact(CentreFact.Name, centre switch { Centre.Land => "land", Centre.Schiphol => "schiphol" });
            var (first, second, third) = (Text.Of(days.Interview), Text.Of(days.View), Text.Of(days.Decision));
            trace.Step(TermStepKind.Started, days.Interview, new($"Gehoor en voornemen op {first.Dutch}.", $"Interview and intention on {first.English}."));
            trace.Step(TermStepKind.Ran, days.View, new($"Zienswijze op {second.Dutch}.", $"View on {second.English}."));
            trace.Step(TermStepKind.Ran, days.Decision, new($"Beschikking op {third.Dutch}.", $"Decision on {third.English}."));
            trace.Say(new(
                $"Op de opvolgende aanvraag wordt op {third.Dutch} beslist, of zij gaat verder in een andere procedure.",
                $"The subsequent application is decided on {third.English}, or goes on in another procedure."));
        }

        return days;
    }

    private static Norm<ProcedureDayCount> OnDay(string part, Text title, int day) => new(
        $"one-day-test.{part}",
        title,
        "SUB-2",
        new(Acts.AliensDecree, "3.118b(2)", "Read in the text of 2015."),
        NormStatus.Verified,
        PactTransition.UntilProcedures(new NormVersion<ProcedureDayCount>(Day.Of(2015, 7, 20), new(day)), PactTransition.ChoiceNotVerified));
}
