using Schakel.Norms;

namespace Schakel.Chain.Partners;

/// <summary>Refer someone to a partner, and share what that partner needs (verwijzen).</summary>
/// <param name="By">Who refers, for <paramref name="From"/>.</param>
/// <param name="Number">The next number on this file.</param>
/// <param name="From">The partner that refers.</param>
/// <param name="To">The partner that is asked.</param>
/// <param name="Purpose">For what.</param>
/// <param name="Data">Categories that are shared once the referral is accepted.</param>
/// <param name="Until">Last day of sharing, inclusive.</param>
/// <param name="Basis">Legal basis, where a wall stands between the two.</param>
public sealed record ReferToPartner(
    Official By, int Number, Partner From, Partner To, Purpose Purpose, SharedData Data, Day Until, LegalBasis Basis = LegalBasis.None)
    : PartnersCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => PartnerKinds.RolesOf(From);
}

/// <summary>Offer to hand responsibility over (overdracht aanbieden).</summary>
/// <param name="By">Who offers, for <paramref name="From"/>.</param>
/// <param name="Number">The next number on this file.</param>
/// <param name="From">The responsible partner.</param>
/// <param name="To">The partner that is to take over.</param>
/// <param name="Purpose">For what.</param>
/// <param name="Data">Categories that go along.</param>
/// <param name="Basis">Legal basis, where a wall stands between the two.</param>
public sealed record OfferTransfer(
    Official By, int Number, Partner From, Partner To, Purpose Purpose, SharedData Data, LegalBasis Basis = LegalBasis.None)
    : PartnersCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => PartnerKinds.RolesOf(From);
}

/// <summary>Ask the responsible partner to hand over (om overdracht verzoeken).</summary>
/// <param name="By">Who asks, for <paramref name="To"/>.</param>
/// <param name="Number">The next number on this file.</param>
/// <param name="To">The partner that wants to take over.</param>
/// <param name="Purpose">For what.</param>
/// <param name="Data">Categories that would go along.</param>
/// <param name="Basis">Legal basis, where a wall stands between the two.</param>
public sealed record RequestTransfer(
    Official By, int Number, Partner To, Purpose Purpose, SharedData Data, LegalBasis Basis = LegalBasis.None)
    : PartnersCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => PartnerKinds.RolesOf(To);
}

/// <summary>A partner was asked to do its part (verwezen).</summary>
/// <param name="Number">Number on this file.</param>
/// <param name="From">The partner that refers.</param>
/// <param name="To">The partner that is asked.</param>
/// <param name="Purpose">For what.</param>
/// <param name="Data">Categories that are shared once accepted.</param>
/// <param name="Until">Last day of sharing, inclusive.</param>
/// <param name="Basis">Legal basis.</param>
/// <param name="By">Who referred.</param>
[EventName("partner-referred", 1)]
public sealed record PartnerReferred(
    [Category(DataCategory.None)] int Number,
    [Category(DataCategory.Procedure)] Partner From,
    [Category(DataCategory.Vulnerability)] Partner To,
    [Category(DataCategory.Vulnerability)] Purpose Purpose,
    [Category(DataCategory.Procedure)] SharedData Data,
    [Category(DataCategory.Procedure)] Day Until,
    [Category(DataCategory.Procedure)] LegalBasis Basis,
    [Category(DataCategory.None)] Official By) : PartnersEvent;

/// <summary>A transfer of responsibility was offered (overdracht aangeboden).</summary>
/// <param name="Number">Number on this file.</param>
/// <param name="From">The responsible partner.</param>
/// <param name="To">The partner that is to take over.</param>
/// <param name="Purpose">For what.</param>
/// <param name="Data">Categories that go along.</param>
/// <param name="Basis">Legal basis.</param>
/// <param name="By">Who offered.</param>
[EventName("responsibility-transfer-offered", 1)]
public sealed record TransferOffered(
    [Category(DataCategory.None)] int Number,
    [Category(DataCategory.Procedure)] Partner From,
    [Category(DataCategory.Vulnerability)] Partner To,
    [Category(DataCategory.Vulnerability)] Purpose Purpose,
    [Category(DataCategory.Procedure)] SharedData Data,
    [Category(DataCategory.Procedure)] LegalBasis Basis,
    [Category(DataCategory.None)] Official By) : PartnersEvent;

/// <summary>A transfer of responsibility was asked for (om overdracht verzocht).</summary>
/// <param name="Number">Number on this file.</param>
/// <param name="From">The responsible partner.</param>
/// <param name="To">The partner that wants to take over.</param>
/// <param name="Purpose">For what.</param>
/// <param name="Data">Categories that would go along.</param>
/// <param name="Basis">Legal basis.</param>
/// <param name="By">Who asked.</param>
[EventName("responsibility-transfer-requested", 1)]
public sealed record TransferRequested(
    [Category(DataCategory.None)] int Number,
    [Category(DataCategory.Procedure)] Partner From,
    [Category(DataCategory.Vulnerability)] Partner To,
    [Category(DataCategory.Vulnerability)] Purpose Purpose,
    [Category(DataCategory.Procedure)] SharedData Data,
    [Category(DataCategory.Procedure)] LegalBasis Basis,
    [Category(DataCategory.None)] Official By) : PartnersEvent;

/// <summary>Referrals and transfers that are opened (verwijzing en overdracht).</summary>
public static class Handovers
{
    /// <summary>The number does not follow.</summary>
    public static readonly Refusal WrongNumber = new(
        "handover.wrong-number", "fact",
        "Het nummer sluit niet aan op de vorige verwijzing of overdracht.",
        "The number does not follow on the previous referral or transfer.");

    /// <summary>The last day has passed.</summary>
    public static readonly Refusal UntilPassed = new(
        "handover.until-passed", "AVG 5(1)(e)",
        "De laatste dag van delen ligt vóór vandaag ({0}).",
        "The last day of sharing lies before today ({0}).");

    /// <summary>The same is open or running.</summary>
    public static readonly Refusal AlreadyOpen = new(
        "handover.already-open", "fact",
        "Voor dit doel loopt tussen deze partners al een verwijzing of overdracht.",
        "For this purpose a referral or transfer between these partners runs already.");

    /// <summary>Only the responsible partner hands over.</summary>
    public static readonly Refusal NotHolder = new(
        "handover.not-holder", "fact",
        "Alleen de partner die verantwoordelijk is, kan dat overdragen.",
        "Only the partner that is responsible can hand that over.");

    internal static Decision Decide(PartnersState state, ReferToPartner command, Day today) =>
        command.Until < today ? UntilPassed.On(today)
        : Against(state, HandoverKind.Referral, command.Number, command.From, command.To, command.Purpose, command.Data, command.Basis, today)
            ?? Decision.FromChainEvent(new PartnerReferred(
                command.Number, command.From, command.To, command.Purpose, command.Data, command.Until, command.Basis, command.By));

    internal static Decision Decide(PartnersState state, OfferTransfer command) =>
        state.HolderOf(command.Purpose) != command.From ? NotHolder
        : Against(state, HandoverKind.Transfer, command.Number, command.From, command.To, command.Purpose, command.Data, command.Basis, null)
            ?? Decision.FromChainEvent(new TransferOffered(
                command.Number, command.From, command.To, command.Purpose, command.Data, command.Basis, command.By));

    internal static Decision Decide(PartnersState state, RequestTransfer command)
    {
        var holder = state.HolderOf(command.Purpose);
        return Against(state, HandoverKind.TransferRequest, command.Number, holder, command.To, command.Purpose, command.Data, command.Basis, null)
            ?? Decision.FromChainEvent(new TransferRequested(
                command.Number, holder, command.To, command.Purpose, command.Data, command.Basis, command.By));
    }

    private static Refusal? Against(
        PartnersState state, HandoverKind kind, int number, Partner from, Partner to, Purpose purpose, SharedData data, LegalBasis basis, Day? today)
    {
        if (number != state.Handovers.Count + 1)
        {
            return WrongNumber;
        }
        if (Sharing.Against(from, to, purpose, data, basis) is { } refusal)
        {
            return refusal;
        }
        foreach (var other in state.Handovers)
        {
            if (other.Kind == kind && other.From == from && other.To == to && other.Purpose == purpose && Runs(other, today))
            {
                return AlreadyOpen;
            }
        }
        return null;
    }

    /// <summary>Open, or a referral that is accepted and not past its last day. A transfer that was accepted is done.</summary>
    private static bool Runs(Handover handover, Day? today) =>
        (handover.Status == HandoverStatus.Open || (handover.Status == HandoverStatus.Accepted && handover.Kind == HandoverKind.Referral))
        && !(handover.Until < today);
}
