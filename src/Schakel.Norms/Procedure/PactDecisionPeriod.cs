namespace Schakel.Norms.Procedure;

/// <summary>How an application is examined under the Pact (procedure).</summary>
public enum PactProcedure
{
    /// <summary>In the normal procedure (gewone procedure).</summary>
    Normal = 0,

    /// <summary>In the accelerated procedure (versnelde procedure).</summary>
    Accelerated = 1,

    /// <summary>As inadmissible (niet-ontvankelijk).</summary>
    Admissibility = 2,

    /// <summary>As inadmissible on ground 38(1)(e), in working days.</summary>
    UrgentAdmissibility = 3,
}

/// <summary>What the decision period under the Pact depends on (feiten voor de beslistermijn).</summary>
/// <param name="Lodged">The day the application was lodged; it governs.</param>
/// <param name="Procedure">How it is examined.</param>
public readonly record struct PactDecisionFacts(Day Lodged, PactProcedure Procedure)
{
    /// <summary>Whether the period was extended in full.</summary>
    public bool Extended { get; init; }

    /// <summary>Whether the decision waits for an uncertain situation in the country; reviewed every six months.</summary>
    public bool UncertainSituation { get; init; }

    /// <summary>The day the Netherlands became responsible, where another state was asked first: the period starts there.</summary>
    public Day? ResponsibleSince { get; init; }
}

/// <summary>Decision period of the Asylum Procedures Regulation (beslistermijn onder het Pact), 2024/1348 art. 35.</summary>
public static partial class PactDecisionPeriod
{
    private const string Id = "apr-decision-period";

    private static readonly Rule FromResponsibility = new(
        "apr-decision.from-responsibility",
        new("De termijn begint als de verantwoordelijkheid vaststaat", "The period starts once responsibility is determined"),
        new(Acts.ProceduresRegulation, "35", "Dossier B-DEC-4, from general knowledge."))
    {
        Status = NormStatus.Unverified,
    };

    /// <summary>Last day, inclusive, to decide; passing it does not make an application admissible.</summary>
    /// <remarks>Lodged on 15 June 2026, normal procedure: 15 December 2026.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="facts">The application and what bears on it.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day, a working day.</returns>
    /// <exception cref="NotInForceException">The regulation does not apply to an application of that day, or is not known.</exception>
    /// <exception cref="FactException">The procedure has no such extension, or responsibility came before the application.</exception>
    public static Day LastDay<TTrace>(Law law, in PactDecisionFacts facts, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        Refuse(facts);
        var start = facts.ResponsibleSince ?? facts.Lodged;
        if (start != facts.Lodged)
        {
            trace.Apply(FromResponsibility);
        }

        var last = facts.Procedure switch
        {
            PactProcedure.UrgentAdmissibility => InWorkingDays(law, facts.Lodged, start, ref trace),
            PactProcedure.Accelerated => PactTerm.LastDay(law, facts.Lodged, start, Accelerated, ref trace),
            PactProcedure.Admissibility => Extended(law, facts, start, Admissibility, AdmissibilityExtension, ref trace),
            PactProcedure.Normal => facts.UncertainSituation
                ? PactTerm.LastDay(law, facts.Lodged, facts.Lodged, Maximum, ref trace)
                : Extended(law, facts, start, Normal, NormalExtension, ref trace),
        };
        if (TTrace.Records)
        {
            Tell(facts, last, ref trace);
        }

        return last;
    }

    private static Day Extended<TTrace>(Law law, in PactDecisionFacts facts, Day start, Norm<Months> length, Norm<Months> extension, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var term = Term.Run(start, law.On(facts.Lodged, length, ref trace), length, ref trace);
        if (facts.Extended)
        {
            term = term.ExtendedBy(law.On(facts.Lodged, extension, ref trace), extension, ref trace);
        }

        return PactTerm.Rolled(law, term.LastDay, ref trace);
    }

    private static Day InWorkingDays<TTrace>(Law law, Day lodged, Day start, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var last = start;
        for (var left = law.On(lodged, UrgentAdmissibility, ref trace).Count; left > 0; left--)
        {
            last = law.Calendar.OnOrAfter(last.PlusDays(1));
        }

        if (TTrace.Records)
        {
            var to = Text.Of(last);
            trace.Step(TermStepKind.Ran, last, new($"{UrgentAdmissibility.Title.Dutch}: tot en met {to.Dutch}.", $"{UrgentAdmissibility.Title.English}: through {to.English}."));
        }

        return last;
    }

    private static void Refuse(in PactDecisionFacts facts)
    {
        if (facts.ResponsibleSince < facts.Lodged)
        {
            throw new FactException(
                Id,
                "responsibleSince",
                $"is {facts.ResponsibleSince}, before the application was lodged on {facts.Lodged}; give that day or a later one");
        }

        if (facts.Extended && (facts.Procedure is PactProcedure.Accelerated or PactProcedure.UrgentAdmissibility))
        {
            throw new FactException(Id, "extended", $"is true, but `{NameOf(facts.Procedure)}` knows no extension; leave it out");
        }

        if (facts.UncertainSituation && facts.Procedure != PactProcedure.Normal)
        {
            throw new FactException(
                Id,
                "uncertainSituation",
                $"is true, but only the normal procedure waits for that, and not `{NameOf(facts.Procedure)}`; leave it out");
        }
    }
}
