namespace Schakel.Norms.Procedure;

/// <summary>Moratoria for a country or category (besluit- en vertrekmoratorium), Vreemdelingenwet 2000 43 and 45(4).</summary>
/// <remarks>Who falls under one is the minister's decision; only its days are computed. How long decisions may wait: <see cref="DecisionPeriod"/>.</remarks>
public static class Moratoria
{
    /// <summary>Time within which a decision moratorium is assessed again (heroverweging).</summary>
    public static readonly Norm<Months> Review = new(
        "moratorium.review",
        new("Heroverweging van een besluitmoratorium, ten minste elke", "Review of a decision moratorium, at least every"),
        "DEC-5",
        new(Acts.AliensAct, "43"),
        NormStatus.Verified,
        new NormVersion<Months>(Day.Of(2015, 7, 20), new(6)),
        PactTerm.Version(PactTerm.ProceduresApply, new Months(6)) with
        {
            Status = NormStatus.Unverified,
            Citation = new(Acts.ProceduresRegulation, "35(7)", "Dossier B-DEC-3."),
        });

    /// <summary>Longest departure moratorium (vertrekmoratorium), from its publication.</summary>
    public static readonly Norm<Years> Departure = new(
        "moratorium.departure",
        new("Vertrekmoratorium, ten hoogste", "Departure moratorium, at most"),
        "DEC-6",
        new(Acts.AliensAct, "45(4)", "Read in the text of 2015; the first day is that of the text read."),
        NormStatus.Verified,
        PactTransition.Unsure(new NormVersion<Years>(Day.Of(2015, 7, 20), new(1))));

    private static readonly Fact<Day> AssessedFact = Fact.Date(
        "assessed", new("de dag van het besluit of de laatste heroverweging", "the date of the moratorium or its last review"));

    private static readonly Fact<Day> PublishedFact = Fact.Date(
        "published", new("de dag waarop het moratorium is gepubliceerd", "the date the moratorium was published"));

    /// <summary>Last day to review a decision moratorium (heroverweging besluitmoratorium).</summary>
    public static readonly NormComputation ReviewComputation = new(
        "decision-moratorium",
        new("Heroverweging van een besluitmoratorium", "Review of a decision moratorium"),
        [AssessedFact],
        static (law, facts, result, ref trace) => result.WriteString("reviewBy", ReviewBy(law, facts.Get(AssessedFact), ref trace).ToString()));

    /// <summary>Last day of a departure moratorium (einde vertrekmoratorium).</summary>
    public static readonly NormComputation DepartureComputation = new(
        "departure-moratorium",
        new("Vertrekmoratorium", "Departure moratorium"),
        [PublishedFact],
        static (law, facts, result, ref trace) => result.WriteString("lastDay", LastDay(law, facts.Get(PublishedFact), ref trace).ToString()));

    /// <summary>Last day, inclusive, to assess a decision moratorium again.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="assessed">The day of the moratorium or its last review; it governs.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The provision is not in force on that day.</exception>
    public static Day ReviewBy<TTrace>(Law law, Day assessed, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var term = Term.Run(assessed, law.On(assessed, Review, ref trace), Review, ref trace);
        if (TTrace.Records)
        {
            var by = Text.Of(term.LastDay);
            trace.Fact("assessed", assessed.ToString());
            trace.Say(new(
                $"Het besluitmoratorium moet uiterlijk op {by.Dutch} opnieuw zijn bezien.",
                $"The decision moratorium must be reviewed by {by.English} at the latest."));
        }

        return term.LastDay;
    }

    /// <summary>Last day, inclusive, of a departure moratorium: it is withdrawn by then.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="published">The day of publication; it governs.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The provision is not in force on that day.</exception>
    public static Day LastDay<TTrace>(Law law, Day published, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var years = law.On(published, Departure, ref trace);
        var term = Term.Run(published, new Months(12 * years.Count), Departure, ref trace);
        if (TTrace.Records)
        {
            var by = Text.Of(term.LastDay);
            trace.Fact("published", published.ToString());
            trace.Say(new(
                $"Het vertrekmoratorium eindigt uiterlijk op {by.Dutch}.",
                $"The departure moratorium ends on {by.English} at the latest."));
        }

        return term.LastDay;
    }
}
