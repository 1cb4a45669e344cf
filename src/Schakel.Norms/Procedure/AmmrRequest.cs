namespace Schakel.Norms.Procedure;

/// <summary>Time to ask another member state under the Pact (claimtermijn onder het Pact), Regulation 2024/1351 39, 41 and 45.</summary>
/// <remarks>A request to take charge that is late makes the state of registration responsible; a late notification to take back does not.</remarks>
public static partial class AmmrRequest
{
    private const string Id = "ammr-request";

    /// <summary>To take charge, from registration.</summary>
    public static readonly Norm<Months> TakeCharge = new(
        "ammr-request.take-charge",
        new("Overnameverzoek onder het Pact", "Request to take charge under the Pact"),
        "B-DUB-1",
        In("39"),
        NormStatus.Verified,
        PactTerm.Version(PactTerm.ManagementApplies, new Months(2)));

    /// <summary>To take charge, from a hit in Eurodac or the visa system.</summary>
    public static readonly Norm<Months> TakeChargeOnHit = new(
        "ammr-request.take-charge-hit",
        new("Overnameverzoek onder het Pact na een treffer", "Request to take charge under the Pact after a hit"),
        "B-DUB-1",
        In("39"),
        NormStatus.Verified,
        PactTerm.Version(PactTerm.ManagementApplies, new Months(1)));

    /// <summary>To notify that a person is to be taken back, from the hit.</summary>
    public static readonly Norm<Weeks> TakeBack = InWeeks(
        "take-back", new("Terugnamekennisgeving onder het Pact", "Notification to take back under the Pact"), "B-DUB-3", "41", NormStatus.Verified, 2);

    /// <summary>For who is detained when registered or found, from registration or hit.</summary>
    public static readonly Norm<Weeks> Detained = InWeeks(
        "detained", new("Verzoek of kennisgeving tijdens bewaring", "Request or notification during detention"), "B-DUB-7", "45", NormStatus.Verified, 2);

    /// <summary>For who is detained later, from that day.</summary>
    public static readonly Norm<Weeks> DetainedLater = InWeeks(
        "detained-later",
        new("Verzoek of kennisgeving na latere bewaring", "Request or notification after later detention"),
        "B-DUB-7", "45", NormStatus.Unverified, 1);

    /// <summary>Last day, inclusive, to ask or notify, a working day.</summary>
    /// <remarks>A hit on 6 July 2026: to take charge by 6 August, to take back by 20 July 2026.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="facts">What is asked, and when it began.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The regulation does not apply on that day, or is not known.</exception>
    /// <exception cref="FactException">Neither registration nor hit is given, or taking back lacks the hit.</exception>
    public static Day LastDay<TTrace>(Law law, in AmmrRequestFacts facts, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var (governs, start) = Start(facts);
        var last = (facts.TakeBack, facts.Hit) switch
        {
            (true, _) => PactTerm.LastDay(law, governs, start, TakeBack, ref trace),
            (_, null) => PactTerm.LastDay(law, governs, start, TakeCharge, ref trace),
            _ => PactTerm.LastDay(law, governs, start, TakeChargeOnHit, ref trace),
        };
        if (facts.DetainedSince is { } detained)
        {
            var sooner = detained <= start
                ? PactTerm.LastDay(law, governs, start, Detained, ref trace)
                : PactTerm.LastDay(law, governs, detained, DetainedLater, ref trace);
            last = Day.Earlier(last, sooner);
        }

        if (TTrace.Records)
        {
            Tell(facts, last, ref trace);
        }

        return last;
    }

    private static (Day Governs, Day Start) Start(in AmmrRequestFacts facts) => (facts.TakeBack, facts.Registered, facts.Hit) switch
    {
        (_, { } registered, { } hit) => (registered, hit),
        (_, null, { } hit) => (hit, hit),
        (true, _, null) => throw new FactException(
            Id,
            HitFact.Name,
            $"is missing. Taking back is notified on a hit; give {HitFact.Meaning.English} ({HitFact.Form})"),
        (false, { } registered, null) => (registered, registered),
        _ => throw new FactException(Id, RegisteredFact.Name, $"is missing, and so is `{HitFact.Name}`. Give one of them or both ({RegisteredFact.Form})"),
    };

    private static Citation In(string article) => new(Acts.MigrationManagementRegulation, article, "Its first day is from general knowledge (dossier B-DATE-2).");

    private static Norm<Weeks> InWeeks(string part, Text title, string dossier, string article, NormStatus status, int weeks) => new(
        $"{Id}.{part}", title, dossier, In(article), status, PactTerm.Version(PactTerm.ManagementApplies, new Weeks(weeks)));
}
