using System.Globalization;
using System.Text.Json;

namespace Schakel.Norms.Registration;

/// <summary>When an application must be examined in the accelerated procedure (versnelde procedure), Regulation 2024/1348 42.</summary>
/// <remarks>
/// From general knowledge (dossier B-ACC-1). The recognition rate is one of the nationality in the whole Union, as published; it says nothing of a claim,
/// and the procedure says how fast, never what is decided.
/// </remarks>
public static class AcceleratedGrounds
{
    /// <summary>Recognition rate in the Union at or below which a nationality is accelerated (inwilligingspercentage).</summary>
    public static readonly Norm<Share> RecognitionRate = new(
        "accelerated-grounds.recognition-rate",
        new("Europees inwilligingspercentage, ten hoogste", "Recognition rate in the Union, at most"),
        "B-ACC-1",
        new(Acts.ProceduresRegulation, "42(1)", "From general knowledge; the letter was not checked."),
        NormStatus.Unverified,
        PactTerm.Version(PactTerm.ProceduresApply, new Share(0.2m)));

    private static readonly Fact<Day> LodgedFact = Fact.Date("lodged", new("de dag van de aanvraag", "the date the application was lodged"));
    private static readonly Fact<decimal> RateFact = Fact.Number(
        "recognitionRate", new("het inwilligingspercentage van de nationaliteit in de Unie", "the nationality's recognition rate in the Union"), 0, 1, required: false);
    private static readonly Fact<bool> SafeFact = Optional("safeCountryOfOrigin", "het land van herkomst veilig is", "the country of origin is safe");
    private static readonly Fact<bool> MisleadingFact = Optional("misled", "de aanvrager misleidde", "the applicant misled");
    private static readonly Fact<bool> SecurityFact = Optional("security", "het om gevaar gaat", "there is a danger to security");
    private static readonly Fact<bool> LateFact = Optional("late", "de aanvraag zonder goede reden laat kwam", "the application came late without good reason");

    /// <summary>Whether an application is accelerated, and on which grounds (versnelde procedure).</summary>
    public static readonly NormComputation Computation = new(
        "accelerated-grounds",
        new("Gronden voor de versnelde procedure onder het Pact", "Grounds of the accelerated procedure under the Pact"),
        [LodgedFact, RateFact, SafeFact, MisleadingFact, SecurityFact, LateFact],
        Compute);

    /// <summary>Does the recognition rate of a nationality accelerate an application?</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="lodged">The day the application was lodged; it governs.</param>
    /// <param name="rate">The rate in the Union, 0 to 1.</param>
    /// <param name="trace">Receives the norm.</param>
    /// <returns>Whether it does.</returns>
    /// <exception cref="NotInForceException">The regulation does not apply on that day, or is not known.</exception>
    public static bool RateAccelerates<TTrace>(Law law, Day lodged, decimal rate, ref TTrace trace)
        where TTrace : struct, ITrace => rate <= law.On(lodged, RecognitionRate, ref trace).Fraction;

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        var lodged = facts.Get(LodgedFact);
        trace.Fact(LodgedFact.Name, lodged.ToString());
        var low = RateAccelerates(law, lodged, facts.Find(RateFact) ?? 1, ref trace);
        if (facts.Find(RateFact) is { } rate)
        {
            trace.Fact(RateFact.Name, rate.ToString(CultureInfo.InvariantCulture));
        }

        (string Name, bool Holds)[] grounds =
        [
            ("recognition-rate", low),
            ("safe-country-of-origin", Given(facts, SafeFact, ref trace)),
            ("misled", Given(facts, MisleadingFact, ref trace)),
            ("security", Given(facts, SecurityFact, ref trace)),
            ("late", Given(facts, LateFact, ref trace)),
        ];
        var accelerated = grounds.Any(ground => ground.Holds);
        result.WriteBoolean("accelerated", accelerated);
        result.WriteStartArray("grounds");
        foreach (var (name, holds) in grounds)
        {
            if (holds)
            {
                result.WriteStringValue(name);
            }
        }

        result.WriteEndArray();
        trace.Say(accelerated
            ? new("De aanvraag wordt versneld behandeld.", "The application is examined in the accelerated procedure.")
            : new("De aanvraag wordt niet versneld behandeld.", "The application is not accelerated."));
    }

    private static bool Given(Facts facts, Fact<bool> fact, ref GroundsTrace trace)
    {
        var holds = facts.Find(fact) ?? false;
        trace.Fact(fact.Name, holds ? "true" : "false");
        return holds;
    }

    private static Fact<bool> Optional(string name, string dutch, string english) =>
        Fact.YesOrNo(name, new("of " + dutch, "whether " + english), required: false);
}
