using Schakel.Norms;

namespace Schakel.Chain.Reception;

/// <summary>Facts and wishes for placement: what lies ahead (feiten en wensen voor plaatsing). Not saying anything has no consequence.</summary>
public static class PlacementSteps
{
    /// <summary>Say what matters for where one stays.</summary>
    public static readonly StepType State = new(
        "state-placement", "Rva 11", Party.Applicant, typeof(StatePlacement), StepForce.Right,
        "Laten weten wat belangrijk is voor waar men woont", "Say what matters for where one stays");

    /// <summary>Take it back.</summary>
    public static readonly StepType Withdraw = new(
        "withdraw-placement", "Rva 11", Party.Applicant, typeof(WithdrawPlacement), StepForce.Right,
        "De feiten en wensen over wonen weghalen", "Take back the facts and wishes about living")
    { OnlyForParty = true };

    /// <summary>Look at the facts: an assumed week, as for what else a person asks.</summary>
    public static readonly StepType Judge = new(
        "judge-placement-facts", "own-acts.answer", Party.ReceptionAgency, typeof(JudgePlacementFacts), StepForce.Due,
        "De opgegeven feiten voor plaatsing bekijken", "Look at the facts stated for placement")
    { OnlyForParty = true };

    internal static void Add(Outlook ahead, CaseFile file, Day? right, Law law)
    {
        var said = file.Reception.Circumstances.Placement;
        if (said is not null)
        {
            ahead.Add(Withdraw);
        }
        // Out of reception there is no place to choose, and nothing to look at.
        if (file.Reception.Site is null && right is null)
        {
            return;
        }
        var until = file.Reception.Site is null ? Outlook.EndOf(right) : null;
        ahead.Add(new NextStep(State, null, null) { Until = until });
        if (said is not null && said.Waiting != PlacementFacts.None)
        {
            ahead.Add(new NextStep(Judge, null, Partners.Questions.AnswerBy(law, said.WaitingSince)) { Until = until });
        }
    }
}
