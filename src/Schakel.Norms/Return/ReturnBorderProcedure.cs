namespace Schakel.Norms.Return;

/// <summary>Return border procedure (terugkeergrensprocedure), Regulation 2024/1349: who was refused in the border procedure stays there for return.</summary>
/// <remarks>From general knowledge (dossier B-BRD-3). A maximum, and never an aim.</remarks>
public static class ReturnBorderProcedure
{
    /// <summary>Length at most, after the border procedure.</summary>
    public static readonly Norm<Weeks> Length = new(
        "return-border-procedure.length",
        new("Terugkeergrensprocedure, ten hoogste", "Return border procedure, at most"),
        "B-BRD-3",
        new("32024R1349", "4", "From general knowledge; the article was not checked."),
        NormStatus.Unverified,
        PactTerm.Version(PactTerm.ProceduresApply, new Weeks(12)));

    private static readonly Fact<Day> EndedFact = Fact.Date(
        "rightToRemainEnded", new("de dag waarop het recht om te blijven eindigde", "the date the right to remain ended"));

    /// <summary>Last day of the return border procedure (terugkeergrensprocedure).</summary>
    public static readonly NormComputation Computation = new(
        "return-border-procedure",
        new("Terugkeergrensprocedure", "Return border procedure"),
        [EndedFact],
        static (law, facts, result, ref trace) => result.WriteString("lastDay", LastDay(law, facts.Get(EndedFact), ref trace).ToString()));

    /// <summary>Last day, inclusive; days of liberty, so none moves.</summary>
    /// <remarks>Ended on 1 September 2026: 24 November 2026.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="rightToRemainEnded">The day the right to remain ended, not counted; it governs.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The regulation does not apply on that day, or is not known.</exception>
    public static Day LastDay<TTrace>(Law law, Day rightToRemainEnded, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var last = SimpleTerm.Standing(law, rightToRemainEnded, Length, ref trace);
        if (TTrace.Records)
        {
            trace.Fact(EndedFact.Name, rightToRemainEnded.ToString());
            var by = Text.Of(last);
            trace.Say(new($"De terugkeergrensprocedure eindigt uiterlijk op {by.Dutch}.", $"The return border procedure ends on {by.English} at the latest."));
        }

        return last;
    }
}
