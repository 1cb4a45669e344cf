namespace Schakel.Chain.Procedure;

/// <summary>Ask another official to look at the draft decision (collegiale toets vragen; capability C42).</summary>
/// <param name="By">The author.</param>
public sealed record AskPeerReview(Official By) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DecisionOfficer;
}

/// <summary>Give the review, or return the draft (collegiale toets). What it says is a document of the file.</summary>
/// <param name="By">The reviewer: another official than the author.</param>
/// <param name="Returned">The draft goes back to the author.</param>
public sealed record GivePeerReview(Official By, bool Returned) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DecisionOfficer;
}

/// <summary>A review was asked (toets gevraagd).</summary>
/// <param name="By">The author.</param>
[EventName("peer-review-asked", 1)]
public sealed record PeerReviewAsked([Category(DataCategory.Procedure)] Official By) : ProcedureEvent;

/// <summary>The review was given, or the draft returned (getoetst, geretourneerd).</summary>
/// <param name="Returned">The draft went back to the author.</param>
/// <param name="By">The reviewer.</param>
[EventName("peer-review-given", 1)]
public sealed record PeerReviewGiven(
    [Category(DataCategory.Procedure)] bool Returned,
    [Category(DataCategory.Procedure)] Official By) : ProcedureEvent;

/// <summary>Peer review of a draft decision (collegiale toets).</summary>
/// <param name="AskedBy">The author.</param>
/// <param name="GivenBy">The reviewer; absent as long as it is awaited.</param>
/// <param name="Returned">The draft went back.</param>
public sealed record ReviewState(Official AskedBy, Official? GivenBy, bool Returned);

/// <summary>Peer review (collegiale toets): quality, and never a condition of a valid decision. Who reviews is not who writes, and not who decides.</summary>
public static class PeerReviews
{
    /// <summary>A review is awaited.</summary>
    public static readonly Refusal AlreadyAsked = new(
        "peer-review.already-asked", "fact",
        "Er is al een collegiale toets gevraagd die nog niet is gegeven.",
        "A peer review has been asked that is not given yet.");

    /// <summary>No review was asked.</summary>
    public static readonly Refusal NotAsked = new(
        "peer-review.not-asked", "fact",
        "Er is geen collegiale toets gevraagd.",
        "No peer review has been asked.");

    /// <summary>Nobody reviews their own work.</summary>
    public static readonly Refusal OwnWork = new(
        "peer-review.own-work", "C42",
        "Wie het ontwerp schreef, toetst het niet.",
        "Whoever wrote the draft does not review it.");

    /// <summary>The reviewer does not decide.</summary>
    public static readonly Refusal ReviewerDecides = new(
        "peer-review.reviewer-decides", "C42",
        "Wie het ontwerp toetste, neemt de beslissing niet.",
        "Whoever reviewed the draft does not take the decision.");

    internal static Decision Decide(CaseFile file, AskPeerReview command) =>
        file.Procedure.Open is not { } application ? Applications.NoneOpen
        : application.Review is { GivenBy: null } ? AlreadyAsked
        : new PeerReviewAsked(command.By);

    internal static Decision Decide(CaseFile file, GivePeerReview command) =>
        file.Procedure.Open is not { } application ? Applications.NoneOpen
        : application.Review is not { GivenBy: null } review ? NotAsked
        : review.AskedBy.Number == command.By.Number ? OwnWork
        : new PeerReviewGiven(command.Returned, command.By);

    internal static ApplicationState Evolve(ApplicationState application, PeerReviewGiven given) =>
        application with { Review = application.Review! with { GivenBy = given.By, Returned = given.Returned } };
}
