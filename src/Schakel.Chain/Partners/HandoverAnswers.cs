using Schakel.Norms;

namespace Schakel.Chain.Partners;

/// <summary>Accept or decline a referral, a transfer or a request for one (aanvaarden of afwijzen).</summary>
/// <param name="By">Who answers, for <paramref name="Partner"/>.</param>
/// <param name="Partner">The partner that answers.</param>
/// <param name="Number">Which one.</param>
/// <param name="Accepted">Accepted; otherwise declined.</param>
public sealed record AnswerHandover(Official By, Partner Partner, int Number, bool Accepted) : PartnersCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => PartnerKinds.RolesOf(Partner);
}

/// <summary>Revoke a referral, an offer or a request (intrekken): what was shared is shared no longer.</summary>
/// <param name="By">Who revokes, for <paramref name="Partner"/>.</param>
/// <param name="Partner">The partner that opened it.</param>
/// <param name="Number">Which one.</param>
public sealed record RevokeHandover(Official By, Partner Partner, int Number) : PartnersCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => PartnerKinds.RolesOf(Partner);
}

/// <summary>Complete a referral (afronden): the partner did its part, and sharing ends.</summary>
/// <param name="By">Who completes, for <paramref name="Partner"/>.</param>
/// <param name="Partner">The partner that was asked.</param>
/// <param name="Number">Which one.</param>
public sealed record CompleteReferral(Official By, Partner Partner, int Number) : PartnersCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => PartnerKinds.RolesOf(Partner);
}

/// <summary>A referral, transfer or request was answered (beantwoord).</summary>
/// <param name="Number">Which one.</param>
/// <param name="Accepted">Accepted; otherwise declined.</param>
/// <param name="By">Who answered.</param>
[EventName("handover-answered", 1)]
public sealed record HandoverAnswered(
    [Category(DataCategory.None)] int Number,
    [Category(DataCategory.Procedure)] bool Accepted,
    [Category(DataCategory.None)] Official By) : PartnersEvent;

/// <summary>A referral, offer or request was revoked (ingetrokken).</summary>
/// <param name="Number">Which one.</param>
/// <param name="By">Who revoked it.</param>
[EventName("handover-revoked", 1)]
public sealed record HandoverRevoked(
    [Category(DataCategory.None)] int Number,
    [Category(DataCategory.None)] Official By) : PartnersEvent;

/// <summary>A referral was completed (afgerond).</summary>
/// <param name="Number">Which one.</param>
/// <param name="By">Who completed it.</param>
[EventName("referral-completed", 1)]
public sealed record ReferralCompleted(
    [Category(DataCategory.None)] int Number,
    [Category(DataCategory.None)] Official By) : PartnersEvent;

/// <summary>What becomes of referrals and transfers (antwoord, intrekking, afronding).</summary>
public static class HandoverAnswers
{
    /// <summary>No such number.</summary>
    public static readonly Refusal None = new(
        "handover.none", "fact",
        "Dit dossier heeft geen verwijzing of overdracht met dit nummer.",
        "This file has no referral or transfer with this number.");

    /// <summary>Another partner's.</summary>
    public static readonly Refusal NotYours = new(
        "handover.not-yours", "AVG 5(1)(f)",
        "Dit is aan een andere partner.",
        "This is up to another partner.");

    /// <summary>Answered, revoked or completed before.</summary>
    public static readonly Refusal NotOpen = new(
        "handover.not-open", "fact",
        "Deze verwijzing of overdracht staat niet meer open.",
        "This referral or transfer is not open any more.");

    /// <summary>The last day of sharing has passed.</summary>
    public static readonly Refusal Lapsed = new(
        "handover.lapsed", "AVG 5(1)(e)",
        "Deze verwijzing liep tot en met {0}.",
        "This referral ran through {0}.");

    /// <summary>Not accepted, or no referral.</summary>
    public static readonly Refusal NotAccepted = new(
        "handover.not-accepted", "fact",
        "Alleen een verwijzing die is aanvaard, kan worden afgerond.",
        "Only a referral that was accepted can be completed.");

    internal static Decision Decide(PartnersState state, AnswerHandover command, Day today) =>
        state.Find(command.Number) is not { } handover ? None
        : handover.Answerer != command.Partner ? NotYours
        : handover.Status != HandoverStatus.Open ? NotOpen
        : command.Accepted && handover.Until is { } until && today > until ? Lapsed.On(until)
        : command.Accepted && handover.Kind != HandoverKind.Referral && state.HolderOf(handover.Purpose) != handover.From ? Handovers.NotHolder
        : new HandoverAnswered(command.Number, command.Accepted, command.By);

    internal static Decision Decide(PartnersState state, RevokeHandover command) =>
        state.Find(command.Number) is not { } handover ? None
        : handover.Opener != command.Partner ? NotYours
        : handover.Status == HandoverStatus.Open || handover is { Status: HandoverStatus.Accepted, Kind: HandoverKind.Referral }
            ? new HandoverRevoked(command.Number, command.By) : NotOpen;

    internal static Decision Decide(PartnersState state, CompleteReferral command) =>
        state.Find(command.Number) is not { } handover ? None
        : handover.To != command.Partner ? NotYours
        : handover is { Status: HandoverStatus.Accepted, Kind: HandoverKind.Referral }
            ? new ReferralCompleted(command.Number, command.By) : NotAccepted;
}
