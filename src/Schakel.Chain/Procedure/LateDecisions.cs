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
/// <param name="OnReunification">True for the administrative penalty on a request for relatives; absent for the court's penalty.</param>
[EventName("penalty-paid", 1)]
public sealed record PenaltyPaid(
    [Category(DataCategory.Procedure)] int Euro,
    [Category(DataCategory.Procedure)] bool? OnReunification = null) : ProcedureEvent;

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

    /// <summary>The decision period stands still.</summary>
    public static readonly Refusal StandsStill = new(
        "default-notice.period-stands-still", "Awb 4:15",
        "De beslistermijn staat stil; een ingebrekestelling heeft nu geen gevolg.",
        "The decision period stands still; a notice of default has no effect now.");

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

    /// <summary>More than the days late, or the maximum, come to.</summary>
    public static readonly Refusal AboveOrder = new(
        "penalty.above-order", "court-order",
        "Samen met wat al is betaald is dit meer dan de dagen te laat, of het maximum, aan rechterlijke dwangsom geven.",
        "With what has been paid already this is more than the days of delay, or the maximum, give as the court's penalty.");

    /// <summary>More than the administrative penalty comes to.</summary>
    public static readonly Refusal AboveAdministrative = new(
        "penalty.above-administrative", "penalty-amount",
        "Samen met wat al is betaald is dit meer dan de bestuurlijke dwangsom over de dagen te laat, en over ten hoogste het aantal dagen dat de wet telt.",
        "With what has been paid already this is more than the administrative penalty over the days of delay, and at most over the days the act counts.");

    internal static Decision Decide(CaseFile file, ReceiveDefaultNotice _, Law law, Day today) =>
        file.Procedure.Open is not { } application ? Applications.NoneOpen
        : file.Procedure.Late is not null ? AlreadyNoticed
        : application.Ledger is { SuspendedOn: not null } ? StandsStill
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
    internal static Decision Decide(CaseFile file, PayPenalty command, Law law, Day today)
    {
        if (command.Euro <= 0)
        {
            return NoAmount;
        }
        var onReunification = OnReunification(file, law, today);
        if (command.Euro + file.Family.PaidEuro <= onReunification)
        {
            return new PenaltyPaid(command.Euro, OnReunification: true);
        }
        var administrative = InAsylum(file, law, today);
        if (file.Procedure.Late is not { } late || (late.OrderedOn is null && administrative is null))
        {
            return onReunification is null ? NoOrder : AboveAdministrative;
        }
        if (late.OrderedOn is not { } ordered)
        {
            return command.Euro + late.PaidEuro > administrative ? AboveAdministrative : new PenaltyPaid(command.Euro);
        }
        return administrative is null && today <= ordered.PlusDays(late.TermDays) ? TermRuns.On(ordered.PlusDays(late.TermDays))
            : command.Euro + late.PaidEuro > OnOrder(file, late, ordered, law, today) + (administrative ?? 0) ? AboveOrder
            : new PenaltyPaid(command.Euro);
    }

    /// <summary>What the administrative penalty on a request for relatives has come to; absent while none runs.</summary>
    private static decimal? OnReunification(CaseFile file, Law law, Day today)
    {
        if (file.Family is not { Pending: true, NoticeOn: { } noticed } || GraceEnds(noticed, law) is var grace && today <= grace)
        {
            return null;
        }
        var none = default(NoTrace);
        // Each relative has an application of their own, and so a penalty of their own.
        return Math.Max(1, file.Family.Relatives) * PenaltyAmount.Of(law, today, today.Number - grace.Number, ref none).Amount;
    }

    /// <summary>What the administrative penalty on the application has come to; absent while none runs, or an act holds it off.</summary>
    private static decimal? InAsylum(CaseFile file, Law law, Day today)
    {
        if (file.Procedure.Late is not { NoticeOn: { } noticed } || GraceEnds(noticed, law) is var grace && today <= grace)
        {
            return null;
        }
        var none = default(NoTrace);
        var through = file.Procedure.Decision?.On ?? today;
        return PenaltyAmount.InAsylum(law, through, Math.Max(0, through.Number - grace.Number), ref none).Amount is > 0 and var owed ? owed : null;
    }

    /// <summary>What the court's penalty has come to: the days late through the decision at the order's rate, up to the maximum.</summary>
    private static decimal OnOrder(CaseFile file, LateState late, Day ordered, Law law, Day today)
    {
        var through = file.Procedure.Decision?.On ?? today;
        var days = Math.Max(0, through.Number - ordered.PlusDays(late.TermDays).Number);
        return Math.Min((decimal)days * late.EuroPerDay, law.On(ordered, CourtOrder.Maximum).Amount);
    }

    internal static Day GraceEnds(Day noticed, Law law)
    {
        var none = default(NoTrace);
        return DefaultNotice.Of(law, noticed, ref none).GraceEnds;
    }

    internal static ProcedureState Evolve(ProcedureState state, DefaultNoticeReceived _, Day on) =>
        state with { Late = new(on, null, 0, 0, 0) };

    /// <summary>What is paid on a request for relatives counts there.</summary>
    internal static ProcedureState Evolve(ProcedureState state, PenaltyPaid paid)
    {
        if (paid.OnReunification == true)
        {
            return state;
        }
        var late = state.Late ?? new LateState(null, null, 0, 0, 0);
        return state with { Late = late with { PaidEuro = late.PaidEuro + paid.Euro } };
    }

    internal static ProcedureState Evolve(ProcedureState state, DecisionOrdered ordered, Day on) => state with
    {
        Late = state.Late! with { OrderedOn = on, TermDays = ordered.TermDays, EuroPerDay = ordered.EuroPerDay },
    };
}
