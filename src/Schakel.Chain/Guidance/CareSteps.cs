using Schakel.Chain.Family;
using Schakel.Chain.Reception;
using Schakel.Chain.Registration;
using Schakel.Norms;

namespace Schakel.Chain.Guidance;

/// <summary>Information on reception, health, means, guardian: what lies ahead (opvang, zorg, leefgeld, voogdij).</summary>
public static class CareSteps
{
    /// <summary>Explain reception.</summary>
    public static readonly StepType ExplainTheReception = new(
        "explain-reception", "minimum-standards", Party.ReceptionAgency, typeof(ExplainReception), StepForce.Due,
        "Rechten en plichten in de opvang uitleggen", "Explain rights and duties in reception");

    /// <summary>Screen for tuberculosis.</summary>
    public static readonly StepType Screen = new(
        "screen-for-tuberculosis", "STD-3", Party.HealthService, typeof(ScreenForTuberculosis), StepForce.Due,
        "Screenen op tuberculose", "Screen for tuberculosis");

    /// <summary>Hold the health intake.</summary>
    public static readonly StepType Intake = new(
        "hold-health-intake", "STD-3", Party.HealthService, typeof(HoldHealthIntake), StepForce.Due,
        "De medische intake houden", "Hold the health intake");

    /// <summary>Assess special needs.</summary>
    public static readonly StepType Assess = new(
        "assess-needs", "STD-7", Party.ReceptionAgency, typeof(AssessNeeds), StepForce.Due,
        "Bijzondere behoeften beoordelen", "Assess special needs");

    /// <summary>Begin the allowance.</summary>
    public static readonly StepType Pay = new(
        "start-allowance", "PAR-7", Party.ReceptionAgency, typeof(StartAllowance), StepForce.Due,
        "Het leefgeld laten ingaan", "Begin the allowance");

    /// <summary>Appoint a guardian.</summary>
    public static readonly StepType Appoint = new(
        "appoint-guardian", "REG-9", Party.Court, typeof(AppointGuardian), StepForce.Due,
        "Een voogd benoemen", "Appoint a guardian");

    /// <summary>A guardian.</summary>
    public static readonly EntitlementType Guardian = new("guardian", "REG-9", "Een voogd", "A guardian");

    /// <summary>The time to inform on reception.</summary>
    public static readonly TermType InformationTerm = new(
        "reception-information", "minimum-standards", "Termijn om over de opvang te informeren", "Time to inform on reception",
        (file, _, law, ref trace) => file.Guidance.Has(Provisions.ReceptionExplained) ? null : Care.InformedBy(file, law, ref trace));

    internal static void Add(Outlook ahead, CaseFile file, Law law)
    {
        var had = file.Guidance;
        var stays = file.Reception.Site is not null;
        if (file.Registration.Role == FamilyRole.UnaccompaniedMinor)
        {
            var minor = Age.ComesOfAge(file.Registration.Born).PlusDays(-1);
            ahead.Entitle(Guardian, null, minor);
            if (had.GuardianOn is null)
            {
                ahead.Add(new NextStep(Appoint, null, null) { Until = minor });
            }
        }
        if (stays && had.AllowanceSince is null && !IsHoused(file))
        {
            Allowance(ahead, file);
        }
        if (file.Registration.ArrivedOn is null)
        {
            return; // Taken over: what was done on arrival is not known, and not asked again.
        }
        if (!had.Has(Provisions.Screened))
        {
            ahead.Add(Screen);
        }
        if (!stays || IsHoused(file))
        {
            return;
        }
        if (!had.Has(Provisions.ReceptionExplained))
        {
            var last = Care.InformedBy(file, law);
            ahead.Add(ExplainTheReception, last);
            ahead.Run(InformationTerm, file.Procedure.Application?.LodgedOn, last);
        }
        if (!had.Has(Provisions.HealthIntake))
        {
            ahead.Add(Intake);
        }
        if (!had.Has(Provisions.NeedsAssessed))
        {
            ahead.Add(Assess);
        }
    }

    private static void Allowance(Outlook ahead, CaseFile file)
    {
        if (file.Reception.Modality != Modality.CentralReception)
        {
            ahead.Add(Pay);
        }
        else if (file.Registration.Role == FamilyRole.UnaccompaniedMinor)
        {
            ahead.Add(new NextStep(Pay, null, null) { Until = Age.ComesOfAge(file.Registration.Born).PlusDays(-1) });
        }
    }

    private static bool IsHoused(CaseFile file) => file.Housing.IsHoused;
}
