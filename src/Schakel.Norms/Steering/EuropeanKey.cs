using System.Collections.Immutable;
using System.Text.Json;

namespace Schakel.Norms.Steering;

/// <summary>A member state in the distribution key (lidstaat in de verdeelsleutel).</summary>
/// <param name="Population">Inhabitants; 0 or more.</param>
/// <param name="Product">Gross domestic product (bbp), in any unit that all share; 0 or more.</param>
/// <param name="Density">Inhabitants per km² (bevolkingsdichtheid); more than 0 where density weighs.</param>
public readonly record struct MemberState(decimal Population, decimal Product, decimal Density);

/// <summary>Distribution key of the Union (Europese verdeelsleutel): half population, half product; density as a scenario.</summary>
/// <remarks>Density counts as its inverse: a thinly peopled state takes more. Places are rounded by largest remainders.</remarks>
public static class EuropeanKey
{
    private const string Id = "eu-key";
    private const int MostStates = 100;
    private const int MostPersons = 20_000_000;
    private const decimal Most = 1_000_000_000_000m;

    /// <summary>Weight of population (weging inwoners).</summary>
    public static readonly Norm<Share> Population = Declared("population", new("Weging van inwoners", "Weight of population"), 0.5m, NormStatus.Unverified);

    /// <summary>Weight of gross domestic product (weging bbp).</summary>
    public static readonly Norm<Share> Product = Declared("product", new("Weging van bruto binnenlands product", "Weight of gross domestic product"), 0.5m, NormStatus.Unverified);

    /// <summary>Weight of thin population (weging dichtheid), which the State Commission on demography proposed; none in law.</summary>
    public static readonly Norm<Share> Density = Declared("density", new("Weging van geringe bevolkingsdichtheid", "Weight of thin population"), 0m, NormStatus.Seed);

    private static readonly Fact<Day> OnFact = Fact.Date("on", new("de dag van de verdeling", "the date of distribution"));
    private static readonly Fact<int> PersonsFact = Fact.WholeNumber("persons", new("het aantal te verdelen personen", "the number of persons to distribute"), 0, MostPersons);
    private static readonly Fact<ImmutableArray<MemberState>> StatesFact = Fact.List<MemberState>(
        "states",
        new("de lidstaten", "the member states"),
        "{\"population\": number, \"gdp\": number, \"density\": number (only where it weighs)}",
        MostStates,
        TryState);

    /// <summary>Persons per member state (Europese verdeelsleutel).</summary>
    public static readonly NormComputation Computation = new(
        Id, new("Europese verdeelsleutel", "Distribution key of the Union"), [OnFact, PersonsFact, StatesFact], Compute);

    /// <summary>The key: each state's share, which together are 1.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="on">The day of distribution; it governs.</param>
    /// <param name="states">The states.</param>
    /// <param name="trace">Receives the norms and a sentence.</param>
    /// <returns>Shares in the order given; all 0 when nothing weighs.</returns>
    /// <exception cref="NotInForceException">No key is in force on that day.</exception>
    /// <exception cref="FactException">Density weighs, and a state has none.</exception>
    public static ImmutableArray<decimal> Shares<TTrace>(Law law, Day on, ReadOnlySpan<MemberState> states, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var (population, product, density) = (
            law.On(on, Population, ref trace).Fraction, law.On(on, Product, ref trace).Fraction, law.On(on, Density, ref trace).Fraction);
        var (people, wealth, room) = (0m, 0m, 0m);
        foreach (var state in states)
        {
            if (density > 0 && state.Density <= 0)
            {
                throw new FactException(Id, "states", "has a state without density, while density weighs; give inhabitants per km² of each state");
            }

            people += state.Population;
            wealth += state.Product;
            room += density > 0 ? 1m / state.Density : 0m;
        }

        var scores = new decimal[states.Length];
        var total = 0m;
        for (var index = 0; index < scores.Length; index++)
        {
            scores[index] = (people > 0 ? population * states[index].Population / people : 0m)
                + (wealth > 0 ? product * states[index].Product / wealth : 0m)
                + (density > 0 ? density / states[index].Density / room : 0m);
            total += scores[index];
        }

        for (var index = 0; index < scores.Length && total > 0; index++)
        {
            scores[index] /= total;
        }

        if (TTrace.Records)
        {
            trace.Fact("on", on.ToString());
            trace.Say(new(
                $"De sleutel weegt inwoners, product en ruimte als {Of(population)}, {Of(product)} en {Of(density)}.",
                $"The key weighs population, product and room as {Of(population)}, {Of(product)} and {Of(density)}."));
        }

        return [.. scores];
    }

    private static string Of(decimal weight) => weight.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);

    private static Norm<Share> Declared(string name, Text title, decimal weight, NormStatus status) => new(
        "eu-key." + name,
        title,
        weight > 0 ? "KEY-1" : "KEY-2",
        new(Acts.MigrationManagementRegulation, "66", "The first day differs by source: 12 June or 1 July 2026."),
        status,
        new NormVersion<Share>(Day.Of(2026, 7, 1), new(weight)) { KnownOn = Day.Of(2024, 5, 22) });

    private static bool TryState(JsonElement json, out MemberState state)
    {
        state = default;
        if (json.ValueKind != JsonValueKind.Object || !TryNumber(json, "population", out var population) || !TryNumber(json, "gdp", out var product))
        {
            return false;
        }

        var dense = TryNumber(json, "density", out var density);
        state = new(population, product, density);
        return json.GetPropertyCount() == (dense ? 3 : 2);
    }

    private static bool TryNumber(JsonElement json, string name, out decimal number)
    {
        number = 0;
        return json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            && value.TryGetDecimal(out number) && number is >= 0 and <= Most;
    }

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        var shares = Shares(law, facts.Get(OnFact), facts.Get(StatesFact).AsSpan(), ref trace);
        result.WriteStartArray("persons");
        foreach (var persons in Apportionment.Rounded(shares.AsSpan(), facts.Get(PersonsFact)))
        {
            result.WriteNumberValue(persons);
        }

        result.WriteEndArray();
    }
}
