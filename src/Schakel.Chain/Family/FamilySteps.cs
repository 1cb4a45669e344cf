using Schakel.Chain.Procedure;
using Schakel.Norms;

namespace Schakel.Chain.Family;

/// <summary>Family reunification: what lies ahead (nareis).</summary>
public static class FamilySteps
{
    /// <summary>Ask for family reunification on asylum terms.</summary>
    public static readonly StepType Ask = new(
        "request-reunification", "family-window", Party.Applicant, typeof(RequestReunification), StepForce.Right,
        "Nareis aanvragen", "Ask for family reunification");

    /// <summary>Ask under the ordinary conditions of income and housing.</summary>
    public static readonly StepType AskUnderConditions = new(
        "request-reunification-under-conditions", "Vw 29(2)", Party.Applicant, typeof(RequestReunification), StepForce.Right,
        "Gezinshereniging aanvragen onder de gewone voorwaarden", "Ask for family reunification under the ordinary conditions");

    /// <summary>Decide on family reunification.</summary>
    public static readonly StepType Decide = new(
        "decide-reunification", "family-decision-period", Party.DecisionOffice, typeof(DecideReunification), StepForce.Due,
        "Beslissen op de nareisaanvraag", "Decide on family reunification");

    /// <summary>Give notice of default on it.</summary>
    public static readonly StepType GiveNotice = new(
        "give-reunification-notice", "default-notice", Party.Applicant, typeof(ReceiveReunificationNotice), StepForce.Right,
        "In gebreke stellen wegens niet tijdig beslissen op nareis", "Give notice of default on family reunification");

    /// <summary>The window.</summary>
    public static readonly TermType WindowTerm = new(
        "family-window", "family-window", "Nareistermijn", "Window for family reunification",
        (file, _, law, ref trace) => Sponsor(file) is { } permit ? Reunification.WindowLastDay(file.Procedure, permit, law, ref trace) : null);

    /// <summary>The decision period.</summary>
    public static readonly TermType DecisionTermType = new(
        "family-decision-period", "family-decision-period", "Beslistermijn nareis", "Decision period on family reunification",
        (file, _, law, ref trace) => file.Family.Pending ? Reunification.DecisionLastDay(file.Family, law, ref trace) : null);

    internal static void Add(Outlook ahead, CaseFile file, Household household, Law law)
    {
        ArrivalSteps.Add(ahead, file, law);
        CircleSteps.Add(ahead, file, household, law);
        if (Sponsor(file) is { } permit)
        {
            var last = Reunification.WindowLastDay(file.Procedure, permit, law);
            var first = Reunification.FirstDay(file.Procedure, permit, law) is { } wait && wait > permit.On ? wait : (Day?)null;
            ahead.Add(new NextStep(Ask, first, last) { Until = last });
            ahead.Add(new NextStep(AskUnderConditions, first, null));
            ahead.Run(WindowTerm, permit.On, last);
        }
        if (file.Family is { Pending: true } pending)
        {
            var last = Reunification.DecisionLastDay(pending, law);
            ahead.Add(Decide, last);
            ahead.Run(DecisionTermType, pending.RequestedOn, last);
            if (pending.NoticeOn is null)
            {
                ahead.Add(new NextStep(GiveNotice, Reunification.SettledLastDay(pending, law)?.PlusDays(1), null));
            }
        }
    }

    /// <summary>The permit on which this person can sponsor, while no request is pending.</summary>
    private static PermitState? Sponsor(CaseFile file) =>
        file is { Family.Pending: false, Procedure.Permit: { Outcome: not DecisionOutcome.GrantDerived } permit } ? permit : null;
}
