using Schakel.Norms;

namespace Schakel.Chain.Return;

/// <summary>Deferral on medical grounds, no-fault permit, national facility: what lies ahead (uitstel van vertrek, buitenschuld, landelijke vreemdelingenvoorziening).</summary>
public static class DeferralSteps
{
    /// <summary>Ask for deferral on medical grounds.</summary>
    public static readonly StepType AskDeferral = new(
        "request-medical-deferral", "Vw 64", Party.Applicant, typeof(RequestMedicalDeferral), StepForce.Right,
        "Uitstel van vertrek vragen op medische gronden", "Ask for deferral on medical grounds");

    /// <summary>Give a medical opinion on travel.</summary>
    public static readonly StepType Opinion = new(
        "give-medical-opinion", "medical-postponement", Party.HealthService, typeof(GiveMedicalOpinion), StepForce.Due,
        "Medisch advies geven over reizen", "Give a medical opinion on travel");

    /// <summary>Decide on deferral of departure.</summary>
    public static readonly StepType DecideDeferral = new(
        "decide-medical-deferral", "medical-postponement", Party.DecisionOffice, typeof(DecideMedicalDeferral), StepForce.Due,
        "Beslissen over uitstel van vertrek", "Decide on deferral of departure");

    /// <summary>End the deferral of departure.</summary>
    public static readonly StepType EndDeferral = new(
        "end-medical-deferral", "Vw 64", Party.DecisionOffice, typeof(EndMedicalDeferral), StepForce.Optional,
        "Het uitstel van vertrek beëindigen", "End the deferral of departure");

    /// <summary>Ask for a no-fault permit.</summary>
    public static readonly StepType AskNoFault = new(
        "request-no-fault-permit", "no-fault", Party.Applicant, typeof(RequestNoFaultPermit), StepForce.Right,
        "Een buitenschuldvergunning vragen", "Ask for a no-fault permit");

    /// <summary>Advise on the no-fault permit.</summary>
    public static readonly StepType Advise = new(
        "advise-on-no-fault", "no-fault", Party.ReturnService, typeof(AdviseOnNoFault), StepForce.Due,
        "Ambtsbericht over buitenschuld uitbrengen", "Advise on the no-fault permit");

    /// <summary>Decide on the no-fault permit.</summary>
    public static readonly StepType DecideNoFaultPermit = new(
        "decide-no-fault", "no-fault", Party.DecisionOffice, typeof(DecideNoFault), StepForce.Due,
        "Beslissen over de buitenschuldvergunning", "Decide on the no-fault permit");

    /// <summary>Refer to the national facility.</summary>
    public static readonly StepType Refer = new(
        "refer-to-facility", "RET-15", Party.Municipality, typeof(ReferToFacility), StepForce.Optional,
        "Aanmelden bij de landelijke vreemdelingenvoorziening", "Refer to the national facility");

    /// <summary>Decide on admission to the facility.</summary>
    public static readonly StepType Accept = new(
        "accept-in-facility", "RET-15", Party.Municipality, typeof(AcceptInFacility), StepForce.Due,
        "Beslissen over toelating tot de voorziening", "Decide on admission to the facility");

    /// <summary>Close the stay in the facility.</summary>
    public static readonly StepType LeaveIt = new(
        "leave-facility", "RET-15", Party.Municipality, typeof(LeaveFacility), StepForce.Optional,
        "Het verblijf in de voorziening afsluiten", "Close the stay in the facility");

    internal static void Add(Outlook ahead, CaseFile file)
    {
        if (file.Return.Deferral is { } deferral)
        {
            if (deferral.Until is { } until)
            {
                ahead.Add(new NextStep(EndDeferral, null, null) { Until = until });
            }
            if (deferral is { DecidedOn: null, Months: null })
            {
                ahead.Add(Opinion);
            }
            if (deferral.DecidedOn is null)
            {
                ahead.Add(new NextStep(DecideDeferral, null, null) { WaitsFor = deferral.Months is null ? Opinion : null });
            }
        }
        if (file.Return.NoFault is { DecidedOn: null } noFault)
        {
            if (noFault.Advice is null)
            {
                ahead.Add(Advise);
            }
            ahead.Add(new NextStep(DecideNoFaultPermit, null, null) { WaitsFor = noFault.Advice is null ? Advise : null });
        }
        if (file.Return.Facility is { } facility)
        {
            if (facility.AcceptedOn is null)
            {
                ahead.Add(Accept);
            }
            ahead.Add(LeaveIt);
        }
    }

    /// <summary>What who must depart may still ask for, from the day on which nothing protects any more.</summary>
    internal static void Ask(Outlook ahead, CaseFile file, Day? from)
    {
        if (file.Return.Deferral is not { DecidedOn: null })
        {
            ahead.Add(AskDeferral);
        }
        if (file.Return.NoFault is not { DecidedOn: null })
        {
            ahead.Add(new NextStep(AskNoFault, from, null));
        }
        if (file is { Return: { Facility: null, Detention: null }, Reception.Site: null })
        {
            ahead.Add(new NextStep(Refer, from, null));
        }
    }
}
