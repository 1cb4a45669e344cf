using Schakel.Norms;
using Schakel.Norms.Reception;

namespace Schakel.Chain.Reception;

/// <summary>Register that someone reported at the site (inhuisregistratie; Rva 19(1)(e)).</summary>
/// <param name="By">Officer of the reception agency.</param>
public sealed record RegisterPresence(Official By) : ResidentCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer;
}

/// <summary>Establish that someone missed a report (gemiste melding): nothing follows from it by itself.</summary>
/// <param name="By">Officer of the reception agency.</param>
public sealed record RecordMissedReport(Official By) : ResidentCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer;
}

/// <summary>Permit a temporary absence (afwezigheid toestaan, verlof).</summary>
/// <param name="By">Officer of the reception agency.</param>
/// <param name="Through">Last day of the absence.</param>
public sealed record PermitAbsence(Official By, Day Through) : ResidentCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer;
}

/// <summary>Someone reported at the site (gemeld). Of reception alone: never reused for policing.</summary>
[EventName("presence-registered", 1)]
public sealed record PresenceRegistered : ReceptionEvent;

/// <summary>A report was missed (melding gemist).</summary>
/// <param name="Due">The day it was due.</param>
/// <param name="By">Who established it.</param>
[EventName("report-missed", 1)]
public sealed record ReportMissed(
    [Category(DataCategory.Reception)] Day Due,
    [Category(DataCategory.Reception)] Official By) : ReceptionEvent;

/// <summary>A temporary absence was permitted (afwezigheid toegestaan).</summary>
/// <param name="Through">Its last day.</param>
[EventName("absence-permitted", 1)]
public sealed record AbsencePermitted([Category(DataCategory.Reception)] Day Through) : ReceptionEvent;

/// <summary>Presence and absence (aanwezigheid, meldplicht).</summary>
public static class Presence
{
    /// <summary>The next report is not due.</summary>
    public static readonly Refusal NotDue = new(
        "report.not-due", "reporting-duty",
        "De volgende melding is pas op {0}; er is nog niets gemist.",
        "The next report is due on {0}; nothing has been missed yet.");

    /// <summary>Away with permission.</summary>
    public static readonly Refusal Permitted = new(
        "report.absence-permitted", "Rva 10",
        "De afwezigheid is toegestaan tot en met {0}.",
        "The absence is permitted until the end of {0}.");

    /// <summary>The last day has passed.</summary>
    public static readonly Refusal InThePast = new(
        "absence.in-the-past", "fact",
        "Afwezigheid wordt niet toegestaan tot een dag die voorbij is.",
        "Absence is not permitted until a day that has passed.");

    /// <summary>At a site where freedom of movement is limited by a measure.</summary>
    public static readonly Refusal LimitedFreedom = new(
        "absence.limited-freedom", "Vw 56",
        "Op een handhavings- of vrijheidsbeperkende locatie geldt een gebiedsgebod; daar kan COA geen verlof geven.",
        "At an enforcement or freedom-restricting site an area order holds; the reception agency cannot grant leave there.");

    /// <summary>Reported today already.</summary>
    public static readonly Refusal AlreadyReported = new(
        "report.already-registered", "fact",
        "De melding van vandaag is al geregistreerd.",
        "Today's report has been registered already.");

    /// <summary>The day of the next report; absent when not in reception or the first day there is not known.</summary>
    /// <param name="file">The case file.</param>
    /// <param name="law">The law.</param>
    public static Day? NextReport(CaseFile file, Law law)
    {
        var none = default(NoTrace);
        return NextReport(file, law, ref none);
    }

    /// <summary>The same, with a receipt.</summary>
    internal static Day? NextReport<TTrace>(CaseFile file, Law law, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (file.Reception.Site is null || (file.Reception.Circumstances.Presence.ReportedOn ?? file.Reception.Since) is not { } last)
        {
            return null;
        }
        var group = file.Reception.Modality is Modality.ProcessAvailability ? ReportingGroup.Austere
            : file.Procedure.Permit is not null ? ReportingGroup.StatusHolder : ReportingGroup.Applicant;
        return ReportingDuty.NextReport(law, group, last, ref trace);
    }

    internal static Decision Decide(CaseFile file, RegisterPresence _, Day today) =>
        file.Reception.Site is null ? Stays.NotInReception
        : file.Reception.Circumstances.Presence is { Missed: 0, AwayThrough: null, ReportedOn: { } last } && last == today ? AlreadyReported
        : new PresenceRegistered();

    internal static Decision Decide(CaseFile file, RecordMissedReport command, Law law, Day today) =>
        NextReport(file, law) is not { } due ? Stays.NotInReception
        : file.Reception.Circumstances.Presence.AwayThrough is { } away && today <= away ? Permitted.On(away)
        : today <= due ? NotDue.On(due)
        : new ReportMissed(due, command.By);

    internal static Decision Decide(CaseFile file, PermitAbsence command, Day today) =>
        file.Reception.Site is null ? Stays.NotInReception
        : command.Through < today ? InThePast
        : file.Reception.Modality is Modality.Enforcement or Modality.FreedomRestricting ? LimitedFreedom
        : new AbsencePermitted(command.Through);
}
