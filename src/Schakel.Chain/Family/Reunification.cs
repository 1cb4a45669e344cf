using System.Diagnostics;
using Schakel.Chain.Procedure;
using Schakel.Norms;
using Schakel.Norms.Family;

namespace Schakel.Chain.Family;

/// <summary>What the family room knows of this person as a sponsor (nareis).</summary>
/// <param name="Pending">A request is undecided.</param>
/// <param name="RequestedOn">Its day; absent when taken over without it.</param>
/// <param name="Relatives">Relatives it is for; zero when not known.</param>
/// <param name="NoticeOn">Day of a notice of default.</param>
public sealed record FamilyState(bool Pending, Day? RequestedOn, int Relatives, Day? NoticeOn)
{
    /// <summary>Nothing asked.</summary>
    public static FamilyState None { get; } = new(false, null, 0, null);

    /// <summary>Day of the decision; absent when there is none yet.</summary>
    public Day? DecidedOn { get; init; }

    /// <summary>The request was granted.</summary>
    public bool Granted { get; init; }

    /// <summary>Administrative penalty paid on this request, in euro.</summary>
    public int PaidEuro { get; init; }
}

/// <summary>A command of the family room.</summary>
public abstract record FamilyCommand : CaseCommand;

/// <summary>An event of the family room.</summary>
public abstract record FamilyEvent : ChainEvent;

/// <summary>Ask for family reunification (nareis aanvragen; Vw 29(2)).</summary>
/// <param name="Relatives">For how many relatives.</param>
/// <param name="UnderConditions">Asked under the ordinary conditions of income and housing, for which the window is no limit.</param>
public sealed record RequestReunification(int Relatives, bool UnderConditions = false) : FamilyCommand
{
    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>Decide on family reunification (beslissen op nareis).</summary>
/// <param name="By">Decision officer.</param>
/// <param name="Granted">Granted.</param>
/// <param name="Relatives">For how many relatives.</param>
public sealed record DecideReunification(Official By, bool Granted, int Relatives) : FamilyCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DecisionOfficer;
}

/// <summary>Receive a notice of default on a request for family reunification (ingebrekestelling nareis).</summary>
public sealed record ReceiveReunificationNotice : FamilyCommand;

/// <summary>Family reunification was requested (nareis aangevraagd).</summary>
/// <param name="Relatives">For how many relatives.</param>
/// <param name="UnderConditions">True when asked under the ordinary conditions of income and housing; absent otherwise.</param>
[EventName("reunification-requested", 1)]
public sealed record ReunificationRequested(
    [Category(DataCategory.Family)] int Relatives,
    [Category(DataCategory.Family)] bool? UnderConditions = null) : FamilyEvent;

/// <summary>Family reunification was decided (beslist op nareis).</summary>
/// <param name="Granted">Granted.</param>
/// <param name="Relatives">For how many relatives.</param>
/// <param name="By">Who decided.</param>
[EventName("reunification-decided", 1)]
public sealed record ReunificationDecided(
    [Category(DataCategory.Family)] bool Granted,
    [Category(DataCategory.Family)] int Relatives,
    [Category(DataCategory.Family)] Official By) : FamilyEvent;

/// <summary>A notice of default on family reunification came in (ingebrekestelling ontvangen).</summary>
[EventName("reunification-notice-received", 1)]
public sealed record ReunificationNoticeReceived : FamilyEvent;

/// <summary>Family reunification (nareis).</summary>
public static class Reunification
{
    /// <summary>A derived permit cannot sponsor.</summary>
    public static readonly Refusal DerivedPermit = new(
        "reunification.derived-permit", "Vc C2/4.1",
        "Wie zelf een afgeleide vergunning heeft, kan geen nareis aanvragen.",
        "Someone with a derived permit cannot ask for family reunification.");

    /// <summary>The window is over.</summary>
    public static readonly Refusal WindowOver = new(
        "reunification.window-over", "family-window",
        "De termijn voor nareis is verstreken op {0}; nu gelden de gewone regels voor gezinshereniging.",
        "The period for family reunification ended on {0}; the ordinary family rules apply now.");

    /// <summary>A request is pending.</summary>
    public static readonly Refusal AlreadyRequested = new(
        "reunification.already-requested", "Vw 29(2)",
        "Er loopt al een nareisaanvraag.",
        "A request for family reunification is pending already.");

    /// <summary>For nobody.</summary>
    public static readonly Refusal ForNobody = new(
        "reunification.for-nobody", "fact",
        "Een nareisaanvraag is voor ten minste één gezinslid.",
        "A request for family reunification is for at least one relative.");

    /// <summary>No request is pending.</summary>
    public static readonly Refusal NotRequested = new(
        "reunification.not-requested", "Vw 29(2)",
        "Er loopt geen nareisaanvraag.",
        "No request for family reunification is pending.");

    /// <summary>More relatives than asked for.</summary>
    public static readonly Refusal MoreThanAsked = new(
        "reunification.more-than-asked", "fact",
        "De beslissing is voor meer gezinsleden dan gevraagd.",
        "The decision is for more relatives than was asked for.");

    /// <summary>A notice came in before.</summary>
    public static readonly Refusal AlreadyNoticed = new(
        "reunification-notice.already-received", "default-notice",
        "Er is al een ingebrekestelling voor deze nareisaanvraag ontvangen.",
        "A notice of default on this request has been received already.");

    /// <summary>The decision period still runs.</summary>
    public static readonly Refusal NoticePremature = new(
        "reunification-notice.premature", "family-decision-period",
        "De beslistermijn voor nareis loopt nog tot en met {0}.",
        "The decision period for family reunification still runs, through {0}.");

    internal static Decision Decide(CaseFile file, FamilyCommand command, Law law, Day today) => command switch
    {
        RequestReunification act => file.Procedure.Permit is not { } permit ? Permits.NoPermit
            : permit.Outcome == DecisionOutcome.GrantDerived ? DerivedPermit
            : file.Family.Pending ? AlreadyRequested
            : act.Relatives <= 0 ? ForNobody
            : !act.UnderConditions && WindowLastDay(file.Procedure, permit, law) is { } last && today > last ? WindowOver.On(last)
            : new ReunificationRequested(act.Relatives, act.UnderConditions ? true : null),
        DecideReunification act => !file.Family.Pending ? NotRequested
            : act.Relatives <= 0 ? ForNobody
            : file.Family.Relatives > 0 && act.Relatives > file.Family.Relatives ? MoreThanAsked
            : Decision.Of(new ReunificationDecided(act.Granted, act.Relatives, act.By), DecidedLate(file.Family, law, today)),
        ReceiveReunificationNotice => !file.Family.Pending ? NotRequested
            : file.Family.NoticeOn is not null ? AlreadyNoticed
            : DecisionLastDay(file.Family, law) is { } last && today <= last ? NoticePremature.On(last)
            : new ReunificationNoticeReceived(),
        _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
    };

    internal static FamilyState Evolve(FamilyState state, FamilyEvent happened, Day on) => happened switch
    {
        ReunificationRequested requested => new FamilyState(true, on, requested.Relatives, null),
        ReunificationDecided decided => state with { Pending = false, DecidedOn = on, Granted = decided.Granted, Relatives = decided.Relatives },
        ReunificationNoticeReceived => state with { NoticeOn = on },
        _ => throw new UnreachableException($"No state for {happened.GetType().Name}."),
    };

    /// <summary>Counted from the permit, or from the later day on which a court granted refugee status.</summary>
    private static Day? WindowLastDay(ProcedureState procedure, PermitState permit, Law law)
    {
        var none = default(NoTrace);
        return (procedure.Decision?.On > permit.On ? procedure.Decision.On : permit.On) is { } notified ? FamilyWindow.LastDay(law, notified, ref none) : null;
    }

    private static Day? DecisionLastDay(FamilyState state, Law law)
    {
        var none = default(NoTrace);
        return state.RequestedOn is { } requested ? FamilyDecisionPeriod.LastDay(law, requested, ref none) : null;
    }

    private static BreachRecorded? DecidedLate(FamilyState state, Law law, Day today) =>
        DecisionLastDay(state, law) is { } last && today > last ? new("family-decision-period", last) : null;
}
