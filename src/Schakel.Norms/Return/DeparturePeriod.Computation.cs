using System.Text.Json;

namespace Schakel.Norms.Return;

/// <content>The question that anyone can put: <c>schakel norms compute departure-period</c>.</content>
public static partial class DeparturePeriod
{
    private static readonly Fact<Day> NotifiedFact = Fact.Date(
        "notified", new("de dag waarop de afwijzing is bekendgemaakt", "the date the refusal was notified"));

    private static readonly Fact<bool> SuspendsFact = Fact.YesOrNo(
        "appealSuspends", new("of het beroep de vertrektermijn schorst", "whether the appeal suspends the departure period"), required: false);

    private static readonly Fact<Day> RulingFact = Fact.Date(
        "courtRuling", new("de dag van de uitspraak van de rechtbank", "the date of the court's ruling"), required: false);

    private static readonly Fact<RefusalKind> KindFact = Fact.Choice(
        "kind", new("hoe de aanvraag is afgewezen", "how the application was refused"), RefusalKinds.Names, required: false);

    private static readonly Fact<bool> WithheldFact = Fact.YesOrNo(
        "withheld",
        new("of de vertrektermijn is onthouden (Vw 62(2))", "whether the departure period was withheld (Vw 62(2))"),
        required: false);

    /// <summary>Last day to leave after a refusal (vertrektermijn).</summary>
    public static readonly NormComputation Computation = new(
        Id, new("Vertrektermijn", "Departure period"), [NotifiedFact, SuspendsFact, RulingFact, KindFact, WithheldFact], Compute);

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        _ = facts.TryGet(KindFact, out var kind);
        _ = facts.TryGet(WithheldFact, out var withheld);
        var given = new DepartureFacts(facts.Get(NotifiedFact))
        {
            Kind = kind,
            AppealSuspends = facts.Find(SuspendsFact),
            CourtRuling = facts.Find(RulingFact),
            Withheld = withheld,
        };
        result.WriteString("lastDay", LastDay(law, given, ref trace).ToString());
    }
}
