namespace Schakel.Norms.Procedure;

/// <summary>Time to transfer under the Pact (overdrachtstermijn onder het Pact), Regulation 2024/1351 46; after it the transferring state is responsible.</summary>
public static class AmmrTransfer
{
    private const string Id = "ammr-transfer";

    /// <summary>Ordinary length.</summary>
    public static readonly Norm<Months> Length = InMonths(
        "length", new("Overdrachtstermijn onder het Pact", "Transfer period under the Pact"), NormStatus.Verified, 6);

    /// <summary>Length in all for who is imprisoned.</summary>
    public static readonly Norm<Months> Imprisoned = InMonths(
        "imprisoned", new("Overdrachtstermijn bij strafdetentie onder het Pact", "Transfer period on imprisonment under the Pact"), NormStatus.Unverified, 12);

    /// <summary>Length in all for who absconded or makes the transfer impossible.</summary>
    public static readonly Norm<Months> Absconded = InMonths(
        "absconded", new("Overdrachtstermijn bij onderduiken onder het Pact", "Transfer period on absconding under the Pact"), NormStatus.Unverified, 36);

    /// <summary>Length for who is detained (bewaring).</summary>
    public static readonly Norm<Weeks> Detained = new(
        "ammr-transfer.detained",
        new("Overdracht tijdens bewaring onder het Pact", "Transfer during detention under the Pact"),
        "B-DUB-7",
        new(Acts.MigrationManagementRegulation, "45", "Deprivation of liberty: no day moves."),
        NormStatus.Unverified,
        PactTerm.Version(PactTerm.ManagementApplies, new Weeks(5)));

    private static readonly Fact<Day> AcceptedFact = Fact.Date("accepted", new("de dag van aanvaarding of bevestiging", "the date of acceptance or confirmation"));

    private static readonly Fact<TransferCircumstance> CircumstanceFact = Fact.Choice(
        "circumstance",
        new("wat de termijn verlengt", "what lengthens the period"),
        [("none", TransferCircumstance.None), ("imprisoned", TransferCircumstance.Imprisoned), ("absconded", TransferCircumstance.Absconded)],
        required: false);

    private static readonly Fact<Day> RulingFact = Fact.Date(
        "suspensiveAppealRuling", new("de dag van de uitspraak op een beroep dat schorste", "the date of the ruling on an appeal that suspended"), required: false);

    /// <summary>Last day to transfer, and the last day of detention for it (overdrachtstermijn onder het Pact).</summary>
    public static readonly NormComputation Computation = new(
        Id,
        new("Overdrachtstermijn onder het Pact", "Transfer period under the Pact"),
        [AcceptedFact, CircumstanceFact, RulingFact],
        static (law, facts, result, ref trace) =>
        {
            var (accepted, circumstance) = (facts.Get(AcceptedFact), facts.Find(CircumstanceFact) ?? TransferCircumstance.None);
            result.WriteString("lastDay", LastDay(law, accepted, circumstance, facts.Find(RulingFact), ref trace).ToString());
            result.WriteString("detentionLastDay", SimpleTerm.Standing(law, facts.Find(RulingFact) ?? accepted, Detained, ref trace).ToString());
        });

    /// <summary>Last day, inclusive, to transfer, a working day.</summary>
    /// <remarks>Accepted on 6 July 2026: 6 January 2027. How the other state must be told of a circumstance was not verified, and is not asked.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="accepted">The day of acceptance or confirmation; it governs.</param>
    /// <param name="circumstance">What lengthens the period.</param>
    /// <param name="suspensiveAppealRuling">The day of the ruling on an appeal that suspended: the period starts there.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The regulation does not apply on that day, or is not known.</exception>
    /// <exception cref="FactException">The court ruled before the acceptance.</exception>
    public static Day LastDay<TTrace>(Law law, Day accepted, TransferCircumstance circumstance, Day? suspensiveAppealRuling, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (suspensiveAppealRuling < accepted)
        {
            throw new FactException(Id, RulingFact.Name, $"is {suspensiveAppealRuling}, before the acceptance on {accepted}; give that day or a later one");
        }

        var norm = circumstance switch
        {
            TransferCircumstance.None => Length,
            TransferCircumstance.Imprisoned => Imprisoned,
            TransferCircumstance.Absconded => Absconded,
        };
        var last = PactTerm.LastDay(law, accepted, suspensiveAppealRuling ?? accepted, norm, ref trace);
        if (TTrace.Records)
        {
            trace.Fact(AcceptedFact.Name, accepted.ToString());
            trace.Fact(CircumstanceFact.Name, circumstance switch
            {
                TransferCircumstance.None => "none",
                TransferCircumstance.Imprisoned => "imprisoned",
                TransferCircumstance.Absconded => "absconded",
            });
            if (suspensiveAppealRuling is { } ruling)
            {
                trace.Fact(RulingFact.Name, ruling.ToString());
            }

            var by = Text.Of(last);
            trace.Say(new(
                $"Onder het Pact moet de overdracht uiterlijk op {by.Dutch} plaatsvinden; daarna is Nederland verantwoordelijk.",
                $"Under the Pact the transfer must take place by {by.English}; after that the Netherlands are responsible."));
        }

        return last;
    }

    private static Norm<Months> InMonths(string part, Text title, NormStatus status, int months) => new(
        $"{Id}.{part}",
        title,
        "B-DUB-6",
        new(Acts.MigrationManagementRegulation, "46"),
        status,
        PactTerm.Version(PactTerm.ManagementApplies, new Months(months)));
}
