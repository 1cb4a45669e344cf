using System.Text.Json;

namespace Schakel.Norms.Housing;

/// <summary>The days of one cycle of the dispersal act (cyclus van de spreidingswet).</summary>
/// <param name="Starts">First day: that of the capacity estimate.</param>
/// <param name="NeededOn">The day for which the need is estimated (peildatum).</param>
/// <param name="ReportBy">Last day for the provinces' reports.</param>
/// <param name="DecisionBy">Last day for the distribution decision (verdeelbesluit).</param>
/// <param name="AvailableBy">Last day to make the places available, if the decision falls on its last day.</param>
/// <param name="Ends">Last day of the cycle.</param>
public readonly record struct DispersalCycle(Day Starts, Day NeededOn, Day ReportBy, Day DecisionBy, Day AvailableBy, Day Ends);

/// <summary>Dispersal act (Spreidingswet, Wet gemeentelijke taak mogelijk maken asielopvangvoorzieningen), in force from 1 February 2024.</summary>
/// <remarks>
/// Adopted by the House on 10 October 2023 and by the Senate on 23 January 2024: what was known in early January 2024 includes it, as announced.
/// The estimate and dates of the second cycle were not found; asked for them, the law says so.
/// </remarks>
public static partial class DispersalAct
{
    private static readonly Fact<Day> OnFact = Fact.Date("on", new("de dag van beoordeling", "the day of judging"));
    private static readonly Fact<int> PlacesFact = Fact.WholeNumber("places", new("het aantal plaatsen", "the number of places"), 0, 20_000_000);
    private static readonly Fact<Day> OpensFact = Fact.Date("opens", new("de eerste dag", "the first day they are available"));
    private static readonly Fact<Day> ClosesFact = Fact.Date("closes", new("de laatste dag", "the last day they are available"), required: false);
    private static readonly Fact<bool> SecondFact = Fact.YesOrNo("secondRound", new("of het de tweede ronde is", "whether it is the second round"), required: false);

    /// <summary>Whether places count for the task, and the grant as drafted (meetellende plaatsen).</summary>
    public static readonly NormComputation Computation = new(
        "dispersal-places",
        new("Meetellende opvangplaatsen onder de Spreidingswet", "Places that count under the dispersal act"),
        [OnFact, PlacesFact, OpensFact, ClosesFact, SecondFact],
        Compute);

    /// <summary>The days of the cycle that starts on a day.</summary>
    /// <remarks>From 1 February 2024: need on 1 January 2025, reports by 1 November, decision by 31 December 2024, places by 30 June 2025.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="starts">First day of the cycle, a 1 February; it governs.</param>
    /// <param name="trace">Receives norms, facts and steps.</param>
    /// <returns>The days.</returns>
    /// <exception cref="NotInForceException">The act is not in force on that day.</exception>
    public static DispersalCycle Cycle<TTrace>(Law law, Day starts, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var decision = starts.PlusMonths(law.On(starts, DecisionWithin, ref trace).Count).PlusDays(-1);
        var cycle = new DispersalCycle(
            starts,
            Day.Of(starts.Year + 1, 1, 1),
            starts.PlusMonths(law.On(starts, ReportWithin, ref trace).Count),
            decision,
            AvailableBy(law, starts, decision, ref trace),
            starts.PlusYears(law.On(starts, CycleLength, ref trace).Count).PlusDays(-1));
        if (TTrace.Records)
        {
            trace.Fact("starts", starts.ToString());
            Tell(cycle.ReportBy, new("Verslag van de provincies", "Reports of the provinces"), ref trace);
            Tell(cycle.DecisionBy, new("Verdeelbesluit", "Distribution decision"), ref trace);
            Tell(cycle.AvailableBy, new("Plaatsen beschikbaar", "Places available"), ref trace);
        }

        return cycle;
    }

    /// <summary>Places for unaccompanied minors among a number of places, rounded up.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="starts">First day of the cycle; it governs.</param>
    /// <param name="places">All places, 0 or more.</param>
    /// <param name="trace">Receives the norm.</param>
    /// <returns>Places.</returns>
    /// <exception cref="NotInForceException">The act is not in force on that day.</exception>
    public static int ForMinors<TTrace>(Law law, Day starts, int places, ref TTrace trace)
        where TTrace : struct, ITrace => (int)decimal.Ceiling(places * law.On(starts, MinorsShare, ref trace).Fraction);

    /// <summary>Grant for durable places (specifieke uitkering), as drafted, in euro.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="on">The day of application; it governs.</param>
    /// <param name="places">Places applied for.</param>
    /// <param name="secondRound">Whether in the second round.</param>
    /// <param name="trace">Receives the norm.</param>
    /// <returns>The grant.</returns>
    /// <exception cref="NotInForceException">The act is not in force on that day.</exception>
    public static decimal Grant<TTrace>(Law law, Day on, int places, bool secondRound, ref TTrace trace)
        where TTrace : struct, ITrace => places * law.On(on, secondRound ? SecondGrant : FirstGrant, ref trace).Amount;

    /// <summary>Last day, inclusive, for a municipality to make its places available.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="starts">First day of the cycle; it governs.</param>
    /// <param name="decided">The day of the distribution decision, not counted.</param>
    /// <param name="trace">Receives the norm.</param>
    /// <returns>The last day; six months are longer than the General Terms Act moves.</returns>
    /// <exception cref="NotInForceException">The act is not in force on that day.</exception>
    public static Day AvailableBy<TTrace>(Law law, Day starts, Day decided, ref TTrace trace)
        where TTrace : struct, ITrace => decided.PlusMonths(law.On(starts, RealisedWithin, ref trace).Count);

    /// <summary>Whether places count for the task (meetellende plaatsen): enough of them, for long enough, soon enough.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="on">The day of judging; it governs.</param>
    /// <param name="places">Places at the site, or at small sites taken together.</param>
    /// <param name="opens">First day they are available.</param>
    /// <param name="closes">Last day, or null without an end.</param>
    /// <param name="trace">Receives the norms.</param>
    /// <returns>Whether they count.</returns>
    /// <exception cref="NotInForceException">The act is not in force on that day.</exception>
    public static bool Counts<TTrace>(Law law, Day on, int places, Day opens, Day? closes, ref TTrace trace)
        where TTrace : struct, ITrace =>
        places >= law.On(on, SmallestSite, ref trace).Count
        && opens <= on.PlusMonths(law.On(on, AvailableWithin, ref trace).Count)
        && IsDurable(law, on, opens, closes, ref trace);

    /// <summary>Whether a place is durable (duurzame opvangplaats).</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="on">The day of judging; it governs.</param>
    /// <param name="opens">First day it is available.</param>
    /// <param name="closes">Last day, or null without an end.</param>
    /// <param name="trace">Receives the norm.</param>
    /// <returns>Whether it is available for five years at least.</returns>
    /// <exception cref="NotInForceException">The act is not in force on that day.</exception>
    public static bool IsDurable<TTrace>(Law law, Day on, Day opens, Day? closes, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var years = law.On(on, DurableYears, ref trace);
        return closes is not { } last || last >= opens.PlusYears(years.Count).PlusDays(-1);
    }

    private static void Tell<TTrace>(Day day, Text what, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var on = Text.Of(day);
        trace.Step(TermStepKind.Derived, day, new($"{what.Dutch}: uiterlijk {on.Dutch}.", $"{what.English}: by {on.English}."));
    }

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        var (on, places) = (facts.Get(OnFact), facts.Get(PlacesFact));
        result.WriteBoolean("applies", law.On(on, Applies, ref trace).On);
        var counts = Counts(law, on, places, facts.Get(OpensFact), facts.Find(ClosesFact), ref trace);
        _ = facts.TryGet(SecondFact, out var second);
        result.WriteBoolean("counts", counts);
        result.WriteNumber("grant", counts ? Grant(law, on, places, second, ref trace) : 0m);
    }
}
