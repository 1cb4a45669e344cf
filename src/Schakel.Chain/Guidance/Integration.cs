using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using Schakel.Norms;

namespace Schakel.Chain.Guidance;

/// <summary>Tell a permit holder of the duty to integrate (kennisgeving inburgeringsplicht; Wet inburgering 2021, art. 3).</summary>
/// <param name="By">Officer of the education agency (DUO).</param>
public sealed record NotifyIntegrationDuty(Official By) : GuidanceCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.EducationOfficer;
}

/// <summary>Hold the broad intake (brede intake; Wet inburgering 2021, art. 14): integration is in the municipality's hands from here.</summary>
/// <param name="By">Officer of the municipality.</param>
public sealed record HoldBroadIntake(Official By) : GuidanceCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.MunicipalOfficer;
}

/// <summary>Adopt the plan for integration and participation (PIP; Wet inburgering 2021, art. 15).</summary>
/// <param name="By">Officer of the municipality.</param>
public sealed record AdoptIntegrationPlan(Official By) : GuidanceCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.MunicipalOfficer;
}

/// <summary>Begin social guidance (maatschappelijke begeleiding; Wet inburgering 2021, art. 13).</summary>
/// <param name="By">Officer of the municipality.</param>
public sealed record BeginSocialGuidance(Official By) : GuidanceCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.MunicipalOfficer;
}

/// <summary>Grant social assistance (bijstand; Participatiewet 11, 43).</summary>
/// <param name="By">Officer of the municipality.</param>
public sealed record GrantSocialAssistance(Official By) : GuidanceCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.MunicipalOfficer;
}

/// <summary>Talk with someone on departure (vertrekgesprek; dossier C23: the return counsellor).</summary>
/// <param name="By">Officer of the return service.</param>
public sealed record HoldDepartureTalk(Official By) : GuidanceCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReturnOfficer;
}

/// <summary>The duty to integrate was made known (inburgeringsplicht bekendgemaakt).</summary>
[EventName("integration-duty-notified", 1)]
public sealed record IntegrationDutyNotified : GuidanceEvent;

/// <summary>The broad intake was held (brede intake gehouden).</summary>
[EventName("broad-intake-held", 1)]
public sealed record BroadIntakeHeld : GuidanceEvent;

/// <summary>The plan for integration was adopted (PIP vastgesteld).</summary>
[EventName("integration-plan-adopted", 1)]
public sealed record IntegrationPlanAdopted : GuidanceEvent;

/// <summary>Social guidance began (maatschappelijke begeleiding begonnen).</summary>
[EventName("social-guidance-begun", 1)]
public sealed record SocialGuidanceBegun : GuidanceEvent;

/// <summary>Social assistance was granted (bijstand toegekend).</summary>
[EventName("social-assistance-granted", 1)]
public sealed record SocialAssistanceGranted : GuidanceEvent;

/// <summary>A talk on departure was held (vertrekgesprek gehouden).</summary>
[EventName("departure-talk-held", 1)]
public sealed record DepartureTalkHeld : GuidanceEvent;

/// <summary>What a municipality does for a permit holder, and the talk with whoever must depart (inburgering, vertrekgesprek).</summary>
public static class Integration
{
    /// <summary>Minors have no duty to integrate; they go to school.</summary>
    public static readonly Refusal UnderAge = new(
        "integration.minor", "PER-5",
        "Een minderjarige is niet inburgeringsplichtig.",
        "A minor has no duty to integrate.");

    /// <summary>Not linked to a municipality.</summary>
    public static readonly Refusal NotLinked = new(
        "integration.not-linked", "Wi 2021 14",
        "Deze persoon is nog niet gekoppeld aan een gemeente.",
        "This person has not been linked to a municipality yet.");

    /// <summary>No intake yet.</summary>
    public static readonly Refusal NoIntake = new(
        "integration.no-intake", "Wi 2021 15",
        "Het plan volgt op de brede intake; die is nog niet gehouden.",
        "The plan follows on the broad intake, which has not been held yet.");

    /// <summary>Talked today.</summary>
    public static readonly Refusal TalkedToday = new(
        "departure-talk.held-today", "fact",
        "Vandaag is al een vertrekgesprek gehouden.",
        "A talk on departure was held today already.");

    internal static Decision Notify(CaseFile file, Day today) =>
        OfAge(file, today) is { } refusal ? refusal
        : file.Guidance.Has(Provisions.IntegrationDuty) ? LegalAid.AlreadyDone : new IntegrationDutyNotified();

    internal static Decision Intake(CaseFile file, Day today) =>
        OfAge(file, today) is { } refusal ? refusal
        : file.Housing.LinkedTo is null && !file.Housing.IsHoused ? NotLinked
        : file.Guidance.Has(Provisions.BroadIntake) ? LegalAid.AlreadyDone : new BroadIntakeHeld();

    internal static Decision Plan(CaseFile file) =>
        !file.Guidance.Has(Provisions.BroadIntake) ? NoIntake
        : file.Guidance.Has(Provisions.IntegrationPlan) ? LegalAid.AlreadyDone : new IntegrationPlanAdopted();

    internal static Decision Guide(CaseFile file) =>
        !file.Housing.IsHoused ? Settling.NoHome
        : file.Guidance.Has(Provisions.SocialGuidance) ? LegalAid.AlreadyDone : new SocialGuidanceBegun();

    internal static Decision Assist(CaseFile file) =>
        !file.Housing.IsHoused ? Settling.NoHome
        : file.Guidance.Has(Provisions.SocialAssistance) ? LegalAid.AlreadyDone : new SocialAssistanceGranted();

    internal static Decision Talk(CaseFile file, Day today) =>
        !file.Return.IsOpen ? Schakel.Chain.Return.ReturnFiles.NoFile
        : file.Guidance.DepartureTalkOn == today ? TalkedToday : new DepartureTalkHeld();

    private static Refusal? OfAge(CaseFile file, Day today) =>
        file.Procedure.Permit is null ? Permits.NoPermit : Age.IsMinor(file.Registration.Born, today) ? UnderAge : null;
}
