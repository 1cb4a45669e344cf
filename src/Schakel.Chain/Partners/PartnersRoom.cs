using System.Collections.Immutable;
using System.Diagnostics;
using Schakel.Norms;

namespace Schakel.Chain.Partners;

/// <summary>A command between partners. It can be done whether the person is here or not: sharing must be able to end.</summary>
public abstract record PartnersCommand : CaseCommand
{
    /// <inheritdoc/>
    public override Presences For => Presences.Here | Presences.Gone | Presences.Departed;
}

/// <summary>An event between partners.</summary>
public abstract record PartnersEvent : ChainEvent;

/// <summary>What passes between two partners (soort).</summary>
public enum HandoverKind
{
    /// <summary>A partner is asked to do its part, and given what it needs (verwijzing).</summary>
    Referral = 0,
    /// <summary>The responsible partner offers to hand over (overdracht).</summary>
    Transfer,
    /// <summary>A partner asks the responsible one to hand over (verzoek om overdracht).</summary>
    TransferRequest,
}

/// <summary>Where it stands (stand).</summary>
public enum HandoverStatus
{
    /// <summary>Not answered yet: nothing is shared.</summary>
    Open = 0,
    /// <summary>Accepted.</summary>
    Accepted,
    /// <summary>Declined: nothing was shared.</summary>
    Declined,
    /// <summary>Revoked by whoever opened it: sharing ended.</summary>
    Revoked,
    /// <summary>Done: sharing ended.</summary>
    Completed,
}

/// <summary>A referral, transfer or request for one (verwijzing of overdracht).</summary>
/// <param name="Number">First, second, … on this file.</param>
/// <param name="Kind">Which of the three.</param>
/// <param name="From">Who shares or hands over.</param>
/// <param name="To">Who receives or takes over.</param>
/// <param name="Purpose">For what.</param>
/// <param name="Data">Categories shared.</param>
/// <param name="Until">Last day of sharing, inclusive; absent for a transfer, which lasts.</param>
/// <param name="Status">Where it stands.</param>
public sealed record Handover(
    int Number, HandoverKind Kind, Partner From, Partner To, Purpose Purpose, SharedData Data, Day? Until, HandoverStatus Status)
{
    /// <summary>Who opened it, and may revoke it.</summary>
    public Partner Opener => Kind == HandoverKind.TransferRequest ? To : From;

    /// <summary>Who answers it.</summary>
    public Partner Answerer => Kind == HandoverKind.TransferRequest ? From : To;
}

/// <summary>What passed between partners about this person (samenwerking).</summary>
/// <param name="Handovers">All of them, in order of number.</param>
/// <param name="Holders">Who is responsible, for purposes that were handed over.</param>
public sealed record PartnersState(ImmutableList<Handover> Handovers, ImmutableSortedDictionary<Purpose, Partner> Holders)
{
    /// <summary>Nothing yet.</summary>
    public static PartnersState None { get; } =
        new(ImmutableList<Handover>.Empty, ImmutableSortedDictionary<Purpose, Partner>.Empty);

    /// <summary>Questions that the person asked, in order of number.</summary>
    public ImmutableList<Question> Questions { get; init; } = ImmutableList<Question>.Empty;

    /// <summary>Who is responsible for a purpose.</summary>
    /// <param name="purpose">The purpose.</param>
    public Partner HolderOf(Purpose purpose) => Holders.TryGetValue(purpose, out var holder) ? holder : Sharing.RuleOf(purpose).Holder;

    /// <summary>
    /// Categories of this file that were shared with a partner and still are on a day: accepted, not ended, and not past its last day. What
    /// a partner holds for its own task is not in it; see <see cref="HolderOf"/>.
    /// </summary>
    /// <param name="partner">The partner.</param>
    /// <param name="day">The day.</param>
    public SharedData SharedWith(Partner partner, Day day)
    {
        var data = SharedData.None;
        foreach (var handover in Handovers)
        {
            var shared = handover.To == partner && handover.Status == HandoverStatus.Accepted
                && (handover.Kind == HandoverKind.Referral ? day <= handover.Until : HolderOf(handover.Purpose) == partner);
            data |= shared ? handover.Data : SharedData.None;
        }
        return data;
    }

    internal Handover? Find(int number) => number >= 1 && number <= Handovers.Count ? Handovers[number - 1] : null;
}

/// <summary>The room of partners: hands each command and event to its subject.</summary>
internal static class PartnersRoom
{
    internal static Decision Decide(CaseFile file, PartnersCommand command, Day today) => command switch
    {
        ReferToPartner act => Handovers.Decide(file.Partners, act, today),
        OfferTransfer act => Handovers.Decide(file.Partners, act),
        RequestTransfer act => Handovers.Decide(file.Partners, act),
        AnswerHandover act => HandoverAnswers.Decide(file.Partners, act, today),
        RevokeHandover act => HandoverAnswers.Decide(file.Partners, act),
        CompleteReferral act => HandoverAnswers.Decide(file.Partners, act),
        _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
    };

    internal static PartnersState Evolve(PartnersState state, PartnersEvent happened, Day on) => happened switch
    {
        PartnerReferred opened => Opened(
            state, new(opened.Number, HandoverKind.Referral, opened.From, opened.To, opened.Purpose, opened.Data, opened.Until, HandoverStatus.Open)),
        TransferOffered opened => Opened(
            state, new(opened.Number, HandoverKind.Transfer, opened.From, opened.To, opened.Purpose, opened.Data, null, HandoverStatus.Open)),
        TransferRequested opened => Opened(
            state, new(opened.Number, HandoverKind.TransferRequest, opened.From, opened.To, opened.Purpose, opened.Data, null, HandoverStatus.Open)),
        HandoverAnswered answered => Answered(state, answered),
        HandoverRevoked revoked => Set(state, revoked.Number, HandoverStatus.Revoked),
        ReferralCompleted completed => Set(state, completed.Number, HandoverStatus.Completed),
        QuestionAsked asked => state with { Questions = state.Questions.Add(new(asked.Number, asked.To, on, IsAnswered: false)) },
        QuestionAnswered answered => Questions.Answered(state, answered),
        _ => throw new UnreachableException($"No state for {happened.GetType().Name}."),
    };

    private static PartnersState Opened(PartnersState state, Handover opened) => state with { Handovers = state.Handovers.Add(opened) };

    private static PartnersState Answered(PartnersState state, HandoverAnswered answered)
    {
        var after = Set(state, answered.Number, answered.Accepted ? HandoverStatus.Accepted : HandoverStatus.Declined);
        var handover = state.Handovers[answered.Number - 1];
        return answered.Accepted && handover.Kind != HandoverKind.Referral
            ? after with { Holders = after.Holders.SetItem(handover.Purpose, handover.To) }
            : after;
    }

    private static PartnersState Set(PartnersState state, int number, HandoverStatus status) => state with
    {
        Handovers = state.Handovers.SetItem(number - 1, state.Handovers[number - 1] with { Status = status }),
    };
}
