namespace Schakel.Norms.Procedure;

/// <summary>Time for the other member state to reply under the Pact, and for the transfer decision after it (antwoord, overdrachtsbesluit).</summary>
/// <remarks>Silence is acceptance of a request and confirmation of a notification.</remarks>
public static class AmmrReply
{
    /// <summary>On a request to take charge.</summary>
    public static readonly Norm<Months> TakeCharge = new(
        "ammr-reply.take-charge",
        new("Antwoord op een overnameverzoek onder het Pact", "Reply to a request to take charge under the Pact"),
        "B-DUB-2",
        new(Acts.MigrationManagementRegulation, "40"),
        NormStatus.Verified,
        PactTerm.Version(PactTerm.ManagementApplies, new Months(1)));

    /// <summary>On a request to take charge that rests on a hit.</summary>
    public static readonly Norm<Weeks> TakeChargeOnHit = InWeeks(
        "take-charge-hit",
        new("Antwoord op een overnameverzoek na een treffer", "Reply to a request to take charge after a hit"),
        "B-DUB-2", "40", NormStatus.Verified, 2);

    /// <summary>To confirm a notification to take back.</summary>
    public static readonly Norm<Weeks> TakeBack = InWeeks(
        "take-back", new("Bevestiging van een terugnamekennisgeving", "Confirmation of a notification to take back"), "B-DUB-3", "41", NormStatus.Verified, 2);

    /// <summary>On either, about who is detained.</summary>
    public static readonly Norm<Weeks> Detained = InWeeks(
        "detained", new("Antwoord tijdens bewaring onder het Pact", "Reply during detention under the Pact"), "B-DUB-7", "45", NormStatus.Verified, 1);

    /// <summary>To take the transfer decision, from acceptance or confirmation.</summary>
    public static readonly Norm<Weeks> TransferDecision = InWeeks(
        "transfer-decision", new("Overdrachtsbesluit onder het Pact", "Transfer decision under the Pact"), "B-DUB-4", "42", NormStatus.Verified, 2);

    private static readonly Fact<Day> RequestedFact = Fact.Date(
        "requested", new("de dag van het verzoek of de kennisgeving", "the date of the request or notification"));
    private static readonly Fact<bool> HitFact = Fact.YesOrNo(
        "hit", new("of het verzoek op een treffer berust", "whether the request rests on a hit"), required: false);
    private static readonly Fact<bool> DetainedFact = Fact.YesOrNo(
        "detained", new("of de persoon in bewaring is", "whether the person is detained"), required: false);
    private static readonly Fact<Day> AcceptedFact = Fact.Date("accepted", new("de dag van aanvaarding of bevestiging", "the date of acceptance or confirmation"));

    /// <summary>Last day to reply, and the day silence becomes acceptance (fictief akkoord).</summary>
    public static readonly NormComputation Computation = new(
        "ammr-reply",
        new("Antwoordtermijn onder het Pact", "Time to reply under the Pact"),
        [AmmrRequest.KindFact, RequestedFact, HitFact, DetainedFact],
        static (law, facts, result, ref trace) =>
        {
            var last = LastDay(
                law, facts.Get(AmmrRequest.KindFact), facts.Get(RequestedFact), facts.Find(HitFact) ?? false, facts.Find(DetainedFact) ?? false, ref trace);
            result.WriteString("lastDay", last.ToString());
            result.WriteString("acceptedBySilence", last.PlusDays(1).ToString());
        });

    /// <summary>Last day for the transfer decision (overdrachtsbesluit).</summary>
    public static readonly NormComputation DecisionComputation = new(
        "ammr-transfer-decision",
        new("Overdrachtsbesluit onder het Pact", "Transfer decision under the Pact"),
        [AcceptedFact],
        static (law, facts, result, ref trace) => result.WriteString("lastDay", DecideBy(law, facts.Get(AcceptedFact), ref trace).ToString()));

    /// <summary>Last day, inclusive, for the other state to reply or confirm, a working day.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="takeBack">Whether it is a notification to take back.</param>
    /// <param name="requested">The day of request or notification; it governs.</param>
    /// <param name="hit">Whether a request to take charge rests on a hit.</param>
    /// <param name="detained">Whether the person is detained.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day; the next day silence has become acceptance.</returns>
    /// <exception cref="NotInForceException">The regulation does not apply on that day, or is not known.</exception>
    public static Day LastDay<TTrace>(Law law, bool takeBack, Day requested, bool hit, bool detained, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var last = (takeBack, hit, detained) switch
        {
            (_, _, true) => PactTerm.LastDay(law, requested, requested, Detained, ref trace),
            (true, _, _) => PactTerm.LastDay(law, requested, requested, TakeBack, ref trace),
            (_, true, _) => PactTerm.LastDay(law, requested, requested, TakeChargeOnHit, ref trace),
            _ => PactTerm.LastDay(law, requested, requested, TakeCharge, ref trace),
        };
        if (TTrace.Records)
        {
            trace.Fact(AmmrRequest.KindFact.Name, takeBack ? "take-back" : "take-charge");
            trace.Fact(RequestedFact.Name, requested.ToString());
            trace.Fact(HitFact.Name, hit ? "true" : "false");
            trace.Fact(DetainedFact.Name, detained ? "true" : "false");
            var by = Text.Of(last);
            trace.Say(new(
                $"De andere lidstaat kan tot en met {by.Dutch} antwoorden; daarna is zwijgen aanvaarden.",
                $"The other member state may reply through {by.English}; after that silence is acceptance."));
        }

        return last;
    }

    /// <summary>Last day, inclusive, for the transfer decision, a working day.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="accepted">The day of acceptance or confirmation; it governs.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The regulation does not apply on that day, or is not known.</exception>
    public static Day DecideBy<TTrace>(Law law, Day accepted, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var last = PactTerm.LastDay(law, accepted, accepted, TransferDecision, ref trace);
        if (TTrace.Records)
        {
            trace.Fact(AcceptedFact.Name, accepted.ToString());
            var by = Text.Of(last);
            trace.Say(new($"Het overdrachtsbesluit moet er uiterlijk op {by.Dutch} zijn.", $"The transfer decision is due by {by.English} at the latest."));
        }

        return last;
    }

    private static Norm<Weeks> InWeeks(string part, Text title, string dossier, string article, NormStatus status, int weeks) => new(
        $"ammr-reply.{part}",
        title,
        dossier,
        new(Acts.MigrationManagementRegulation, article),
        status,
        PactTerm.Version(PactTerm.ManagementApplies, new Weeks(weeks)));
}
