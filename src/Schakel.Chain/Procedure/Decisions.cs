using System.Text.Json.Nodes;
using Schakel.Chain.Family;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Norms.Procedure;

namespace Schakel.Chain.Procedure;

/// <summary>How an application was decided (soort beslissing).</summary>
public enum DecisionOutcome
{
    /// <summary>Granted as a refugee (a-status; Vw 29(1)(a)).</summary>
    GrantRefugee = 0,
    /// <summary>Granted as subsidiary protection (b-status; Vw 29(1)(b)).</summary>
    GrantSubsidiary,
    /// <summary>Granted as a member of the family (afgeleid; Vw 29(2)).</summary>
    GrantDerived,
    /// <summary>Unfounded (ongegrond; Vw 31).</summary>
    Unfounded,
    /// <summary>Manifestly unfounded (kennelijk ongegrond; Vw 30b).</summary>
    ManifestlyUnfounded,
    /// <summary>Inadmissible (niet-ontvankelijk; Vw 30a).</summary>
    Inadmissible,
    /// <summary>Not taken up: another state is responsible (niet in behandeling genomen; Vw 30).</summary>
    NotTakenUp,
    /// <summary>Out of consideration (buiten behandeling gesteld; Vw 30c).</summary>
    OutOfConsideration,
}

/// <summary>Decide the application (beslissen). A named official decides; the file only checks that the decision would not be void.</summary>
/// <param name="By">Decision officer.</param>
/// <param name="Outcome">The decision.</param>
public sealed record DecideApplication(Official By, DecisionOutcome Outcome) : ProcedureCommand, IOfficialAct
{
    /// <summary>The provision it rests on; it must fit the outcome and the file. Absent only where the decision gives a permit.</summary>
    public DecisionGround? Ground { get; init; }

    /// <summary>The document of the reasons (motivering). What they say about the claim stands there, and nowhere else.</summary>
    public DocumentReference? Reasons { get; init; }

    /// <summary>The country policy the decision rests on, as it was on that day.</summary>
    public PolicyVersion? Policy { get; init; }

    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.DecisionOfficer;
}

/// <summary>The application was decided by a named official (beslist).</summary>
/// <param name="Outcome">The decision.</param>
/// <param name="InGeneralProcedure">Taken within the general procedure, not the extended one: the appeal period depends on it.</param>
/// <param name="By">Who decided.</param>
/// <param name="Ground">The provision it rests on; absent in what was stored before version 2.</param>
/// <param name="Reasons">The document of the reasons; absent in what was stored before version 2.</param>
/// <param name="Policy">The country policy it rests on; absent in what was stored before version 2.</param>
[EventName("application-decided", 2)]
public sealed record ApplicationDecided(
    [Category(DataCategory.Procedure)] DecisionOutcome Outcome,
    [Category(DataCategory.Procedure)] bool InGeneralProcedure,
    [Category(DataCategory.Procedure)] Official By,
    [Category(DataCategory.Procedure)] DecisionGround? Ground = null,
    [Category(DataCategory.Procedure)] DocumentReference? Reasons = null,
    [Category(DataCategory.Origin)] PolicyVersion? Policy = null) : ProcedureEvent
{
    [Upcast("application-decided", 1)]
    internal static JsonObject FromVersion1(JsonObject fields) => fields;
}

/// <summary>Deciding (beslissing).</summary>
public static class Decisions
{
    /// <summary>Decided before.</summary>
    public static readonly Refusal AlreadyDecided = new(
        "decision.already-taken", "Vw 42",
        "Op deze aanvraag is al beslist.",
        "This application has been decided already.");

    /// <summary>In track 1 the claim itself is not judged.</summary>
    public static readonly Refusal ClaimNotJudged = new(
        "decision.dublin-track", "Vw 30",
        "In spoor 1 wordt de aanvraag niet inhoudelijk beoordeeld; breng de zaak eerst naar een ander spoor.",
        "In track 1 the claim is not judged; bring the case to another track first.");

    /// <summary>Not taken up needs a state that accepted.</summary>
    public static readonly Refusal NobodyAccepted = new(
        "decision.no-state-accepted", "Vw 30",
        "Niet in behandeling nemen kan alleen als een andere staat verantwoordelijk is en dat heeft aanvaard.",
        "Not taking up is possible only when another state is responsible and has accepted.");

    /// <summary>A derived status needs family.</summary>
    public static readonly Refusal NoFamily = new(
        "decision.no-family", "Vw 29(2)",
        "Een afgeleide vergunning kan alleen bij een gezinslid; deze persoon is alleen.",
        "A derived permit needs a family member; this person is alone.");

    /// <summary>An unfavourable decision needs an intention first.</summary>
    public static readonly Refusal NoIntention = new(
        "decision.no-intention", "Vw 39",
        "Afwijzen kan pas na een voornemen.",
        "Rejecting is possible only after an intention.");

    /// <summary>The view is not in, and its period runs.</summary>
    public static readonly Refusal ViewPeriodRuns = new(
        "decision.view-period-runs", "view-period",
        "De termijn voor de zienswijze loopt nog tot en met {0}.",
        "The period for a view still runs, through {0}.");

    /// <summary>No ground to put the case out of consideration.</summary>
    public static readonly Refusal NothingMissed = new(
        "decision.nothing-missed", "Vw 30c",
        "Buiten behandeling stellen kan alleen wie niet verscheen of verdween.",
        "Only the case of someone who did not appear, or disappeared, can be put out of consideration.");

    /// <summary>The two weeks to explain or make contact still run.</summary>
    public static readonly Refusal ContactPeriodRuns = new(
        "decision.contact-period-runs", "out-of-consideration",
        "Deze persoon kan tot en met {0} nog een verklaring geven of zich melden; daarna kan de zaak buiten behandeling worden gesteld.",
        "This person can still explain or make contact through {0}; after that the case can be put out of consideration.");

    /// <summary>Whether the decision gives a permit.</summary>
    /// <param name="outcome">The decision.</param>
    public static bool IsGrant(DecisionOutcome outcome) => outcome <= DecisionOutcome.GrantDerived;

    internal static Decision Decide(CaseFile file, Household household, DecideApplication command, Law law, Day today)
    {
        var outcome = command.Outcome;
        if (command.Ground is { } ground && !DecisionGrounds.Fits(ground, outcome))
        {
            return DecisionGrounds.DoesNotFit;
        }
        if (command.Policy is { } policy && policy.Of > today)
        {
            return MoratoriaInFiles.NotYet.On(policy.Of);
        }
        if (file.Procedure.Application is null && file.Procedure.Decision is null && IsGrant(outcome)
            && file.Registration.Route != Route.Asylum)
        {
            return Taken(command, inGeneralProcedure: false); // Relatives and invited refugees: ex officio on arrival.
        }
        if (file.Procedure.Open is not { } application)
        {
            return file.Procedure.Decision is null ? Applications.NoneOpen : AlreadyDecided;
        }
        if (application.Track == Track.None)
        {
            return Interviews.NoTrack;
        }
        if (AgainstOfficial(application, command) is { } notThisOne)
        {
            return notThisOne;
        }
        var against = outcome switch
        {
            DecisionOutcome.GrantRefugee or DecisionOutcome.GrantSubsidiary => AgainstGrant(file, application, today),
            DecisionOutcome.GrantDerived => AgainstDerived(file, household, application),
            DecisionOutcome.Unfounded or DecisionOutcome.ManifestlyUnfounded or DecisionOutcome.Inadmissible =>
                AgainstRejection(file, application, law, today),
            DecisionOutcome.NotTakenUp => AgainstNotTakenUp(file, application, law, today),
            DecisionOutcome.OutOfConsideration => AgainstOutOfConsideration(file, application, law, today),
        };
        if ((against ?? DecisionGrounds.Against(file, application, command)) is { } refusal)
        {
            return refusal;
        }
        var afterLastDay = GeneralProcedures.Late(file, application, ProcedureStep.Decision, law, today);
        return Decision.Of(
            Taken(command, IsInGeneralProcedure(application) && afterLastDay is null),
            [Late(application, law, today), afterLastDay, Border.Held(file, law, today)]);
    }

    internal static ProcedureState Evolve(ProcedureState state, ApplicationDecided decided, Day on) => state with
    {
        Application = (state.Application ?? ApplicationState.Lodged(1, null)) with { Status = ApplicationStatus.Decided, Review = null },
        Decision = new(decided.Outcome, on, decided.InGeneralProcedure) { By = decided.By, Ground = decided.Ground },
        Appeal = null,
        Courts = state.Courts.ForNewDecision(),
    };

    /// <summary>In track 4, and not referred to the extended procedure.</summary>
    internal static bool IsInGeneralProcedure(ApplicationState application) =>
        application.Track == Track.General && IsShort(application);

    /// <summary>Days and not weeks: neither referred to the extended procedure, nor back from a court.</summary>
    internal static bool IsShort(ApplicationState application) => application.ExtendedOn is null && application.AnnulledOn is null;

    private static ApplicationDecided Taken(DecideApplication command, bool inGeneralProcedure) =>
        new(command.Outcome, inGeneralProcedure, command.By, command.Ground, command.Reasons, command.Policy);

    private static Refusal? AgainstOfficial(ApplicationState application, DecideApplication command) =>
        IsGrant(command.Outcome) && application.Holds != Holds.None ? SecurityHolds.Stands
        : application.Review is { GivenBy: { } reviewer } && reviewer.Number == command.By.Number ? PeerReviews.ReviewerDecides
        : null;

    private static Refusal? AgainstGrant(CaseFile file, ApplicationState application, Day today) =>
        application.Track == Track.Dublin ? ClaimNotJudged
        : application.Track is not (Track.EvidentGrant or Track.EvidentGrantAfterCheck)
            && Interviews.IsMissing(file, application, today) ? Interviews.NotHeld
        : null;

    private static Refusal? AgainstDerived(CaseFile file, Household household, ApplicationState application) =>
        application.Track == Track.Dublin ? ClaimNotJudged
        : household.Members.Length < 2 && file.Registration.Route != Route.FamilyReunification ? NoFamily
        : null;

    private static Refusal? AgainstRejection(CaseFile file, ApplicationState application, Law law, Day today) =>
        application.Track == Track.Dublin ? ClaimNotJudged
        : Interviews.IsMissing(file, application, today) ? Interviews.NotHeld
        : AgainstUnheard(file, application, law, today);

    private static Refusal? AgainstNotTakenUp(CaseFile file, ApplicationState application, Law law, Day today) =>
        application.Track != Track.Dublin || file.Procedure.Dublin is not { Accepted: true } ? NobodyAccepted
        : AgainstUnheard(file, application, law, today);

    private static Refusal? AgainstUnheard(CaseFile file, ApplicationState application, Law law, Day today) =>
        application.IntentionOn is not { } intention ? NoIntention
        : application.ViewOn is null && Intentions.ViewLastDay(file, application, intention, law) is var last && today <= last
            ? ViewPeriodRuns.On(last)
        : null;

    private static Refusal? AgainstOutOfConsideration(CaseFile file, ApplicationState application, Law law, Day today)
    {
        return ContactLastDay(file, application, law) is not { } last ? NothingMissed
            : today <= last ? ContactPeriodRuns.On(last) : null;
    }

    /// <summary>The last day to explain or make contact for who stayed away or is gone; absent for who did neither.</summary>
    internal static Day? ContactLastDay(CaseFile file, ApplicationState application, Law law)
    {
        var since = file.Presence == Presences.Gone ? file.Reception.GoneOn : application.StayedAwayOn;
        if (since is not { } absent)
        {
            return null;
        }
        var none = default(NoTrace);
        return OutOfConsideration.LastDay(law, absent, ref none);
    }

    private static BreachRecorded? Late(ApplicationState application, Law law, Day today) =>
        DecisionTerm.LastDay(application, law) is { } last && today > last ? new("decision-period", last) : null;
}
