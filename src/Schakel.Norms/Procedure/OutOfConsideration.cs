namespace Schakel.Norms.Procedure;

/// <summary>Leaving an application out of consideration (buiten behandeling stellen), Vreemdelingenwet 2000 30c.</summary>
/// <remarks>Who did not come to the interview may excuse that, and who disappeared may make contact, within two weeks. A person decides.</remarks>
public static class OutOfConsideration
{
    /// <summary>Time to give an excuse or make contact.</summary>
    public static readonly Norm<Weeks> Contact = new(
        "out-of-consideration.contact",
        new("Verklaring of contact na wegblijven", "Excuse or contact after not appearing"),
        "NOSHOW",
        new(Acts.AliensAct, "30c(1)"),
        NormStatus.Verified,
        PactTransition.UntilProcedures(
            new NormVersion<Weeks>(Day.Of(2015, 7, 20), new(2)),
            "The Pact knows implicit withdrawal, without a term in the dossier (B-WDR-1); for an application of before 2026-06-12 give fact `lodged`."));

    private static readonly Fact<Day> MissedFact = Fact.Date(
        "missed", new("de dag van het gemiste gehoor of het vertrek zonder bericht", "the date of the missed interview, or of leaving without notice"));

    /// <summary>Last day to give an excuse or make contact, and the first day to leave the application out of consideration.</summary>
    public static readonly NormComputation Computation = new(
        "out-of-consideration",
        new("Buiten behandeling stellen na wegblijven", "Leaving out of consideration after not appearing"),
        [MissedFact, PactTransition.LodgedFact],
        static (law, facts, result, ref trace) =>
        {
            var last = LastDay(law, facts.Get(MissedFact), facts.Find(PactTransition.LodgedFact), ref trace);
            result.WriteString("lastDay", last.ToString());
            result.WriteString("possibleFrom", last.PlusDays(1).ToString());
        });

    /// <summary>Last day, inclusive, to give an excuse or make contact; a statutory term, so it ends on a working day.</summary>
    /// <remarks>Missed on 10 January 2024: 24 January 2024.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="missed">The day of the missed interview, or of leaving without notice; it governs.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The provision is not in force on that day.</exception>
    public static Day LastDay<TTrace>(Law law, Day missed, ref TTrace trace)
        where TTrace : struct, ITrace => LastDay(law, missed, null, ref trace);

    /// <summary>Last day, inclusive, to give an excuse or make contact, in a case that may have begun before the Pact.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="missed">The day of the missed interview, or of leaving without notice.</param>
    /// <param name="lodged">The day the application was lodged: before the Pact, the old law governs; without it the day missed does.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The provision is not in force on the day that governs.</exception>
    /// <exception cref="FactException">The application came after the day missed.</exception>
    public static Day LastDay<TTrace>(Law law, Day missed, Day? lodged, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var governs = PactTransition.Governing(law, "out-of-consideration", missed, lodged, PactTerm.ProceduresApply, ref trace);
        var last = SimpleTerm.Moving(law, governs, missed, Contact, ref trace);
        if (TTrace.Records)
        {
            trace.Fact(MissedFact.Name, missed.ToString());
            var by = Text.Of(last);
            trace.Say(new(
                $"Wie zich tot en met {by.Dutch} meldt of verklaart, houdt de aanvraag in behandeling.",
                $"Who makes contact or gives an excuse by {by.English} keeps the application under consideration."));
        }

        return last;
    }
}
