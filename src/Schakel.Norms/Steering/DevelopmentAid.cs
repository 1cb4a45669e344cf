using System.Text.Json;

namespace Schakel.Norms.Steering;

/// <summary>Reception charged to development aid (ODA-toerekening): the first twelve months of applicants from countries on the DAC list.</summary>
/// <remarks>Since 2010 without a ceiling; people under temporary protection are left out; after a final refusal nothing more is charged.</remarks>
public static class DevelopmentAid
{
    private const string Id = "development-aid";

    /// <summary>Months of reception that may be charged (eerstejaarsopvang).</summary>
    public static readonly Norm<Months> Chargeable = new(
        "development-aid.chargeable",
        new("Opvang die aan ODA wordt toegerekend, vanaf aankomst", "Reception charged to development aid, from arrival"),
        "FIN-7",
        new(Acts.None, "OESO/DAC-rapportagerichtlijnen; Voorjaarsnota 2010"),
        NormStatus.Seed,
        new NormVersion<Months>(Day.Of(2010, 1, 1), new(12)));

    /// <summary>Largest share of the aid budget that reception may take (ODA-plafond); 1 is no ceiling.</summary>
    public static readonly Norm<Share> Ceiling = new(
        "development-aid.ceiling",
        new("Plafond van asielopvang in het ODA-budget", "Ceiling of reception in the aid budget"),
        "FIN-9",
        new(Acts.None, "Voorjaarsnota 2010", "No ceiling; Sweden's of 8 % is an example for a measure."),
        NormStatus.Seed,
        new NormVersion<Share>(Day.Of(2010, 1, 1), new(1m)));

    /// <summary>Whether reception after a final refusal is still charged (na afwijzing).</summary>
    public static readonly Norm<Switch> AfterRefusal = new(
        "development-aid.after-refusal",
        new("ODA-toerekening na definitieve afwijzing", "Charged to development aid after a final refusal"),
        "FIN-10",
        new(Acts.None, "OESO/DAC-verduidelijking van 2017"),
        NormStatus.Unverified,
        new(Day.Of(2010, 1, 1), new(true)),
        new(Day.Of(2017, 10, 31), new(false)));

    private static readonly Fact<Day> ArrivedFact = Fact.Date("arrived", new("de eerste dag in de opvang", "the first day in reception"));
    private static readonly Fact<bool> ListedFact = Fact.YesOrNo("dacCountry", new("of het land van herkomst op de DAC-lijst staat", "whether the country of origin is on the DAC list"));
    private static readonly Fact<Day> RefusedFact = Fact.Date("finallyRefused", new("de dag van de definitieve afwijzing", "the date of the final refusal"), required: false);

    /// <summary>Last day of reception charged to development aid (laatste dag ODA-toerekening).</summary>
    public static readonly NormComputation Computation = new(
        Id, new("ODA-toerekening van de opvang", "Reception charged to development aid"), [ArrivedFact, ListedFact, RefusedFact], Compute);

    private static readonly Fact<Day> OnFact = Fact.Date("on", new("een dag van het jaar", "a day of the year"));
    private static readonly Fact<decimal> CostFact = Fact.Number("cost", new("de toe te rekenen kosten in euro", "the cost that may be charged, in euro"), 0, 1_000_000_000_000m);
    private static readonly Fact<decimal> AidFact = Fact.Number("aid", new("het hele ODA-budget in euro", "the whole aid budget, in euro"), 0, 1_000_000_000_000m);

    /// <summary>What a year's reception takes from the aid budget and from the general one (ODA-plafond).</summary>
    public static readonly NormComputation CeilingComputation = new(
        "development-aid-ceiling", new("Asielopvang in het ODA-budget", "Reception in the aid budget"), [OnFact, CostFact, AidFact], ComputeCeiling);

    /// <summary>Last day, inclusive, that is charged; the day of arrival is the first.</summary>
    /// <remarks>Arrived on 10 January 2024: through 9 January 2025.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="arrived">First day in reception; it governs.</param>
    /// <param name="dacCountry">Whether the country of origin is on the DAC list.</param>
    /// <param name="finallyRefused">The day of a final refusal, if there was one.</param>
    /// <param name="trace">Receives norms, facts and steps.</param>
    /// <returns>The last day, or null when nothing is charged.</returns>
    /// <exception cref="NotInForceException">The rule is not in force on that day.</exception>
    public static Day? LastDay<TTrace>(Law law, Day arrived, bool dacCountry, Day? finallyRefused, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (TTrace.Records)
        {
            trace.Fact("arrived", arrived.ToString());
            trace.Fact("dacCountry", dacCountry ? "true" : "false");
        }

        if (!dacCountry)
        {
            return null;
        }

        var last = arrived.PlusMonths(law.On(arrived, Chargeable, ref trace).Count).PlusDays(-1);
        if (finallyRefused is { } refused && !law.On(arrived, AfterRefusal, ref trace).On)
        {
            last = Day.Earlier(last, Day.Later(refused, arrived));
        }

        if (TTrace.Records)
        {
            var to = Text.Of(last);
            trace.Step(TermStepKind.Derived, last, new($"Toegerekend aan ODA tot en met {to.Dutch}.", $"Charged to development aid through {to.English}."));
        }

        return last;
    }

    /// <summary>Days of a stretch of reception that are charged.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="arrived">First day in reception; it governs.</param>
    /// <param name="dacCountry">Whether the country of origin is on the DAC list.</param>
    /// <param name="finallyRefused">The day of a final refusal, if there was one.</param>
    /// <param name="from">First day of the stretch.</param>
    /// <param name="until">Last day of the stretch, inclusive.</param>
    /// <param name="trace">Receives norms, facts and steps.</param>
    /// <returns>Days, 0 or more.</returns>
    /// <exception cref="NotInForceException">The rule is not in force on the day of arrival.</exception>
    public static int DaysCharged<TTrace>(Law law, Day arrived, bool dacCountry, Day? finallyRefused, Day from, Day until, ref TTrace trace)
        where TTrace : struct, ITrace =>
        LastDay(law, arrived, dacCountry, finallyRefused, ref trace) is { } last
            ? Math.Max(0, Day.Earlier(last, until) - Day.Later(arrived, from) + 1)
            : 0;

    /// <summary>What is charged in a year, and what comes from the general budget because of the ceiling.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="day">A day of the year; it governs.</param>
    /// <param name="cost">Cost that may be charged, in euro.</param>
    /// <param name="aid">The whole aid budget, in euro.</param>
    /// <param name="trace">Receives the norm.</param>
    /// <returns>Both amounts in euro; together the cost.</returns>
    /// <exception cref="NotInForceException">The rule is not in force on that day.</exception>
    public static (decimal Aid, decimal General) Split<TTrace>(Law law, Day day, decimal cost, decimal aid, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var charged = Math.Min(cost, law.On(day, Ceiling, ref trace).Fraction * aid);
        return (charged, cost - charged);
    }

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        if (LastDay(law, facts.Get(ArrivedFact), facts.Get(ListedFact), facts.Find(RefusedFact), ref trace) is { } last)
        {
            result.WriteString("lastDay", last.ToString());
        }
        else
        {
            result.WriteNull("lastDay");
        }
    }

    private static void ComputeCeiling(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        var (aid, general) = Split(law, facts.Get(OnFact), facts.Get(CostFact), facts.Get(AidFact), ref trace);
        result.WriteNumber("aid", aid);
        result.WriteNumber("general", general);
    }
}
