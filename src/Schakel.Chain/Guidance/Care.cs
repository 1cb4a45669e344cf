using Schakel.Chain.Reception;
using Schakel.Norms;
using Schakel.Norms.Reception;

namespace Schakel.Chain.Guidance;

/// <summary>Explain rights and duties in reception (voorlichting over de opvang; Rva 2(3), dossier REG-6).</summary>
/// <param name="By">Officer of the reception agency.</param>
public sealed record ExplainReception(Official By) : GuidanceCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer;
}

/// <summary>Screen for tuberculosis on arrival (tuberculosescreening; RCD 13, dossier STD-3).</summary>
/// <param name="By">Health worker.</param>
public sealed record ScreenForTuberculosis(Official By) : GuidanceCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HealthWorker;
}

/// <summary>Hold the health intake (medische intake; RCD 17, 19, Rva 9(1)(e), dossier STD-3).</summary>
/// <param name="By">Health worker.</param>
public sealed record HoldHealthIntake(Official By) : GuidanceCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HealthWorker;
}

/// <summary>Assess special reception needs (bijzondere opvangbehoeften; RCD 21–22, Rva 18a, dossier STD-7).</summary>
/// <param name="By">Officer of the reception agency.</param>
public sealed record AssessNeeds(Official By) : GuidanceCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer;
}

/// <summary>Begin paying the allowance (leefgeld; Rva 14, dossier PAR-7).</summary>
/// <param name="By">Officer of the reception agency.</param>
public sealed record StartAllowance(Official By) : GuidanceCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer;
}

/// <summary>Appoint a guardian for an unaccompanied minor (voogdij door Nidos; Vb 3.109d, dossier REG-9).</summary>
/// <param name="By">Judge.</param>
public sealed record AppointGuardian(Official By) : GuidanceCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.Judge;
}

/// <summary>Reception was explained (voorgelicht over de opvang).</summary>
[EventName("reception-explained", 1)]
public sealed record ReceptionExplained : GuidanceEvent;

/// <summary>Screened for tuberculosis (gescreend op tuberculose); the result is not here.</summary>
[EventName("tuberculosis-screened", 1)]
public sealed record TuberculosisScreened : GuidanceEvent;

/// <summary>The health intake was held (medische intake gehouden); what it found is not here.</summary>
[EventName("health-intake-held", 1)]
public sealed record HealthIntakeHeld : GuidanceEvent;

/// <summary>Special needs were assessed (behoeften beoordeeld); what they are is not here.</summary>
[EventName("needs-assessed", 1)]
public sealed record NeedsAssessed : GuidanceEvent;

/// <summary>The allowance began (leefgeld begonnen).</summary>
[EventName("allowance-started", 1)]
public sealed record AllowanceStarted : GuidanceEvent;

/// <summary>A guardian was appointed (voogd benoemd).</summary>
[EventName("guardian-appointed", 1)]
public sealed record GuardianAppointed : GuidanceEvent;

/// <summary>Information, health and means in reception; guardians (opvang, zorg, leefgeld, voogdij).</summary>
public static class Care
{
    /// <summary>Not in reception.</summary>
    public static readonly Refusal NotInReception = new(
        "care.not-in-reception", "Rva 3",
        "Deze persoon verblijft niet in de opvang.",
        "This person is not in reception.");

    /// <summary>At the central reception site meals are given, and no allowance; minors alone excepted.</summary>
    public static readonly Refusal Catered = new(
        "allowance.central-reception", "PAR-7",
        "Tijdens het verblijf in de centrale ontvangst is er geen leefgeld, behalve voor alleenstaande minderjarigen.",
        "At the central reception site there is no allowance, except for unaccompanied minors.");

    /// <summary>No unaccompanied minor.</summary>
    public static readonly Refusal NoMinorAlone = new(
        "guardian.not-a-minor-alone", "REG-9",
        "Een voogd is er alleen voor een alleenstaande minderjarige.",
        "A guardian is only for an unaccompanied minor.");

    internal static Decision Explain(CaseFile file, Law law, Day today) =>
        file.Reception.Site is null ? NotInReception
        : file.Guidance.Has(Provisions.ReceptionExplained) ? LegalAid.AlreadyDone
        : Decision.Of(new ReceptionExplained(), InformedLate(file, law, today));

    internal static Decision Screen(CaseFile file) =>
        file.Guidance.Has(Provisions.Screened) ? LegalAid.AlreadyDone : new TuberculosisScreened();

    internal static Decision Intake(CaseFile file) =>
        file.Reception.Site is null ? NotInReception
        : file.Guidance.Has(Provisions.HealthIntake) ? LegalAid.AlreadyDone : new HealthIntakeHeld();

    internal static Decision Assess(CaseFile file) =>
        file.Reception.Site is null ? NotInReception
        : file.Guidance.Has(Provisions.NeedsAssessed) ? LegalAid.AlreadyDone : new NeedsAssessed();

    internal static Decision Pay(CaseFile file, Day today) =>
        file.Reception.Site is null ? NotInReception
        : file.Reception.Modality == Modality.CentralReception && !file.Registration.IsUnaccompaniedMinorOn(today) ? Catered
        : file.Guidance.AllowanceSince is not null ? LegalAid.AlreadyDone : new AllowanceStarted();

    internal static Decision Appoint(CaseFile file, Day today) =>
        !file.Registration.IsUnaccompaniedMinorOn(today) ? NoMinorAlone
        : file.Guidance.GuardianOn is not null ? LegalAid.AlreadyDone : new GuardianAppointed();

    private static BreachRecorded? InformedLate(CaseFile file, Law law, Day today) =>
        InformedBy(file, law) is { } last && today > last ? new("minimum-standards", last) : null;

    /// <summary>The last day to explain reception; absent before an application, or when its day is not known.</summary>
    internal static Day? InformedBy(CaseFile file, Law law)
    {
        var none = default(NoTrace);
        return InformedBy(file, law, ref none);
    }

    /// <summary>The same, with a receipt.</summary>
    internal static Day? InformedBy<TTrace>(CaseFile file, Law law, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (file.Procedure.Application?.LodgedOn is not { } lodged)
        {
            return null;
        }
        return MinimumStandards.InformedBy(law, lodged, ref trace);
    }
}
