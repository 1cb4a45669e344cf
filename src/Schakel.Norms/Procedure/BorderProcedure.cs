namespace Schakel.Norms.Procedure;

/// <summary>Border procedure (grensprocedure): for who asks asylum at the Schengen outer border and is not let in.</summary>
/// <remarks>
/// Its days are days of liberty lost: no weekend and no holiday lengthens them (ATW 4). Without a decision by the last day the person
/// enters by operation of law, and the case goes on in track 4. Whom to detain is decided by a named person.
/// </remarks>
public static partial class BorderProcedure
{
    /// <summary>Length, from handing over the decision that defers entry.</summary>
    public static readonly Norm<CalendarDays> Length = new(
        "border-procedure.length",
        new("Grensprocedure, ten hoogste", "Border procedure, at most"),
        "BRD-2",
        new(Acts.AliensAct, "3(4), 3(7)"),
        NormStatus.Verified,
        new NormVersion<CalendarDays>(Day.Of(2015, 7, 20), new(28)),
        new NormVersion<CalendarDays>(PactApplies, new(84))
        {
            KnownOn = PactPublished,
            Status = NormStatus.Unverified,
            Citation = new(
                Acts.ProceduresRegulation,
                "43-45, 51",
                "Twelve weeks from registration, until the right to remain ends; sixteen after a transfer. Dossier B-BRD-1."),
        });

    private static readonly Fact<Day> DeferredFact = Fact.Date(
        "deferred", new("de dag waarop het uitstel van de beslissing over toegang is uitgereikt", "the date the decision deferring entry was handed over"));

    /// <summary>Last day of the border procedure (einde grensprocedure).</summary>
    public static readonly NormComputation Computation = new(
        "border-procedure",
        new("Grensprocedure", "Border procedure"),
        [DeferredFact],
        static (law, facts, result, ref trace) => result.WriteString("lastDay", LastDay(law, facts.Get(DeferredFact), ref trace).ToString()));

    private static Day PactApplies => Day.Of(2026, 6, 12);

    private static Day PactPublished => Day.Of(2024, 5, 22);

    /// <summary>Last day, inclusive, to decide at the border; the next day the person may enter.</summary>
    /// <remarks>Handed over on 1 February 2024: 29 February 2024.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="deferred">The day the deferral was handed over, not counted; it governs.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The procedure is not in force on that day.</exception>
    public static Day LastDay<TTrace>(Law law, Day deferred, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var last = SimpleTerm.Standing(law, deferred, Length, ref trace);
        if (TTrace.Records)
        {
            trace.Fact(DeferredFact.Name, deferred.ToString());
            var by = Text.Of(last);
            trace.Say(new(
                $"Is op {by.Dutch} niet beslist, dan volgt toegang van rechtswege en gaat de zaak verder in spoor 4.",
                $"Without a decision by {by.English} the person enters by operation of law, and the case goes on in track 4."));
        }

        return last;
    }
}
