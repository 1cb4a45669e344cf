using System.Collections.Immutable;
using Schakel.Norms;
using Schakel.Norms.Procedure;

namespace Schakel.Chain.Procedure;

/// <summary>Where an application stands (stand van de aanvraag).</summary>
public enum ApplicationStatus
{
    /// <summary>Lodged, not decided: the claim runs.</summary>
    Open = 0,
    /// <summary>Decided.</summary>
    Decided,
    /// <summary>Withdrawn by the applicant.</summary>
    Withdrawn,
}

/// <summary>The application that counts now (aanvraag): the first, or the latest subsequent one.</summary>
/// <param name="Ordinal">First, second, … application of this person.</param>
/// <param name="Status">Open, decided, withdrawn.</param>
/// <param name="LodgedOn">Day of lodging; absent when taken over without it.</param>
/// <param name="Track">The confirmed track; <see cref="Track.None"/> before it.</param>
/// <param name="PlannedFor">Day for which the interview is planned.</param>
/// <param name="MissedOn">Day of the last interview that did not take place.</param>
/// <param name="InterviewedOn">Day of the interview: day 1 of the general procedure.</param>
/// <param name="CorrectedOn">Day the corrections and additions came in.</param>
/// <param name="ExtendedOn">Day of referral to the extended procedure.</param>
/// <param name="IntentionOn">Day of the intention to reject.</param>
/// <param name="ViewOn">Day the view came in.</param>
/// <param name="ResponsibleSince">First day on which the Netherlands became responsible after a Dublin inquiry.</param>
/// <param name="AnnulledOn">Day a court annulled the decision; the application then runs again.</param>
public sealed record ApplicationState(
    int Ordinal,
    ApplicationStatus Status,
    Day? LodgedOn,
    Track Track,
    Day? PlannedFor,
    Day? MissedOn,
    Day? InterviewedOn,
    Day? CorrectedOn,
    Day? ExtendedOn,
    Day? IntentionOn,
    Day? ViewOn,
    Day? ResponsibleSince,
    Day? AnnulledOn)
{
    /// <summary>A new application.</summary>
    /// <param name="ordinal">First, second, ….</param>
    /// <param name="lodgedOn">Day of lodging, when known.</param>
    public static ApplicationState Lodged(int ordinal, Day? lodgedOn) => new(
        ordinal, ApplicationStatus.Open, lodgedOn, Track.None, null, null, null, null, null, null, null, null, null);

    /// <summary>How long the general procedure was made.</summary>
    public ProcedureVariant Variant { get; init; }

    /// <summary>Weeks within which a court wants a new decision, from its annulment; zero when it gave none.</summary>
    public int CourtWeeks { get; init; }

    /// <summary>Why the last interview did not take place.</summary>
    public NoShowCause? MissedBecause { get; init; }

    /// <summary>The track last proposed; <see cref="Track.None"/> before it, and once a track is confirmed.</summary>
    public Track Proposed { get; init; }

    /// <summary>Day of the interview for which the applicant was invited.</summary>
    public Day? InvitedFor { get; init; }

    /// <summary>How the applicant wishes to be heard.</summary>
    public InterviewWishes? Wishes { get; init; }

    /// <summary>What moved the decision period; absent when nothing did.</summary>
    public TermLedger? Ledger { get; init; }

    /// <summary>Peer review of the draft decision.</summary>
    public ReviewState? Review { get; init; }

    /// <summary>What holds a grant up.</summary>
    public Holds Holds { get; init; }

    /// <summary>Day the test of distressing circumstances was done.</summary>
    public Day? HardshipTestedOn { get; init; }

    /// <summary>Day the applicant asked for a talk on withdrawal that was not held yet.</summary>
    public Day? WithdrawalTalkAskedOn { get; init; }

    /// <summary>Files of the same family that are decided together with this one.</summary>
    public ImmutableArray<PersonId> LinkedWith { get; init; } = [];

    /// <summary>What the applicant asked about the planned interview; absent when nothing.</summary>
    public InterviewRequest? Request { get; init; }

    /// <summary>Another day was asked for once.</summary>
    public bool AskedOtherDay { get; init; }

    /// <summary>How often the applicant moved the interview themselves.</summary>
    public int OwnMoves { get; init; }

    /// <summary>Whether the last absence had a good reason, where it was announced.</summary>
    public AbsenceJudgement Absence { get; init; }

    /// <summary>
    /// The day the applicant was not there for the interview and gave no reason, unless the interview was held since. Whoever announced that
    /// they could not come is not among those, until a named official found that they had no good reason.
    /// </summary>
    public Day? StayedAwayOn =>
        MissedBecause == NoShowCause.Other && Absence is (AbsenceJudgement.None or AbsenceJudgement.WithoutCause)
            && (InterviewedOn is not { } held || held < MissedOn) ? MissedOn : null;

    /// <summary>A subsequent application (opvolgende aanvraag).</summary>
    public bool IsSubsequent => Ordinal > 1;
}

/// <summary>The decision that stands (beslissing).</summary>
/// <param name="Outcome">Kind of decision.</param>
/// <param name="On">Day of notification; absent when taken over without it.</param>
/// <param name="InGeneralProcedure">Taken within the general procedure (AA), not extended.</param>
public sealed record DecisionState(DecisionOutcome Outcome, Day? On, bool InGeneralProcedure)
{
    /// <summary>Who decided; nobody when the decision was taken over.</summary>
    public Official By { get; init; }

    /// <summary>The provision it rests on; absent in what was taken over or decided before a ground was asked for, and for a permit where none was named.</summary>
    public DecisionGround? Ground { get; init; }

    /// <summary>What was withdrawn or not renewed, when the decision is that: it has the consequences of an unfounded application (Vw 45, 69, 82).</summary>
    public WithdrawnState? Withdrawn { get; init; }
}

/// <summary>The permit (verblijfsvergunning asiel).</summary>
/// <param name="On">Day of issue; absent when taken over without it.</param>
/// <param name="Months">Duration in months; zero when not known.</param>
/// <param name="Outcome">The grant it rests on.</param>
public sealed record PermitState(Day? On, int Months, DecisionOutcome Outcome)
{
    /// <summary>First day of the time it is granted for; absent when taken over without it, and then the day of issue stands for it.</summary>
    public Day? ValidFrom { get; init; }

    /// <summary>First day of lawful stay on this permit and those it renewed.</summary>
    public Day? LawfulSince { get; init; }

    /// <summary>Granted for an indefinite time.</summary>
    public bool Indefinite { get; init; }
}

/// <summary>The appeal against the decision that stands (beroep).</summary>
/// <param name="LodgedOn">Day of lodging; absent when taken over without it.</param>
/// <param name="Suspensive">Suspends the effects of the decision.</param>
/// <param name="RuledOn">Day of the ruling.</param>
public sealed record AppealState(Day? LodgedOn, bool Suspensive, Day? RuledOn);

/// <summary>Deciding too late and what came of it (niet tijdig beslissen).</summary>
/// <param name="NoticeOn">Day of the notice of default that had effect.</param>
/// <param name="OrderedOn">Day of the court's order.</param>
/// <param name="TermDays">Days the court gave.</param>
/// <param name="EuroPerDay">Penalty a day, in euro.</param>
/// <param name="PaidEuro">Penalty paid, in euro.</param>
public sealed record LateState(Day? NoticeOn, Day? OrderedOn, int TermDays, int EuroPerDay, int PaidEuro);

/// <summary>The request to another state (claim op grond van Dublin).</summary>
/// <param name="RequestedOn">Day of the request; absent when taken over without it.</param>
/// <param name="RefusedOn">Day of a refusal.</param>
/// <param name="AcceptedOn">Day of acceptance, explicit or by silence.</param>
/// <param name="Accepted">Accepted, also when the day is not known.</param>
/// <param name="AbscondingNotifiedOn">Day absconding was notified to the other state.</param>
public sealed record DublinState(
    Day? RequestedOn, Day? RefusedOn, Day? AcceptedOn, bool Accepted, Day? AbscondingNotifiedOn)
{
    /// <summary>The day from which the transfer period runs instead of the acceptance: that of the ruling on an appeal with interim relief.</summary>
    public Day? PeriodFrom { get; init; }
}

/// <summary>The border procedure (grensprocedure).</summary>
/// <param name="DeferredOn">Day entry was deferred.</param>
/// <param name="EnteredOn">Day entry was granted.</param>
public sealed record BorderState(Day DeferredOn, Day? EnteredOn);

/// <summary>What the procedure room knows (procedure). A part that is absent has not begun.</summary>
/// <param name="Application">The application that counts now.</param>
/// <param name="Decision">The decision that stands.</param>
/// <param name="Permit">The permit.</param>
/// <param name="Appeal">The appeal against that decision.</param>
/// <param name="Late">Deciding too late.</param>
/// <param name="Dublin">The request to another state.</param>
/// <param name="Border">The border procedure.</param>
public sealed record ProcedureState(
    ApplicationState? Application,
    DecisionState? Decision,
    PermitState? Permit,
    AppealState? Appeal,
    LateState? Late,
    DublinState? Dublin,
    BorderState? Border)
{
    /// <summary>Nothing begun.</summary>
    public static ProcedureState None { get; } = new(null, null, null, null, null, null, null);

    /// <summary>Last day of a departure moratorium for this person's category.</summary>
    public Day? DepartureMoratoriumUntil { get; init; }

    /// <summary>What courts do with the decision, beside the appeal itself.</summary>
    public CourtState Courts { get; init; } = CourtState.None;

    /// <summary>Renewal, withdrawal and end of the permit.</summary>
    public PermitAffairs Permits { get; init; } = PermitAffairs.None;

    /// <summary>Number of the team of the immigration service whose file this is; absent as long as it is not divided.</summary>
    public int? Team { get; init; }

    /// <summary>The application when it is lodged and undecided; otherwise null.</summary>
    public ApplicationState? Open => Application is { Status: ApplicationStatus.Open } open ? open : null;

    /// <summary>An appeal is lodged and not ruled on.</summary>
    public bool AppealPending => Appeal is { RuledOn: null };

    /// <summary>A further appeal is lodged and not ruled on.</summary>
    public bool FurtherAppealPending => Courts.FurtherAppeal is { RuledOn: null };
}
