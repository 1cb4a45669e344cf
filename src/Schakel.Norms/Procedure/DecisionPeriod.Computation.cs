using System.Collections.Immutable;
using System.Text.Json;

namespace Schakel.Norms.Procedure;

/// <content>The question that anyone can put: <c>schakel norms compute decision-period</c>.</content>
public static partial class DecisionPeriod
{
    private const string Id = "decision-period";
    private const int MostMonths = 120; // What is allowed is the norm's to say; this only keeps nonsense out.
    private const int MostSuspensions = 100;

    private static readonly Fact<Day> LodgedFact = Fact.Date(
        "lodged", new("de dag waarop de aanvraag is ingediend", "the date the application was lodged"));

    private static readonly Fact<CategoryExtension> ExtensionFact = Fact.Choice(
        "extension",
        new("hoe de algemene verlengingen (WBV) worden genomen", "how the general extensions (WBV) are taken"),
        ImmutableArray.Create(
            CategoryExtension.None, CategoryExtension.AsAnnounced, CategoryExtension.AsApplied, CategoryExtension.AsHeld)
            .Select(extension => (NameOf(extension), extension)).ToImmutableArray());

    private static readonly Fact<int> IndividualFact = Fact.WholeNumber(
        "individualExtensionMonths",
        new("de maanden individuele verlenging", "the months of individual extension"),
        0,
        MostMonths,
        required: false);

    private static readonly Fact<int> SecondFact = Fact.WholeNumber(
        "secondExtensionMonths", new("de maanden tweede verlenging", "the months of second extension"), 0, MostMonths, required: false);

    private static readonly Fact<Day> MoratoriumFact = Fact.Date(
        "moratoriumUntil", new("de laatste dag van het besluitmoratorium", "the last day of the decision moratorium"), required: false);

    private static readonly Fact<Day> DublinFact = Fact.Date(
        "dublinResponsibleSince",
        new("de dag waarop Nederland verantwoordelijk bleek", "the date the Netherlands was established to be responsible"),
        required: false);

    private static readonly Fact<Day> ProtectionFact = Fact.Date(
        "temporaryProtectionUntil", new("de laatste dag van de tijdelijke bescherming", "the last day of temporary protection"), required: false);

    private static readonly Fact<ImmutableArray<Suspension>> SuspensionsFact = Fact.List<Suspension>(
        "suspensions",
        new("de dagen waarop de termijn stilstond", "the days on which the period stood still"),
        "{\"from\": yyyy-mm-dd, \"until\": yyyy-mm-dd, \"ground\": unspecified / completion / information-from-abroad / consent / attributed-delay / force-majeure}",
        MostSuspensions,
        TrySuspension,
        required: false);

    /// <summary>Last day to decide on an application (beslistermijn).</summary>
    public static readonly NormComputation Computation = new(
        Id,
        new("Beslistermijn", "Decision period"),
        [LodgedFact, ExtensionFact, IndividualFact, SecondFact, MoratoriumFact, DublinFact, ProtectionFact, SuspensionsFact],
        Compute);

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        var (lodged, extension) = (facts.Get(LodgedFact), facts.Get(ExtensionFact));
        _ = facts.TryGet(IndividualFact, out var individual);
        _ = facts.TryGet(SecondFact, out var second);
        _ = facts.TryGet(SuspensionsFact, out var suspensions);
        var given = new DecisionPeriodFacts(lodged, extension)
        {
            IndividualExtensionMonths = individual,
            SecondExtensionMonths = second,
            MoratoriumUntil = facts.Find(MoratoriumFact),
            DublinResponsibleSince = facts.Find(DublinFact),
            TemporaryProtectionUntil = facts.Find(ProtectionFact),
            Suspensions = suspensions,
        };
        result.WriteString("lastDay", LastDay(law, given, ref trace).ToString());
    }

    private static bool TrySuspension(JsonElement json, out Suspension suspension)
    {
        suspension = default;
        if (json.ValueKind != JsonValueKind.Object
            || !json.TryGetProperty("from", out var first) || !Fact.TryDate(first, out var from)
            || !json.TryGetProperty("until", out var last) || !Fact.TryDate(last, out var until))
        {
            return false;
        }

        var ground = SuspensionGround.Unspecified;
        var named = json.TryGetProperty("ground", out var name);
        if (json.GetPropertyCount() != (named ? 3 : 2) || (named && !TryGround(name, out ground)))
        {
            return false;
        }

        suspension = new(from, until, ground);
        return true;
    }

    private static bool TryGround(JsonElement json, out SuspensionGround ground)
    {
        foreach (var candidate in Enum.GetValues<SuspensionGround>())
        {
            if (json.ValueKind == JsonValueKind.String && json.ValueEquals(NameOf(candidate)))
            {
                ground = candidate;
                return true;
            }
        }

        ground = default;
        return false;
    }
}
