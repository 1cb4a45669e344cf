using Schakel.Norms;
using Schakel.Norms.Procedure;

namespace Schakel.Chain.Procedure;

/// <summary>Deciding too late: what lies ahead (ingebrekestelling, dwangsom).</summary>
public static class LateSteps
{
    /// <summary>Give notice of default.</summary>
    public static readonly StepType GiveNotice = new(
        "give-default-notice", "default-notice", Party.Applicant, typeof(ReceiveDefaultNotice), StepForce.Right,
        "In gebreke stellen wegens niet tijdig beslissen", "Give notice of default because a decision is late");

    /// <summary>Order a decision.</summary>
    public static readonly StepType Order = new(
        "order-decision", "Awb 8:55d", Party.Court, typeof(OrderDecision), StepForce.Optional,
        "Opdragen te beslissen, onder een dwangsom", "Order a decision, under a penalty");

    /// <summary>Pay a penalty.</summary>
    public static readonly StepType Pay = new(
        "pay-penalty", "penalty-amount", Party.DecisionOffice, typeof(PayPenalty), StepForce.Due,
        "De verbeurde dwangsom betalen", "Pay the penalty that is due");

    /// <summary>The time left after a notice of default.</summary>
    public static readonly TermType Grace = new(
        "default-notice-grace", "default-notice", "Twee weken na de ingebrekestelling", "Two weeks after the notice of default",
        (file, _, law, ref trace) => file.Procedure is { Open: not null, Late: { NoticeOn: { } noticed, OrderedOn: null } }
            ? DefaultNotice.Of(law, noticed, ref trace).GraceEnds : null);

    internal static void Add(Outlook ahead, CaseFile file, Law law)
    {
        var late = file.Procedure.Late;
        if (file.Procedure.Open is { } open)
        {
            if (late is null && open.Track != Track.Dublin && open.Ledger is not { SuspendedOn: not null })
            {
                ahead.Add(new NextStep(GiveNotice, DecisionTerm.LastDay(open, law)?.PlusDays(1), null));
            }
            else if (late is { NoticeOn: { } noticed, OrderedOn: null })
            {
                var grace = LateDecisions.GraceEnds(noticed, law);
                ahead.Add(new NextStep(Order, grace.PlusDays(1), null));
                ahead.Run(Grace, noticed, grace);
            }
        }
        if ((late is { NoticeOn: not null } || file.Family is { Pending: true, NoticeOn: not null }) && FirstOwed(file, law) is { } first)
        {
            ahead.Add(new NextStep(Pay, first, null));
        }
    }

    /// <summary>The first day on which a euro more is owed than was paid: asked of the guard itself, on the few days that can be it.</summary>
    private static Day? FirstOwed(CaseFile file, Law law)
    {
        var euro = new PayPenalty(default, 1);
        Day? first = null;
        if (file.Procedure.Late is { OrderedOn: { } ordered, EuroPerDay: > 0 } late)
        {
            var days = (late.PaidEuro + late.EuroPerDay) / late.EuroPerDay;
            first = Accepted(file, euro, law, ordered.PlusDays(late.TermDays + days));
        }
        if (file.Procedure.Late is { NoticeOn: { } noticed, PaidEuro: var paid })
        {
            first = Outlook.Earlier(first, Administrative(file, euro, law, noticed, paid));
        }
        if (file.Family is { Pending: true, NoticeOn: { } on, PaidEuro: var paidOnRelatives })
        {
            first = Outlook.Earlier(first, Administrative(file, euro, law, on, paidOnRelatives));
        }
        return first;
    }

    // The first day of the administrative penalty, or, when some was paid, the first that adds to it.
    private static Day? Administrative(CaseFile file, PayPenalty euro, Law law, Day noticed, int paid)
    {
        var none = default(NoTrace);
        var dates = DefaultNotice.Of(law, noticed, ref none);
        for (var day = dates.FirstPenaltyDay; day <= dates.LastPenaltyDay; day = day.PlusDays(1))
        {
            if (Accepted(file, euro, law, day) is { } found)
            {
                return found;
            }
            if (paid == 0)
            {
                return null; // Where the first day costs nothing, an act holds the penalty off.
            }
        }
        return null;
    }

    private static Day? Accepted(CaseFile file, PayPenalty euro, Law law, Day day) =>
        LateDecisions.Decide(file, euro, law, day).Refusal is null ? day : null;
}
