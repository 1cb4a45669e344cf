namespace Schakel.Norms.Procedure;

/// <content>The question that anyone can put: <c>schakel norms compute apr-decision-period</c>.</content>
public static partial class PactDecisionPeriod
{
    private static readonly Fact<Day> LodgedFact = Fact.Date("lodged", new("de dag van de aanvraag", "the date the application was lodged"));

    private static readonly Fact<PactProcedure> ProcedureFact = Fact.Choice(
        "procedure",
        new("hoe de aanvraag wordt behandeld", "how the application is examined"),
        [
            (NameOf(PactProcedure.Normal), PactProcedure.Normal),
            (NameOf(PactProcedure.Accelerated), PactProcedure.Accelerated),
            (NameOf(PactProcedure.Admissibility), PactProcedure.Admissibility),
            (NameOf(PactProcedure.UrgentAdmissibility), PactProcedure.UrgentAdmissibility),
        ],
        required: false);

    private static readonly Fact<bool> ExtendedFact = Fact.YesOrNo(
        "extended", new("of de termijn ten volle is verlengd", "whether the period was extended in full"), required: false);

    private static readonly Fact<bool> UncertainFact = Fact.YesOrNo(
        "uncertainSituation", new("of de situatie in het land onzeker is", "whether the situation in the country is uncertain"), required: false);

    private static readonly Fact<Day> ResponsibleFact = Fact.Date(
        "responsibleSince", new("de dag waarop Nederland verantwoordelijk werd", "the date the Netherlands became responsible"), required: false);

    /// <summary>Last day to decide under the Pact (beslistermijn onder het Pact).</summary>
    public static readonly NormComputation Computation = new(
        Id,
        new("Beslistermijn onder het Pact", "Decision period under the Pact"),
        [LodgedFact, ProcedureFact, ExtendedFact, UncertainFact, ResponsibleFact],
        static (law, facts, result, ref trace) =>
        {
            var given = new PactDecisionFacts(facts.Get(LodgedFact), facts.Find(ProcedureFact) ?? PactProcedure.Normal)
            {
                Extended = facts.Find(ExtendedFact) ?? false,
                UncertainSituation = facts.Find(UncertainFact) ?? false,
                ResponsibleSince = facts.Find(ResponsibleFact),
            };
            result.WriteString("lastDay", LastDay(law, given, ref trace).ToString());
        });

    private static string NameOf(PactProcedure procedure) => procedure switch
    {
        PactProcedure.Normal => "normal",
        PactProcedure.Accelerated => "accelerated",
        PactProcedure.Admissibility => "admissibility",
        PactProcedure.UrgentAdmissibility => "urgent-admissibility",
    };

    private static void Tell<TTrace>(in PactDecisionFacts facts, Day last, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        trace.Fact(LodgedFact.Name, facts.Lodged.ToString());
        trace.Fact(ProcedureFact.Name, NameOf(facts.Procedure));
        trace.Fact(ExtendedFact.Name, facts.Extended ? "true" : "false");
        trace.Fact(UncertainFact.Name, facts.UncertainSituation ? "true" : "false");
        if (facts.ResponsibleSince is { } since)
        {
            trace.Fact(ResponsibleFact.Name, since.ToString());
        }

        var by = Text.Of(last);
        trace.Say(new(
            $"Onder het Pact moet uiterlijk op {by.Dutch} zijn beslist.",
            $"Under the Pact the decision is due by {by.English} at the latest."));
    }
}
