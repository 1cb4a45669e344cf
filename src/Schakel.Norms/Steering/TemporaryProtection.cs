using System.Text.Json;

namespace Schakel.Norms.Steering;

/// <summary>Temporary protection of people displaced from Ukraine (tijdelijke bescherming), Council Decision 2022/382.</summary>
/// <remarks>
/// Each extension is a version, known from the day it was adopted: an older regime still expects the end it knew. Their reception is the mayors' task,
/// outside the asylum chain; they work without permit. Dates of adoption after 2023 were not verified.
/// </remarks>
public static class TemporaryProtection
{
    private const string Id = "temporary-protection";

    /// <summary>Whether protection is given (geldt de richtlijn).</summary>
    public static readonly Norm<Switch> Applies = new(
        "temporary-protection.applies",
        new("Tijdelijke bescherming", "Temporary protection"),
        "TPD-1",
        new("32022D0382", "2", "Directive 2001/55."),
        NormStatus.Unverified,
        new(Day.Of(2022, 3, 4), new(true)) { Until = Day.Of(2024, 3, 4) },
        new(Day.Of(2024, 3, 5), new(true)) { Until = Day.Of(2025, 3, 4), KnownOn = Day.Of(2023, 10, 19), Citation = new("32023D2409", "1") },
        new(Day.Of(2025, 3, 5), new(true)) { Until = Day.Of(2026, 3, 4), KnownOn = Day.Of(2024, 6, 25), Citation = new("32024D1836", "1") },
        new(Day.Of(2026, 3, 5), new(true)) { Until = Day.Of(2027, 3, 4), KnownOn = Day.Of(2025, 7, 15), Citation = new(Acts.None, "Raadsbesluit van juli 2025", "Number not verified.") });

    /// <summary>Whether protection is given to third-country nationals with a temporary stay in Ukraine (derdelanders).</summary>
    public static readonly Norm<Switch> ThirdCountryNationals = new(
        "temporary-protection.third-country-nationals",
        new("Tijdelijke bescherming van derdelanders", "Temporary protection of third-country nationals"),
        "TPD-5",
        new(Acts.None, "ABRvS 17 januari 2024; HvJ EU 19 december 2024"),
        NormStatus.Unverified,
        new NormVersion<Switch>(Day.Of(2022, 3, 4), new(true)) { Until = Day.Of(2024, 3, 4), EndKnownOn = Day.Of(2024, 1, 17) });

    private static readonly Fact<Day> OnFact = Fact.Date("on", new("de dag", "the day"));
    private static readonly Fact<bool> ThirdFact = Fact.YesOrNo("thirdCountryNational", new("of het een derdelander is", "whether it is a third-country national"), required: false);

    /// <summary>Whether protection is given on a day, and its last day (tijdelijke bescherming).</summary>
    public static readonly NormComputation Computation = new(
        Id, new("Tijdelijke bescherming", "Temporary protection"), [OnFact, ThirdFact], Compute);

    /// <summary>Whether protection is given on a day.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="day">The day; it governs.</param>
    /// <param name="thirdCountryNational">Whether the person is no Ukrainian and had a temporary stay there.</param>
    /// <param name="trace">Receives the norms.</param>
    /// <returns>Whether it is given.</returns>
    public static bool IsGiven<TTrace>(Law law, Day day, bool thirdCountryNational, ref TTrace trace)
        where TTrace : struct, ITrace =>
        law.Has(day, Applies) && law.On(day, Applies, ref trace).On
        && (!thirdCountryNational || (law.Has(day, ThirdCountryNationals) && law.On(day, ThirdCountryNationals, ref trace).On));

    /// <summary>Last day of protection as far as the regime knows.</summary>
    /// <param name="law">The law.</param>
    /// <returns>The last day, or null when no end is known or it never applied.</returns>
    public static Day? LastDay(Law law)
    {
        var versions = law.VersionsOf(Applies).Versions;
        return versions.Count > 0 ? versions[^1].Until : null;
    }

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        _ = facts.TryGet(ThirdFact, out var third);
        var day = facts.Get(OnFact);
        trace.Fact("on", day.ToString());
        result.WriteBoolean("given", IsGiven(law, day, third, ref trace));
        if (LastDay(law) is { } last)
        {
            result.WriteString("lastDay", last.ToString());
        }
    }
}
