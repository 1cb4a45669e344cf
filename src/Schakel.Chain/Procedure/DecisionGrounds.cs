namespace Schakel.Chain.Procedure;

/// <summary>
/// The provision a decision rests on (grond van de beslissing): a legal ground and nothing of the claim. Why it holds for this person stands
/// in the document of the reasons. Letters as in the act before the Pact; those the dossier does not name are from general knowledge.
/// </summary>
public enum DecisionGround
{
    /// <summary>Refugee under the Convention (Vw 29(1)(a)).</summary>
    Refugee = 0,
    /// <summary>Real risk of serious harm (Vw 29(1)(b)).</summary>
    SeriousHarm,
    /// <summary>Member of the family (Vw 29(2)).</summary>
    FamilyMember,
    /// <summary>Another state is responsible (Vw 30).</summary>
    OtherStateResponsible,
    /// <summary>Protection in another member state (Vw 30a(1)(a)).</summary>
    ProtectedInMemberState,
    /// <summary>First country of asylum (Vw 30a(1)(b)).</summary>
    FirstCountryOfAsylum,
    /// <summary>Safe third country (Vw 30a(1)(c)).</summary>
    SafeThirdCountry,
    /// <summary>Nothing new on a subsequent application (Vw 30a(1)(d)).</summary>
    NothingNew,
    /// <summary>Holds a right of residence already (Vw 30a(1)(e)).</summary>
    HoldsResidence,
    /// <summary>What was put forward is of no relevance (Vw 30b(1)(a)).</summary>
    Irrelevant,
    /// <summary>Safe country of origin (Vw 30b(1)(b)).</summary>
    SafeCountryOfOrigin,
    /// <summary>Misled about identity or documents (Vw 30b(1)(c)).</summary>
    Misled,
    /// <summary>Documents destroyed in bad faith (Vw 30b(1)(d)).</summary>
    DestroyedDocuments,
    /// <summary>Clearly inconsistent or false (Vw 30b(1)(e)).</summary>
    Inconsistent,
    /// <summary>Only to delay removal (Vw 30b(1)(f)).</summary>
    DelaysRemoval,
    /// <summary>A subsequent application that is admissible (Vw 30b(1)(g)).</summary>
    Subsequent,
    /// <summary>Did not come forward in time (Vw 30b(1)(h)).</summary>
    CameLate,
    /// <summary>Refuses fingerprints (Vw 30b(1)(i)).</summary>
    RefusesFingerprints,
    /// <summary>Danger to public order or national security (Vw 30b(1)(j) and (k)).</summary>
    Danger,
    /// <summary>No ground for a permit (Vw 31).</summary>
    NoGroundForPermit,
    /// <summary>Did not answer an essential request (Vw 30c(1)(a)).</summary>
    NoAnswer,
    /// <summary>Did not appear at an interview (Vw 30c(1)(b)).</summary>
    DidNotAppear,
    /// <summary>Disappeared (Vw 30c(1)(c)).</summary>
    Disappeared,
}

/// <summary>Where a document of the file is kept (verwijzing naar een document): a number, and never its content.</summary>
/// <param name="Number">The number of the document.</param>
public readonly record struct DocumentReference(long Number);

/// <summary>Grounds of a decision (gronden).</summary>
public static class DecisionGrounds
{
    /// <summary>The ground belongs to another kind of decision.</summary>
    public static readonly Refusal DoesNotFit = new(
        "decision.ground-does-not-fit", "Awb 3:46",
        "Deze grond draagt een ander soort beslissing; een beslissing berust op een grond die haar kan dragen.",
        "This ground carries another kind of decision; a decision rests on a ground that can carry it.");

    /// <summary>An unfavourable decision without the provision it rests on.</summary>
    public static readonly Refusal Missing = new(
        "decision.no-ground", "Awb 3:47",
        "Een beslissing die geen vergunning geeft, noemt de bepaling waarop zij berust.",
        "A decision that gives no permit names the provision on which it rests.");

    /// <summary>A ground of a subsequent application, on a first one.</summary>
    public static readonly Refusal OnlySubsequent = new(
        "decision.ground-of-subsequent-application", "Vw 30a(1)(d), 30b(1)(g)",
        "Deze grond is er alleen bij een opvolgende aanvraag; dit is de eerste.",
        "This ground exists only for a subsequent application; this is the first.");

    /// <summary>Not gone, or not absent from an interview.</summary>
    public static readonly Refusal NotAbsent = new(
        "decision.ground-of-absence", "Vw 30c(1)(b), (c)",
        "Deze grond past niet bij het dossier: wie er is, verdween niet, en wie niet wegbleef, verscheen.",
        "This ground does not fit the file: someone who is here did not disappear, and someone who did not stay away appeared.");

    /// <summary>The refusal when a decision on an application names no ground that carries it in this file; null when it does.</summary>
    internal static Refusal? Against(CaseFile file, ApplicationState application, DecideApplication command) =>
        command.Ground switch
        {
            null => Decisions.IsGrant(command.Outcome) ? null : Missing,
            DecisionGround.NothingNew or DecisionGround.Subsequent when !application.IsSubsequent => OnlySubsequent,
            DecisionGround.Disappeared when file.Presence != Presences.Gone => NotAbsent,
            DecisionGround.DidNotAppear when application.StayedAwayOn is null => NotAbsent,
            _ => null,
        };

    internal static bool Fits(DecisionGround ground, DecisionOutcome outcome) => OutcomeOf(ground) == outcome;

    private static DecisionOutcome OutcomeOf(DecisionGround ground) => ground switch
    {
        DecisionGround.Refugee => DecisionOutcome.GrantRefugee,
        DecisionGround.SeriousHarm => DecisionOutcome.GrantSubsidiary,
        DecisionGround.FamilyMember => DecisionOutcome.GrantDerived,
        DecisionGround.OtherStateResponsible => DecisionOutcome.NotTakenUp,
        DecisionGround.ProtectedInMemberState or DecisionGround.FirstCountryOfAsylum or DecisionGround.SafeThirdCountry
            or DecisionGround.NothingNew or DecisionGround.HoldsResidence => DecisionOutcome.Inadmissible,
        DecisionGround.Irrelevant or DecisionGround.SafeCountryOfOrigin or DecisionGround.Misled or DecisionGround.DestroyedDocuments
            or DecisionGround.Inconsistent or DecisionGround.DelaysRemoval or DecisionGround.Subsequent or DecisionGround.CameLate
            or DecisionGround.RefusesFingerprints or DecisionGround.Danger => DecisionOutcome.ManifestlyUnfounded,
        DecisionGround.NoGroundForPermit => DecisionOutcome.Unfounded,
        DecisionGround.NoAnswer or DecisionGround.DidNotAppear or DecisionGround.Disappeared => DecisionOutcome.OutOfConsideration,
    };
}
