using System.Text.Json;

namespace Schakel.Norms.Steering;

/// <summary>Funding of the reception agency (bekostiging COA): advanced on the forecast, settled on who slept there.</summary>
/// <remarks>What a place costs is no norm: it stands in the project's data, with its source.</remarks>
public static class ReceptionFunding
{
    /// <summary>Places kept and paid for even when fewer are needed (vaste capaciteit).</summary>
    public static readonly Norm<Persons> FixedPlaces = new(
        "reception-funding.fixed-places",
        new("Vaste opvangplaatsen, ook bij lagere bezetting", "Places kept also at lower occupancy"),
        "FIN-3",
        new(Acts.None, "Voorjaarsnota 2023", "Reached gradually; how, was not published."),
        NormStatus.Seed,
        new(Day.Of(2010, 1, 1), new(0)),
        new(Day.Of(2023, 4, 28), new(41_000)));

    private static readonly Fact<Day> OnFact = Fact.Date("on", new("de dag", "the day"));
    private static readonly Fact<int> OccupiedFact = Fact.WholeNumber("occupied", new("het aantal bezette plaatsen", "the places slept in"), 0, 20_000_000);

    /// <summary>Places paid for on a day (bekostigde plaatsen).</summary>
    public static readonly NormComputation Computation = new(
        "places-paid", new("Bekostigde opvangplaatsen", "Places of reception paid for"), [OnFact, OccupiedFact], Compute);

    /// <summary>Places paid for on a day (bekostigde plaatsen): those slept in, and never fewer than the fixed ones.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="day">The day; it governs.</param>
    /// <param name="occupied">Places slept in, 0 or more.</param>
    /// <param name="trace">Receives the norm.</param>
    /// <returns>Places.</returns>
    /// <exception cref="NotInForceException">No rule is in force on that day.</exception>
    public static int PlacesPaid<TTrace>(Law law, Day day, int occupied, ref TTrace trace)
        where TTrace : struct, ITrace => Math.Max(occupied, law.On(day, FixedPlaces, ref trace).Count);

    /// <summary>What is settled after a year (afrekening): positive is paid to the agency, negative paid back.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="day">A day of the year; it governs.</param>
    /// <param name="forecast">Mean occupancy that the advance was based on.</param>
    /// <param name="occupied">Mean occupancy as it was.</param>
    /// <param name="priceOfPlace">Cost of a place for the year, in euro.</param>
    /// <param name="trace">Receives the norm.</param>
    /// <returns>An amount in euro.</returns>
    /// <exception cref="NotInForceException">No rule is in force on that day.</exception>
    public static decimal Settlement<TTrace>(Law law, Day day, int forecast, int occupied, decimal priceOfPlace, ref TTrace trace)
        where TTrace : struct, ITrace =>
        (PlacesPaid(law, day, occupied, ref trace) - PlacesPaid(law, day, forecast, ref trace)) * priceOfPlace;

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace) =>
        result.WriteNumber("places", PlacesPaid(law, facts.Get(OnFact), facts.Get(OccupiedFact), ref trace));
}
