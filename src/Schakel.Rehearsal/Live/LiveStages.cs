using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Norms;
using Schakel.Norms.Procedure;
using Schakel.Rehearsal.Model;

namespace Schakel.Rehearsal.Live;

/// <summary>In which stage of a rehearsal someone stands by their file (stand volgens het dossier). Facts and dates alone decide it.</summary>
public static class LiveStages
{
    /// <summary>The stage of a file that is open.</summary>
    /// <param name="file">The file.</param>
    /// <param name="law">The law.</param>
    /// <param name="today">The day.</param>
    /// <exception cref="ArgumentException">The file was never opened.</exception>
    public static Stage Of(CaseFile file, Law law, Day today) => file.Presence switch
    {
        Presences.Departed => Stage.Departed,
        Presences.Gone => IsWanted(file, law, today) ? Stage.DublinAccepted : Stage.Gone,
        Presences.Here => OfSomeoneHere(file, today),
        _ => throw new ArgumentException($"A file in presence {file.Presence} has no stage.", nameof(file)),
    };

    /// <summary>The day of the intention that still counts: one from before an annulment does not.</summary>
    internal static Day? IntentionOn(ApplicationState application) =>
        application.IntentionOn is { } on && (application.AnnulledOn is not { } annulled || on > annulled) ? on : null;

    /// <summary>The day of the view that still counts.</summary>
    internal static Day? ViewOn(ApplicationState application) => IntentionOn(application) is null ? null : application.ViewOn;

    /// <summary>The interview still counts: it was held on this application, and was not before an annulment that lets it be held again.</summary>
    internal static bool IsInShortProcedure(ApplicationState application) =>
        application.ExtendedOn is null && (application.AnnulledOn is not { } annulled || application.InterviewedOn > annulled);

    /// <summary>Last day of the transfer period; nothing when it cannot be told.</summary>
    internal static Day? TransferBy(DublinState dublin, Law law)
    {
        if (dublin.AcceptedOn is not { } accepted)
        {
            return null;
        }

        var none = default(NoTrace);
        var circumstance = dublin.AbscondingNotifiedOn is null ? TransferCircumstance.None : TransferCircumstance.Absconded;
        return DublinTransfer.LastDay(law, accepted, circumstance, dublin.AbscondingNotifiedOn, ref none);
    }

    // Absconded under a transfer decision, and the period in which another state would still take over runs.
    private static bool IsWanted(CaseFile file, Law law, Day today) =>
        file.Procedure is { Application.Track: Track.Dublin, Dublin: { Accepted: true, AbscondingNotifiedOn: not null } dublin }
        && TransferBy(dublin, law) is { } last && today <= last.PlusDays(1);

    private static Stage OfSomeoneHere(CaseFile file, Day today)
    {
        var procedure = file.Procedure;
        if (procedure.Permit is not null)
        {
            return file.Housing.IsHoused ? Stage.Housed : Stage.AwaitingHome;
        }

        if (procedure.Application is not { } application)
        {
            return Stage.AwaitingRegistration;
        }

        if (application.Track == Track.Dublin && procedure.Dublin is { Accepted: true } && application.Status != ApplicationStatus.Withdrawn)
        {
            return Stage.DublinAccepted;
        }

        return application.Status == ApplicationStatus.Open ? OfOpen(procedure, application, today)
            : procedure.AppealPending ? Stage.AwaitingRuling
            : file.Return.IsOpen ? Stage.Returning
            : Stage.DeparturePeriod;
    }

    private static Stage OfOpen(ProcedureState procedure, ApplicationState application, Day today) => application.Track switch
    {
        Track.None => Stage.Registered,
        Track.Dublin when application.ResponsibleSince is not null => Stage.Registered, // Ours now; in which other track is still to be confirmed.
        Track.Dublin => procedure.Dublin is { RequestedOn: not null, RefusedOn: null } ? Stage.DublinAwaitingReply : Stage.DublinAwaitingRequest,
        _ when application.InterviewedOn is null => application.PlannedFor >= today ? Stage.InterviewPlanned : Stage.AwaitingInterview,
        _ when IsInShortProcedure(application) => Stage.GeneralProcedure,
        _ => IntentionOn(application) is null ? Stage.AwaitingDecision
            : ViewOn(application) is null ? Stage.AwaitingView
            : Stage.GeneralProcedure,
    };
}
