using System.Diagnostics;
using Schakel.Norms;

namespace Schakel.Chain.Procedure;

/// <summary>A command on a permit that was issued (verlenging, intrekking, einde van de vergunning).</summary>
public abstract record PermitCommand : ProcedureCommand;

/// <summary>An event of a permit that was issued.</summary>
public abstract record PermitEvent : ProcedureEvent;

/// <summary>Why a permit is withdrawn or not renewed (intrekkingsgrond; Vw 32, norms PER-8).</summary>
public enum WithdrawalGround
{
    /// <summary>False or withheld data (onjuiste of achtergehouden gegevens).</summary>
    FalseData = 0,
    /// <summary>Public order or national security (openbare orde, nationale veiligheid).</summary>
    PublicOrder,
    /// <summary>The ground of the grant lapsed (grond vervallen).</summary>
    GroundLapsed,
    /// <summary>Main residence abroad (hoofdverblijf buiten Nederland).</summary>
    ResidenceAbroad,
    /// <summary>Of a derived permit: the family tie is broken (gezinsband verbroken).</summary>
    FamilyTieBroken,
}

/// <summary>A request for renewal that waits for a decision (aanvraag om verlenging).</summary>
/// <param name="ReceivedOn">Day of receipt.</param>
/// <param name="Indefinite">For an indefinite time.</param>
public sealed record RenewalState(Day ReceivedOn, bool Indefinite);

/// <summary>An intention to withdraw, or not to renew, and what followed (voornemen tot intrekking).</summary>
/// <param name="Ground">The ground.</param>
/// <param name="IntentionOn">Day of the intention.</param>
/// <param name="ViewOn">Day the view came in.</param>
/// <param name="Heard">A hearing was offered, and held or not attended.</param>
public sealed record WithdrawalState(WithdrawalGround Ground, Day IntentionOn, Day? ViewOn, bool Heard);

/// <summary>What a withdrawal took away, so that an annulment can give it back (ingetrokken vergunning).</summary>
/// <param name="Permit">The permit.</param>
/// <param name="Before">The decision it rested on.</param>
/// <param name="Ground">The ground.</param>
public sealed record WithdrawnState(PermitState Permit, DecisionState Before, WithdrawalGround Ground)
{
    /// <summary>The request for renewal that it ended, and that waits for a decision again when it is annulled.</summary>
    public RenewalState? Renewal { get; init; }
}

/// <summary>Renewal, withdrawal and end of the permit (vergunningsbeheer).</summary>
/// <param name="Renewal">The request that waits for a decision.</param>
/// <param name="Withdrawal">The intention that stands.</param>
/// <param name="Ended">The permit that expired.</param>
public sealed record PermitAffairs(RenewalState? Renewal, WithdrawalState? Withdrawal, PermitState? Ended)
{
    /// <summary>Nothing.</summary>
    public static PermitAffairs None { get; } = new(null, null, null);
}

/// <summary>Permits: hands each command and event to its subject.</summary>
internal static class PermitRoom
{
    internal static Decision Decide(CaseFile file, PermitCommand command, Law law, Day today) => command switch
    {
        RequestRenewal => Renewals.Request(file),
        DecideRenewal act => Renewals.Decide(file, act, law, today),
        RequestIndefinitePermit => IndefinitePermits.Request(file, law, today),
        DecideIndefinitePermit act => IndefinitePermits.Decide(file, act, law, today),
        RecordPermitExpiry => Renewals.Expire(file, today),
        IntendWithdrawal act => Withdrawals.Intend(file, act),
        SubmitWithdrawalView => Withdrawals.View(file, law, today),
        HearOnWithdrawal act => Withdrawals.Hear(file, act, law, today),
        AbandonWithdrawal act => Withdrawals.Abandon(file, act),
        WithdrawPermit act => Withdrawals.Decide(file, act, law, today),
        GiveUpPermit act => Withdrawals.GiveUp(file, act),
        _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
    };

    internal static ProcedureState Evolve(ProcedureState state, PermitEvent happened, Day on) => happened switch
    {
        RenewalRequested => Change(state, state.Permits with { Renewal = new(on, Indefinite: false) }),
        IndefinitePermitRequested => Change(state, state.Permits with { Renewal = new(on, Indefinite: true) }),
        RenewalDecided decided => Renewals.Evolve(state, decided, on),
        IndefinitePermitDecided decided => IndefinitePermits.Evolve(state, decided, on),
        PermitExpired => state with { Permit = null, Permits = state.Permits with { Ended = state.Permit, Withdrawal = null } },
        WithdrawalIntended intended => Change(state, state.Permits with { Withdrawal = new(intended.Ground, on, null, false) }),
        WithdrawalViewSubmitted => Change(state, state.Permits with { Withdrawal = state.Permits.Withdrawal! with { ViewOn = on } }),
        HeardOnWithdrawal => Change(state, state.Permits with { Withdrawal = state.Permits.Withdrawal! with { Heard = true } }),
        WithdrawalAbandoned => Change(state, state.Permits with { Withdrawal = null }),
        PermitWithdrawn withdrawn => Withdrawals.TakeAway(state, withdrawn.Ground, withdrawn.By, on),
        PermitGivenUp => Withdrawals.GivenUp(state),
        _ => throw new UnreachableException($"No state for {happened.GetType().Name}."),
    };

    private static ProcedureState Change(ProcedureState state, PermitAffairs permits) => state with { Permits = permits };
}
