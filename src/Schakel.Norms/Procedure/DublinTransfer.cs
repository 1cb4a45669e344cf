namespace Schakel.Norms.Procedure;

/// <summary>What may lengthen the time to transfer (bijzondere omstandigheid), Dublin III 29(2).</summary>
public enum TransferCircumstance
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The person is imprisoned (detentie wegens straf).</summary>
    Imprisoned = 1,

    /// <summary>The person absconded (met onbekende bestemming vertrokken, MOB).</summary>
    Absconded = 2,
}

/// <summary>Time to transfer to the responsible member state (uiterste overdrachtstermijn), Dublin III 29.</summary>
/// <remarks>
/// Counted by Dublin III 42: the day of the event does not count, weekends and holidays do, and no day moves. When it has passed, the
/// Netherlands are responsible from the next day, and the decision period starts.
/// </remarks>
public static class DublinTransfer
{
    private const string Id = "dublin-transfer";

    /// <summary>Ordinary length.</summary>
    public static readonly Norm<Months> Length = InForce("length", new("Overdrachtstermijn", "Transfer period"), "DUB-7", "29(1)", 6);

    /// <summary>Length in all for who is imprisoned.</summary>
    public static readonly Norm<Months> Imprisoned = InForce(
        "imprisoned", new("Overdrachtstermijn bij strafdetentie, ten hoogste", "Transfer period on imprisonment, at most"), "DUB-8", "29(2)", 12);

    /// <summary>Length in all for who absconded.</summary>
    public static readonly Norm<Months> Absconded = InForce(
        "absconded", new("Overdrachtstermijn bij onderduiken, ten hoogste", "Transfer period on absconding, at most"), "DUB-8", "29(2)", 18);

    private static readonly Rule AfterRuling = new(
        "dublin-transfer.after-ruling",
        new("Schorst het beroep, dan begint de termijn met de uitspraak", "Where the appeal suspends, the period starts with the ruling"),
        new(Acts.DublinRegulation, "29(1), 27(3)"));

    private static readonly Rule NotifiedInTime = new(
        "dublin-transfer.notified-in-time",
        new("De andere staat is bericht voordat de zes maanden om waren", "The other state was told before the six months had passed"),
        new("32003R1560", "9(2)"));

    private static readonly Fact<Day> AcceptedFact = Fact.Date(
        "accepted", new("de dag waarop de andere staat aanvaardde, ook door te zwijgen", "the date the other state accepted, also by silence"));

    private static readonly Fact<TransferCircumstance> CircumstanceFact = Fact.Choice(
        "circumstance",
        new("wat de termijn verlengt", "what lengthens the period"),
        [("none", TransferCircumstance.None), ("imprisoned", TransferCircumstance.Imprisoned), ("absconded", TransferCircumstance.Absconded)],
        required: false);

    private static readonly Fact<Day> OtherStateNotifiedFact = Fact.Date(
        "otherStateNotified", new("de dag waarop de andere staat daarvan bericht kreeg", "the date the other state was told of it"), required: false);

    private static readonly Fact<Day> RulingFact = Fact.Date(
        "suspensiveAppealRuling", new("de dag van de uitspraak op een beroep dat schorste", "the date of the ruling on an appeal that suspended"), required: false);

    /// <summary>Last day to transfer (uiterste overdrachtsdatum).</summary>
    public static readonly NormComputation Computation = new(
        Id,
        new("Uiterste overdrachtsdatum (Dublin)", "Last day of a Dublin transfer"),
        [AcceptedFact, CircumstanceFact, OtherStateNotifiedFact, RulingFact, PactTransition.LodgedFact],
        static (law, facts, result, ref trace) =>
        {
            var last = LastDay(
                law,
                facts.Get(AcceptedFact),
                facts.Find(CircumstanceFact) ?? TransferCircumstance.None,
                facts.Find(OtherStateNotifiedFact),
                facts.Find(RulingFact),
                facts.Find(PactTransition.LodgedFact),
                ref trace);
            result.WriteString("lastDay", last.ToString());
        });

    /// <summary>Last day, inclusive, to transfer, where no appeal suspended.</summary>
    /// <remarks>Accepted on 15 January 2024: 15 July 2024; absconded and told in time: 15 July 2025.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="accepted">The day of acceptance, also by silence; it governs.</param>
    /// <param name="circumstance">What may lengthen the period.</param>
    /// <param name="otherStateNotified">The day the other state was told of it; without it, or later than the ordinary last day, nothing is lengthened.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The regulation did not apply on that day.</exception>
    /// <exception cref="FactException">The other state was told before it accepted.</exception>
    public static Day LastDay<TTrace>(Law law, Day accepted, TransferCircumstance circumstance, Day? otherStateNotified, ref TTrace trace)
        where TTrace : struct, ITrace => LastDay(law, accepted, circumstance, otherStateNotified, null, null, ref trace);

    /// <summary>Last day, inclusive, to transfer.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="accepted">The day of acceptance; it governs.</param>
    /// <param name="circumstance">What may lengthen the period.</param>
    /// <param name="otherStateNotified">The day the other state was told of it.</param>
    /// <param name="suspensiveAppealRuling">The day of the ruling on an appeal that suspended: the period starts there.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The regulation did not apply on that day.</exception>
    /// <exception cref="FactException">The other state was told, or the court ruled, before the acceptance.</exception>
    public static Day LastDay<TTrace>(
        Law law, Day accepted, TransferCircumstance circumstance, Day? otherStateNotified, Day? suspensiveAppealRuling, ref TTrace trace)
        where TTrace : struct, ITrace => LastDay(law, accepted, circumstance, otherStateNotified, suspensiveAppealRuling, null, ref trace);

    /// <summary>Last day, inclusive, to transfer, in a case that may have begun before the Pact.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="accepted">The day of acceptance.</param>
    /// <param name="circumstance">What may lengthen the period.</param>
    /// <param name="otherStateNotified">The day the other state was told of it.</param>
    /// <param name="suspensiveAppealRuling">The day of the ruling on an appeal that suspended: the period starts there.</param>
    /// <param name="lodged">The day the application was lodged: before the Pact, Dublin III governs; without it the day of acceptance does.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The regulation did not apply on the day that governs.</exception>
    /// <exception cref="FactException">The other state was told, or the court ruled, before the acceptance, or the application came after it.</exception>
    public static Day LastDay<TTrace>(
        Law law, Day accepted, TransferCircumstance circumstance, Day? otherStateNotified, Day? suspensiveAppealRuling, Day? lodged, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var governs = PactTransition.Governing(law, Id, accepted, lodged, PactTerm.ManagementApplies, ref trace);
        Refuse("suspensiveAppealRuling", suspensiveAppealRuling, accepted);
        Refuse("otherStateNotified", otherStateNotified, accepted);
        if (suspensiveAppealRuling is not null)
        {
            trace.Apply(AfterRuling);
        }

        var term = Term.Run(suspensiveAppealRuling ?? accepted, law.On(governs, Length, ref trace), Length, ref trace);
        var lengthened = circumstance switch
        {
            TransferCircumstance.None => null,
            TransferCircumstance.Imprisoned => Imprisoned,
            TransferCircumstance.Absconded => Absconded,
        };
        if (lengthened is not null && otherStateNotified <= term.LastDay)
        {
            trace.Apply(NotifiedInTime);
            term = term.Prolonged(term.Started.PlusMonths(law.On(governs, lengthened, ref trace).Count), lengthened, ref trace);
        }

        if (TTrace.Records)
        {
            Tell(accepted, circumstance, otherStateNotified, suspensiveAppealRuling, term.LastDay, ref trace);
        }

        return term.LastDay;
    }

    private static void Refuse(string fact, Day? given, Day accepted)
    {
        if (given < accepted)
        {
            throw new FactException(Id, fact, $"is {given}, before the acceptance on {accepted}; give that day or a later one");
        }
    }

    private static void Tell<TTrace>(Day accepted, TransferCircumstance circumstance, Day? notified, Day? ruling, Day last, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        trace.Fact(AcceptedFact.Name, accepted.ToString());
        trace.Fact(CircumstanceFact.Name, NameOf(circumstance));
        if (notified is { } told)
        {
            trace.Fact(OtherStateNotifiedFact.Name, told.ToString());
        }

        if (ruling is { } day)
        {
            trace.Fact(RulingFact.Name, day.ToString());
        }

        var (by, next) = (Text.Of(last), Text.Of(last.PlusDays(1)));
        trace.Say(new(
            $"De overdracht moet uiterlijk op {by.Dutch} plaatsvinden; vanaf {next.Dutch} is Nederland verantwoordelijk.",
            $"The transfer must take place by {by.English} at the latest; from {next.English} the Netherlands are responsible."));
    }

    private static string NameOf(TransferCircumstance circumstance) => circumstance switch
    {
        TransferCircumstance.None => "none",
        TransferCircumstance.Imprisoned => "imprisoned",
        TransferCircumstance.Absconded => "absconded",
    };

    // Read at second hand; the Aliens Act 62c names the six months.
    private static Norm<Months> InForce(string part, Text title, string dossier, string article, int months) => new(
        $"{Id}.{part}",
        title,
        dossier,
        new(Acts.DublinRegulation, article, "Days are counted by article 42: none moves."),
        NormStatus.Unverified,
        PactTransition.UntilManagement(
            new NormVersion<Months>(Day.Of(2014, 1, 1), new(months)),
            "Regulation 2024/1351 applies from 2026-07-01: ask `ammr-transfer`; for an application of before give fact `lodged`."));
}
