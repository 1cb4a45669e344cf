using System.Collections.Immutable;

namespace Schakel.Norms.Procedure;

/// <summary>What the decision period of one application depends on (feiten voor de beslistermijn).</summary>
/// <param name="Lodged">The day the form was signed (indiening); it is not counted, and it governs which law applies.</param>
/// <param name="Extension">How the general extensions are taken.</param>
public readonly record struct DecisionPeriodFacts(Day Lodged, CategoryExtension Extension)
{
    /// <summary>Months of individual extension notified in time; 0 for none.</summary>
    public int IndividualExtensionMonths { get; init; }

    /// <summary>Months of second extension notified in time; 0 for none.</summary>
    public int SecondExtensionMonths { get; init; }

    /// <summary>Last day under a decision moratorium for the category, if there is one.</summary>
    public Day? MoratoriumUntil { get; init; }

    /// <summary>The day it was established that the Netherlands is responsible, after a Dublin inquiry.</summary>
    public Day? DublinResponsibleSince { get; init; }

    /// <summary>The last day of temporary protection, for those who had it.</summary>
    public Day? TemporaryProtectionUntil { get; init; }

    /// <summary>Stretches on which the period stood still, in any order; overlapping days count once.</summary>
    public ImmutableArray<Suspension> Suspensions { get; init; }
}

/// <summary>Decision period on an asylum application (beslistermijn), Vreemdelingenwet 2000 42–43a.</summary>
public static partial class DecisionPeriod
{
    /// <summary>Last day, inclusive, to decide in time, where nothing individual happened: what the simulation asks for everyone.</summary>
    /// <remarks>Lodged on 10 April 2024 without a valid extension: 10 October 2024 (RBDHA:2025:2500).</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="lodged">The day of lodging.</param>
    /// <param name="extension">How the general extensions are taken.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">No decision period is in force on that day.</exception>
    public static Day LastDay<TTrace>(Law law, Day lodged, CategoryExtension extension, ref TTrace trace)
        where TTrace : struct, ITrace => LastDay(law, new DecisionPeriodFacts(lodged, extension), ref trace);

    /// <summary>Last day, inclusive, to decide in time.</summary>
    /// <remarks>
    /// Start (Dublin), six months, suspensions, extensions in one sum of months, moratorium, maximum. The maximum bounds what is added,
    /// never the period itself: a case for which we become responsible late keeps its six months.
    /// </remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="facts">What happened to this application.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">A provision that is needed is not in force on the day of lodging.</exception>
    /// <exception cref="FactException">The facts contradict each other or a rule.</exception>
    public static Day LastDay<TTrace>(Law law, in DecisionPeriodFacts facts, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (TTrace.Records)
        {
            Tell(facts, ref trace);
        }

        var lodged = facts.Lodged;
        var length = law.On(lodged, Length, ref trace);
        var start = Start(facts, ref trace);
        var basic = Term.Run(start, length, Length, ref trace);
        var extended = Extended(law, basic, facts, ref trace);
        var term = Suspended(extended, facts, ref trace);
        term = Prolonged(law, term, facts, ref trace);
        var last = term == basic ? basic.LastDay : AtMost(law, term, basic, lodged, ref trace);
        if (law.On(lodged, EndsOnWorkingDay, ref trace).On)
        {
            last = OnWorkingDay(law, last, ref trace);
        }

        if (TTrace.Records)
        {
            var (from, to) = (Text.Of(lodged), Text.Of(last));
            trace.Say(new(
                $"Op de aanvraag van {from.Dutch} moet uiterlijk op {to.Dutch} zijn beslist.",
                $"The application of {from.English} must be decided by {to.English} at the latest."));
        }

        return last;
    }

    private static Day Start<TTrace>(in DecisionPeriodFacts facts, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (facts.DublinResponsibleSince is not { } since)
        {
            return facts.Lodged;
        }

        if (since < facts.Lodged)
        {
            throw new FactException(Id, "dublinResponsibleSince", $"is {since}, before the application was lodged on {facts.Lodged}; give that day or a later one");
        }

        if (TTrace.Records)
        {
            trace.Apply(DublinStart);
        }

        return since;
    }

    private static Term Extended<TTrace>(Law law, Term term, in DecisionPeriodFacts facts, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var category = ByCategory(law, term, facts, ref trace);
        if (category > 0 && CategoryExtensions.Of(facts.Extension) is { } table)
        {
            term = term.ExtendedBy(new Months(category), table, ref trace);
        }

        var first = category;
        if (facts.IndividualExtensionMonths > 0)
        {
            var most = law.On(facts.Lodged, FirstExtension, ref trace);
            Refuse("individualExtensionMonths", facts.IndividualExtensionMonths, most, FirstExtension);

            // Both rest on the same power, so that together they give no more than it holds; what policy gave is not taken back.
            var individual = Math.Min(facts.IndividualExtensionMonths, Math.Max(0, most.Count - category));
            term = term.ExtendedBy(new Months(individual), FirstExtension, ref trace);
            first += individual;
        }

        if (facts.SecondExtensionMonths > 0)
        {
            var most = law.On(facts.Lodged, SecondExtension, ref trace);
            Refuse("secondExtensionMonths", facts.SecondExtensionMonths, most, SecondExtension);
            if (first == 0)
            {
                throw new FactException(Id, "secondExtensionMonths", "is given without a first extension; Vw 42(5) allows the second only after the first");
            }

            term = term.ExtendedBy(new Months(facts.SecondExtensionMonths), SecondExtension, ref trace);
        }

        return term;
    }

    private static int ByCategory<TTrace>(Law law, Term basic, in DecisionPeriodFacts facts, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (CategoryExtensions.Of(facts.Extension) is not { } table || !law.Has(facts.Lodged, table))
        {
            return 0;
        }

        var rule = law.On(facts.Lodged, table, ref trace);
        if (rule.RunningOn is not { } day || Running(basic, facts) >= day)
        {
            return rule.Months;
        }

        if (TTrace.Records)
        {
            var on = Text.Of(day);
            trace.Say(new(
                $"De termijn was op {on.Dutch} al verstreken; de algemene verlenging geldt niet.",
                $"The period had already expired on {on.English}; the general extension does not apply."));
        }

        return 0;
    }

    /// <summary>Last day before any extension: whether the period was still running depends on what had stopped it.</summary>
    private static Day Running(Term basic, in DecisionPeriodFacts facts)
    {
        var silent = default(NoTrace);
        return Suspended(basic, facts, ref silent).LastDay;
    }

    private static Term Prolonged<TTrace>(Law law, Term term, in DecisionPeriodFacts facts, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (facts.MoratoriumUntil is { } until)
        {
            var latest = facts.Lodged.PlusMonths(law.On(facts.Lodged, Moratorium, ref trace).Count);
            term = term.Prolonged(Day.Earlier(until, latest), Moratorium, ref trace);
        }

        if (facts.TemporaryProtectionUntil is { } end)
        {
            var months = law.On(facts.Lodged, AfterTemporaryProtection, ref trace);
            term = term.Prolonged(end.PlusMonths(months.Count), AfterTemporaryProtection, ref trace);
        }

        return term;
    }

    private static void Refuse(string fact, int months, Months most, Norm norm)
    {
        if (months > most.Count)
        {
            throw new FactException(Id, fact, $"is {months}; {norm.Id} allows {most.Count} months at most ({norm.Citation.Article})");
        }
    }
}
