using System.Text.Json.Nodes;
using Schakel.Chain.Procedure;
using Schakel.Norms;

namespace Schakel.Chain.Guidance;

/// <summary>What the medical advice on the interview comes to (uitkomst medisch advies horen en beslissen).</summary>
public enum HearingOutcome
{
    /// <summary>Can be heard (kan worden gehoord).</summary>
    CanBeHeard = 0,
    /// <summary>Can be heard when the interview is adapted: breaks, a shorter day, somebody present (kan worden gehoord, met aanpassingen).</summary>
    WithArrangements,
    /// <summary>Cannot be heard now: through a day, or until advice is given anew (kan nu niet worden gehoord).</summary>
    NotNow,
}

/// <summary>Advise whether and how someone can be heard (medisch advies horen en beslissen; Vb 3.109(6), dossier RVT-3).</summary>
/// <param name="By">Medical adviser.</param>
/// <param name="Outcome">What it comes to.</param>
/// <param name="Through">Last day on which the person cannot be heard; absent when only new advice ends that.</param>
public sealed record AdviseOnHearing(Official By, HearingOutcome Outcome, Day? Through = null) : GuidanceCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.HealthWorker;
}

/// <summary>Medical advice on the interview was given (medisch advies gegeven). What ails the person is not here: only what it means for the interview.</summary>
/// <param name="Ordinal">The application it is for.</param>
/// <param name="Outcome">What it comes to; that the person can be heard in what was stored before version 2.</param>
/// <param name="Through">Last day on which the person cannot be heard.</param>
[EventName("hearing-advice-given", 2)]
public sealed record HearingAdviceGiven(
    [Category(DataCategory.Procedure)] int Ordinal,
    [Category(DataCategory.Vulnerability)] HearingOutcome Outcome,
    [Category(DataCategory.Vulnerability)] Day? Through = null) : GuidanceEvent
{
    [Upcast("hearing-advice-given", 1)]
    internal static JsonObject FromVersion1(JsonObject fields)
    {
        fields["outcome"] = "can-be-heard";
        return fields;
    }
}

/// <summary>The last advice on the interview, where it says more than that the person can be heard (medisch advies).</summary>
/// <param name="Outcome">What it comes to.</param>
/// <param name="Through">Last day on which the person cannot be heard.</param>
public sealed record HearingAdvice(HearingOutcome Outcome, Day? Through);

/// <summary>Medical advice on the interview, and what it holds off (medisch advies horen en beslissen).</summary>
public static class HearingAdvices
{
    internal const int HearingAge = 12;

    /// <summary>In tracks 1 and 2 there is no medical advice.</summary>
    public static readonly Refusal NoAdviceInTrack = new(
        "hearing-advice.other-track", "T1-1",
        "In spoor 1 en 2 wordt geen medisch advies over het horen aangeboden.",
        "In tracks 1 and 2 no medical advice on the interview is offered.");

    /// <summary>Heard already, or too young to be heard.</summary>
    public static readonly Refusal NotToBeHeard = new(
        "hearing-advice.not-to-be-heard", "RVT-3",
        "Deze persoon is al gehoord, of te jong om te worden gehoord.",
        "This person has been heard already, or is too young to be heard.");

    /// <summary>A last day with advice that holds nothing off.</summary>
    public static readonly Refusal DayForNothing = new(
        "hearing-advice.day-for-nothing", "fact",
        "Een laatste dag hoort alleen bij het advies dat iemand nu niet kan worden gehoord.",
        "A last day belongs only to the advice that someone cannot be heard now.");

    /// <summary>A last day that is over.</summary>
    public static readonly Refusal DayPassed = new(
        "hearing-advice.day-passed", "fact",
        "De laatste dag waarop iemand niet kan worden gehoord, is niet al voorbij (vandaag is {0}).",
        "The last day on which someone cannot be heard has not passed already (today is {0}).");

    /// <summary>Cannot be heard until there is new advice.</summary>
    public static readonly Refusal NotFit = new(
        "interview.not-fit", "Vb 3.109",
        "Volgens het medisch advies kan deze persoon nu niet worden gehoord; eerst is een nieuw medisch advies nodig.",
        "According to the medical advice this person cannot be heard now; new medical advice is needed first.");

    /// <summary>Cannot be heard through a day.</summary>
    public static readonly Refusal NotFitYet = new(
        "interview.not-fit-yet", "Vb 3.109",
        "Volgens het medisch advies kan deze persoon tot en met {0} niet worden gehoord.",
        "According to the medical advice this person cannot be heard on or before {0}.");

    internal static Decision Decide(CaseFile file, AdviseOnHearing command, Day today) =>
        file.Procedure.Open is not { } open ? LegalAid.NoApplication
        : !IsOffered(file, open) ? NoAdviceInTrack
        : open.InterviewedOn is not null || today < file.Registration.Born.PlusYears(HearingAge) ? NotToBeHeard
        : !IsWanted(file, open) ? LegalAid.AlreadyDone
        : command.Through is not null && command.Outcome != HearingOutcome.NotNow ? DayForNothing
        : command.Through < today ? DayPassed.On(today)
        : new HearingAdviceGiven(open.Ordinal, command.Outcome, command.Through);

    /// <summary>Why this person cannot be heard on a day; null when health is no obstacle.</summary>
    /// <param name="file">The file.</param>
    /// <param name="day">The day.</param>
    public static Refusal? Against(CaseFile file, Day day) =>
        HoldingOff(file) is not { } advice ? null
        : advice.Through is not { } through ? NotFit
        : day <= through ? NotFitYet.On(through)
        : null;

    /// <summary>What the advice says for an interview still to be held; null when there is none, or it asks nothing particular.</summary>
    /// <param name="file">The file.</param>
    public static HearingAdvice? Of(CaseFile file) =>
        file.Procedure.Open is { InterviewedOn: null } open && file.Guidance.AdvisedFor == open.Ordinal ? file.Guidance.Advice : null;

    /// <summary>The advice on the present application that the person cannot be heard now, whether or not its last day is over.</summary>
    internal static HearingAdvice? HoldingOff(CaseFile file) => Of(file) is { Outcome: HearingOutcome.NotNow } advice ? advice : null;

    /// <summary>New advice, when only that ends the time in which the person cannot be heard; null when a day or nothing ends it.</summary>
    internal static StepType? WaitedFor(CaseFile file) => HoldingOff(file) is { Through: null } ? LegalAidSteps.Advise : null;

    /// <summary>Advice can still come: none was given, or the last said that the person could not be heard then.</summary>
    internal static bool IsWanted(CaseFile file, ApplicationState open) =>
        open.InterviewedOn is null && IsOffered(file, open) && (file.Guidance.AdvisedFor != open.Ordinal || HoldingOff(file) is not null);

    // Whoever flowed over to track 2 while they could not be heard is advised anew there: nothing else would end it.
    private static bool IsOffered(CaseFile file, ApplicationState open) =>
        open.Track != Track.Dublin && (open.Track != Track.Simplified || HoldingOff(file) is not null);
}
