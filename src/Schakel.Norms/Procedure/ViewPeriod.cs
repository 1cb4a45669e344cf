using System.Collections.Immutable;

namespace Schakel.Norms.Procedure;

/// <summary>In which procedure an intention was made known (procedure van het voornemen), as far as the time for a view depends on it.</summary>
public enum ViewProcedure
{
    /// <summary>Extended procedure (verlengde asielprocedure).</summary>
    Extended,

    /// <summary>Not to take up the application, another state being responsible (Dublin).</summary>
    Dublin,

    /// <summary>The same, of someone detained.</summary>
    DublinDetained,

    /// <summary>Asylum application of someone detained.</summary>
    AsylumDetained,

    /// <summary>To withdraw a permit, or to refuse its renewal or an indefinite one (intrekking).</summary>
    Withdrawal,
}

/// <summary>Time to give a view on an intention to reject or withdraw (zienswijzetermijn).</summary>
/// <remarks>
/// In the general procedure the view has its own day: see <see cref="GeneralProcedure"/>. The General Terms Act applies (dossier CAL-5). An extension on
/// request, and the week of grace for what was posted in time, are decided case by case and not computed here.
/// </remarks>
public static class ViewPeriod
{
    /// <summary>In the extended procedure.</summary>
    public static readonly Norm<Weeks> Extended = Declared(
        "view-period.extended", new("Zienswijze in de verlengde asielprocedure", "View in the extended procedure"), "VA-2", "3.116(2)(a)", 4);

    /// <summary>On the responsibility of another state.</summary>
    public static readonly Norm<Weeks> Dublin = Declared(
        "view-period.dublin", new("Zienswijze in de Dublinprocedure", "View in the Dublin procedure"), "T1-3", "3.109c(3)-(5)", 2);

    /// <summary>On the responsibility of another state, of someone detained.</summary>
    public static readonly Norm<Weeks> DublinDetained = Declared(
        "view-period.dublin-detained", new("Zienswijze in de Dublinprocedure in bewaring", "View in the Dublin procedure in detention"), "T1-3", "3.109c(3)-(5)", 1);

    /// <summary>On the asylum application of someone detained.</summary>
    public static readonly Norm<Weeks> AsylumDetained = Declared(
        "view-period.asylum-detained", new("Zienswijze op een asielaanvraag in bewaring", "View on an asylum application in detention"), "VA-4", "3.118", 2);

    /// <summary>On withdrawal, or refusal of renewal or of an indefinite permit.</summary>
    public static readonly Norm<Weeks> Withdrawal = Declared(
        "view-period.withdrawal", new("Zienswijze op een intrekking", "View on a withdrawal"), "VA-3", "3.116(2)(b)", 6);

    private static readonly ImmutableArray<(string Name, ViewProcedure Procedure)> Names =
        [.. Enum.GetValues<ViewProcedure>().Select(procedure => (NameOf(procedure), procedure))];

    private static readonly Fact<Day> IntentionFact = Fact.Date(
        "intention", new("de dag waarop het voornemen is bekendgemaakt", "the date the intention was notified"));

    private static readonly Fact<ViewProcedure> ProcedureFact = Fact.Choice(
        "procedure", new("de procedure van het voornemen", "the procedure of the intention"), Names);

    /// <summary>Last day to give a view (zienswijze).</summary>
    public static readonly NormComputation Computation = new(
        "view-period",
        new("Zienswijzetermijn", "Time for a view"),
        [IntentionFact, ProcedureFact, PactTransition.LodgedFact],
        static (law, facts, result, ref trace) => result.WriteString(
            "lastDay",
            LastDay(law, facts.Get(IntentionFact), facts.Get(ProcedureFact), facts.Find(PactTransition.LodgedFact), ref trace).ToString()));

    /// <summary>Last day, inclusive, to give a view.</summary>
    /// <remarks>Intention of 27 November 2023 in the extended procedure: four weeks end on Christmas Day, so 27 December 2023.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="intention">The day the intention was notified, not counted; it governs.</param>
    /// <param name="procedure">The procedure.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>A working day.</returns>
    /// <exception cref="NotInForceException">The period is not in force on that day.</exception>
    public static Day LastDay<TTrace>(Law law, Day intention, ViewProcedure procedure, ref TTrace trace)
        where TTrace : struct, ITrace => LastDay(law, intention, procedure, null, ref trace);

    /// <summary>Last day, inclusive, to give a view, in a case that may have begun before the Pact.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="intention">The day the intention was notified, not counted.</param>
    /// <param name="procedure">The procedure.</param>
    /// <param name="lodged">The day the application was lodged: before the Pact, the old law governs; without it the day of the intention does.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>A working day.</returns>
    /// <exception cref="NotInForceException">The period is not in force on the day that governs.</exception>
    /// <exception cref="FactException">The application came after the intention.</exception>
    public static Day LastDay<TTrace>(Law law, Day intention, ViewProcedure procedure, Day? lodged, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var governs = PactTransition.Governing(law, "view-period", intention, lodged, PactTerm.ProceduresApply, ref trace);
        var last = SimpleTerm.Moving(law, governs, intention, NormOf(procedure), ref trace);
        if (TTrace.Records)
        {
            var (from, by) = (Text.Of(intention), Text.Of(last));
            trace.Fact("intention", intention.ToString());
            trace.Fact("procedure", NameOf(procedure));
            trace.Say(new(
                $"Op het voornemen van {from.Dutch} kan tot en met {by.Dutch} een zienswijze worden gegeven.",
                $"A view on the intention of {from.English} can be given through {by.English}."));
        }

        return last;
    }

    private static Norm<Weeks> NormOf(ViewProcedure procedure) => procedure switch
    {
        ViewProcedure.Extended => Extended,
        ViewProcedure.Dublin => Dublin,
        ViewProcedure.DublinDetained => DublinDetained,
        ViewProcedure.AsylumDetained => AsylumDetained,
        ViewProcedure.Withdrawal => Withdrawal,
    };

    private static string NameOf(ViewProcedure procedure) => procedure switch
    {
        ViewProcedure.Extended => "extended",
        ViewProcedure.Dublin => "dublin",
        ViewProcedure.DublinDetained => "dublin-detained",
        ViewProcedure.AsylumDetained => "asylum-detained",
        ViewProcedure.Withdrawal => "withdrawal",
    };

    private static Norm<Weeks> Declared(string id, Text title, string dossier, string article, int weeks) => new(
        id,
        title,
        dossier,
        new(Acts.AliensDecree, article, "Read in the text of 2015; the first day is that of the text read."),
        NormStatus.Verified,
        PactTransition.UntilProcedures(new NormVersion<Weeks>(Day.Of(2015, 7, 20), new(weeks)), PactTransition.ChoiceNotVerified));
}
