namespace Schakel.Norms.Procedure;

/// <summary>What the time to ask another state under the Pact depends on (feiten voor de claim).</summary>
/// <param name="TakeBack">Whether the person is to be taken back; otherwise taken charge of.</param>
/// <param name="Registered">The day the application was registered; it governs.</param>
/// <param name="Hit">The day of a hit in Eurodac or the visa system.</param>
/// <param name="DetainedSince">The day detention for transfer began, if it did.</param>
public readonly record struct AmmrRequestFacts(bool TakeBack, Day? Registered, Day? Hit, Day? DetainedSince);

/// <content>The question that anyone can put: <c>schakel norms compute ammr-request</c>.</content>
public static partial class AmmrRequest
{
    /// <summary>Whether the person is to be taken back, as a fact; shared with the reply.</summary>
    internal static readonly Fact<bool> KindFact = Fact.Choice(
        "kind", new("wat van de andere staat wordt gevraagd", "what is asked of the other state"), [("take-charge", false), ("take-back", true)]);

    private static readonly Fact<Day> RegisteredFact = Fact.Date(
        "registered", new("de dag van registratie van de aanvraag", "the date the application was registered"), required: false);

    private static readonly Fact<Day> HitFact = Fact.Date(
        "hit", new("de dag van de treffer in Eurodac of het visumsysteem", "the date of the hit in Eurodac or the visa system"), required: false);

    private static readonly Fact<Day> DetainedFact = Fact.Date(
        "detainedSince", new("de dag waarop de bewaring voor overdracht inging", "the date detention for transfer began"), required: false);

    /// <summary>Last day to ask another member state under the Pact (claimtermijn onder het Pact).</summary>
    public static readonly NormComputation Computation = new(
        Id,
        new("Claimtermijn onder het Pact", "Time for a request to another member state under the Pact"),
        [KindFact, RegisteredFact, HitFact, DetainedFact],
        static (law, facts, result, ref trace) =>
        {
            var given = new AmmrRequestFacts(facts.Get(KindFact), facts.Find(RegisteredFact), facts.Find(HitFact), facts.Find(DetainedFact));
            result.WriteString("lastDay", LastDay(law, given, ref trace).ToString());
        });

    private static void Tell<TTrace>(in AmmrRequestFacts facts, Day last, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        trace.Fact(KindFact.Name, facts.TakeBack ? "take-back" : "take-charge");
        Told(RegisteredFact, facts.Registered, ref trace);
        Told(HitFact, facts.Hit, ref trace);
        Told(DetainedFact, facts.DetainedSince, ref trace);
        var by = Text.Of(last);
        trace.Say(facts.TakeBack
            ? new(
                $"De terugname moet uiterlijk op {by.Dutch} zijn gemeld; te laat melden verlegt de verantwoordelijkheid niet.",
                $"Taking back must be notified by {by.English}; being late does not shift responsibility.")
            : new(
                $"Overname moet uiterlijk op {by.Dutch} zijn gevraagd; daarna is de staat van registratie verantwoordelijk.",
                $"Taking charge must be requested by {by.English}; after that the state of registration is responsible."));
    }

    private static void Told<TTrace>(Fact<Day> fact, Day? day, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (day is { } given)
        {
            trace.Fact(fact.Name, given.ToString());
        }
    }
}
