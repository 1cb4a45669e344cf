using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Schakel.Norms.Housing;

/// <summary>A municipality in the indicative distribution (gemeente in de indicatieve verdeling).</summary>
/// <param name="Population">Inhabitants, 0–20,000,000.</param>
/// <param name="Score">Socio-economic score of CBS (SES-WOA), as a rule between −1 and 1; lower is less prosperous.</param>
public readonly record struct MunicipalShare(int Population, decimal Score);

/// <summary>Indicative distribution of places over municipalities (indicatieve verdeling): by inhabitants, corrected for prosperity.</summary>
/// <remarks>
/// A municipality weighs <c>population × (1 + k × (score − national score))</c>, never less than nothing; places follow the weights and are
/// rounded by largest remainders, so that they add up exactly. The form is proposed by the dossier; the official one was not found.
/// </remarks>
public static class DispersalTask
{
    private const string Id = "dispersal-task";
    private const int MostMunicipalities = 1_000;
    private const int MostPersons = 20_000_000;
    private const decimal HighestScore = 10m;

    private static readonly Rule Largest = new(
        "dispersal-act.largest-remainders",
        new("Afronding op de grootste resten, zodat het totaal klopt", "Rounding by largest remainders, so that the total is exact"),
        new(Acts.None, "Voorstel; de officiële formule is niet gevonden"));

    private static readonly Fact<Day> StartsFact = Fact.Date("starts", new("de eerste dag van de cyclus", "the first day of the cycle"));

    private static readonly Fact<int> PlacesFact = Fact.WholeNumber(
        "places", new("het aantal plaatsen om te verdelen", "the number of places to distribute"), 0, MostPersons, required: false);

    private static readonly Fact<decimal> NationalFact = Fact.Number(
        "nationalScore", new("de sociaal-economische score van het land", "the socio-economic score of the country"), -HighestScore, HighestScore, required: false);

    private static readonly Fact<ImmutableArray<MunicipalShare>> MunicipalitiesFact = Fact.List<MunicipalShare>(
        "municipalities",
        new("de gemeenten met inwoners en score", "the municipalities with inhabitants and score"),
        "{\"population\": whole number, \"score\": number}",
        MostMunicipalities,
        TryShare);

    /// <summary>Places per municipality (indicatieve verdeling van de spreidingswet).</summary>
    public static readonly NormComputation Computation = new(
        Id, new("Indicatieve verdeling van opvangplaatsen", "Indicative distribution of places"), [StartsFact, PlacesFact, NationalFact, MunicipalitiesFact], Compute);

    /// <summary>Places per municipality, in the order given.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="starts">First day of the cycle; it governs.</param>
    /// <param name="places">Places to distribute, 0 or more.</param>
    /// <param name="nationalScore">Score of the country.</param>
    /// <param name="municipalities">The municipalities; equal remainders go to the one that stands first.</param>
    /// <param name="trace">Receives norm, rule and sentence.</param>
    /// <returns>Places, which add up to the total; all 0 when nobody weighs anything.</returns>
    /// <exception cref="NotInForceException">The act is not in force on that day.</exception>
    public static ImmutableArray<int> Distribute<TTrace>(
        Law law, Day starts, int places, decimal nationalScore, ReadOnlySpan<MunicipalShare> municipalities, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        ArgumentOutOfRangeException.ThrowIfNegative(places);
        var weight = law.On(starts, DispersalAct.ScoreWeight, ref trace).Number;
        var weights = new decimal[municipalities.Length];
        for (var index = 0; index < weights.Length; index++)
        {
            var (population, score) = municipalities[index];
            weights[index] = Math.Max(0m, population * (1m + (weight * (score - nationalScore))));
        }

        if (TTrace.Records)
        {
            trace.Apply(Largest);
            trace.Fact("places", places.ToString(CultureInfo.InvariantCulture));
            trace.Say(new(
                $"{places.ToString(CultureInfo.InvariantCulture)} plaatsen verdeeld over {municipalities.Length.ToString(CultureInfo.InvariantCulture)} gemeenten.",
                $"{places.ToString(CultureInfo.InvariantCulture)} places distributed over {municipalities.Length.ToString(CultureInfo.InvariantCulture)} municipalities."));
        }

        return Apportionment.Rounded(weights, places);
    }

    private static bool TryShare(JsonElement json, out MunicipalShare share)
    {
        share = default;
        if (json.ValueKind != JsonValueKind.Object || json.GetPropertyCount() != 2
            || !json.TryGetProperty("population", out var population) || !WholeNumber.TryRead(population, MostPersons, out var count)
            || !json.TryGetProperty("score", out var number) || number.ValueKind != JsonValueKind.Number
            || !number.TryGetDecimal(out var score) || score is < -HighestScore or > HighestScore)
        {
            return false;
        }

        share = new(count, score);
        return true;
    }

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        var starts = facts.Get(StartsFact);
        var cycle = DispersalAct.Cycle(law, starts, ref trace);
        var places = facts.Find(PlacesFact) ?? law.On(starts, DispersalAct.CapacityEstimate, ref trace).Count;
        var shares = Distribute(law, starts, places, facts.Find(NationalFact) ?? 0m, facts.Get(MunicipalitiesFact).AsSpan(), ref trace);
        result.WriteStartArray("places");
        foreach (var share in shares)
        {
            result.WriteNumberValue(share);
        }

        result.WriteEndArray();
        result.WriteString("decisionBy", cycle.DecisionBy.ToString());
        result.WriteString("availableBy", cycle.AvailableBy.ToString());
        result.WriteString("reportBy", cycle.ReportBy.ToString());
        result.WriteString("ends", cycle.Ends.ToString());
        result.WriteNumber("forMinors", DispersalAct.ForMinors(law, starts, places, ref trace));
    }
}
