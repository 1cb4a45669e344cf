namespace Schakel.Norms.Registration;

/// <summary>Terms of what an applicant does without an official (eigen handelingen): another day for an interview, a question, a request to correct.</summary>
/// <remarks>
/// Only the month of the General Data Protection Regulation is law. The other two are assumptions, entered so that they can be seen, argued about
/// and changed: nobody is refused anything but a click by them, since whoever is too late reports that they cannot come.
/// </remarks>
public static class OwnActs
{
    /// <summary>Days before an interview by which another day is asked; an assumption (1 to 7).</summary>
    public static readonly Norm<CalendarDays> Notice = new(
        "own-acts.notice",
        new("Dagen vooraf om een andere gehoordag te vragen", "Days ahead to ask for another day of the interview"),
        "SCH-1",
        new(Acts.None, "Aanname", "No rule was found; an assumption of this project, 1 to 7."),
        NormStatus.Unverified,
        new NormVersion<CalendarDays>(Day.Of(2010, 7, 1), new(3)));

    /// <summary>Time to answer a question of an applicant; an assumption (3 to 14).</summary>
    public static readonly Norm<CalendarDays> Answer = new(
        "own-acts.answer",
        new("Antwoord op een vraag van een aanvrager", "Answer to an applicant's question"),
        "SCH-2",
        new(Acts.None, "Aanname", "No rule was found; an assumption of this project, 3 to 14."),
        NormStatus.Unverified,
        new NormVersion<CalendarDays>(Day.Of(2010, 7, 1), new(7)));

    /// <summary>Time to decide on a request to correct what is recorded (rectificatie), counted from its receipt.</summary>
    public static readonly Norm<Months> Correction = new(
        "own-acts.correction",
        new("Beslissen op een verzoek om gegevens te verbeteren", "Deciding on a request to correct data"),
        "SCH-3",
        new(Acts.DataProtectionRegulation, "12(3)", "With article 16. The extension by two months is not entered."),
        NormStatus.Unverified,
        new NormVersion<Months>(Day.Of(2018, 5, 25), new(1)));

    private static readonly Fact<Day> AskedFact = Fact.Date(
        "asked", new("de dag waarop de aanvrager het vroeg", "the date the applicant asked"));

    private static readonly Fact<Day> InterviewFact = Fact.Date(
        "interview", new("de dag van het geplande gehoor", "the date of the planned interview"), required: false);

    /// <summary>Last days that follow from what an applicant asked (eigen handelingen).</summary>
    public static readonly NormComputation Computation = new(
        "own-acts",
        new("Eigen handelingen van een aanvrager", "What an applicant does without an official"),
        [AskedFact, InterviewFact],
        static (law, facts, result, ref trace) =>
        {
            var asked = facts.Get(AskedFact);
            result.WriteString("answerBy", AnswerBy(law, asked, ref trace).ToString());
            result.WriteString("correctionBy", CorrectionBy(law, asked, ref trace).ToString());
            if (facts.Find(InterviewFact) is { } interview)
            {
                result.WriteString("askBy", AskBy(law, interview, ref trace).ToString());
            }
        });

    /// <summary>Last day, inclusive, on which another day is asked for an interview.</summary>
    /// <remarks>An interview on 27 March 2024: 24 March 2024.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="interview">The day it is planned for; it governs.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">Nothing is entered for that day.</exception>
    public static Day AskBy<TTrace>(Law law, Day interview, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var last = interview.PlusDays(-law.On(interview, Notice, ref trace).Count);
        if (TTrace.Records)
        {
            var (on, by) = (Text.Of(interview), Text.Of(last));
            trace.Fact("interview", interview.ToString());
            trace.Say(new(
                $"Voor het gehoor van {on.Dutch} kan tot en met {by.Dutch} een andere dag worden gevraagd.",
                $"For the interview of {on.English} another day can be asked through {by.English}."));
        }

        return last;
    }

    /// <summary>Last day, inclusive, to answer a question.</summary>
    /// <remarks>Asked on 10 January 2024: 17 January 2024.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="asked">The day it was asked, not counted; it governs.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">Nothing is entered for that day.</exception>
    public static Day AnswerBy<TTrace>(Law law, Day asked, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var last = SimpleTerm.Standing(law, asked, Answer, ref trace);
        if (TTrace.Records)
        {
            var by = Text.Of(last);
            trace.Fact("asked", asked.ToString());
            trace.Say(new($"De vraag wordt uiterlijk op {by.Dutch} beantwoord.", $"The question is answered by {by.English} at the latest."));
        }

        return last;
    }

    /// <summary>Last day, inclusive, to decide on a request to correct; an end on a day off moves to the next working day (Regulation 1182/71, 3(4)).</summary>
    /// <remarks>Asked on 10 January 2024, 10 February is a Saturday: 12 February 2024.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="asked">The day of receipt, not counted; it governs.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The regulation does not apply on that day: before 25 May 2018.</exception>
    public static Day CorrectionBy<TTrace>(Law law, Day asked, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var last = SimpleTerm.Standing(law, asked, Correction, ref trace);
        var rolled = law.Calendar.OnOrAfter(last);
        if (TTrace.Records)
        {
            var by = Text.Of(rolled);
            trace.Fact("asked", asked.ToString());
            trace.Say(new($"Op het verzoek wordt uiterlijk op {by.Dutch} beslist.", $"The request is decided on by {by.English} at the latest."));
        }

        if (TTrace.Records && rolled != last)
        {
            var (from, to) = (Text.Of(last), Text.Of(rolled));
            trace.Step(TermStepKind.Rolled, rolled, new(
                $"De laatste dag schuift van {from.Dutch} naar {to.Dutch}, de eerste werkdag (Verordening 1182/71, artikel 3(4)).",
                $"The last day moves from {from.English} to {to.English}, the first working day (Regulation 1182/71, article 3(4))."));
        }

        return rolled;
    }
}
