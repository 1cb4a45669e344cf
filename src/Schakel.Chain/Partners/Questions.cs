using System.Diagnostics;
using Schakel.Norms;
using Schakel.Norms.Registration;

namespace Schakel.Chain.Partners;

/// <summary>Whom an applicant can ask something (geadresseerde). A lawyer or guardian is not among them: what they write to each other is in no file.</summary>
public enum Addressee
{
    /// <summary>Reception agency: living, money, moving (COA).</summary>
    ReceptionAgency = 0,
    /// <summary>Immigration service: the procedure and the interview (IND).</summary>
    ImmigrationService,
    /// <summary>Council for refugees: explanation, of whatever (VluchtelingenWerk).</summary>
    CouncilForRefugees,
    /// <summary>The municipality one is linked to: a home, integration (gemeente).</summary>
    Municipality,
}

/// <summary>A question on a file (vraag). What it says is in its event, not here.</summary>
/// <param name="Number">Number on this file, from 1.</param>
/// <param name="To">Whom.</param>
/// <param name="AskedOn">The day it was asked.</param>
/// <param name="IsAnswered">It was answered.</param>
public sealed record Question(int Number, Addressee To, Day AskedOn, bool IsAnswered);

/// <summary>A command about a question; it can be given whether the person is here or not.</summary>
public abstract record QuestionCommand : CaseCommand
{
    /// <inheritdoc/>
    public override Presences For => Presences.Here | Presences.Gone | Presences.Departed;
}

/// <summary>Ask a partner something (vraag stellen). No right and no term depends on it, and nothing follows from not asking.</summary>
/// <param name="To">Whom.</param>
/// <param name="Text">The question, in the person's own words and language.</param>
public sealed record AskQuestion(Addressee To, string Text) : QuestionCommand;

/// <summary>Answer a question, in plain words (vraag beantwoorden).</summary>
/// <param name="By">Who answers, for the partner that was asked.</param>
/// <param name="Number">Which question.</param>
/// <param name="Text">The answer.</param>
public sealed record AnswerQuestion(Official By, int Number, string Text) : QuestionCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered =>
        OfficialRoles.ReceptionOfficer | OfficialRoles.HearingOfficer | OfficialRoles.CouncilWorker | OfficialRoles.MunicipalOfficer;
}

/// <summary>A question was asked (vraag gesteld).</summary>
/// <param name="Number">Number on this file.</param>
/// <param name="To">Whom.</param>
/// <param name="Text">The question.</param>
[EventName("question-asked", 1)]
public sealed record QuestionAsked(
    [Category(DataCategory.Correspondence)] int Number,
    [Category(DataCategory.Correspondence)] Addressee To,
    [Category(DataCategory.Correspondence)] string Text) : PartnersEvent, IWrittenTo
{
    /// <inheritdoc/>
    OfficialRoles IWrittenTo.Reader => Questions.RoleOf(To);
}

/// <summary>A question was answered (vraag beantwoord).</summary>
/// <param name="Number">Which question.</param>
/// <param name="To">Who was asked.</param>
/// <param name="Text">The answer.</param>
/// <param name="By">Who answered.</param>
[EventName("question-answered", 1)]
public sealed record QuestionAnswered(
    [Category(DataCategory.Correspondence)] int Number,
    [Category(DataCategory.Correspondence)] Addressee To,
    [Category(DataCategory.Correspondence)] string Text,
    [Category(DataCategory.None)] Official By) : PartnersEvent, IWrittenTo
{
    /// <inheritdoc/>
    OfficialRoles IWrittenTo.Reader => Questions.RoleOf(To);
}

/// <summary>Questions and answers (vragen): between the person and the one function that was asked.</summary>
public static class Questions
{
    /// <summary>Most questions that wait for an answer at once.</summary>
    internal const int MostOpen = 5;

    /// <summary>Nothing is asked, or answered.</summary>
    public static readonly Refusal Empty = new(
        "question.empty", "fact",
        "Schrijf eerst uw vraag of antwoord op.",
        "Write your question or answer first.");

    /// <summary>Too many words.</summary>
    public static readonly Refusal TooLong = new(
        "question.too-long", "fact",
        "Een vraag of antwoord heeft ten hoogste duizend tekens.",
        "A question or answer has a thousand characters at most.");

    /// <summary>Many wait already.</summary>
    public static readonly Refusal TooMany = new(
        "question.too-many", "fact",
        "Er wachten al vijf vragen op een antwoord. Bel of kom langs als u niet kunt wachten.",
        "Five questions wait for an answer already. Call or come by when you cannot wait.");

    /// <summary>Linked to no municipality.</summary>
    public static readonly Refusal NoMunicipality = new(
        "question.no-municipality", "fact",
        "U bent nog niet gekoppeld aan een gemeente. Stel uw vraag aan het COA.",
        "You are not linked to a municipality yet. Ask the reception agency.");

    /// <summary>No such question.</summary>
    public static readonly Refusal None = new(
        "question.none", "fact",
        "Dit dossier heeft geen vraag met dit nummer.",
        "This file has no question with this number.");

    /// <summary>Another function was asked.</summary>
    public static readonly Refusal NotYours = new(
        "question.not-yours", "AVG 5(1)(f)",
        "Deze vraag is aan een ander gesteld.",
        "Somebody else was asked this question.");

    /// <summary>Answered before.</summary>
    public static readonly Refusal AlreadyAnswered = new(
        "question.already-answered", "fact",
        "Deze vraag is al beantwoord.",
        "This question has been answered already.");

    internal static Decision Decide(CaseFile file, QuestionCommand command) => command switch
    {
        AskQuestion act => Decide(file, act),
        AnswerQuestion act => Decide(file, act),
        _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
    };

    private static Decision Decide(CaseFile file, AskQuestion command) =>
        AgainstText(command.Text) is { } refusal ? refusal
        : !CanAsk(file.Partners) ? TooMany
        : command.To == Addressee.Municipality && file.Housing.LinkedTo is null ? NoMunicipality
        : new QuestionAsked(file.Partners.Questions.Count + 1, command.To, command.Text);

    // Late is late, and no norm of law is broken by it: the term is an assumption, and an answer is welcome whenever it comes.
    private static Decision Decide(CaseFile file, AnswerQuestion command) =>
        AgainstText(command.Text) is { } refusal ? refusal
        : Find(file.Partners, command.Number) is not { } question ? None
        : (command.By.Role & RoleOf(question.To)) == 0 ? NotYours
        : question.IsAnswered ? AlreadyAnswered
        : new QuestionAnswered(question.Number, question.To, command.Text, command.By);

    internal static bool CanAsk(PartnersState state)
    {
        var open = 0;
        foreach (var question in state.Questions)
        {
            open += question.IsAnswered ? 0 : 1;
        }
        return open < MostOpen;
    }

    /// <summary>A question waits for an answer.</summary>
    internal static bool IsWaiting(PartnersState state) => state.Questions.Exists(question => !question.IsAnswered);

    /// <summary>The party on whose worklist a question comes.</summary>
    internal static Party PartyOf(Addressee to) => to switch
    {
        Addressee.ReceptionAgency => Party.ReceptionAgency,
        Addressee.ImmigrationService => Party.HearingOffice,
        Addressee.CouncilForRefugees => Party.CouncilForRefugees,
        Addressee.Municipality => Party.Municipality,
    };

    internal static OfficialRoles RoleOf(Addressee to) => Parties.RoleOf(PartyOf(to));

    internal static Day AnswerBy(Law law, Day asked)
    {
        var none = default(NoTrace);
        return OwnActs.AnswerBy(law, asked, ref none);
    }

    internal static PartnersState Answered(PartnersState state, QuestionAnswered answered) => state with
    {
        Questions = state.Questions.SetItem(answered.Number - 1, state.Questions[answered.Number - 1] with { IsAnswered = true }),
    };

    private static Question? Find(PartnersState state, int number) =>
        number >= 1 && number <= state.Questions.Count ? state.Questions[number - 1] : null;

    private static Refusal? AgainstText(string text) => Written.IsEmpty(text) ? Empty : Written.IsTooLong(text) ? TooLong : null;
}

/// <summary>Questions: what lies ahead (vragen).</summary>
public static class QuestionSteps
{
    /// <summary>Ask a partner something.</summary>
    public static readonly StepType Ask = new(
        "ask-question", "own-acts.answer", Party.Applicant, typeof(AskQuestion), StepForce.Right,
        "Een vraag stellen", "Ask a question");

    /// <summary>Answer a question; for the party that was asked.</summary>
    public static readonly StepType Answer = new(
        "answer-question", "own-acts.answer", Party.ReceptionAgency, typeof(AnswerQuestion), StepForce.Due,
        "Een vraag van de aanvrager beantwoorden", "Answer a question of the applicant");

    internal static void Add(Outlook ahead, CaseFile file, Law law)
    {
        foreach (var question in file.Partners.Questions)
        {
            if (!question.IsAnswered)
            {
                ahead.Add(new NextStep(Answer, null, Questions.AnswerBy(law, question.AskedOn)) { Party = Questions.PartyOf(question.To), Number = question.Number });
            }
        }
        if (Questions.CanAsk(file.Partners))
        {
            ahead.Add(Ask);
        }
    }
}
