using Schakel.Chain.Registration;

namespace Schakel.Chain.Guidance;

/// <summary>Integration, and talks on departure: what lies ahead (inburgering, vertrekgesprek).</summary>
public static class IntegrationSteps
{
    /// <summary>Tell of the duty to integrate.</summary>
    public static readonly StepType Notify = new(
        "notify-integration-duty", "Wi 2021 3", Party.EducationAgency, typeof(NotifyIntegrationDuty), StepForce.Due,
        "De inburgeringsplicht bekendmaken", "Tell of the duty to integrate");

    /// <summary>Hold the broad intake.</summary>
    public static readonly StepType Intake = new(
        "hold-broad-intake", "Wi 2021 14", Party.Municipality, typeof(HoldBroadIntake), StepForce.Due,
        "De brede intake houden", "Hold the broad intake");

    /// <summary>Adopt the plan.</summary>
    public static readonly StepType Adopt = new(
        "adopt-integration-plan", "Wi 2021 15", Party.Municipality, typeof(AdoptIntegrationPlan), StepForce.Due,
        "Het plan inburgering en participatie vaststellen", "Adopt the plan for integration and participation");

    /// <summary>Begin social guidance.</summary>
    public static readonly StepType Guide = new(
        "begin-social-guidance", "Wi 2021 13", Party.Municipality, typeof(BeginSocialGuidance), StepForce.Due,
        "Met maatschappelijke begeleiding beginnen", "Begin social guidance");

    /// <summary>Grant social assistance.</summary>
    public static readonly StepType Assist = new(
        "grant-social-assistance", "Participatiewet 11", Party.Municipality, typeof(GrantSocialAssistance), StepForce.Optional,
        "Bijstand toekennen, op aanvraag", "Grant social assistance, on request");

    /// <summary>Talk on departure.</summary>
    public static readonly StepType Talk = new(
        "hold-departure-talk", "C23", Party.ReturnService, typeof(HoldDepartureTalk), StepForce.Optional,
        "Een vertrekgesprek houden", "Hold a talk on departure");

    internal static void Add(Outlook ahead, CaseFile file)
    {
        if (file.Return.IsOpen)
        {
            ahead.Add(new NextStep(Talk, file.Guidance.DepartureTalkOn?.PlusDays(1), null));
        }
        if (file.Procedure.Permit is null || SettlingSteps.WasHousedBefore(file))
        {
            return;
        }
        var had = file.Guidance;
        var adult = Age.ComesOfAge(file.Registration.Born);
        if (!had.Has(Provisions.IntegrationDuty))
        {
            ahead.Add(new NextStep(Notify, adult, null));
        }
        if (!had.Has(Provisions.BroadIntake))
        {
            if (file.Housing.LinkedTo is not null || file.Housing.IsHoused)
            {
                ahead.Add(new NextStep(Intake, adult, null));
            }
        }
        else if (!had.Has(Provisions.IntegrationPlan))
        {
            ahead.Add(Adopt);
        }
        if (!file.Housing.IsHoused)
        {
            return;
        }
        if (!had.Has(Provisions.SocialGuidance))
        {
            ahead.Add(new NextStep(Guide, adult, null));
        }
        if (!had.Has(Provisions.SocialAssistance))
        {
            ahead.Add(new NextStep(Assist, adult, null));
        }
    }
}
