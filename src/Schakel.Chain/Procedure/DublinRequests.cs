using Schakel.Norms;
using Schakel.Norms.Procedure;

namespace Schakel.Chain.Procedure;

/// <summary>
/// Observe that no state was asked in time (claimtermijn verstreken): responsibility follows by operation of law, so the clock may. The
/// case then goes on in another track, which an official confirms.
/// </summary>
/// <param name="TakeBack">Another state would have had to take back, rather than take charge.</param>
/// <param name="EurodacHit">Day of the hit in Eurodac, if there was one.</param>
public sealed record LapseDublinRequest(bool TakeBack, Day? EurodacHit = null) : ProcedureCommand;

/// <summary>No state was asked in time: the Netherlands is responsible (verantwoordelijk geworden).</summary>
/// <param name="ResponsibleSince">First day on which the Netherlands is responsible.</param>
[EventName("dublin-request-lapsed", 1)]
public sealed record DublinRequestLapsed([Category(DataCategory.Procedure)] Day ResponsibleSince) : ProcedureEvent;

/// <summary>The time to ask another state (claimtermijn; Regulation 604/2013 21 and 23, and from the Pact on Regulation 2024/1351 39 and 41).</summary>
public static class DublinRequests
{
    /// <summary>Asked too late: responsibility has shifted.</summary>
    public static readonly Refusal TooLate = new(
        "dublin.request-too-late", "dublin-request",
        "De claimtermijn eindigde op {0}; Nederland is verantwoordelijk.",
        "The time to ask another state ended on {0}; the Netherlands is responsible.");

    /// <summary>A hit that lies ahead.</summary>
    public static readonly Refusal HitLater = new(
        "dublin.hit-later", "fact",
        "De Eurodac-treffer ligt na vandaag ({0}).",
        "The hit in Eurodac lies after today ({0}).");

    /// <summary>Another state can still be asked.</summary>
    public static readonly Refusal StillRuns = new(
        "dublin.request-period-runs", "dublin-request",
        "De claimtermijn loopt nog tot en met {0}.",
        "The time to ask another state still runs, through {0}.");

    /// <summary>No responsibility shifts.</summary>
    public static readonly Refusal NothingShifts = new(
        "dublin.request-does-not-lapse", "ammr-request",
        "Een late kennisgeving om terug te nemen verlegt de verantwoordelijkheid niet, of de dag van indiening is niet bekend.",
        "A late notification to take back does not shift responsibility, or the day of lodging is not known.");

    internal static Decision Decide(CaseFile file, RequestDublinTransfer command, Law law, Day today)
    {
        if (Against(file, command.EurodacHit, today) is { } refusal)
        {
            return refusal;
        }
        var requested = new DublinTransferRequested(command.TakeBack, command.EurodacHit);
        return LastDay(file, command.TakeBack, command.EurodacHit, law) is not { } last || today <= last ? requested
            : Shifts(file, command.TakeBack, law) ? TooLate.On(last)
            : Decision.Of(requested, new BreachRecorded("ammr-request", last));
    }

    internal static Decision Decide(CaseFile file, LapseDublinRequest command, Law law, Day today) =>
        Against(file, command.EurodacHit, today) is { } refusal ? refusal
        : file.Procedure.Dublin is not null ? Dublin.AlreadyRequested
        : !Shifts(file, command.TakeBack, law) || LastDay(file, command.TakeBack, command.EurodacHit, law) is not { } last ? NothingShifts
        : today <= last ? StillRuns.On(last)
        : new DublinRequestLapsed(last.PlusDays(1));

    private static Refusal? Against(CaseFile file, Day? hit, Day today) =>
        file.Procedure.Open is not { } application ? Applications.NoneOpen
        : application.Track != Track.Dublin ? Dublin.NotTrackOne
        : file.Procedure.Dublin is { RequestedOn: not null } or { Accepted: true } ? Dublin.AlreadyRequested
        : application.ResponsibleSince is not null ? Tracks.NetherlandsResponsible
        : hit > today ? HitLater.On(today)
        : null;

    /// <summary>
    /// The last day to ask; absent when the day of lodging is not known, when a file was taken over whose request was under way, and where
    /// no time is set (taking back without a hit under the Pact).
    /// </summary>
    internal static Day? LastDay(CaseFile file, bool takeBack, Day? hit, Law law)
    {
        var none = default(NoTrace);
        return LastDay(file, takeBack, hit, law, ref none);
    }

    /// <summary>The same, with a receipt.</summary>
    internal static Day? LastDay<TTrace>(CaseFile file, bool takeBack, Day? hit, Law law, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (file.Procedure is not { Dublin: null, Application.LodgedOn: { } lodged })
        {
            return null;
        }
        if (!UnderThePact(file, lodged, law))
        {
            var kind = takeBack ? DublinRequestKind.TakeBack : DublinRequestKind.TakeCharge;
            return DublinRequest.LastDay(law, kind, lodged, hit, detained: false, ref trace);
        }
        return takeBack && hit is null ? null
            : AmmrRequest.LastDay(law, new(takeBack, RegisteredOn(file, lodged), hit, DetainedSince: null), ref trace);
    }

    private static bool Shifts(CaseFile file, bool takeBack, Law law) =>
        !takeBack || file.Procedure.Application?.LodgedOn is not { } lodged || !UnderThePact(file, lodged, law);

    private static bool UnderThePact(CaseFile file, Day lodged, Law law) => law.Has(RegisteredOn(file, lodged), AmmrRequest.TakeCharge);

    /// <summary>Whoever applies again was registered for it on the day of lodging.</summary>
    private static Day RegisteredOn(CaseFile file, Day lodged) =>
        file.Procedure.Application is { IsSubsequent: false } && file.Registration.IdentifiedOn is { } identified && identified <= lodged
            ? identified : lodged;
}
