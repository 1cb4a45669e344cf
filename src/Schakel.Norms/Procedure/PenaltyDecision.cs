namespace Schakel.Norms.Procedure;

/// <summary>Time to set the administrative penalty by decision (vaststelling van de dwangsom), Awb 4:18.</summary>
public static class PenaltyDecision
{
    /// <summary>From the last day for which it was due.</summary>
    public static readonly Norm<Weeks> Length = new(
        "penalty-decision.length",
        new("Vaststelling van de dwangsom", "Decision on the penalty"),
        "PEN-5",
        new(Acts.AdministrativeLaw, "4:18"),
        NormStatus.Verified,
        new NormVersion<Weeks>(Day.Of(2009, 10, 1), new(2)));

    private static readonly Fact<Day> LastFact = Fact.Date(
        "lastPenaltyDay", new("de laatste dag waarover de dwangsom verschuldigd is", "the last day for which the penalty is due"));

    /// <summary>Last day to set the penalty (vaststelling van de dwangsom).</summary>
    public static readonly NormComputation Computation = new(
        "penalty-decision",
        new("Vaststelling van de dwangsom", "Decision on the penalty"),
        [LastFact],
        static (law, facts, result, ref trace) => result.WriteString("lastDay", LastDay(law, facts.Get(LastFact), ref trace).ToString()));

    /// <summary>Last day, inclusive, to set the penalty, a working day.</summary>
    /// <remarks>Due through 8 December 2022: 22 December 2022.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="lastPenaltyDay">The last day for which it is due, not counted; it governs.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The provision is not in force on that day.</exception>
    public static Day LastDay<TTrace>(Law law, Day lastPenaltyDay, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var last = SimpleTerm.Moving(law, lastPenaltyDay, Length, ref trace);
        if (TTrace.Records)
        {
            trace.Fact(LastFact.Name, lastPenaltyDay.ToString());
            var by = Text.Of(last);
            trace.Say(new($"De dwangsom wordt uiterlijk op {by.Dutch} vastgesteld.", $"The penalty is set by {by.English} at the latest."));
        }

        return last;
    }
}
