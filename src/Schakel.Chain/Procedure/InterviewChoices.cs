using Schakel.Chain.Guidance;
using Schakel.Norms;

namespace Schakel.Chain.Procedure;

/// <summary>
/// Choose a free day for one's own interview, or move it there (zelf een gehoordag kiezen). That a place is free on that day is for whoever
/// hands the act in: the file knows its own rules and nobody else's days.
/// </summary>
/// <param name="InterviewOn">The day.</param>
/// <param name="Centre">The centre with a free place.</param>
public sealed record ChooseInterviewDay(Day InterviewOn, CentreId Centre) : ProcedureCommand
{
    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>
/// Which days an applicant may choose for their own interview (vrije gehoordagen). Rest and preparation come first, the lawyer and the interpreter
/// hear of it in time, and no choice makes the decision late.
/// </summary>
public static class InterviewChoices
{
    /// <summary>How often somebody moves their own interview for one application; an assumption (1 to 3).</summary>
    public const int MostMoves = 2;

    /// <summary>Days kept between the interview and the last day to decide, for what follows it; an assumption (7 to 28).</summary>
    public const int RoomToDecide = 14;

    /// <summary>Too near for the lawyer and the interpreter.</summary>
    public static readonly Refusal TooSoon = new(
        "interview-choice.too-soon", "own-acts.notice",
        "Deze dag is te dichtbij: hij kon tot en met {0} worden gekozen, zodat uw advocaat en de tolk het op tijd weten.",
        "This day is too near: it could be chosen through {0}, so that your lawyer and the interpreter know in time.");

    /// <summary>Too late for the decision or the border procedure.</summary>
    public static readonly Refusal TooLate = new(
        "interview-choice.too-late", "decision-period",
        "Het gehoor moet uiterlijk op {0} zijn, anders komt de beslissing te laat. Kies een eerdere dag, of vraag het de IND.",
        "The interview must be on {0} at the latest, or the decision comes late. Choose an earlier day, or ask the immigration service.");

    /// <summary>Moved often enough.</summary>
    public static readonly Refusal OftenEnough = new(
        "interview-choice.often-enough", "own-acts.notice",
        "U hebt uw gehoor al twee keer zelf verplaatst. Kunt u niet komen? Meld dat dan.",
        "You have moved your interview yourself twice already. If you cannot come, report that.");

    /// <summary>A child that came with its family is not heard on a day of its own choice.</summary>
    public static readonly Refusal WithFamily = new(
        "interview-choice.with-family", "Vb 3.113",
        "Een kind dat met het gezin kwam, kiest zelf geen gehoordag.",
        "A child that came with its family chooses no day for an interview.");

    /// <summary>Only the applicant chooses, and never as somebody's reason to move.</summary>
    public static readonly Refusal OwnChoice = new(
        "interview.own-choice", "own-acts.notice",
        "Zelf gekozen wordt door de aanvrager; geef de reden waarom u verplaatst.",
        "An own choice is made by the applicant; give the reason why you move it.");

    /// <summary>Why a day cannot be chosen; null when it can, as far as the file knows.</summary>
    /// <param name="file">The file.</param>
    /// <param name="day">The day.</param>
    /// <param name="law">The law.</param>
    /// <param name="today">The day of choosing.</param>
    public static Refusal? Against(CaseFile file, Day day, Law law, Day today)
    {
        if (Interviews.AgainstInterview(file) is { } refusal)
        {
            return refusal;
        }
        var application = file.Procedure.Application!;
        return InterviewSteps.HeardFrom(file) is not null ? WithFamily
            : application.PlannedFor is { } planned && AgainstMoving(application, planned, day, law, today) is { } against ? against
            : InterviewRequests.AskBy(law, day) is var last && today > last ? TooSoon.On(last)
            : Interviews.AgainstDay(file, day, law) is { } noDay ? noDay
            : Latest(file, application, law) is { } latest && day > latest ? TooLate.On(latest)
            : null;
    }

    internal static Decision Decide(CaseFile file, ChooseInterviewDay command, Law law, Day today)
    {
        if (Against(file, command.InterviewOn, law, today) is { } refusal)
        {
            return refusal;
        }
        var place = new InterviewPlace(command.Centre, null, null);
        return file.Procedure.Application!.PlannedFor is { } planned
            ? Decision.FromChainEvent(new InterviewMoved(planned, command.InterviewOn, MoveCause.OwnChoice, place))
            : Decision.FromChainEvent(new InterviewPlanned(command.InterviewOn, place));
    }

    /// <summary>Adds the right to choose, while a day that fits can still be ahead.</summary>
    internal static void Add(Outlook ahead, CaseFile file, ApplicationState application, Law law)
    {
        if (Interviews.AgainstInterview(file) is not null || InterviewSteps.HeardFrom(file) is not null || HearingAdvices.WaitedFor(file) is not null
            || (application.PlannedFor is not null && application.OwnMoves >= MostMoves))
        {
            return;
        }
        var latest = Latest(file, application, law);
        if (latest is { } last && (Interviews.FirstDay(file, law) > last || HearingAdvices.HoldingOff(file)?.Through >= last || last == application.PlannedFor))
        {
            return;
        }
        var until = latest is { } day ? InterviewRequests.AskBy(law, day) : (Day?)null;
        ahead.Add(new NextStep(ConductSteps.ChooseDay, null, null)
        {
            Until = application.PlannedFor is { } planned ? Outlook.Earlier(until, InterviewRequests.AskBy(law, planned)) : until,
        });
    }

    private static Refusal? AgainstMoving(ApplicationState application, Day planned, Day day, Law law, Day today) =>
        application.OwnMoves >= MostMoves ? OftenEnough
        : day == planned ? Appointments.SameDay.On(planned)
        : InterviewRequests.AskBy(law, planned) is var last && today > last ? InterviewRequests.TooNear.On(last)
        : null;

    // The last day of the procedure on which an interview is in time; absent where nothing sets one.
    private static Day? Latest(CaseFile file, ApplicationState application, Law law)
    {
        if (Outlook.Earlier(Border.GoesOnThrough(file, law), DecisionTerm.LastDay(application, law)?.PlusDays(-RoomToDecide)) is not { } latest)
        {
            return null;
        }
        var centre = Border.CentreOf(file);
        while (!ProcedureDays.Counts(law, latest, centre))
        {
            latest = latest.PlusDays(-1);
        }
        return latest;
    }
}
