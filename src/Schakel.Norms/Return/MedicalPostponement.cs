using System.Text.Json;

namespace Schakel.Norms.Return;

/// <summary>Departure put off while travel is not responsible for reasons of health (uitstel van vertrek, artikel 64).</summary>
/// <remarks>Terms of policy: no weekend moves them.</remarks>
public static class MedicalPostponement
{
    private const string Id = "medical-postponement";

    /// <summary>Longest postponement for a clinical admission (klinische opname).</summary>
    public static readonly Norm<Months> Admission = new(
        "medical-postponement.admission",
        new("Uitstel van vertrek bij opname, ten hoogste", "Postponed departure for an admission, at most"),
        "EXO-8",
        new(Acts.SupervisionGuidelines, "A3/7", "Vw 64; read in the text of 2015."),
        NormStatus.Verified,
        new NormVersion<Months>(Day.Of(2010, 1, 1), new(6)));

    /// <summary>Time the postponement still holds after the admission ended (na de opname).</summary>
    public static readonly Norm<Weeks> AfterAdmission = new(
        "medical-postponement.after-admission",
        new("Uitstel van vertrek na de opname", "Postponed departure after the admission"),
        "EXO-8",
        new(Acts.SupervisionGuidelines, "A3/7"),
        NormStatus.Verified,
        new NormVersion<Weeks>(Day.Of(2010, 1, 1), new(2)));

    /// <summary>Longest postponement on medical advice (advies van het Bureau Medische Advisering, BMA).</summary>
    public static readonly Norm<Months> Advice = new(
        "medical-postponement.advice",
        new("Uitstel van vertrek op medisch advies, ten hoogste", "Postponed departure on medical advice, at most"),
        "EXO-8",
        new(Acts.SupervisionGuidelines, "A3/7", "The maximum was not verified."),
        NormStatus.Unverified,
        new NormVersion<Months>(Day.Of(2010, 1, 1), new(12)));

    /// <summary>Time to complete missing medical papers (aanvullen).</summary>
    public static readonly Norm<Weeks> Papers = new(
        "medical-postponement.papers",
        new("Aanvullen van medische stukken", "Completing medical papers"),
        "EXO-8",
        new(Acts.SupervisionGuidelines, "A3/7"),
        NormStatus.Verified,
        new NormVersion<Weeks>(Day.Of(2010, 1, 1), new(2)));

    private static readonly Fact<Day> GrantedFact = Fact.Date("granted", new("de dag waarop uitstel is verleend", "the date the postponement was granted"));

    private static readonly Fact<int> MonthsFact = Fact.WholeNumber(
        "advisedMonths", new("de maanden in het medisch advies", "the months in the medical advice"), 1, 120, required: false);

    private static readonly Fact<Day> AdmittedUntilFact = Fact.Date(
        "admittedUntil", new("de laatste dag van de opname", "the last day of the admission"), required: false);

    private static readonly Fact<Day> PapersFact = Fact.Date(
        "papersAsked", new("de dag waarop stukken zijn gevraagd", "the date papers were asked for"), required: false);

    /// <summary>Last day of postponed departure (uitstel van vertrek).</summary>
    public static readonly NormComputation Computation = new(
        Id, new("Uitstel van vertrek op medische gronden", "Departure postponed on medical grounds"), [GrantedFact, MonthsFact, AdmittedUntilFact, PapersFact], Compute);

    /// <summary>Last day, inclusive, on medical advice.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="granted">The day of the grant, not counted; it governs.</param>
    /// <param name="advised">What the advice says.</param>
    /// <param name="trace">Receives norms, facts and steps.</param>
    /// <returns>The last day, at most the maximum.</returns>
    /// <exception cref="NotInForceException">The policy is not entered for that day.</exception>
    public static Day LastDayOnAdvice<TTrace>(Law law, Day granted, Months advised, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var most = law.On(granted, Advice, ref trace);
        return Term.Run(granted, advised, Advice, ref trace).LastDayAtMost(granted.PlusMonths(most.Count), Advice, ref trace);
    }

    /// <summary>Last day, inclusive, for an admission: two weeks after its end, and never beyond the maximum.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="granted">The day of the grant, not counted; it governs.</param>
    /// <param name="admittedUntil">Last day of the admission, if it ended or its end is known.</param>
    /// <param name="trace">Receives norms and steps.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The policy is not entered for that day.</exception>
    public static Day LastDayForAdmission<TTrace>(Law law, Day granted, Day? admittedUntil, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var term = Term.Run(granted, law.On(granted, Admission, ref trace), Admission, ref trace);
        if (admittedUntil is not { } end)
        {
            return term.LastDay;
        }

        var after = end.PlusWeeks(law.On(granted, AfterAdmission, ref trace).Count);
        return term.LastDayAtMost(Day.Later(granted, after), AfterAdmission, ref trace);
    }

    /// <summary>Last day, inclusive, to complete medical papers.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="asked">The day they were asked for, not counted; it governs.</param>
    /// <param name="trace">Receives norms and steps.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The policy is not entered for that day.</exception>
    public static Day PapersBy<TTrace>(Law law, Day asked, ref TTrace trace)
        where TTrace : struct, ITrace => SimpleTerm.Standing(law, asked, Papers, ref trace);

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        var granted = facts.Get(GrantedFact);
        trace.Fact("granted", granted.ToString());
        var last = facts.TryGet(MonthsFact, out var months)
            ? LastDayOnAdvice(law, granted, new(months), ref trace)
            : LastDayForAdmission(law, granted, facts.Find(AdmittedUntilFact), ref trace);
        result.WriteString("lastDay", last.ToString());
        if (facts.TryGet(PapersFact, out var asked))
        {
            result.WriteString("papersBy", PapersBy(law, asked, ref trace).ToString());
        }
    }
}
