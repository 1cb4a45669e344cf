using Schakel.Norms;
using Schakel.Norms.Procedure;

namespace Schakel.Chain.Procedure;

/// <summary>Issue the intention to withdraw the permit, or to refuse its renewal (voornemen tot intrekking; Vw 41).</summary>
/// <param name="By">Decision officer.</param>
/// <param name="Ground">The ground.</param>
public sealed record IntendWithdrawal(Official By, WithdrawalGround Ground) : PermitCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DecisionOfficer;

    /// <inheritdoc/>
    public override Presences For => Presences.Here | Presences.Gone | Presences.Departed; // Residence abroad is a ground.
}

/// <summary>Hand in the view on that intention (zienswijze op de intrekking).</summary>
public sealed record SubmitWithdrawalView : PermitCommand
{
    /// <inheritdoc/>
    public override Presences For => Presences.Here | Presences.Gone | Presences.Departed;
}

/// <summary>Hear the permit holder on the intention (gehoor over de intrekking).</summary>
/// <param name="By">Officer of the immigration service.</param>
/// <param name="Appeared">The holder came; otherwise the hearing was offered in vain.</param>
public sealed record HearOnWithdrawal(Official By, bool Appeared) : PermitCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HearingOfficer | OfficialRoles.DecisionOfficer;

    /// <inheritdoc/>
    public override Presences For => Presences.Here | Presences.Gone | Presences.Departed;
}

/// <summary>Take the intention back (afzien van intrekking).</summary>
/// <param name="By">Decision officer.</param>
public sealed record AbandonWithdrawal(Official By) : PermitCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DecisionOfficer;

    /// <inheritdoc/>
    public override Presences For => Presences.Here | Presences.Gone | Presences.Departed;
}

/// <summary>Withdraw the permit, on the ground of the intention (vergunning intrekken; Vw 32).</summary>
/// <param name="By">Decision officer.</param>
public sealed record WithdrawPermit(Official By) : PermitCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DecisionOfficer;

    /// <inheritdoc/>
    public override Presences For => Presences.Here | Presences.Gone | Presences.Departed;
}

/// <summary>Give the permit up (afstand doen van de vergunning): never by a click (red line 7).</summary>
/// <param name="InPerson">The holder said so in person.</param>
/// <param name="LawyerPresent">A lawyer was there.</param>
/// <param name="InterpreterPresent">An interpreter was there, or the holder and the official share a language.</param>
public sealed record GiveUpPermit(bool InPerson, bool LawyerPresent, bool InterpreterPresent) : PermitCommand
{
    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>The intention to withdraw was issued (voornemen uitgebracht).</summary>
/// <param name="Ground">The ground.</param>
/// <param name="By">Who issued it.</param>
[EventName("withdrawal-intended", 1)]
public sealed record WithdrawalIntended(
    [Category(DataCategory.Procedure)] WithdrawalGround Ground,
    [Category(DataCategory.Procedure)] Official By) : PermitEvent;

/// <summary>The view on it came in (zienswijze ontvangen).</summary>
/// <param name="InTime">Within the period for a view.</param>
[EventName("withdrawal-view-submitted", 1)]
public sealed record WithdrawalViewSubmitted([Category(DataCategory.Procedure)] bool InTime) : PermitEvent;

/// <summary>The holder was heard, or did not come (gehoord over de intrekking).</summary>
/// <param name="Appeared">The holder came.</param>
[EventName("heard-on-withdrawal", 1)]
public sealed record HeardOnWithdrawal([Category(DataCategory.Procedure)] bool Appeared) : PermitEvent;

/// <summary>The intention was taken back (van intrekking afgezien).</summary>
/// <param name="By">Who decided.</param>
[EventName("withdrawal-abandoned", 1)]
public sealed record WithdrawalAbandoned([Category(DataCategory.Procedure)] Official By) : PermitEvent;

/// <summary>The permit was withdrawn by a named official (vergunning ingetrokken).</summary>
/// <param name="Ground">The ground.</param>
/// <param name="By">Who decided.</param>
[EventName("permit-withdrawn", 1)]
public sealed record PermitWithdrawn(
    [Category(DataCategory.Procedure)] WithdrawalGround Ground,
    [Category(DataCategory.Procedure)] Official By) : PermitEvent;

/// <summary>The holder gave the permit up (afstand gedaan).</summary>
[EventName("permit-given-up", 1)]
public sealed record PermitGivenUp : PermitEvent;

/// <summary>Withdrawal (intrekking): intention, view, hearing, decision; the appeal against it is that of an unfounded application (norms PER-8).</summary>
public static class Withdrawals
{
    /// <summary>Intended before.</summary>
    public static readonly Refusal AlreadyIntended = new(
        "permit-withdrawal.already-intended", "Vw 41",
        "Er is al een voornemen tot intrekking.",
        "An intention to withdraw has been issued already.");

    /// <summary>The tie matters to a derived permit only.</summary>
    public static readonly Refusal NotDerived = new(
        "permit-withdrawal.not-derived", "Vw 32",
        "Een verbroken gezinsband is alleen bij een afgeleide vergunning een grond.",
        "A broken family tie is a ground for a derived permit only.");

    /// <summary>No intention.</summary>
    public static readonly Refusal NotIntended = new(
        "permit-withdrawal.not-intended", "Vw 41",
        "Er is geen voornemen tot intrekking of niet verlengen.",
        "There is no intention to withdraw or not to renew.");

    /// <summary>Viewed before.</summary>
    public static readonly Refusal AlreadyViewed = new(
        "permit-withdrawal.already-viewed", "view-period",
        "De zienswijze op dit voornemen is al ontvangen.",
        "The view on this intention has been received already.");

    /// <summary>The view is not in, and its period runs.</summary>
    public static readonly Refusal ViewPeriodRuns = new(
        "permit-withdrawal.view-period-runs", "view-period",
        "De termijn voor de zienswijze op de intrekking loopt nog tot en met {0}.",
        "The period for a view on the withdrawal still runs, through {0}.");

    /// <summary>Heard before.</summary>
    public static readonly Refusal AlreadyHeard = new(
        "permit-withdrawal.already-heard", "Vw 41",
        "De vergunninghouder is al over dit voornemen gehoord.",
        "The holder has been heard on this intention already.");

    /// <summary>Not heard.</summary>
    public static readonly Refusal NotHeard = new(
        "permit-withdrawal.not-heard", "PER-8",
        "De vergunninghouder is nog niet in de gelegenheid gesteld te worden gehoord.",
        "The holder has not been given the opportunity to be heard.");

    /// <summary>Giving up needs a lawyer and an interpreter, in person.</summary>
    public static readonly Refusal NotByAClick = new(
        "permit-withdrawal.given-up-by-a-click", "red-line-7",
        "Van een vergunning wordt alleen in persoon afstand gedaan, met advocaat en tolk.",
        "A permit is given up only in person, with a lawyer and an interpreter.");

    internal static Decision Intend(CaseFile file, IntendWithdrawal command) =>
        (file.Procedure.Permit ?? RenewedAfterEnd(file.Procedure)) is not { } permit ? Permits.NoPermit
        : file.Procedure.Permits.Withdrawal is not null ? AlreadyIntended
        : command.Ground == WithdrawalGround.FamilyTieBroken && permit.Outcome != DecisionOutcome.GrantDerived ? NotDerived
        : new WithdrawalIntended(command.Ground, command.By);

    internal static Decision View(CaseFile file, Law law, Day today) =>
        file.Procedure.Permits.Withdrawal is not { } intended ? NotIntended
        : intended.ViewOn is not null ? AlreadyViewed
        : new WithdrawalViewSubmitted(today <= ViewLastDay(intended, law));

    internal static Decision Hear(CaseFile file, HearOnWithdrawal command, Law law, Day today) =>
        file.Procedure.Permits.Withdrawal is not { } intended ? NotIntended
        : intended.Heard ? AlreadyHeard
        : AgainstUnviewed(intended, law, today) ?? Decision.FromChainEvent(new HeardOnWithdrawal(command.Appeared));

    internal static Decision Abandon(CaseFile file, AbandonWithdrawal command) =>
        file.Procedure.Permits.Withdrawal is null ? NotIntended : new WithdrawalAbandoned(command.By);

    internal static Decision Decide(CaseFile file, WithdrawPermit command, Law law, Day today) =>
        file.Procedure.Permit is null ? Permits.NoPermit
        : AgainstAdverse(file, law, today) ?? Decision.FromChainEvent(new PermitWithdrawn(file.Procedure.Permits.Withdrawal!.Ground, command.By));

    internal static Decision GiveUp(CaseFile file, GiveUpPermit command) =>
        file.Procedure.Permit is null ? Permits.NoPermit
        : command is { InPerson: true, LawyerPresent: true, InterpreterPresent: true } ? new PermitGivenUp()
        : NotByAClick;

    /// <summary>What stands in the way of taking a permit away, or refusing a longer one: intention, view, hearing.</summary>
    internal static Refusal? AgainstAdverse(CaseFile file, Law law, Day today) =>
        file.Procedure.Permits.Withdrawal is not { } intended ? NotIntended
        : AgainstUnviewed(intended, law, today) ?? (intended.Heard ? null : NotHeard);

    internal static ProcedureState TakeAway(ProcedureState state, WithdrawalGround ground, Official by, Day on) => state with
    {
        Permit = null,
        Permits = PermitAffairs.None,
        Decision = new(DecisionOutcome.Unfounded, on, false) { By = by, Withdrawn = new(state.Permit!, state.Decision!, ground) { Renewal = state.Permits.Renewal } },
        Appeal = null,
        Courts = state.Courts.ForNewDecision(),
    };

    /// <summary>Nothing is left of the grant: as if the application was withdrawn.</summary>
    internal static ProcedureState GivenUp(ProcedureState state) => state with
    {
        Application = (state.Application ?? ApplicationState.Lodged(1, null)) with { Status = ApplicationStatus.Withdrawn },
        Permit = null,
        Permits = PermitAffairs.None,
        Decision = null,
        Appeal = null,
        Courts = state.Courts.ForNewDecision(),
    };

    private static PermitState? RenewedAfterEnd(ProcedureState procedure) =>
        procedure.Permits.Renewal is not null ? procedure.Permits.Ended : null;

    private static Refusal? AgainstUnviewed(WithdrawalState intended, Law law, Day today) =>
        intended.ViewOn is null && ViewLastDay(intended, law) is var last && today <= last ? ViewPeriodRuns.On(last) : null;

    private static Day ViewLastDay(WithdrawalState intended, Law law)
    {
        var none = default(NoTrace);
        return ViewLastDay(intended, law, ref none);
    }

    /// <summary>The last day for a view, with a receipt.</summary>
    internal static Day ViewLastDay<TTrace>(WithdrawalState intended, Law law, ref TTrace trace)
        where TTrace : struct, ITrace => ViewPeriod.LastDay(law, intended.IntentionOn, ViewProcedure.Withdrawal, ref trace);
}
