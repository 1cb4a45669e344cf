using System.Text.Json;

namespace Schakel.Norms.Steering;

/// <summary>Resettlement of invited refugees (hervestiging): how many in a year.</summary>
/// <remarks>They hold a status on or soon after arrival, have a right to reception and are housed within the fourteen weeks.</remarks>
public static class Resettlement
{
    /// <summary>Persons in a year under the national quota (quotum).</summary>
    public static readonly Norm<Persons> Quota = new(
        "resettlement.quota",
        new("Hervestiging per jaar", "Resettlement in a year"),
        "RES-1",
        new(Acts.None, "Nationaal quotum"),
        NormStatus.Seed,
        new(Day.Of(2012, 1, 1), new(500)),
        new(Day.Of(2025, 1, 1), new(200)) { KnownOn = Day.Of(2024, 9, 13), Status = NormStatus.Unverified });

    /// <summary>Syrians from Türkiye in a year, besides the quota (EU-Turkijeverklaring).</summary>
    /// <remarks>The report says "the same number"; that it is meant each year is an assumption (250 to 500).</remarks>
    public static readonly Norm<Persons> FromTurkey = new(
        "resettlement.from-turkey",
        new("Hervestiging van Syriërs uit Turkije per jaar", "Resettlement of Syrians from Türkiye in a year"),
        "RES-1",
        new(Acts.None, "EU-afspraak voor 2024 en 2025"),
        NormStatus.Seed,
        new NormVersion<Persons>(Day.Of(2024, 1, 1), new(500)) { KnownOn = Day.Of(2023, 12, 31), Until = Day.Of(2025, 12, 31) });

    private static readonly Fact<int> YearFact = Fact.WholeNumber("year", new("het jaar", "the year"), 1900, 2199);

    /// <summary>Persons to resettle in a year (hervestiging).</summary>
    public static readonly NormComputation Computation = new("resettlement", new("Hervestiging", "Resettlement"), [YearFact], Compute);

    /// <summary>Persons to resettle in a year.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="year">The year; its first day governs.</param>
    /// <param name="trace">Receives the norms.</param>
    /// <returns>Persons.</returns>
    /// <exception cref="NotInForceException">No quota is in force in that year.</exception>
    public static int InYear<TTrace>(Law law, int year, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var day = Day.Of(year, 1, 1);
        return law.On(day, Quota, ref trace).Count + (law.Has(day, FromTurkey) ? law.On(day, FromTurkey, ref trace).Count : 0);
    }

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace) =>
        result.WriteNumber("persons", InYear(law, facts.Get(YearFact), ref trace));
}
