namespace Schakel.Chain.Procedure;

/// <summary>
/// Ask for a talk on withdrawing the application (gesprek over intrekking vragen), by the applicant, also from the portal. It opens a talk and ends
/// nothing: every term and right goes on, and only <see cref="WithdrawApplication"/> withdraws (red line 7).
/// </summary>
public sealed record AskWithdrawalTalk : ProcedureCommand
{
    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>Hold the talk (gesprek voeren). Whether the application is withdrawn after it is another act.</summary>
/// <param name="By">Officer of the immigration service.</param>
public sealed record HoldWithdrawalTalk(Official By) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HearingOfficer | OfficialRoles.DecisionOfficer;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>The applicant asked for a talk on withdrawal (gesprek gevraagd). Nothing follows from it.</summary>
[EventName("withdrawal-talk-asked", 1)]
public sealed record WithdrawalTalkAsked : ProcedureEvent;

/// <summary>The talk was held (gesprek gevoerd).</summary>
/// <param name="By">Who held it.</param>
[EventName("withdrawal-talk-held", 1)]
public sealed record WithdrawalTalkHeld([Category(DataCategory.Procedure)] Official By) : ProcedureEvent;

/// <summary>Talks on withdrawal (gesprekken over intrekking).</summary>
public static class WithdrawalTalks
{
    /// <summary>Asked before.</summary>
    public static readonly Refusal AlreadyAsked = new(
        "withdrawal-talk.already-asked", "fact",
        "Er is al een gesprek over intrekking gevraagd.",
        "A talk on withdrawal has been asked already.");

    /// <summary>No talk was asked.</summary>
    public static readonly Refusal NotAsked = new(
        "withdrawal-talk.not-asked", "red-line-7",
        "De aanvrager heeft geen gesprek over intrekking gevraagd; de dienst begint daar niet over.",
        "The applicant did not ask for a talk on withdrawal; the service does not bring it up.");

    internal static Decision Decide(CaseFile file, AskWithdrawalTalk _) =>
        file.Procedure.Open is not { } application ? Applications.NoneOpen
        : application.WithdrawalTalkAskedOn is not null ? AlreadyAsked
        : new WithdrawalTalkAsked();

    internal static Decision Decide(CaseFile file, HoldWithdrawalTalk command) =>
        file.Procedure.Open is not { } application ? Applications.NoneOpen
        : application.WithdrawalTalkAskedOn is null ? NotAsked
        : new WithdrawalTalkHeld(command.By);
}
