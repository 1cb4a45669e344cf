using System.Text.Json;

namespace Schakel.Norms.Registration;

/// <summary>What came of an inquiry into age (uitkomst van het leeftijdsonderzoek).</summary>
public enum AgeFinding
{
    /// <summary>No inquiry was made (geen onderzoek).</summary>
    None = 0,

    /// <summary>A minor (minderjarig).</summary>
    Minor = 1,

    /// <summary>Of age beyond doubt (meerderjarig).</summary>
    Adult = 2,

    /// <summary>Doubt remains (twijfel).</summary>
    Doubt = 3,
}

/// <summary>Safeguards of unaccompanied minors and of who cannot be heard at once (waarborgen bij het gehoor), Vb 3.109d and 3.113(7)–(8).</summary>
/// <remarks>
/// A guardian is notified on the day itself and is present at the interview. Children under twelve and those whom a doctor advises against it are not
/// heard in the application centre. An examination of age needs written consent; where doubt remains, the person is treated as a minor.
/// </remarks>
public static class MinorSafeguards
{
    private const string Id = "minor-safeguards";

    /// <summary>Age from which a minor may be heard in the application centre (nader gehoor in het aanmeldcentrum).</summary>
    public static readonly Norm<Years> InterviewAge = new(
        "minor-safeguards.interview-age",
        new("Leeftijd voor een gehoor in het aanmeldcentrum", "Age for an interview in the application centre"),
        "REG-9",
        new(Acts.AliensDecree, "3.113(7)", "Read in the text of 2015; the first day is that of the text read."),
        NormStatus.Verified,
        PactTransition.UntilProcedures(new NormVersion<Years>(Day.Of(2015, 7, 20), new(12)), PactTransition.ChoiceNotVerified));

    /// <summary>Days that remain for further data after an interview elsewhere, at least (nadere gegevens).</summary>
    public static readonly Norm<CalendarDays> FurtherData = new(
        "minor-safeguards.further-data",
        new("Nadere gegevens na een gehoor buiten het aanmeldcentrum, ten minste", "Further data after an interview elsewhere, at least"),
        "AA-SKIP",
        new(Acts.AliensDecree, "3.113(8)", "Read in the text of 2015; the first day is that of the text read."),
        NormStatus.Verified,
        PactTransition.UntilProcedures(new NormVersion<CalendarDays>(Day.Of(2015, 7, 20), new(2)), PactTransition.ChoiceNotVerified));

    private static readonly Rule Guardian = new(
        "minor-safeguards.guardian",
        new("De voogd wordt direct bericht en is bij het nader gehoor aanwezig", "The guardian is notified at once and attends the interview"),
        new(Acts.AliensDecree, "3.109d"));

    private static readonly Rule Doubt = new(
        "minor-safeguards.doubt",
        new("Leeftijdsonderzoek met schriftelijke toestemming; bij twijfel minderjarig", "Examination of age with written consent; in doubt a minor"),
        new(Acts.AliensDecree, "3.109d"));

    private static readonly Fact<Day> InterviewFact = Fact.Date("interview", new("de dag van het gehoor", "the date of the interview"));
    private static readonly Fact<Day> BornFact = Fact.Date("born", new("de geboortedatum van de minderjarige", "the minor's date of birth"), required: false);
    private static readonly Fact<bool> MedicalFact = Fact.YesOrNo(
        "medicalReasons", new("of medische redenen zich tegen het gehoor verzetten", "whether medical reasons speak against the interview"), required: false);

    private static readonly Fact<bool> ConsentFact = Fact.YesOrNo(
        "consent", new("of schriftelijk is toegestemd in leeftijdsonderzoek", "whether consent to an examination of age was given in writing"));
    private static readonly Fact<AgeFinding> FindingFact = Fact.Choice(
        "finding",
        new("wat het onderzoek opleverde", "what the examination found"),
        [("none", AgeFinding.None), ("minor", AgeFinding.Minor), ("adult", AgeFinding.Adult), ("doubt", AgeFinding.Doubt)],
        required: false);

    /// <summary>Whether a person may be heard in the application centre, and what else must be (waarborgen bij het gehoor).</summary>
    public static readonly NormComputation Computation = new(
        Id, new("Waarborgen bij het nader gehoor", "Safeguards of the interview"), [InterviewFact, BornFact, MedicalFact, PactTransition.LodgedFact], Compute);

    /// <summary>Whether age may be examined, and whether the person is treated as a minor (leeftijdsonderzoek).</summary>
    public static readonly NormComputation AgeComputation = new(
        "age-assessment", new("Leeftijdsonderzoek", "Examination of age"), [ConsentFact, FindingFact], Assess);

    /// <summary>May the person be heard in the application centre on that day?</summary>
    /// <remarks>Born on 11 January 2012: not on 10 January 2024, and on the 11th.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="governs">The day that governs.</param>
    /// <param name="interview">The day of the interview.</param>
    /// <param name="born">Date of birth of an unaccompanied minor; null for an adult.</param>
    /// <param name="medicalReasons">Whether medical reasons speak against it.</param>
    /// <param name="trace">Receives norms.</param>
    /// <returns>Whether it is allowed.</returns>
    /// <exception cref="NotInForceException">The provision is not in force on the day that governs.</exception>
    public static bool MayBeHeardInCentre<TTrace>(Law law, Day governs, Day interview, Day? born, bool medicalReasons, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var age = law.On(governs, InterviewAge, ref trace);
        return !medicalReasons && (born is not { } birth || birth.PlusYears(age.Count) <= interview);
    }

    /// <summary>Is a person who says to be a minor treated as one? Without an examination, and in doubt, yes.</summary>
    /// <param name="finding">What the examination found.</param>
    /// <returns>Whether the person is.</returns>
    public static bool TreatedAsMinor(AgeFinding finding) => finding != AgeFinding.Adult;

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        var (interview, born, medical) = (facts.Get(InterviewFact), facts.Find(BornFact), facts.Find(MedicalFact) ?? false);
        if (born > interview)
        {
            throw new FactException(Id, BornFact.Name, $"is {born}, after the interview of {interview}; give an earlier day");
        }

        var lodged = facts.Find(PactTransition.LodgedFact);
        var governs = PactTransition.Governing(law, Id, interview, lodged, PactTerm.ProceduresApply, ref trace);
        var inCentre = MayBeHeardInCentre(law, governs, interview, born, medical, ref trace);
        trace.Fact(InterviewFact.Name, interview.ToString());
        trace.Fact(MedicalFact.Name, medical ? "true" : "false");
        if (born is { } birth)
        {
            trace.Apply(Guardian);
            trace.Fact(BornFact.Name, birth.ToString());
        }

        result.WriteBoolean("inCentre", inCentre);
        result.WriteBoolean("guardianPresent", born is not null);
        result.WriteNumber("furtherDataDays", inCentre ? 0 : law.On(governs, FurtherData, ref trace).Count);
        trace.Say(inCentre
            ? new("Het gehoor kan in het aanmeldcentrum plaatsvinden.", "The interview can take place in the application centre.")
            : new("Het gehoor vindt zo snel mogelijk elders plaats, met tijd voor nadere gegevens.", "The interview takes place elsewhere as soon as possible, with time for further data."));
    }

    private static void Assess(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        var (consent, finding) = (facts.Get(ConsentFact), facts.Find(FindingFact) ?? AgeFinding.None);
        if (!consent && finding != AgeFinding.None)
        {
            throw new FactException("age-assessment", FindingFact.Name, "is given, but without written consent there is no examination; leave it out");
        }

        trace.Apply(Doubt);
        trace.Fact(ConsentFact.Name, consent ? "true" : "false");
        var minor = TreatedAsMinor(finding);
        result.WriteBoolean("mayBeExamined", consent);
        result.WriteBoolean("treatedAsMinor", minor);
        trace.Say(minor
            ? new("De persoon wordt als minderjarige behandeld.", "The person is treated as a minor.")
            : new("De persoon wordt als meerderjarige behandeld.", "The person is treated as an adult."));
    }
}
