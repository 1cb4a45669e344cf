using Schakel.Norms;
using Schakel.Norms.Procedure;

namespace Schakel.Chain.Procedure;

/// <summary>Receive a notice of default: the applicant asks for a decision that is late (ingebrekestelling; Awb 4:17).</summary>
public sealed record ReceiveDefaultNotice : ProcedureCommand;

/// <summary>The court orders a decision within a term, under a penalty (beroep niet tijdig beslissen; Awb 8:55d).</summary>
/// <param name="By">The judge.</param>
/// <param name="TermDays">Days within which to decide.</param>
/// <param name="EuroPerDay">Penalty for each day later, in euro.</param>
public sealed record OrderDecision(Official By, int TermDays, int EuroPerDay) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.Judge;
}

/// <summary>Pay the court's penalty (rechterlijke dwangsom betalen).</summary>
/// <param name="By">Officer who pays.</param>
/// <param name="Euro">Amount in whole euro.</param>
public sealed record PayPenalty(Official By, int Euro) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DecisionOfficer;

    /// <inheritdoc/>
    public override Presences For => Presences.Here | Presences.Gone | Presences.Departed;
}

/// <summary>A notice of default came in (ingebrekestelling ontvangen).</summary>
[EventName("default-notice-received", 1)]
public sealed record DefaultNoticeReceived : ProcedureEvent;

/// <summary>A court ordered a decision (opdracht om te beslissen).</summary>
/// <param name="TermDays">Days within which to decide.</param>
/// <param name="EuroPerDay">Penalty for each day later, in euro.</param>
[EventName("decision-ordered", 1)]
public sealed record DecisionOrdered(
    [Category(DataCategory.Procedure)] int TermDays,
    [Category(DataCategory.Procedure)] int EuroPerDay) : ProcedureEvent;

/// <summary>A court penalty was paid (dwangsom betaald).</summary>
/// <param name="Euro">Amount in whole euro.</param>
[EventName("penalty-paid", 1)]
public sealed record PenaltyPaid([Category(DataCategory.Procedure)] int Euro) : ProcedureEvent;

/// <summary>Deciding too late (niet tijdig beslissen).</summary>
public static class LateDecisions
{
    /// <summary>A notice came in before.</summary>
    public static readonly Refusal AlreadyNoticed = new(
        "default-notice.already-received", "default-notice",
        "Er is al een ingebrekestelling ontvangen.",
        "A notice of default has been received already.");

    /// <summary>The decision period still runs: the notice would have no effect.</summary>
    public static readonly Refusal Premature = new(
        "default-notice.premature", "decision-period",
        "De beslistermijn loopt nog tot en met {0}; een ingebrekestelling heeft nu geen gevolg.",
        "The decision period still runs, through {0}; a notice of default has no effect now.");

    /// <summary>No notice that had effect.</summary>
    public static readonly Refusal NoNotice = new(
        "court-order.no-notice", "default-notice",
        "Zonder ingebrekestelling kan de rechter geen opdracht om te beslissen geven.",
        "Without a notice of default the court cannot order a decision.");

    /// <summary>Two weeks have not passed.</summary>
    public static readonly Refusal GraceRuns = new(
        "court-order.grace-runs", "default-notice",
        "De twee weken na de ingebrekestelling lopen nog tot en met {0}.",
        "The two weeks after the notice of default still run, through {0}.");

    /// <summary>Ordered before.</summary>
    public static readonly Refusal AlreadyOrdered = new(
        "court-order.already-given", "default-notice",
        "De rechter heeft al een opdracht om te beslissen gegeven.",
        "The court has ordered a decision already.");

    /// <summary>The order has no term or no amount.</summary>
    public static readonly Refusal EmptyOrder = new(
        "court-order.empty", "Awb 8:55d",
        "Een opdracht om te beslissen heeft een termijn en een bedrag per dag.",
        "An order to decide has a term and an amount a day.");

    /// <summary>No court order.</summary>
    public static readonly Refusal NoOrder = new(
        "penalty.no-order", "Awb 8:55d",
        "Zonder opdracht van de rechter is er geen rechterlijke dwangsom verschuldigd.",
        "Without a court order no court penalty is due.");

    /// <summary>The court's term still runs.</summary>
    public static readonly Refusal TermRuns = new(
        "penalty.term-runs", "Awb 8:55d",
        "De termijn van de rechter loopt nog tot en met {0}.",
        "The term given by the court still runs, through {0}.");

    /// <summary>Nothing is paid with nothing.</summary>
    public static readonly Refusal NoAmount = new(
        "penalty.no-amount", "fact",
        "Het bedrag van een betaling is ten minste één euro.",
        "A payment is at least one euro.");

    internal static Decision Decide(CaseFile file, ReceiveDefaultNotice _, Law law, Day today) =>
        file.Procedure.Open is not { } application ? Applications.NoneOpen
        : file.Procedure.Late is not null ? AlreadyNoticed
        : DecisionTerm.LastDay(application, law) is { } last && today <= last ? Premature.On(last)
        : new DefaultNoticeReceived();

    internal static Decision Decide(CaseFile file, OrderDecision command, Law law, Day today)
    {
        if (file.Procedure.Open is null)
        {
            return Applications.NoneOpen;
        }
        if (file.Procedure.Late is not { NoticeOn: { } noticed } late)
        {
            return NoNotice;
        }
        var grace = GraceEnds(noticed, law);
        return late.OrderedOn is not null ? AlreadyOrdered
            : today <= grace ? GraceRuns.On(grace)
            : command.TermDays <= 0 || command.EuroPerDay <= 0 ? EmptyOrder
            : new DecisionOrdered(command.TermDays, command.EuroPerDay);
    }

    /// <remarks>
    /// In asylum a court's order comes first, as long as the administrative penalty is held off there. On a request for relatives, which the suspension of penalties does not cover, the penalty runs
    /// from two weeks after the notice (Awb 4:17).
    /// </remarks>
    internal static Decision Decide(CaseFile file, PayPenalty command, Law law, Day today) =>
        file.Family is { Pending: true, NoticeOn: { } noticed } && command.Euro > 0 && today > GraceEnds(noticed, law) ? new PenaltyPaid(command.Euro)
        : command.Euro > 0 && OwedInAsylum(file, law, today) ? new PenaltyPaid(command.Euro)
        : file.Procedure.Late is not { OrderedOn: { } ordered } late ? NoOrder
        : today <= ordered.PlusDays(late.TermDays) ? TermRuns.On(ordered.PlusDays(late.TermDays))
        : command.Euro <= 0 ? NoAmount
        : new PenaltyPaid(command.Euro);

    private static bool OwedInAsylum(CaseFile file, Law law, Day today) =>
        file.Procedure.Late is { NoticeOn: { } noticed } && !law.On(today, PenaltyAmount.SuspendedInAsylum).On && today > GraceEnds(noticed, law);

    private static Day GraceEnds(Day noticed, Law law)
    {
        var none = default(NoTrace);
        return DefaultNotice.Of(law, noticed, ref none).GraceEnds;
    }

    internal static ProcedureState Evolve(ProcedureState state, DefaultNoticeReceived _, Day on) =>
        state with { Late = new(on, null, 0, 0, 0) };

    /// <summary>A penalty on family reunification may be paid where no application of one's own was ever late.</summary>
    internal static ProcedureState Evolve(ProcedureState state, PenaltyPaid paid)
    {
        var late = state.Late ?? new LateState(null, null, 0, 0, 0);
        return state with { Late = late with { PaidEuro = late.PaidEuro + paid.Euro } };
    }

    internal static ProcedureState Evolve(ProcedureState state, DecisionOrdered ordered, Day on) => state with
    {
        Late = state.Late! with { OrderedOn = on, TermDays = ordered.TermDays, EuroPerDay = ordered.EuroPerDay },
    };
}
