namespace Schakel.Chain.Procedure;

/// <summary>Assign the file to a team of the immigration service, or hand it on to another team (toewijzing aan een team).</summary>
/// <param name="By">Who divides the work: planner or hearing officer.</param>
/// <param name="Team">Number of the team, from 1 to <see cref="Teams.Most"/>; which team has which number is the service's own.</param>
public sealed record AssignTeam(Official By, int Team) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HearingOfficer;
}

/// <summary>The file is a team's (toegewezen aan een team). It stays that team's until it is assigned to another, whatever becomes of the application.</summary>
/// <param name="Team">Number of the team.</param>
/// <param name="By">Who assigned it.</param>
[EventName("team-assigned", 1)]
public sealed record TeamAssigned(
    [Category(DataCategory.Procedure)] int Team,
    [Category(DataCategory.Procedure)] Official By) : ProcedureEvent;

/// <summary>
/// Division of files over the teams that hear and decide (verdeling over teams). It is nobody's duty and has no term: a file that is not divided
/// yet is everybody's in the immigration service, so that no work disappears.
/// </summary>
public static class Teams
{
    /// <summary>The highest number of a team.</summary>
    public const int Most = 999;

    /// <summary>No number of a team.</summary>
    public static readonly Refusal NoTeam = new(
        "team.no-number", "fact",
        "Een team heeft een nummer van 1 tot en met 999.",
        "A team has a number from 1 to 999.");

    /// <summary>The file is this team's.</summary>
    public static readonly Refusal AlreadyTheirs = new(
        "team.already-theirs", "fact",
        "Deze zaak is al van dit team.",
        "This file is this team's already.");

    internal static Decision Decide(CaseFile file, AssignTeam command) =>
        command.Team is < 1 or > Most ? NoTeam
        : file.Procedure.Team == command.Team ? AlreadyTheirs
        : new TeamAssigned(command.Team, command.By);
}
