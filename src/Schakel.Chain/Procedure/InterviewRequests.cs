using Schakel.Norms;
using Schakel.Norms.Registration;

namespace Schakel.Chain.Procedure;

/// <summary>Why an applicant cannot come to an interview (reden van verhindering), in their own words for it.</summary>
public enum AbsenceCause
{
    /// <summary>Ill, or about to give birth (ziek).</summary>
    Ill = 0,
    /// <summary>No way to get there (geen vervoer).</summary>
    Transport,
    /// <summary>Nobody for the children (geen opvang voor de kinderen).</summary>
    ChildCare,
    /// <summary>Moved by the reception agency (verhuisd door het COA).</summary>
    Relocated,
    /// <summary>Another reason, told in person or not at all (andere reden).</summary>
    Other,
}

/// <summary>Why an interview keeps its day although the applicant asked otherwise (reden om de dag te houden).</summary>
public enum KeptBecause
{
    /// <summary>What stood in the way is solved: transport, child care, hearing at the site (opgelost).</summary>
    Solved = 0,
    /// <summary>No other day in time: a court, or the border procedure, sets the last one (geen andere dag mogelijk).</summary>
    NoOtherDay,
    /// <summary>What was brought forward does not stand in the way, after the applicant or lawyer was asked (geen beletsel).</summary>
    NoObstacle,
}

/// <summary>Whether an absence that was announced had a good reason (oordeel over het wegblijven).</summary>
public enum AbsenceJudgement
{
    /// <summary>Nothing to judge.</summary>
    None = 0,
    /// <summary>An official is still to judge; until then it counts against nobody.</summary>
    Awaited,
    /// <summary>A good reason.</summary>
    Excused,
    /// <summary>No good reason, a named official found.</summary>
    WithoutCause,
}

/// <summary>Days that would suit the applicant better (voorkeursdagen): one is given, two more may be.</summary>
/// <param name="Best">The best.</param>
/// <param name="Second">Or this one.</param>
/// <param name="Third">Or this one.</param>
public readonly record struct PreferredDays(Day Best, Day? Second = null, Day? Third = null)
{
    internal IEnumerable<Day> All => new[] { Best, Second, Third }.OfType<Day>();
}

/// <summary>What the applicant asked about the planned interview (verzoek over het gehoor).</summary>
/// <param name="For">The day it was planned for.</param>
/// <param name="On">The day it was asked.</param>
/// <param name="Cannot">They cannot come; otherwise another day would suit them better.</param>
/// <param name="Kept">It was answered: the day stands.</param>
public sealed record InterviewRequest(Day For, Day On, bool Cannot, bool Kept);

/// <summary>Report that one cannot come to the planned interview (verhindering melden), by the applicant, lawyer or guardian, also from the portal.</summary>
/// <param name="Cause">Why.</param>
public sealed record ReportAbsence(AbsenceCause Cause) : ProcedureCommand;

/// <summary>Ask for another day for the planned interview (andere gehoordag vragen). The planner decides; the day stands until then.</summary>
/// <param name="Days">Days that would suit.</param>
public sealed record AskOtherDay(PreferredDays Days) : ProcedureCommand;

/// <summary>Keep the day of the interview, whatever was asked, with a reason (gehoordag handhaven). To move it is <see cref="MoveInterview"/>.</summary>
/// <param name="By">Hearing officer.</param>
/// <param name="Because">Why.</param>
public sealed record KeepInterview(Official By, KeptBecause Because) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HearingOfficer | OfficialRoles.DecisionOfficer;
}

/// <summary>Judge whether an absence that was announced had a good reason (wegblijven beoordelen).</summary>
/// <param name="By">Hearing or decision officer.</param>
/// <param name="Excused">It had.</param>
public sealed record JudgeAbsence(Official By, bool Excused) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HearingOfficer | OfficialRoles.DecisionOfficer;
}

/// <summary>The applicant cannot come (verhindering gemeld). Why is read by who judges it, and not by who plans.</summary>
/// <param name="InterviewOn">Day of the interview.</param>
/// <param name="Cause">Why: it may tell of health.</param>
[EventName("interview-absence-reported", 1)]
public sealed record InterviewAbsenceReported(
    [Category(DataCategory.Procedure)] Day InterviewOn,
    [Category(DataCategory.Claim)] AbsenceCause Cause) : ProcedureEvent;

/// <summary>The applicant asked for another day (andere gehoordag gevraagd).</summary>
/// <param name="InterviewOn">Day of the interview.</param>
/// <param name="Days">Days that would suit.</param>
[EventName("other-interview-day-asked", 1)]
public sealed record OtherInterviewDayAsked(
    [Category(DataCategory.Procedure)] Day InterviewOn,
    [Category(DataCategory.Procedure)] PreferredDays Days) : ProcedureEvent;

/// <summary>The interview keeps its day (gehoordag gehandhaafd).</summary>
/// <param name="InterviewOn">Day of the interview.</param>
/// <param name="Because">Why.</param>
/// <param name="By">Who decided.</param>
[EventName("interview-kept", 1)]
public sealed record InterviewKept(
    [Category(DataCategory.Procedure)] Day InterviewOn,
    [Category(DataCategory.Procedure)] KeptBecause Because,
    [Category(DataCategory.Procedure)] Official By) : ProcedureEvent;

/// <summary>The absence was judged (wegblijven beoordeeld).</summary>
/// <param name="Excused">It had a good reason.</param>
/// <param name="By">Who judged.</param>
[EventName("interview-absence-judged", 1)]
public sealed record InterviewAbsenceJudged(
    [Category(DataCategory.Procedure)] bool Excused,
    [Category(DataCategory.Procedure)] Official By) : ProcedureEvent;

/// <summary>What applicants ask about a planned interview (verhindering en andere gehoordag).</summary>
public static class InterviewRequests
{
    /// <summary>The day is over.</summary>
    public static readonly Refusal TooLate = new(
        "interview-absence.too-late", "fact",
        "Het gehoor was op {0}. Vertel uw advocaat of de IND waarom u er niet was.",
        "The interview was on {0}. Tell your lawyer or the immigration service why you were not there.");

    /// <summary>Reported before.</summary>
    public static readonly Refusal AlreadyReported = new(
        "interview-absence.already-reported", "fact",
        "Voor het gehoor van {0} is al gemeld dat u niet kunt komen.",
        "It has been reported already that you cannot come to the interview of {0}.");

    /// <summary>Asked once for this application; who cannot come reports that.</summary>
    public static readonly Refusal OnlyOnce = new(
        "interview-request.only-once", "own-acts.notice",
        "Er is al een keer om een andere gehoordag gevraagd. Kunt u niet komen? Meld dat dan.",
        "Another day has been asked for once already. If you cannot come, report that.");

    /// <summary>Too near.</summary>
    public static readonly Refusal TooNear = new(
        "interview-request.too-near", "own-acts.notice",
        "Een andere gehoordag kon tot en met {0} worden gevraagd. Kunt u niet komen? Meld dat dan.",
        "Another day could be asked for through {0}. If you cannot come, report that.");

    /// <summary>Nothing was asked, or it was answered.</summary>
    public static readonly Refusal NothingAsked = new(
        "interview-request.none", "fact",
        "Over het geplande gehoor is niets gevraagd dat nog openstaat.",
        "Nothing that is still open was asked about the planned interview.");

    /// <summary>No absence that was announced waits for a judgement.</summary>
    public static readonly Refusal NothingToJudge = new(
        "interview-absence.nothing-to-judge", "fact",
        "Er is geen gemelde verhindering die nog beoordeeld moet worden.",
        "No absence that was announced is still to be judged.");

    internal static Decision Decide(CaseFile file, ReportAbsence command, Day today) =>
        Against(file) is { } refusal ? refusal
        : file.Procedure.Application!.PlannedFor is not { } planned ? Interviews.NotPlanned
        : today > planned ? TooLate.On(planned)
        : file.Procedure.Application.Request is { Cannot: true } asked && asked.For == planned ? AlreadyReported.On(planned)
        : new InterviewAbsenceReported(planned, command.Cause);

    internal static Decision Decide(CaseFile file, AskOtherDay command, Law law, Day today) =>
        Against(file) is { } refusal ? refusal
        : file.Procedure.Application!.PlannedFor is not { } planned ? Interviews.NotPlanned
        : file.Procedure.Application.AskedOtherDay ? OnlyOnce
        : file.Procedure.Application.Request is { Cannot: true } asked && asked.For == planned ? AlreadyReported.On(planned)
        : AskBy(law, planned) is var last && today > last ? TooNear.On(last)
        : AgainstDays(file, command.Days, planned, law, today) ?? Decision.FromChainEvent(new OtherInterviewDayAsked(planned, command.Days));

    internal static Decision Decide(CaseFile file, KeepInterview command) =>
        OpenOn(file) is not { } asked ? NothingAsked : new InterviewKept(asked.For, command.Because, command.By);

    internal static Decision Decide(CaseFile file, JudgeAbsence command) =>
        file.Procedure.Open is not { } application ? Applications.NoneOpen
        : application.Absence != AbsenceJudgement.Awaited ? NothingToJudge
        : new InterviewAbsenceJudged(command.Excused, command.By);

    /// <summary>What the applicant asked about the interview as it is planned, and nobody answered yet.</summary>
    internal static InterviewRequest? OpenOn(CaseFile file) =>
        file.Procedure.Open is { PlannedFor: { } planned, Request: { Kept: false } asked } && asked.For == planned ? asked : null;

    internal static Day AskBy(Law law, Day planned)
    {
        var none = default(NoTrace);
        return OwnActs.AskBy(law, planned, ref none);
    }

    /// <summary>Who announced that they could not come, or asked for another day, did not stay away silently: a person judges it first.</summary>
    internal static ApplicationState Missed(ApplicationState application, NoShowCause cause, Day on) => application with
    {
        MissedOn = on,
        MissedBecause = cause,
        PlannedFor = null,
        Request = null,
        Absence = cause == NoShowCause.Other && application.Request is { } asked && asked.For == application.PlannedFor
            ? AbsenceJudgement.Awaited : AbsenceJudgement.None,
    };

    // Also in a track or on a day where it would not be held: what was planned can be answered.
    private static Refusal? Against(CaseFile file) =>
        file.Procedure.Open is not { } application ? Applications.NoneOpen
        : application.InterviewedOn is not null && application.AnnulledOn is null ? Interviews.AlreadyHeld
        : null;

    private static Refusal? AgainstDays(CaseFile file, PreferredDays days, Day planned, Law law, Day today)
    {
        foreach (var day in days.All)
        {
            if (day <= today)
            {
                return Interviews.InThePast.On(today);
            }
            if (day == planned)
            {
                return Appointments.SameDay.On(planned);
            }
            if (Interviews.AgainstDay(file, day, law) is { } against)
            {
                return against;
            }
        }
        return null;
    }
}
