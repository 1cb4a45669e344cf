using System.Collections.Immutable;
using System.Diagnostics;
using Schakel.Chain.Procedure;
using Schakel.Norms;
using Schakel.Norms.Participation;

namespace Schakel.Chain.Participation;

/// <summary>What the participation room knows (meedoen).</summary>
/// <param name="WorkPermitOn">Day the work permit that can be used was issued to an employer; it ends with the job, and with a new application.</param>
/// <param name="WorksSince">First day of paid work.</param>
public sealed record ParticipationState(Day? WorkPermitOn, Day? WorksSince)
{
    /// <summary>Activities joined.</summary>
    public ActivityKinds Joined { get; init; }

    /// <summary>Day a declaration of volunteering was issued.</summary>
    public Day? VolunteerDeclarationOn { get; init; }

    /// <summary>First day of volunteering.</summary>
    public Day? VolunteersSince { get; init; }

    /// <summary>First days of the months for which the own contribution was assessed, in the order in which that was done.</summary>
    public ImmutableArray<Day> ContributionMonths { get; init; } = [];

    /// <summary>The latest month for which the own contribution was assessed.</summary>
    public Day? ContributionFor => ContributionMonths.IsEmpty ? null : ContributionMonths.Max();

    /// <summary>Nothing yet.</summary>
    public static ParticipationState None { get; } = new(null, null);
}

/// <summary>A command of the participation room.</summary>
public abstract record ParticipationCommand : CaseCommand;

/// <summary>An event of the participation room.</summary>
public abstract record ParticipationEvent : ChainEvent;

/// <summary>Issue a work permit to an employer for this applicant (tewerkstellingsvergunning; Wav 8, Buwav 2a).</summary>
/// <param name="By">Officer of the employee insurance agency.</param>
public sealed record IssueWorkPermit(Official By) : ParticipationCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.LabourOfficer;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>Begin paid work (beginnen met werk).</summary>
public sealed record StartWork : ParticipationCommand
{
    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>End paid work (werk eindigt).</summary>
public sealed record EndWork : ParticipationCommand;

/// <summary>A work permit was issued (tewerkstellingsvergunning verleend).</summary>
[EventName("work-permit-issued", 1)]
public sealed record WorkPermitIssued : ParticipationEvent;

/// <summary>Paid work began (begonnen met werk).</summary>
[EventName("work-started", 1)]
public sealed record WorkStarted : ParticipationEvent;

/// <summary>Paid work ended (werk geëindigd).</summary>
[EventName("work-ended", 1)]
public sealed record WorkEnded : ParticipationEvent;

/// <summary>Paid work (betaald werk).</summary>
public static class Work
{
    /// <summary>No application has been lodged, or it ended.</summary>
    public static readonly Refusal NoApplication = new(
        "work.no-application", "Buwav 2a",
        "Een tewerkstellingsvergunning is er alleen zolang de aanvraag, of het beroep, loopt.",
        "A work permit is there only as long as the application, or the appeal, runs.");

    /// <summary>Six months have not passed.</summary>
    public static readonly Refusal TooSoon = new(
        "work.too-soon", "work-access",
        "Werken mag vanaf {0}.",
        "Work is allowed from {0}.");

    /// <summary>An employer holds one already.</summary>
    public static readonly Refusal PermitIssued = new(
        "work.permit-already-issued", "Wav 8",
        "Er is al een tewerkstellingsvergunning voor deze persoon; zij eindigt met het werk waarvoor zij is verleend.",
        "There is a work permit for this person already; it ends with the job for which it was issued.");

    /// <summary>A permit holder needs no work permit.</summary>
    public static readonly Refusal FreeAccess = new(
        "work.free-access", "Wav 4",
        "Wie een verblijfsvergunning asiel heeft, heeft geen tewerkstellingsvergunning nodig.",
        "Someone who holds an asylum permit needs no work permit.");

    /// <summary>No access to work.</summary>
    public static readonly Refusal NoAccess = new(
        "work.no-access", "Wav 2",
        "Zonder verblijfsvergunning of tewerkstellingsvergunning mag deze persoon niet werken.",
        "Without an asylum permit or a work permit this person may not work.");

    /// <summary>Works already.</summary>
    public static readonly Refusal AlreadyWorks = new(
        "work.already-started", "fact",
        "Deze persoon werkt al.",
        "This person works already.");

    /// <summary>Does not work.</summary>
    public static readonly Refusal DoesNotWork = new(
        "work.not-started", "fact",
        "Deze persoon werkt niet.",
        "This person does not work.");

    internal static Decision Decide(CaseFile file, ParticipationCommand command, Law law, Day today) => command switch
    {
        IssueWorkPermit => file.Procedure.Permit is not null ? FreeAccess
            : file.Procedure.Application is not { } application || !Appeals.IsProtected(file, law, today) ? NoApplication
            : file.Participation.WorkPermitOn is not null ? PermitIssued
            : From(application, law) is { } from && today < from ? TooSoon.On(from)
            : new WorkPermitIssued(),
        StartWork => AgainstAccess(file, law, today) is { } against ? against
            : file.Participation.WorksSince is not null ? AlreadyWorks
            : new WorkStarted(),
        EndWork => file.Participation.WorksSince is null ? DoesNotWork : new WorkEnded(),
        _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
    };

    // The permit is the employer's, and good for nothing once the claim and what suspends its refusal are over (Buwav 2a).
    private static Refusal? AgainstAccess(CaseFile file, Law law, Day today) =>
        file.Procedure.Permit is not null ? null
        : file.Participation.WorkPermitOn is null ? NoAccess
        : !Appeals.IsProtected(file, law, today) ? NoApplication
        : null;

    internal static Day? From(ApplicationState application, Law law)
    {
        var none = default(NoTrace);
        return From(application, law, ref none);
    }

    /// <summary>The same, with a receipt.</summary>
    internal static Day? From<TTrace>(ApplicationState application, Law law, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (application.LodgedOn is not { } lodged)
        {
            return null;
        }
        return WorkAccess.FirstDay(law, lodged, ref trace);
    }
}
