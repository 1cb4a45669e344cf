using Schakel.Norms;
using Schakel.Norms.Procedure;

namespace Schakel.Chain.Procedure;

/// <summary>Renewal, indefinite permit, expiry and withdrawal: what lies ahead (verlenging, onbepaalde tijd, verloop, intrekking). Giving up a permit is never offered (red line 7).</summary>
public static class PermitSteps
{
    /// <summary>Ask for renewal.</summary>
    public static readonly StepType RequestRenewal = new(
        "request-renewal", "Vw 28", Party.Applicant, typeof(RequestRenewal), StepForce.Right,
        "Verlenging vragen", "Ask for renewal");

    /// <summary>Decide on renewal.</summary>
    public static readonly StepType DecideRenewal = new(
        "decide-renewal", "renewal-period", Party.DecisionOffice, typeof(DecideRenewal), StepForce.Due,
        "Beslissen over de verlenging", "Decide on renewal");

    /// <summary>Ask for an indefinite permit.</summary>
    public static readonly StepType RequestIndefinite = new(
        "request-indefinite-permit", "Vw 33", Party.Applicant, typeof(RequestIndefinitePermit), StepForce.Right,
        "Een vergunning voor onbepaalde tijd vragen", "Ask for an indefinite permit");

    /// <summary>Decide on the indefinite permit.</summary>
    public static readonly StepType DecideIndefinite = new(
        "decide-indefinite-permit", "renewal-period", Party.DecisionOffice, typeof(DecideIndefinitePermit), StepForce.Due,
        "Beslissen over de vergunning voor onbepaalde tijd", "Decide on the indefinite permit");

    /// <summary>The permit has expired.</summary>
    public static readonly StepType Expire = new(
        "record-permit-expiry", "Vw 28", Party.OperationOfLaw, typeof(RecordPermitExpiry), StepForce.ByLaw,
        "De vergunning is verlopen", "The permit has expired");

    /// <summary>Hand in the view on withdrawal of the permit.</summary>
    public static readonly StepType View = new(
        "submit-withdrawal-view", "Vw 41", Party.Applicant, typeof(SubmitWithdrawalView), StepForce.Right,
        "De zienswijze over de intrekking indienen", "Hand in the view on withdrawal of the permit");

    /// <summary>Hear on withdrawal of the permit.</summary>
    public static readonly StepType Hear = new(
        "hear-on-withdrawal", "Vw 41", Party.HearingOffice, typeof(HearOnWithdrawal), StepForce.Due,
        "Horen over de intrekking", "Hear on withdrawal of the permit");

    /// <summary>Abandon withdrawal of the permit.</summary>
    public static readonly StepType Abandon = new(
        "abandon-withdrawal", "Vw 32", Party.DecisionOffice, typeof(AbandonWithdrawal), StepForce.Optional,
        "Afzien van de intrekking", "Abandon withdrawal of the permit");

    /// <summary>Decide whether the permit is withdrawn.</summary>
    public static readonly StepType Withdraw = new(
        "withdraw-permit", "Vw 32", Party.DecisionOffice, typeof(WithdrawPermit), StepForce.Optional,
        "Beslissen of de vergunning wordt ingetrokken", "Decide whether the permit is withdrawn");

    /// <summary>Period for a view on withdrawal.</summary>
    public static readonly TermType WithdrawalViewTerm = new(
        "withdrawal-view-period", "view-period", "Termijn voor de zienswijze over de intrekking", "Period for a view on withdrawal",
        (file, _, law, ref trace) => file.Procedure.Permits.Withdrawal is { ViewOn: null } intended ? Withdrawals.ViewLastDay(intended, law, ref trace) : null);

    /// <summary>Decision period on renewal.</summary>
    public static readonly TermType RenewalTerm = new(
        "renewal-period", "renewal-period", "Beslistermijn verlenging", "Decision period on renewal",
        (file, _, law, ref trace) => file.Procedure.Permits.Renewal is { } renewal ? Renewals.LastDay(renewal, law, ref trace) : null);

    internal static void Add(Outlook ahead, CaseFile file, Law law)
    {
        var affairs = file.Procedure.Permits;
        if ((file.Procedure.Permit ?? affairs.Ended) is { Indefinite: false } permit)
        {
            if (affairs.Renewal is { } renewal)
            {
                Decide(ahead, permit, renewal, law);
            }
            else
            {
                Ask(ahead, file, permit, law);
            }
        }
        if (affairs.Withdrawal is { } intended)
        {
            Withdrawal(ahead, file, intended, law);
        }
    }

    private static void Ask(Outlook ahead, CaseFile file, PermitState permit, Law law)
    {
        var held = file.Procedure.Permit is not null;
        var last = held ? Permits.LastDay(permit) : null;
        ahead.Add(new NextStep(RequestRenewal, null, last) { Lapses = last is null ? null : Expire });
        if (last is { } end)
        {
            ahead.Add(new NextStep(Expire, end.PlusDays(1), null));
        }
        if (held && IndefinitePermits.LawfulSince(permit) is { } since)
        {
            var none = default(NoTrace);
            if (IndefinitePermit.EarliestApplication(law, since, ref none) is { } earliest)
            {
                ahead.Add(new NextStep(RequestIndefinite, earliest, null));
            }
        }
    }

    private static void Decide(Outlook ahead, PermitState permit, RenewalState renewal, Law law)
    {
        var none = default(NoTrace);
        var last = Renewals.LastDay(renewal, law, ref none);
        ahead.Run(RenewalTerm, renewal.ReceivedOn, last);
        if (!renewal.Indefinite)
        {
            ahead.Add(DecideRenewal, last);
        }
        else if (IndefinitePermits.LawfulSince(permit) is { } since)
        {
            ahead.Add(new NextStep(DecideIndefinite, since.PlusYears(law.On(since, IndefinitePermit.LawfulStay).Count), last));
        }
    }

    private static void Withdrawal(Outlook ahead, CaseFile file, WithdrawalState intended, Law law)
    {
        var none = default(NoTrace);
        Day? last = intended.ViewOn is null ? Withdrawals.ViewLastDay(intended, law, ref none) : null;
        var after = last?.PlusDays(1);
        if (intended.ViewOn is null)
        {
            ahead.Add(View, last);
            ahead.Run(WithdrawalViewTerm, intended.IntentionOn, last);
        }
        if (!intended.Heard)
        {
            ahead.Add(new NextStep(Hear, after, null));
        }
        if (file.Procedure.Permit is not null)
        {
            ahead.Add(new NextStep(Withdraw, after, null) { WaitsFor = intended.Heard ? null : Hear });
        }
        ahead.Add(Abandon);
    }
}
