
namespace Schakel.Chain.Reception;

/// <summary>What happened at a site (soort incident).</summary>
public enum IncidentKind
{
    /// <summary>House rules broken.</summary>
    HouseRules = 0,
    /// <summary>Nuisance to residents or neighbours (overlast).</summary>
    Nuisance,
    /// <summary>Damage.</summary>
    Damage,
    /// <summary>Threat, aggression, discrimination.</summary>
    Threat,
    /// <summary>Violence.</summary>
    Violence,
}

/// <summary>How serious an incident was (impact).</summary>
public enum IncidentSeverity
{
    /// <summary>Slight: a talk will do.</summary>
    Slight = 0,
    /// <summary>Considerable: provisions may be withheld.</summary>
    Considerable,
    /// <summary>Serious: danger to others.</summary>
    Serious,
}

/// <summary>Record an incident in which someone was the one who did it (incident vastleggen). Victims and witnesses have no such record.</summary>
/// <param name="By">Officer of the reception agency.</param>
/// <param name="Kind">What kind.</param>
/// <param name="Severity">How serious.</param>
/// <param name="PersonHeard">The person was asked for their side.</param>
public sealed record RecordIncident(Official By, IncidentKind Kind, IncidentSeverity Severity, bool PersonHeard) : ResidentCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer;
}

/// <summary>Report an incident to the police (melding of aangifte doen): only where that is proportionate.</summary>
/// <param name="By">Officer of the reception agency.</param>
public sealed record ReportIncident(Official By) : ResidentCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer;
}

/// <summary>An incident was recorded (incident vastgelegd).</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Severity">How serious.</param>
[EventName("incident-recorded", 1)]
public sealed record IncidentRecorded(
    [Category(DataCategory.Incidents)] IncidentKind Kind,
    [Category(DataCategory.Incidents)] IncidentSeverity Severity) : ReceptionEvent;

/// <summary>The incident was reported to the police (incident gemeld).</summary>
/// <param name="By">Who decided so.</param>
[EventName("incident-reported", 1)]
public sealed record IncidentReported([Category(DataCategory.Incidents)] Official By) : ReceptionEvent;

/// <summary>Incidents at a site (incidenten).</summary>
public static class Incidents
{
    /// <summary>The person was not heard.</summary>
    public static readonly Refusal NotHeard = new(
        "incident.person-not-heard", "Awb 4:8",
        "Een incident wordt pas op naam vastgelegd nadat de persoon is gehoord.",
        "An incident is recorded on someone's name only after that person was heard.");

    /// <summary>None was recorded.</summary>
    public static readonly Refusal NoneRecorded = new(
        "incident.none", "fact",
        "Er is geen incident vastgelegd.",
        "No incident has been recorded.");

    /// <summary>Too slight for the police.</summary>
    public static readonly Refusal OutOfProportion = new(
        "incident.report-out-of-proportion", "RCD 20(5)",
        "Dit incident is te licht om aan de politie te melden; gegevens uit de opvang gaan daar alleen heen als dat evenredig is.",
        "This incident is too slight to report to the police; data of reception go there only where that is proportionate.");

    /// <summary>Reported before.</summary>
    public static readonly Refusal AlreadyReported = new(
        "incident.already-reported", "fact",
        "Dit incident is al gemeld.",
        "This incident has been reported already.");

    internal static Decision Decide(CaseFile file, RecordIncident command) =>
        file.Reception.Site is null ? Stays.NotInReception
        : !command.PersonHeard ? NotHeard
        : new IncidentRecorded(command.Kind, command.Severity);

    internal static Decision Decide(CaseFile file, ReportIncident command) =>
        file.Reception.Circumstances.Incident is not { } incident ? NoneRecorded
        : incident.Reported ? AlreadyReported
        : incident.Severity != IncidentSeverity.Serious && incident.Kind is not (IncidentKind.Violence or IncidentKind.Threat) ? OutOfProportion
        : new IncidentReported(command.By);
}
