namespace Schakel.Norms.Procedure;

/// <content>The question that anyone can put: <c>schakel norms compute dublin-request</c>.</content>
public static partial class DublinRequest
{
    /// <summary>What is asked of the other state, as a fact; shared with the reply.</summary>
    internal static readonly Fact<DublinRequestKind> KindFact = Fact.Choice(
        "kind",
        new("wat van de andere staat wordt gevraagd", "what is asked of the other state"),
        [
            ("take-charge", DublinRequestKind.TakeCharge),
            ("take-back", DublinRequestKind.TakeBack),
            ("take-back-without-application", DublinRequestKind.TakeBackWithoutApplication),
        ]);

    /// <summary>Whether the person is detained for transfer, as a fact; shared with the reply.</summary>
    internal static readonly Fact<bool> DetainedFact = Fact.YesOrNo(
        "detained", new("of de persoon voor overdracht in bewaring is", "whether the person is detained for transfer"), required: false);

    private static readonly Fact<Day> StartedFact = Fact.Date(
        "started", new("de dag van de aanvraag, of zonder aanvraag hier van bekend worden", "the date of lodging or, without an application here, of becoming aware"));

    private static readonly Fact<Day> HitFact = Fact.Date(
        "eurodacHit", new("de dag van de Eurodac-treffer", "the date of the Eurodac hit"), required: false);

    /// <summary>Last day to ask (claimtermijn).</summary>
    public static readonly NormComputation Computation = new(
        "dublin-request",
        new("Termijn voor een Dublinclaim", "Time for a Dublin request"),
        [KindFact, StartedFact, HitFact, DetainedFact],
        static (law, facts, result, ref trace) =>
        {
            var detained = facts.Find(DetainedFact) ?? false;
            var last = LastDay(law, facts.Get(KindFact), facts.Get(StartedFact), facts.Find(HitFact), detained, ref trace);
            result.WriteString("lastDay", last.ToString());
        });

    /// <summary>Name of a kind in JSON (naam van de soort).</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>Lower case with hyphens: <c>take-charge</c>.</returns>
    public static string NameOf(DublinRequestKind kind) => kind switch
    {
        DublinRequestKind.TakeCharge => "take-charge",
        DublinRequestKind.TakeBack => "take-back",
        DublinRequestKind.TakeBackWithoutApplication => "take-back-without-application",
    };

    private static void Tell<TTrace>(DublinRequestKind kind, Day started, Day? hit, bool detained, Day last, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        trace.Fact(KindFact.Name, NameOf(kind));
        trace.Fact(StartedFact.Name, started.ToString());
        trace.Fact(DetainedFact.Name, detained ? "true" : "false");
        if (hit is { } day)
        {
            trace.Fact(HitFact.Name, day.ToString());
        }

        var by = Text.Of(last);
        trace.Say(new(
            $"De andere lidstaat moet uiterlijk op {by.Dutch} zijn gevraagd.",
            $"The other member state must be asked by {by.English} at the latest."));
    }
}
