namespace Schakel.Norms.Procedure;

/// <summary>Time to leave for the responsible member state after a transfer decision (vertrektermijn bij overdracht), Vreemdelingenwet 2000 62c.</summary>
/// <remarks>Stay is lawful until the transfer. The period is shortened, to nothing if need be, so that the transfer is in time.</remarks>
public static class DublinDeparture
{
    private const string Id = "dublin-departure";

    /// <summary>Length, from the transfer decision.</summary>
    public static readonly Norm<Weeks> Length = new(
        "dublin-departure.length",
        new("Vertrektermijn na een overdrachtsbesluit", "Departure period after a transfer decision"),
        "DUB-9",
        new(Acts.AliensAct, "44a, 62c"),
        NormStatus.Verified,
        new NormVersion<Weeks>(Day.Of(2015, 7, 20), new(4)),
        PactTransition.UntilManagement(
            PactTransition.Unsure(PactTerm.ProceduresApply, new Weeks(4), new(Acts.AliensAct, "44a, 62c")),
            "What comes after a transfer decision under Regulation 2024/1351 is not in the dossier; for an application of before give fact `lodged`."));

    private static readonly Rule Shortened = new(
        "dublin-departure.shortened",
        new("De vertrektermijn wordt verkort tot de uiterste overdrachtsdatum", "The departure period is shortened to the last day of transfer"),
        new(Acts.AliensAct, "62c"));

    private static readonly Fact<Day> NotifiedFact = Fact.Date(
        "notified", new("de dag waarop het overdrachtsbesluit is bekendgemaakt", "the date the transfer decision was notified"));

    private static readonly Fact<Day> TransferByFact = Fact.Date("transferBy", new("de uiterste overdrachtsdatum", "the last day of transfer"), required: false);

    /// <summary>Last day to leave after a transfer decision (vertrektermijn bij overdracht).</summary>
    public static readonly NormComputation Computation = new(
        Id,
        new("Vertrektermijn na een overdrachtsbesluit", "Departure period after a transfer decision"),
        [NotifiedFact, TransferByFact, PactTransition.LodgedFact],
        static (law, facts, result, ref trace) => result.WriteString(
            "lastDay",
            LastDay(law, facts.Get(NotifiedFact), facts.Find(TransferByFact), facts.Find(PactTransition.LodgedFact), ref trace).ToString()));

    /// <summary>Last day, inclusive, to leave oneself.</summary>
    /// <remarks>Notified on 10 January 2024: 7 February 2024.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="notified">The day the decision was notified; it governs.</param>
    /// <param name="transferBy">Last day of transfer, if the period may be shortened to it.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The provision is not in force on that day.</exception>
    /// <exception cref="FactException">The last day of transfer had passed when the decision was notified.</exception>
    public static Day LastDay<TTrace>(Law law, Day notified, Day? transferBy, ref TTrace trace)
        where TTrace : struct, ITrace => LastDay(law, notified, transferBy, null, ref trace);

    /// <summary>Last day, inclusive, to leave oneself, in a case that may have begun before the Pact.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="notified">The day the decision was notified.</param>
    /// <param name="transferBy">Last day of transfer, if the period may be shortened to it.</param>
    /// <param name="lodged">The day the application was lodged: before the Pact, the old law governs; without it the day of notification does.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The provision is not in force on the day that governs.</exception>
    /// <exception cref="FactException">The last day of transfer had passed when the decision was notified, or the application came after it.</exception>
    public static Day LastDay<TTrace>(Law law, Day notified, Day? transferBy, Day? lodged, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var governs = PactTransition.Governing(law, Id, notified, lodged, PactTerm.ManagementApplies, ref trace);
        if (transferBy < notified)
        {
            throw new FactException(
                Id,
                TransferByFact.Name,
                $"is {transferBy}, before the decision was notified on {notified}; by then the Netherlands were responsible");
        }

        var last = SimpleTerm.Moving(law, governs, notified, Length, ref trace);
        if (transferBy is { } by && by < last)
        {
            last = by;
            if (TTrace.Records)
            {
                var day = Text.Of(by);
                trace.Apply(Shortened);
                trace.Step(TermStepKind.Capped, by, new($"{Shortened.Title.Dutch}: {day.Dutch}.", $"{Shortened.Title.English}: {day.English}."));
            }
        }

        if (TTrace.Records)
        {
            trace.Fact(NotifiedFact.Name, notified.ToString());
            if (transferBy is { } given)
            {
                trace.Fact(TransferByFact.Name, given.ToString());
            }

            var to = Text.Of(last);
            trace.Say(new(
                $"Zelf vertrekken naar de verantwoordelijke lidstaat kan tot en met {to.Dutch}.",
                $"Leaving for the responsible member state oneself is possible through {to.English}."));
        }

        return last;
    }
}
