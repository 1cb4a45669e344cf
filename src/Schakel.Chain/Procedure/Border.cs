using Schakel.Chain.Family;
using Schakel.Chain.Return;
using Schakel.Norms;
using Schakel.Norms.Procedure;
using Schakel.Norms.Return;
using DetentionNorm = Schakel.Norms.Return.Detention;

namespace Schakel.Chain.Procedure;

/// <summary>Defer entry and impose border detention (uitstel van toegang, grensdetentie; Vw 3(3), 6).</summary>
/// <param name="By">Officer of the Marechaussee.</param>
public sealed record DeferEntry(Official By) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.BorderGuard;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>End the border procedure into the open one (toegang verlenen).</summary>
/// <param name="By">Officer; the clock when entry follows by operation of law.</param>
/// <param name="ByOperationOfLaw">The four weeks are over without a decision.</param>
public sealed record GrantEntry(Official By, bool ByOperationOfLaw) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.BorderGuard | OfficialRoles.HearingOfficer | OfficialRoles.DecisionOfficer;

    /// <inheritdoc/>
    public bool ByLaw => ByOperationOfLaw;
}

/// <summary>Entry was deferred and border detention imposed (toegang uitgesteld).</summary>
/// <param name="By">Who decided.</param>
[EventName("entry-deferred", 1)]
public sealed record EntryDeferred([Category(DataCategory.Procedure)] Official By) : ProcedureEvent;

/// <summary>Entry was granted (toegang verleend).</summary>
/// <param name="ByOperationOfLaw">Because the four weeks were over.</param>
[EventName("entry-granted", 1)]
public sealed record EntryGranted([Category(DataCategory.Procedure)] bool ByOperationOfLaw) : ProcedureEvent;

/// <summary>The border procedure (grensprocedure).</summary>
public static class Border
{
    /// <summary>Norm that a breach of the four weeks names.</summary>
    internal const string NormId = "border-procedure";

    /// <summary>Did not ask at the border.</summary>
    public static readonly Refusal NotAtBorder = new(
        "border.not-at-border", "Vw 3",
        "De grensprocedure is er alleen voor wie aan de buitengrens om bescherming vroeg.",
        "The border procedure is only for someone who asked for protection at the outer border.");

    /// <summary>No border detention for minors.</summary>
    public static readonly Refusal Minor = new(
        "border.minor", "border-procedure",
        "Een minderjarige wordt niet aan de grens vastgehouden.",
        "A minor is not detained at the border.");

    /// <summary>No border detention for a family with minors.</summary>
    public static readonly Refusal FamilyWithMinors = new(
        "border.family-with-minors", "border-procedure",
        "Een gezin met minderjarige kinderen wordt niet aan de grens vastgehouden.",
        "A family with minor children is not detained at the border.");

    /// <summary>Deferred before.</summary>
    public static readonly Refusal AlreadyDeferred = new(
        "border.already-deferred", "Vw 3",
        "De toegang is al uitgesteld, of al verleend.",
        "Entry has been deferred, or granted, already.");

    /// <summary>No border procedure runs.</summary>
    public static readonly Refusal NotDeferred = new(
        "border.not-deferred", "Vw 3",
        "Er loopt geen grensprocedure.",
        "No border procedure is running.");

    /// <summary>Entry by operation of law comes only after the last day.</summary>
    public static readonly Refusal PeriodRuns = new(
        "border.period-runs", "border-procedure",
        "De grensprocedure loopt nog tot en met {0}; toegang van rechtswege volgt daarna.",
        "The border procedure still runs, through {0}; entry by operation of law comes after it.");

    /// <summary>Decided within the border procedure: no entry by operation of law.</summary>
    public static readonly Refusal DecidedInTime = new(
        "border.decided-in-time", "border-procedure",
        "In de grensprocedure is op tijd afgewezen; toegang van rechtswege volgt dan niet.",
        "The application was refused in time in the border procedure; entry by operation of law does not follow.");

    /// <summary>The border procedure is over: the case goes on in the open one.</summary>
    public static readonly Refusal PeriodOver = new(
        "border.period-over", "border-procedure",
        "De grensprocedure eindigde op {0}; verleen eerst toegang, daarna gaat de zaak verder in spoor 4.",
        "The border procedure ended on {0}; grant entry first, then the case goes on in track 4.");

    internal static Decision Decide(CaseFile file, Household household, DeferEntry command, Day today) =>
        !file.Registration.AtBorder ? NotAtBorder
        : file.Procedure.Border is not null ? AlreadyDeferred
        : Registration.Age.IsMinor(file.Registration.Born, today) ? Minor
        : household.HasMinorOn(today) ? FamilyWithMinors
        : new EntryDeferred(command.By);

    /// <summary>Where the procedure is run: every day counts as long as entry is deferred at Schiphol.</summary>
    internal static Centre CentreOf(CaseFile file) =>
        file.Procedure.Border is { EnteredOn: null } ? Centre.Schiphol : Centre.Land;

    internal static Decision Decide(CaseFile file, GrantEntry command, Law law, Day today)
    {
        if (file.Procedure.Border is not { EnteredOn: null } border)
        {
            return NotDeferred;
        }
        var last = LastDay(border, law);
        var refused = RefusedInTime(file, last) is not null;
        // The clock records what follows from the act, and nothing before it follows.
        return command.ByOperationOfLaw && refused ? DecidedInTime
            : command.ByOperationOfLaw && today <= last ? PeriodRuns.On(last)
            : Decision.Of(new EntryGranted(command.ByOperationOfLaw), command.ByOperationOfLaw
                ? Held(file, law, today.PlusDays(-1)) // Entry by operation of law comes with the first day after the last.
                : Held(file, law, today));
    }

    /// <summary>The last day on which someone may be held at the border; absent when nobody is.</summary>
    internal static Day? ReleaseBy(CaseFile file, Law law)
    {
        if (file.Procedure.Border is not { EnteredOn: null } border)
        {
            return null;
        }
        var last = LastDay(border, law);
        if (RefusedInTime(file, last) is not { On: { } refused } decision)
        {
            return last;
        }
        var none = default(NoTrace);
        return decision.Outcome == DecisionOutcome.NotTakenUp
            ? DetentionNorm.LastDay(law, file.Procedure.Dublin?.AcceptedOn ?? refused, DetentionGround.Transfer, false, false, ref none)
            : DetentionNorm.LastDay(law, refused, DetentionGround.BorderReturn, false, false, ref none);
    }

    /// <summary>The breach when someone is held at the border longer than may be; null when nobody is.</summary>
    internal static BreachRecorded? Held(CaseFile file, Law law, Day today) =>
        file.Procedure.Border is { EnteredOn: null } border && ReleaseBy(file, law) is { } last && today > last
            ? new(RefusedInTime(file, LastDay(border, law)) is null ? NormId : DetentionMaximum.NormId, last) : null;

    /// <summary>Someone who is no longer there is no longer held; entry that was granted stays on record.</summary>
    internal static ProcedureState Left(ProcedureState state) =>
        state.Border is { EnteredOn: null } ? state with { Border = null } : state;

    /// <summary>The refusal of a step in the border procedure after its last day; otherwise null.</summary>
    internal static Refusal? AgainstGoingOn(CaseFile file, ProcedureCommand command, Law law, Day today) =>
        command is PlanInterview or MoveInterview or ChooseInterviewDay or HoldInterview or IssueIntention or DecideApplication
            && !(command is DecideApplication decide && Decisions.IsGrant(decide.Outcome)) // Who is granted protection does not wait for entry.
            && GoesOnThrough(file, law) is { } last && today > last
            ? PeriodOver.On(last) : null;

    /// <summary>The last day for steps in the border procedure; absent where none is running, or the application was decided.</summary>
    internal static Day? GoesOnThrough(CaseFile file, Law law) =>
        file.Procedure is { Border: { EnteredOn: null } border, Open: not null } ? LastDay(border, law) : null;

    internal static Day LastDay(BorderState border, Law law)
    {
        var none = default(NoTrace);
        return LastDay(border, law, ref none);
    }

    /// <summary>The same, with a receipt.</summary>
    internal static Day LastDay<TTrace>(BorderState border, Law law, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        return BorderProcedure.LastDay(law, border.DeferredOn, ref trace);
    }

    /// <summary>The refusal within the border procedure, which is a refusal of entry too: the person may be held to leave.</summary>
    internal static DecisionState? RefusedInTime(CaseFile file, Day last) =>
        file.Procedure.Decision is { On: { } on } decision && !Decisions.IsGrant(decision.Outcome) && on <= last ? decision : null;
}
