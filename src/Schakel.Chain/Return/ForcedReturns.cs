using Schakel.Chain.Procedure;
using Schakel.Norms;
using Schakel.Norms.Return;

namespace Schakel.Chain.Return;

/// <summary>
/// The three conditions of forced return at once (drie voorwaarden voor gedwongen terugkeer; norms RET-10): the country agrees or there is
/// a document, nothing in law stands in the way, the person is there. One guard, for the departure and for the flight that is planned for it.
/// </summary>
public static class ForcedReturns
{
    /// <summary>Third condition: the person is gone.</summary>
    public static readonly Refusal NotAvailable = new(
        "departure.not-available", "RET-10",
        "Deze persoon is niet beschikbaar voor vertrek.",
        "This person is not available for departure.");

    /// <summary>Departure is deferred on medical grounds.</summary>
    public static readonly Refusal Deferred = new(
        "departure.deferred-on-medical-grounds", "medical-postponement",
        "Het vertrek is op medische gronden uitgesteld tot en met {0}.",
        "Departure is deferred on medical grounds through {0}.");

    /// <summary>Every obstacle to forced return on a day, as the norm names them.</summary>
    /// <param name="file">The case file.</param>
    /// <param name="law">The law.</param>
    /// <param name="today">The day.</param>
    public static ReturnObstacles Obstacles(CaseFile file, Law law, Day today)
    {
        var none = default(NoTrace);
        return ForcedReturn.Obstacles(
            document: file.Return.HasDocumentOn(today) || file.Registration.HoldsTravelDocument || file.Return.Country.TakesBack,
            procedurePending: LegalObstacle(file, law, today) is not null,
            available: file.Presence == Presences.Here,
            minorWithoutReception: Departures.AgainstMinor(file, today) is not null,
            ref none);
    }

    /// <summary>The first obstacle as a refusal; null when all conditions are met.</summary>
    /// <param name="file">The case file.</param>
    /// <param name="law">The law.</param>
    /// <param name="today">The day.</param>
    internal static Refusal? Against(CaseFile file, Law law, Day today)
    {
        var obstacles = Obstacles(file, law, today);
        return (obstacles & ReturnObstacles.Legal) != 0 ? LegalObstacle(file, law, today)
            : !file.Return.IsOpen ? Departures.NotPrepared
            : (obstacles & ReturnObstacles.NoDocument) != 0 ? Departures.NoTravelDocument
            : (obstacles & ReturnObstacles.Absent) != 0 ? NotAvailable
            : (obstacles & ReturnObstacles.NoAdequateReception) != 0 ? Departures.NoAdequateReception
            : null;
    }

    private static Refusal? LegalObstacle(CaseFile file, Law law, Day today) =>
        ReturnFiles.AgainstForce(file, law, today)
        ?? (file.Procedure.Decision is { Outcome: DecisionOutcome.NotTakenUp } ? Departures.TransferInstead
            : Departures.PeriodLastDay(file, law) is { } last && today <= last ? Departures.PeriodRuns.On(last)
            : MedicalDeferrals.Runs(file.Return, today) ? Deferred.On(file.Return.Deferral!.Until!.Value)
            : null);
}
