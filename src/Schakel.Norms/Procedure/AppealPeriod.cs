using System.Text.Json;

namespace Schakel.Norms.Procedure;

/// <summary>The two times for appeal (beroepstermijnen) of Vreemdelingenwet 2000 69.</summary>
public enum AppealTerm
{
    /// <summary>One week: refusals in the general procedure, and all others but the unfounded of the extended one.</summary>
    OneWeek,

    /// <summary>Four weeks: unfounded in the extended procedure.</summary>
    FourWeeks,
}

/// <summary>Time for appeal to the court (beroepstermijn), Vreemdelingenwet 2000 69; the same holds for further appeal (hoger beroep).</summary>
/// <remarks>The day of notification is not counted (Awb 6:8) and the General Terms Act applies. Detention has no time for appeal (69(3)).</remarks>
public static class AppealPeriod
{
    private const string Id = "appeal-period";

    /// <summary>The short time (69(2)).</summary>
    public static readonly Norm<Weeks> Brief = Declared("appeal-period.short", new("Korte beroepstermijn", "Short time for appeal"), "69(2)", 1);

    /// <summary>The ordinary time (69(1)).</summary>
    public static readonly Norm<Weeks> Ordinary = Declared("appeal-period.ordinary", new("Beroepstermijn", "Time for appeal"), "69(1)", 4);

    private static readonly Fact<Day> NotifiedFact = Fact.Date(
        "notified", new("de dag waarop de beslissing is bekendgemaakt", "the date the decision was notified"));

    private static readonly Fact<AppealTerm> TermFact = Fact.Choice(
        "term", new("de beroepstermijn", "the time for appeal"), [("one-week", AppealTerm.OneWeek), ("four-weeks", AppealTerm.FourWeeks)], required: false);

    private static readonly Fact<DecisionKind> KindFact = Fact.Choice(
        "kind", new("de soort beslissing", "the kind of decision"), DecisionKinds.Names, required: false);

    /// <summary>Last day to appeal (beroepstermijn).</summary>
    public static readonly NormComputation Computation = new(
        Id, new("Beroepstermijn", "Time for appeal"), [NotifiedFact, TermFact, KindFact, PactTransition.LodgedFact], Compute);

    /// <summary>Which time for appeal a refusal has.</summary>
    /// <param name="extendedProcedureUnfounded">Whether it was refused as unfounded in the extended procedure.</param>
    /// <returns>Four weeks then, else one.</returns>
    public static AppealTerm TermOf(bool extendedProcedureUnfounded) => extendedProcedureUnfounded ? AppealTerm.FourWeeks : AppealTerm.OneWeek;

    /// <summary>Last day, inclusive, to appeal.</summary>
    /// <remarks>A week from Monday 18 December 2023 ends on Christmas Day, so 27 December 2023.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="notified">The day of notification, not counted; it governs.</param>
    /// <param name="term">The time for appeal.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>A working day.</returns>
    /// <exception cref="NotInForceException">The term is not in force on that day.</exception>
    public static Day LastDay<TTrace>(Law law, Day notified, AppealTerm term, ref TTrace trace)
        where TTrace : struct, ITrace => LastDay(law, notified, term, null, ref trace);

    /// <summary>Last day, inclusive, to appeal, in a case that may have begun before the Pact.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="notified">The day of notification, not counted.</param>
    /// <param name="term">The time for appeal.</param>
    /// <param name="lodged">The day the application was lodged: before the Pact, the old law governs; without it the day of notification does.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>A working day.</returns>
    /// <exception cref="NotInForceException">The term is not in force on the day that governs.</exception>
    /// <exception cref="FactException">The application came after the decision.</exception>
    public static Day LastDay<TTrace>(Law law, Day notified, AppealTerm term, Day? lodged, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var governs = PactTransition.Governing(law, Id, notified, lodged, PactTerm.ProceduresApply, ref trace);
        var last = SimpleTerm.Moving(law, governs, notified, term == AppealTerm.OneWeek ? Brief : Ordinary, ref trace);
        if (TTrace.Records)
        {
            var (from, by) = (Text.Of(notified), Text.Of(last));
            trace.Fact("notified", notified.ToString());
            trace.Fact("term", NameOf(term));
            trace.Say(new(
                $"Tegen de beslissing van {from.Dutch} kan tot en met {by.Dutch} beroep worden ingesteld.",
                $"An appeal against the decision of {from.English} can be lodged through {by.English}."));
        }

        return last;
    }

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        var notified = facts.Get(NotifiedFact);
        var term = facts.Find(TermFact);
        if (facts.Find(KindFact) is { } kind)
        {
            var name = DecisionKinds.NameOf(kind);
            var own = kind.Consequences().Appeal
                ?? throw new FactException(Id, "kind", $"is {name}, a grant against which there is no interest in an appeal; give another kind");
            if (term is { } given && given != own)
            {
                throw new FactException(Id, "term", $"is {NameOf(given)}, but a decision of kind {name} has {NameOf(own)}; give one of the two facts");
            }

            trace.Fact("kind", name);
            term = own;
        }

        var known = term ?? throw new FactException(Id, "term", $"is missing. Give the time for appeal ({TermFact.Form}), or `kind`: the kind of decision");
        result.WriteString("lastDay", LastDay(law, notified, known, facts.Find(PactTransition.LodgedFact), ref trace).ToString());
    }

    private static string NameOf(AppealTerm term) => term == AppealTerm.OneWeek ? "one-week" : "four-weeks";

    private static Norm<Weeks> Declared(string id, Text title, string article, int weeks) => new(
        id,
        title,
        "APP-2",
        new(Acts.AliensAct, article),
        NormStatus.Verified,
        PactTransition.UntilProcedures(
            new NormVersion<Weeks>(Day.Of(2015, 7, 20), new(weeks)),
            "The Dutch choice within the bounds of the Pact was not verified: ask `pact-appeal-range`; for an application of before 2026-06-12 give fact `lodged`."));
}
