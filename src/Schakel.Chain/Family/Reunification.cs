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

    /// <summary>The decision period stands still since the day after this one: completion was asked (Awb 4:15).</summary>
    public Day? CompletionAskedOn { get; init; }

    /// <summary>Last day given to complete the request.</summary>
    public Day? CompleteBy { get; init; }

    /// <summary>Days the decision period stood still on earlier occasions.</summary>
    public int StoodStill { get; init; }

    /// <summary>Research into the family tie that goes on.</summary>
    public TieResearchMeans Researching { get; init; }

    /// <summary>Day of the latest grant; absent when there was none.</summary>
    public Day? GrantedOn { get; init; }

    /// <summary>Entry visas of that grant that can still be collected.</summary>
    public int VisasToCollect { get; init; }

    /// <summary>Day on which visas were collected last.</summary>
    public Day? CollectedOn { get; init; }

    /// <summary>Day on which relatives arrive, as announced last.</summary>
    public Day? TravelOn { get; init; }

    /// <summary>Day on which this person, a relative who came on an entry visa, reported.</summary>
    public Day? ReportedOn { get; init; }

    /// <summary>Administrative penalty paid on this request, in euro.</summary>
    public int PaidEuro { get; init; }
}

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

    /// <summary>The wait of a sponsor with subsidiary protection runs.</summary>
    public static readonly Refusal WaitRuns = new(
        "reunification.wait-runs", "family-conditions",
        "Bij subsidiaire bescherming kan nareis pas vanaf {0} worden gevraagd.",
        "With subsidiary protection family reunification can be asked for only from {0}.");

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
            : FirstDay(file.Procedure, permit, law) is { } first && today < first ? WaitRuns.On(first)
            : !act.UnderConditions && WindowLastDay(file.Procedure, permit, law) is { } last && today > last ? WindowOver.On(last)
            : new ReunificationRequested(act.Relatives, act.UnderConditions ? true : null),
        DecideReunification act => !file.Family.Pending ? NotRequested
            : act.Relatives <= 0 ? ForNobody
            : file.Family.Relatives > 0 && act.Relatives > file.Family.Relatives ? MoreThanAsked
            : Decision.Of(new ReunificationDecided(act.Granted, act.Relatives, act.By), DecidedLate(file, law, today)),
        ReceiveReunificationNotice => !file.Family.Pending ? NotRequested
            : file.Family.NoticeOn is not null ? AlreadyNoticed
            : DecisionLastDay(file, law, today) is { } last && today <= last ? NoticePremature.On(last)
            : new ReunificationNoticeReceived(),
        _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
    };

    internal static FamilyState Evolve(FamilyState state, FamilyEvent happened, Day on) => happened switch
    {
        ReunificationRequested requested => new FamilyState(true, on, requested.Relatives, null)
        {
            GrantedOn = state.GrantedOn,
            VisasToCollect = state.VisasToCollect,
            CollectedOn = state.CollectedOn,
            TravelOn = state.TravelOn,
            ReportedOn = state.ReportedOn,
        },
        ReunificationDecided { Granted: true } decided => Closed(state) with
        {
            GrantedOn = on,
            Relatives = decided.Relatives,
            VisasToCollect = decided.Relatives,
            CollectedOn = null,
            TravelOn = null,
        },
        ReunificationDecided => Closed(state),
        ReunificationDocumentsAsked asked => state with { CompletionAskedOn = on, CompleteBy = asked.CompleteBy },
        ReunificationDocumentsReceived => state with
        {
            CompletionAskedOn = null,
            CompleteBy = null,
            StoodStill = state.StoodStill + StandsStill(state, on),
        },
        TieResearchBegun begun => state with { Researching = state.Researching | begun.Means },
        TieResearchConcluded concluded => state with { Researching = state.Researching & ~concluded.Means },
        EntryVisasCollected collected => state with { VisasToCollect = state.VisasToCollect - collected.Relatives, CollectedOn = on },
        FamilyTravelAnnounced announced => state with { TravelOn = announced.ArriveOn },
        FamilyArrivalReported => state with { ReportedOn = on },
        ReunificationNoticeReceived => state with { NoticeOn = on },
        _ => throw new UnreachableException($"No state for {happened.GetType().Name}."),
    };

    /// <summary>First day to ask; absent when the day of the permit is not known.</summary>
    internal static Day? FirstDay(ProcedureState procedure, PermitState permit, Law law)
    {
        var none = default(NoTrace);
        var subsidiary = (procedure.Decision?.Outcome ?? permit.Outcome) == DecisionOutcome.GrantSubsidiary;
        return permit.On is { } on ? FamilyConditions.FirstDay(law, on, subsidiary, ref none) : null;
    }

    /// <summary>Counted from the permit, or from the later day on which a court granted refugee status.</summary>
    internal static Day? WindowLastDay(ProcedureState procedure, PermitState permit, Law law)
    {
        var none = default(NoTrace);
        return WindowLastDay(procedure, permit, law, ref none);
    }

    /// <summary>The same, with a receipt.</summary>
    internal static Day? WindowLastDay<TTrace>(ProcedureState procedure, PermitState permit, Law law, ref TTrace trace)
        where TTrace : struct, ITrace =>
        (procedure.Decision?.On > permit.On ? procedure.Decision.On : permit.On) is { } notified ? FamilyWindow.LastDay(law, notified, ref trace) : null;

    /// <summary>
    /// Last day, inclusive, to decide on the request: the law's period, and the days on which it stood still because completion was asked
    /// (Awb 4:15). Absent without a request, or when its day is not known.
    /// </summary>
    /// <param name="file">The sponsor's file.</param>
    /// <param name="law">The law.</param>
    /// <param name="today">The day; while completion is awaited, the last day moves along with it.</param>
    public static Day? DecisionLastDay(CaseFile file, Law law, Day today)
    {
        if (file.Family is not { Pending: true, RequestedOn: { } requested } state)
        {
            return null;
        }
        var none = default(NoTrace);
        return FamilyDecisionPeriod.LastDay(law, requested, ref none).PlusDays(state.StoodStill + StandsStill(state, today));
    }

    /// <summary>The same as it stands on any day: absent while completion is awaited, when it moves with each day.</summary>
    internal static Day? DecisionLastDay(FamilyState state, Law law)
    {
        var none = default(NoTrace);
        return DecisionLastDay(state, law, ref none);
    }

    /// <summary>The same, with a receipt.</summary>
    internal static Day? DecisionLastDay<TTrace>(FamilyState state, Law law, ref TTrace trace)
        where TTrace : struct, ITrace =>
        state is { Pending: true, RequestedOn: { } requested, CompletionAskedOn: null }
            ? FamilyDecisionPeriod.LastDay(law, requested, ref trace).PlusDays(state.StoodStill) : null;

    /// <summary>
    /// The day that the period cannot pass: with completion awaited, as if the answer never came. Asked for too late, the period was over before.
    /// </summary>
    internal static Day? SettledLastDay(FamilyState state, Law law)
    {
        if (DecisionLastDay(state with { CompletionAskedOn = null }, law) is not { } last)
        {
            return null;
        }
        return state is { CompletionAskedOn: { } asked, CompleteBy: { } by } && asked < last ? last.PlusDays(Math.Max(0, by - asked)) : last;
    }

    /// <summary>Days that do not count: from the day after the question to the day before the answer, or to the last day given for it.</summary>
    private static int StandsStill(FamilyState state, Day answered)
    {
        if (state is not { CompletionAskedOn: { } asked, CompleteBy: { } by })
        {
            return 0;
        }
        var last = answered.PlusDays(-1);
        return Math.Max(0, Day.Earlier(last, by) - asked);
    }

    private static FamilyState Closed(FamilyState state) =>
        state with { Pending = false, CompletionAskedOn = null, CompleteBy = null, StoodStill = 0, Researching = TieResearchMeans.None };

    private static BreachRecorded? DecidedLate(CaseFile file, Law law, Day today) =>
        DecisionLastDay(file, law, today) is { } last && today > last ? new("family-decision-period", last) : null;
}
