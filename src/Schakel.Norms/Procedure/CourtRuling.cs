using System.Text.Json;

namespace Schakel.Norms.Procedure;

/// <summary>Time for the court to rule where no decision came in time (uitspraak op beroep niet tijdig beslissen), Awb 8:55b and 8:55d.</summary>
/// <remarks>
/// Eight weeks, thirteen with a hearing. The ruling orders a decision within two weeks, or another time in special cases: what courts order in asylum
/// is in <see cref="CourtOrder"/>. The General Terms Act moves eight weeks and leaves thirteen where they end (dossier CAL-4).
/// </remarks>
public static class CourtRuling
{
    private const string Id = "court-ruling";

    /// <summary>To rule without a hearing.</summary>
    public static readonly Norm<Weeks> WithoutHearing = InWeeks(
        "without-hearing", new("Uitspraak op beroep niet tijdig beslissen", "Ruling on an appeal for want of a decision"), "8:55b(1)", 8);

    /// <summary>To rule after a hearing.</summary>
    public static readonly Norm<Weeks> AfterHearing = InWeeks(
        "after-hearing", new("Uitspraak op beroep niet tijdig beslissen na een zitting", "Ruling on an appeal for want of a decision, after a hearing"), "8:55b(2)", 13);

    /// <summary>To decide after the ruling, where the court finds no special case.</summary>
    public static readonly Norm<Weeks> Decision = InWeeks(
        "decision", new("Besluit na de uitspraak", "Decision after the ruling"), "8:55d(1)", 2);

    private static readonly Fact<Day> AppealedFact = Fact.Date("appealed", new("de dag waarop het beroep is ingesteld", "the date the appeal was lodged"));
    private static readonly Fact<bool> HearingFact = Fact.YesOrNo("hearing", new("of er een zitting is", "whether there is a hearing"), required: false);
    private static readonly Fact<Day> SentFact = Fact.Date("sent", new("de dag waarop de uitspraak is verzonden", "the date the ruling was sent"), required: false);

    /// <summary>Last days to rule, and to decide after it (uitspraak op beroep niet tijdig beslissen).</summary>
    public static readonly NormComputation Computation = new(
        Id,
        new("Uitspraak op beroep niet tijdig beslissen", "Ruling on an appeal for want of a decision"),
        [AppealedFact, HearingFact, SentFact],
        Compute);

    /// <summary>Last day, inclusive, for the court to rule.</summary>
    /// <remarks>An appeal of 10 January 2024: 6 March 2024; with a hearing 10 April 2024.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="appealed">The day the appeal was lodged, not counted; it governs.</param>
    /// <param name="hearing">Whether there is a hearing.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The provision is not in force on that day.</exception>
    public static Day RuleBy<TTrace>(Law law, Day appealed, bool hearing, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var last = SimpleTerm.Moving(law, appealed, hearing ? AfterHearing : WithoutHearing, ref trace);
        if (TTrace.Records)
        {
            trace.Fact(AppealedFact.Name, appealed.ToString());
            trace.Fact(HearingFact.Name, hearing ? "true" : "false");
            var by = Text.Of(last);
            trace.Say(new(
                $"De rechtbank doet uiterlijk op {by.Dutch} uitspraak op het beroep.",
                $"The court rules on the appeal by {by.English} at the latest."));
        }

        return last;
    }

    /// <summary>Last day, inclusive, to decide after the ruling, where the court found no special case; set by the ruling, so no day moves.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="sent">The day the ruling was sent, not counted; it governs.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The provision is not in force on that day.</exception>
    public static Day DecideBy<TTrace>(Law law, Day sent, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var last = SimpleTerm.Standing(law, sent, Decision, ref trace);
        if (TTrace.Records)
        {
            trace.Fact(SentFact.Name, sent.ToString());
            var by = Text.Of(last);
            trace.Say(new(
                $"Bepaalt de rechtbank geen andere termijn, dan moet uiterlijk op {by.Dutch} zijn beslist.",
                $"Unless the court sets another time, the decision is due by {by.English}."));
        }

        return last;
    }

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        var appealed = facts.Get(AppealedFact);
        result.WriteString("lastDay", RuleBy(law, appealed, facts.Find(HearingFact) ?? false, ref trace).ToString());
        if (facts.Find(SentFact) is { } sent)
        {
            if (sent < appealed)
            {
                throw new FactException(Id, SentFact.Name, $"is {sent}, before the appeal of {appealed}; give that day or a later one");
            }

            result.WriteString("decideBy", DecideBy(law, sent, ref trace).ToString());
        }
    }

    private static Norm<Weeks> InWeeks(string part, Text title, string article, int weeks) => new(
        $"{Id}.{part}",
        title,
        "PEN-8",
        new(Acts.AdministrativeLaw, article, "Read in the text of 2015; the paragraph was not checked."),
        NormStatus.Verified,
        new NormVersion<Weeks>(Day.Of(2009, 10, 1), new(weeks)));
}
