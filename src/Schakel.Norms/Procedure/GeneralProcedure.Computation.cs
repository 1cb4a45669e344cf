using System.Globalization;
using System.Text.Json;

namespace Schakel.Norms.Procedure;

/// <content>The question that anyone can put: <c>schakel norms compute general-procedure</c>.</content>
public static partial class GeneralProcedure
{
    private static readonly Fact<Day> FirstDayFact = Fact.Date(
        "firstDay", new("de eerste dag van de procedure", "the first day of the procedure"));

    private static readonly Fact<Centre> CentreFact = Fact.Choice(
        "centre",
        new("waar de procedure wordt gevoerd", "where the procedure is run"),
        [.. Enum.GetValues<Centre>().Select(centre => (NameOf(centre), centre))]);

    private static readonly Fact<ProcedureVariant> VariantFact = Fact.Choice(
        "variant",
        new("hoe lang de procedure is gemaakt", "how long the procedure was made"),
        [.. Enum.GetValues<ProcedureVariant>().Select(variant => (NameOf(variant), variant))]);

    /// <summary>The days of the general procedure and what each is for (algemene asielprocedure).</summary>
    public static readonly NormComputation Computation = new(
        "general-procedure", new("Algemene asielprocedure", "General procedure"), [FirstDayFact, CentreFact, VariantFact, PactTransition.LodgedFact], Compute);

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        var (first, variant) = (facts.Get(FirstDayFact), facts.Get(VariantFact));
        var lodged = facts.Find(PactTransition.LodgedFact);
        var governs = PactTransition.Governing(law, "general-procedure", first, lodged, PactTerm.ProceduresApply, ref trace);
        var days = Days(law, governs, first, facts.Get(CentreFact), variant, ref trace);
        var steps = Steps(law, governs, variant, ref trace);
        result.WriteStartArray("days");
        foreach (var day in days)
        {
            result.WriteStringValue(day.ToString());
        }

        result.WriteEndArray();
        result.WriteStartArray("steps");
        for (var index = 0; index < steps.Length; index++)
        {
            result.WriteStringValue(NameOf(steps[index]));
            var (number, day, words) = (index + 1, Text.Of(days[index]), InWords(steps[index]));
            trace.Step(TermStepKind.Derived, days[index], new(
                string.Create(CultureInfo.InvariantCulture, $"Dag {number}, {day.Dutch}: {words.Dutch}."), string.Create(CultureInfo.InvariantCulture, $"Day {number}, {day.English}: {words.English}.")));
        }

        result.WriteEndArray();
    }

    private static string NameOf(Centre centre) => centre switch
    {
        Centre.Land => "land",
        Centre.Schiphol => "schiphol",
    };

    private static string NameOf(ProcedureVariant variant) => variant switch
    {
        ProcedureVariant.Six => "six",
        ProcedureVariant.Nine => "nine",
        ProcedureVariant.Extended12 => "extended-12",
        ProcedureVariant.Extended14 => "extended-14",
        ProcedureVariant.Extended20 => "extended-20",
    };

    private static string NameOf(ProcedureStep step) => step switch
    {
        ProcedureStep.Interview => "interview",
        ProcedureStep.Corrections => "corrections",
        ProcedureStep.Inquiry => "inquiry",
        ProcedureStep.Intention => "intention",
        ProcedureStep.View => "view",
        ProcedureStep.Decision => "decision",
    };

    private static Text InWords(ProcedureStep step) => step switch
    {
        ProcedureStep.Interview => new("gehoor", "interview"),
        ProcedureStep.Corrections => new("correcties en aanvullingen", "corrections and additions"),
        ProcedureStep.Inquiry => new("onderzoek", "inquiry"),
        ProcedureStep.Intention => new("inwilliging, voornemen of doorverwijzing", "grant, intention or referral"),
        ProcedureStep.View => new("zienswijze", "view"),
        ProcedureStep.Decision => new("beslissing", "decision"),
    };
}
