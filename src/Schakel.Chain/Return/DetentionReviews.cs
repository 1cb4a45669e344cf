using System.Diagnostics;
using Schakel.Chain.Family;
using Schakel.Norms;
using Norm = Schakel.Norms.Return.DetentionReview;

namespace Schakel.Chain.Return;

/// <summary>A command on the review of detention by the court (toetsing van de bewaring; Vw 94, 96).</summary>
public abstract record DetentionReviewCommand : ReturnCommand;

/// <summary>An event of the review of detention by the court.</summary>
public abstract record DetentionReviewEvent : ReturnEvent;

/// <summary>Appeal against detention (beroep tegen de bewaring). There is no time for it; a next one is a follow-up appeal (vervolgberoep).</summary>
public sealed record AppealDetention : DetentionReviewCommand
{
    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>Notify the court of detention against which nobody appealed (kennisgeving; Vw 94(1)).</summary>
/// <param name="By">The authority that detained, or the return service.</param>
public sealed record NotifyCourtOfDetention(Official By) : DetentionReviewCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DetainingAuthority | OfficialRoles.ReturnOfficer;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>Hear the detained person; in a follow-up appeal: close the inquiry (zitting over de bewaring).</summary>
/// <param name="By">The judge.</param>
public sealed record HearDetention(Official By) : DetentionReviewCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.Judge;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>Rule on detention (uitspraak over de bewaring).</summary>
/// <param name="By">The judge.</param>
/// <param name="Lifted">Detention ends.</param>
public sealed record RuleOnDetention(Official By, bool Lifted) : DetentionReviewCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.Judge;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>An appeal against detention was lodged (beroep tegen de bewaring ingesteld).</summary>
/// <param name="FollowUp">After an earlier review of the same detention.</param>
[EventName("detention-appealed", 1)]
public sealed record DetentionAppealed([Category(DataCategory.Return)] bool FollowUp) : DetentionReviewEvent;

/// <summary>The court was notified of detention (kennisgeving gedaan).</summary>
[EventName("court-notified-of-detention", 1)]
public sealed record CourtNotifiedOfDetention : DetentionReviewEvent;

/// <summary>The detained person was heard, or the inquiry closed (onderzoek gesloten).</summary>
[EventName("detention-heard", 1)]
public sealed record DetentionHeard : DetentionReviewEvent;

/// <summary>The court ruled on detention (uitspraak over de bewaring).</summary>
/// <param name="Lifted">Detention ends.</param>
[EventName("detention-reviewed", 1)]
public sealed record DetentionReviewed([Category(DataCategory.Return)] bool Lifted) : DetentionReviewEvent;

/// <summary>A review that runs (lopende toetsing).</summary>
/// <param name="ReceivedOn">Day of appeal or notice.</param>
/// <param name="FollowUp">A follow-up appeal.</param>
/// <param name="HeardOn">Day of the hearing, or of closing the inquiry.</param>
public sealed record DetentionReviewState(Day ReceivedOn, bool FollowUp, Day? HeardOn);

/// <summary>The court reviews detention at the moments of the act (norms DET-11). What comes later than they say is recorded as a breach.</summary>
public static class DetentionReviews
{
    private const string NormId = "detention-review";

    /// <summary>A review runs.</summary>
    public static readonly Refusal Pending = new(
        "detention-review.pending", "fact",
        "De rechtbank toetst deze bewaring al.",
        "The court is reviewing this detention already.");

    /// <summary>Reviewed before: only the person can bring it to court again.</summary>
    public static readonly Refusal AlreadyReviewed = new(
        "detention-review.already-reviewed", "Vw 96",
        "Deze bewaring is al getoetst; daarna volgt toetsing op vervolgberoep.",
        "This detention has been reviewed already; after that a review follows on a follow-up appeal.");

    /// <summary>No review runs.</summary>
    public static readonly Refusal NonePending = new(
        "detention-review.none-pending", "Vw 94",
        "Er is geen beroep tegen de bewaring en geen kennisgeving.",
        "There is no appeal against the detention, and no notice of it.");

    /// <summary>Heard before.</summary>
    public static readonly Refusal AlreadyHeard = new(
        "detention-review.already-heard", "fact",
        "De zitting over de bewaring is al gehouden.",
        "The hearing on the detention has been held already.");

    /// <summary>Not heard.</summary>
    public static readonly Refusal NotHeard = new(
        "detention-review.not-heard", "Vw 94(4)",
        "Uitspraak over de bewaring volgt op de zitting, of op het sluiten van het onderzoek.",
        "The ruling on detention follows on the hearing, or on the end of the inquiry.");

    internal static Decision Decide(CaseFile file, Household household, DetentionReviewCommand command, Law law, Day today)
    {
        if (file.Return.Detention is not { } detention)
        {
            return Detention.NotDetained;
        }
        return command switch
        {
            AppealDetention => detention.Review is not null ? Pending : new DetentionAppealed(detention.ReviewedOn is not null),
            NotifyCourtOfDetention => detention.Review is not null ? Pending
                : detention.ReviewedOn is not null ? AlreadyReviewed
                : Decision.Of(new CourtNotifiedOfDetention(), After(NoticeBy(detention, law), today)),
            HearDetention => detention.Review is not { } review ? NonePending
                : review.HeardOn is not null ? AlreadyHeard
                : Decision.Of(new DetentionHeard(), After(HearBy(review, law), today)),
            RuleOnDetention act => detention.Review is not { } review ? NonePending
                : review.HeardOn is not { } heard ? NotHeard
                : Rule(file, household, act, heard, law, today),
            _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
        };
    }

    internal static ReturnState Evolve(ReturnState state, DetentionReviewEvent happened, Day on) => state.Detention is not { } detention ? state : state with
    {
        Detention = happened switch
        {
            DetentionAppealed appealed => detention with { Review = new(on, appealed.FollowUp, null) },
            CourtNotifiedOfDetention => detention with { Review = new(on, FollowUp: false, null) },
            DetentionHeard => detention with { Review = detention.Review! with { HeardOn = on } },
            DetentionReviewed => detention with { Review = null, ReviewedOn = on },
            _ => throw new UnreachableException($"No state for {happened.GetType().Name}."),
        },
    };

    /// <summary>The next day by which something must happen in the review: notice, hearing or ruling; absent when nobody is detained, or after a ruling.</summary>
    /// <param name="state">The return room's state.</param>
    /// <param name="law">The law.</param>
    public static Day? NextBy(ReturnState state, Law law) => state.Detention switch
    {
        { Review: { HeardOn: { } heard } } => RuleBy(heard, law),
        { Review: { } review } => HearBy(review, law),
        { ReviewedOn: null } detention => NoticeBy(detention, law),
        _ => null,
    };

    private static Decision Rule(CaseFile file, Household household, RuleOnDetention command, Day heard, Law law, Day today)
    {
        var late = After(RuleBy(heard, law), today);
        if (!command.Lifted)
        {
            return Decision.Of(new DetentionReviewed(Lifted: false), late);
        }
        var exceeded = DetentionMaximum.Exceeded(file, household, law, today);
        ChainEvent[] events = [new DetentionReviewed(Lifted: true), new DetentionEnded()];
        return Decision.Of([.. events, .. new[] { late, exceeded }.OfType<BreachRecorded>()]);
    }

    private static BreachRecorded? After(Day last, Day today) => today > last ? new(NormId, last) : null;

    private static Day NoticeBy(DetentionState detention, Law law)
    {
        var none = default(NoTrace);
        return Norm.NoticeBy(law, detention.Since, ref none);
    }

    private static Day HearBy(DetentionReviewState review, Law law)
    {
        var none = default(NoTrace);
        return review.FollowUp ? Norm.FollowUpClosedBy(law, review.ReceivedOn, ref none) : Norm.HearingBy(law, review.ReceivedOn, ref none);
    }

    private static Day RuleBy(Day heard, Law law)
    {
        var none = default(NoTrace);
        return Norm.RulingBy(law, heard, ref none);
    }
}
