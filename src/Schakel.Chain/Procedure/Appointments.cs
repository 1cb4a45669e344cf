using Schakel.Chain.Registration;
using Schakel.Norms;

namespace Schakel.Chain.Procedure;

/// <summary>Where and when on its day an interview is (plaats en tijd), as far as settled. The default value is: nothing settled.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="Room">The room, from 1.</param>
/// <param name="Minute">Minute of the day, from 0 at midnight.</param>
public readonly record struct InterviewPlace(CentreId? Centre, int? Room, int? Minute)
{
    private const int MinutesInDay = 24 * 60;

    internal bool Exists => Room is null or > 0 && Minute is null or (>= 0 and < MinutesInDay);
}

/// <summary>A wish for a man or a woman (wens).</summary>
public enum GenderWish
{
    /// <summary>No wish.</summary>
    None = 0,
    /// <summary>A woman.</summary>
    Woman,
    /// <summary>A man.</summary>
    Man,
}

/// <summary>How an applicant wishes to be heard (hoorwensen). No reason is asked.</summary>
/// <param name="Language">Language of the interpreter.</param>
/// <param name="Dialect">Dialect; empty for none.</param>
/// <param name="Interpreter">Interpreter.</param>
/// <param name="Officer">Hearing officer.</param>
public readonly record struct InterviewWishes(LanguageCode Language, string Dialect, GenderWish Interpreter, GenderWish Officer);

/// <summary>Why an interview was moved (reden van verplaatsing).</summary>
public enum MoveCause
{
    /// <summary>The applicant asked for it.</summary>
    Applicant = 0,
    /// <summary>The lawyer or the guardian could not be there.</summary>
    Counsel,
    /// <summary>No interpreter, or not in the dialect or of the gender that was wished.</summary>
    Interpreter,
    /// <summary>The immigration service.</summary>
    Service,
    /// <summary>The applicant is moved to another site.</summary>
    Relocation,
    /// <summary>The applicant chose another free day (eigen keuze).</summary>
    OwnChoice,
}

/// <summary>State how one wishes to be heard (hoorwensen opgeven), by the applicant, lawyer or guardian.</summary>
/// <param name="Wishes">The wishes.</param>
public sealed record StateInterviewWishes(InterviewWishes Wishes) : ProcedureCommand;

/// <summary>Invite the applicant to the planned interview, in a language they understand (uitnodigen).</summary>
/// <param name="By">Planner.</param>
/// <param name="Language">Language of the invitation.</param>
public sealed record InviteToInterview(Official By, LanguageCode Language) : ProcedureCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HearingOfficer | OfficialRoles.DecisionOfficer;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>Move the planned interview to another day (verplaatsen). The applicant is invited anew.</summary>
/// <param name="By">Planner.</param>
/// <param name="InterviewOn">The other day.</param>
/// <param name="Cause">Why.</param>
public sealed record MoveInterview(Official By, Day InterviewOn, MoveCause Cause) : ProcedureCommand, IOfficialAct
{
    /// <summary>Where and when on that day, as far as settled.</summary>
    public InterviewPlace Place { get; init; }

    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HearingOfficer | OfficialRoles.DecisionOfficer;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>
/// Wishes were stated (hoorwensen opgegeven). They are of the procedure: without them nobody can plan. That somebody asks for a woman may tell
/// more, so they are read by who plans, hears and decides and by who stands by the person, and by nobody in police, return or reception.
/// </summary>
/// <param name="Wishes">The wishes.</param>
[EventName("interview-wishes-stated", 1)]
public sealed record InterviewWishesStated([Category(DataCategory.Procedure)] InterviewWishes Wishes) : ProcedureEvent, IWrittenTo
{
    /// <inheritdoc/>
    OfficialRoles IWrittenTo.Reader => Appointments.ReadersOfWishes;
}

/// <summary>The applicant was invited (uitgenodigd).</summary>
/// <param name="InterviewOn">Day of the interview.</param>
/// <param name="Language">Language of the invitation.</param>
[EventName("invited-to-interview", 1)]
public sealed record InvitedToInterview(
    [Category(DataCategory.Procedure)] Day InterviewOn,
    [Category(DataCategory.Identity)] LanguageCode Language) : ProcedureEvent;

/// <summary>The interview was moved (verplaatst).</summary>
/// <param name="From">The day it was planned for.</param>
/// <param name="InterviewOn">The day it is planned for now.</param>
/// <param name="Cause">Why.</param>
/// <param name="Place">Where and when on that day.</param>
[EventName("interview-moved", 1)]
public sealed record InterviewMoved(
    [Category(DataCategory.Procedure)] Day From,
    [Category(DataCategory.Procedure)] Day InterviewOn,
    [Category(DataCategory.Procedure)] MoveCause Cause,
    [Category(DataCategory.Procedure)] InterviewPlace Place) : ProcedureEvent;

/// <summary>Appointments for an interview (afspraken voor een gehoor).</summary>
public static class Appointments
{
    /// <summary>Who reads how somebody wishes to be heard, where they may read the procedure.</summary>
    public const OfficialRoles ReadersOfWishes = OfficialRoles.HearingOfficer | OfficialRoles.DecisionOfficer | OfficialRoles.Lawyer | OfficialRoles.Guardian;

    private const int MostCharacters = 100;

    /// <summary>No such room or minute.</summary>
    public static readonly Refusal NoSuchPlace = new(
        "interview.no-such-place", "fact",
        "Een kamer heeft een nummer vanaf 1, en een tijdstip ligt binnen de dag.",
        "A room has a number from 1, and a time lies within the day.");

    /// <summary>A dialect is named in a few words.</summary>
    public static readonly Refusal DialectTooLong = new(
        "interview.dialect-too-long", "fact",
        "Noem het dialect in ten hoogste honderd tekens.",
        "Name the dialect in a hundred characters at most.");

    /// <summary>Invited before.</summary>
    public static readonly Refusal AlreadyInvited = new(
        "interview.already-invited", "Vb 3.110",
        "Voor het gehoor van {0} is al uitgenodigd.",
        "The applicant has been invited to the interview of {0} already.");

    /// <summary>Moving changes something.</summary>
    public static readonly Refusal SameDay = new(
        "interview.same-day", "fact",
        "Het gehoor is al gepland op {0}.",
        "The interview is planned for {0} already.");

    internal static Decision Decide(CaseFile file, StateInterviewWishes command) =>
        file.Procedure.Open is not { } application ? Applications.NoneOpen
        : application is { InterviewedOn: not null, AnnulledOn: null } ? Interviews.AlreadyHeld
        : command.Wishes.Dialect?.Length > MostCharacters ? DialectTooLong
        : new InterviewWishesStated(command.Wishes with { Dialect = command.Wishes.Dialect ?? "" });

    internal static Decision Decide(CaseFile file, InviteToInterview command) =>
        file.Procedure.Open is not { } application ? Applications.NoneOpen
        : application.PlannedFor is not { } planned ? Interviews.NotPlanned
        : application.InvitedFor == planned ? AlreadyInvited.On(planned)
        : new InvitedToInterview(planned, command.Language);

    internal static Decision Decide(CaseFile file, MoveInterview command, Law law, Day today) =>
        Interviews.AgainstInterview(file) is { } refusal ? refusal
        : file.Procedure.Application!.PlannedFor is not { } planned ? Interviews.NotPlanned
        : command.InterviewOn < today ? Interviews.InThePast.On(today)
        : command.InterviewOn == planned ? SameDay.On(planned)
        : command.Cause == MoveCause.OwnChoice ? InterviewChoices.OwnChoice
        : !command.Place.Exists ? NoSuchPlace
        : Interviews.AgainstDay(file, command.InterviewOn, law)
            ?? Decision.FromChainEvent(new InterviewMoved(planned, command.InterviewOn, command.Cause, command.Place));
}
