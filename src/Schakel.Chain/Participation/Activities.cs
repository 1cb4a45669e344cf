using Schakel.Chain.Reception;

namespace Schakel.Chain.Participation;

/// <summary>Activities at or near a site (activiteiten, meedoenbalie; dossier PAR-8, PAR-12).</summary>
[Flags]
public enum ActivityKinds
{
    /// <summary>None.</summary>
    None = 0,
    /// <summary>Sport and play.</summary>
    Sport = 1 << 0,
    /// <summary>Creative.</summary>
    Creative = 1 << 1,
    /// <summary>Training and skills.</summary>
    Training = 1 << 2,
    /// <summary>Chores at the site, paid a little.</summary>
    Chores = 1 << 3,
    /// <summary>A project in the neighbourhood, found by the participation desk (meedoenbalie).</summary>
    Neighbourhood = 1 << 4,
}

/// <summary>Join an activity (meedoen): open to everyone in reception, also while preparing return.</summary>
/// <param name="Kind">One or more activities.</param>
public sealed record JoinActivity(ActivityKinds Kind) : ParticipationCommand
{
    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>Issue a declaration that work is volunteering (vrijwilligersverklaring; Buwav 1a).</summary>
/// <param name="By">Officer of the employee insurance agency.</param>
public sealed record IssueVolunteerDeclaration(Official By) : ParticipationCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.LabourOfficer;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>Begin volunteering (vrijwilligerswerk beginnen).</summary>
public sealed record StartVolunteering : ParticipationCommand
{
    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>End volunteering (vrijwilligerswerk eindigen).</summary>
public sealed record EndVolunteering : ParticipationCommand;

/// <summary>Someone joined an activity (meegedaan).</summary>
/// <param name="Kind">One or more activities.</param>
[EventName("activity-joined", 1)]
public sealed record ActivityJoined([Category(DataCategory.Participation)] ActivityKinds Kind) : ParticipationEvent;

/// <summary>A declaration of volunteering was issued (vrijwilligersverklaring afgegeven).</summary>
[EventName("volunteer-declaration-issued", 1)]
public sealed record VolunteerDeclarationIssued : ParticipationEvent;

/// <summary>Volunteering began (vrijwilligerswerk begonnen).</summary>
[EventName("volunteering-started", 1)]
public sealed record VolunteeringStarted : ParticipationEvent;

/// <summary>Volunteering ended (vrijwilligerswerk geëindigd).</summary>
[EventName("volunteering-ended", 1)]
public sealed record VolunteeringEnded : ParticipationEvent;

/// <summary>Activities and volunteering (activiteiten, vrijwilligerswerk).</summary>
public static class Activities
{
    private const ActivityKinds AtEverySite = ActivityKinds.Sport | ActivityKinds.Creative | ActivityKinds.Training | ActivityKinds.Chores;

    /// <summary>No activity was named.</summary>
    public static readonly Refusal NoneNamed = new(
        "activity.none", "fact",
        "Er is geen activiteit genoemd.",
        "No activity was named.");

    /// <summary>The participation desk is at regular sites only.</summary>
    public static readonly Refusal NoDesk = new(
        "activity.no-desk", "PAR-12",
        "Een meedoenbalie is er alleen op reguliere locaties.",
        "A participation desk is found at regular sites only.");

    /// <summary>Takes part already.</summary>
    public static readonly Refusal AlreadyJoined = new(
        "activity.already-joined", "fact",
        "Deze persoon doet hier al aan mee.",
        "This person takes part in this already.");

    /// <summary>A declaration is there already.</summary>
    public static readonly Refusal AlreadyDeclared = new(
        "volunteering.already-declared", "Buwav 1a",
        "Er is al een vrijwilligersverklaring.",
        "There is a declaration of volunteering already.");

    /// <summary>No declaration.</summary>
    public static readonly Refusal NotDeclared = new(
        "volunteering.not-declared", "Buwav 1a",
        "Zonder vrijwilligersverklaring van UWV is dit werk, en daarvoor is een vergunning nodig.",
        "Without a declaration this is work, for which a permit is needed.");

    /// <summary>Volunteers already.</summary>
    public static readonly Refusal AlreadyVolunteers = new(
        "volunteering.already-started", "fact",
        "Deze persoon doet al vrijwilligerswerk.",
        "This person volunteers already.");

    /// <summary>Does not volunteer.</summary>
    public static readonly Refusal NoVolunteer = new(
        "volunteering.not-started", "fact",
        "Deze persoon doet geen vrijwilligerswerk.",
        "This person does not volunteer.");

    /// <summary>Activities at the site that this person does not take part in yet.</summary>
    /// <param name="file">The case file.</param>
    public static ActivityKinds StillOpen(CaseFile file)
    {
        var there = file.Reception.Site is null ? ActivityKinds.None
            : HasDesk(file.Reception.Modality) ? AtEverySite | ActivityKinds.Neighbourhood
            : AtEverySite;
        return there & ~file.Participation.Joined;
    }

    private static bool HasDesk(Modality modality) => modality is Modality.Regular or Modality.FamilySite;

    internal static Decision Decide(CaseFile file, JoinActivity command) =>
        file.Reception.Site is null ? Stays.NotInReception
        : command.Kind == ActivityKinds.None ? NoneNamed
        : (command.Kind & ActivityKinds.Neighbourhood) != 0 && !HasDesk(file.Reception.Modality) ? NoDesk
        : (file.Participation.Joined & command.Kind) == command.Kind ? AlreadyJoined
        : new ActivityJoined(command.Kind);

    internal static Decision Decide(CaseFile file, IssueVolunteerDeclaration _) =>
        file.Procedure.Permit is not null ? Work.FreeAccess
        : file.Participation.VolunteerDeclarationOn is not null ? AlreadyDeclared : new VolunteerDeclarationIssued();

    internal static Decision Decide(CaseFile file, StartVolunteering _) =>
        file.Procedure.Permit is null && file.Participation.VolunteerDeclarationOn is null ? NotDeclared
        : file.Participation.VolunteersSince is not null ? AlreadyVolunteers : new VolunteeringStarted();

    internal static Decision Decide(CaseFile file, EndVolunteering _) =>
        file.Participation.VolunteersSince is null ? NoVolunteer : new VolunteeringEnded();
}
