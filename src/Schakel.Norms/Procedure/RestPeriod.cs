namespace Schakel.Norms.Procedure;

/// <summary>Rest and preparation period (rust- en voorbereidingstermijn), Vreemdelingenbesluit 3.109(1), before the general procedure on land.</summary>
/// <remarks>
/// Full calendar days; the day of lodging is not one of them, and no weekend lengthens the period (dossier CAL-8). The procedure starts on
/// the first procedure day after it at the earliest; the service sets the day. There is no such period for danger or nuisance, for most who are detained,
/// in tracks 1 and 2, or on a subsequent application (dossier RVT-4): then this formula is not asked. It ends with the Pact.
/// </remarks>
public static class RestPeriod
{
    /// <summary>Length for adults and families.</summary>
    public static readonly Norm<CalendarDays> Length = new(
        "rest-period.length",
        new("Rust- en voorbereidingstermijn", "Rest and preparation period"),
        "RVT-1",
        new(Acts.AliensDecree, "3.109(1)"),
        NormStatus.Verified,
        UntilPact(6));

    /// <summary>Length for an unaccompanied minor (amv).</summary>
    public static readonly Norm<CalendarDays> Minors = new(
        "rest-period.minors",
        new("Rust- en voorbereidingstermijn van een alleenstaande minderjarige", "Rest and preparation period of an unaccompanied minor"),
        "RVT-2",
        new(Acts.AsylumGuidelines, "C1", "Three weeks in the report; the first day is that of the decree's own period."),
        NormStatus.Seed,
        UntilPact(21));

    private static readonly Fact<Day> LodgedFact = Fact.Date(
        "lodged", new("de dag waarop de aanvraag is ingediend", "the date the application was lodged"));

    private static readonly Fact<bool> MinorFact = Fact.YesOrNo(
        "unaccompaniedMinor", new("of de aanvrager een alleenstaande minderjarige is", "whether the applicant is an unaccompanied minor"));

    /// <summary>First day the general procedure may start (eerste dag van de algemene asielprocedure).</summary>
    public static readonly NormComputation Computation = new(
        "rest-period",
        new("Rust- en voorbereidingstermijn", "Rest and preparation period"),
        [LodgedFact, MinorFact],
        static (law, facts, result, ref trace) =>
            result.WriteString("earliestFirstDay", EarliestFirstDay(law, facts.Get(LodgedFact), facts.Get(MinorFact), ref trace).ToString()));

    /// <summary>First day on which the general procedure on land may start.</summary>
    /// <remarks>Lodged on 1 March 2024: 8 March 2024; an unaccompanied minor: Monday 25 March 2024.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="lodged">The day of lodging, not counted; it governs.</param>
    /// <param name="unaccompaniedMinor">Whether the applicant is an unaccompanied minor.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>A procedure day on land.</returns>
    /// <exception cref="NotInForceException">The period is not in force on the day of lodging.</exception>
    public static Day EarliestFirstDay<TTrace>(Law law, Day lodged, bool unaccompaniedMinor, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var norm = unaccompaniedMinor ? Minors : Length;
        var last = SimpleTerm.Standing(law, lodged, norm, ref trace);
        var first = ProcedureDays.Next(law, last, Centre.Land);
        if (TTrace.Records)
        {
            var (from, start) = (Text.Of(lodged), Text.Of(first));
            trace.Apply(ProcedureDays.Counting);
            trace.Fact("lodged", lodged.ToString());
            trace.Fact("unaccompaniedMinor", unaccompaniedMinor ? "true" : "false");
            trace.Step(TermStepKind.Derived, first, new(
                $"De eerste proceduredag na de termijn is {start.Dutch}.", $"The first procedure day after the period is {start.English}."));
            trace.Say(new(
                $"Op de aanvraag van {from.Dutch} begint de algemene asielprocedure op zijn vroegst op {start.Dutch}.",
                $"On the application of {from.English} the general procedure starts on {start.English} at the earliest."));
        }

        return first;
    }

    private static NormVersion<CalendarDays> UntilPact(int days) => PactTransition.UntilProcedures(
        new NormVersion<CalendarDays>(Day.Of(2010, 7, 1), new(days)),
        "Whether the Netherlands keep a rest period under the Pact was not verified (dossier B-INT-1).");
}
