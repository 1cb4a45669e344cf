using System.Text.Json;

namespace Schakel.Norms.Procedure;

/// <summary>The days of track 2 (vereenvoudigde procedure).</summary>
/// <param name="Interview">Interview and report (gehoor, verslag).</param>
/// <param name="Intention">Discussion, corrections and intention (nabespreking, correcties, voornemen).</param>
/// <param name="View">View (zienswijze).</param>
/// <param name="DecisionFrom">First day on which the decision may come.</param>
/// <param name="DecisionBy">Last day for the decision.</param>
public readonly record struct SimplifiedDays(Day Interview, Day Intention, Day View, Day DecisionFrom, Day DecisionBy);

/// <summary>Track 2 day by day (spoor 2, vereenvoudigde procedure), Vreemdelingenbesluit 2000 3.109ca: no rest period, one interview.</summary>
/// <remarks>
/// The decree was read at second hand: fewer than eight procedure days as a target (dossier T2-2), and a table of steps that the dossier proposes
/// (T2-3). So every day is unverified. It ends with the Pact.
/// </remarks>
public static class SimplifiedProcedure
{
    private const string Id = "simplified-procedure";

    /// <summary>Procedure day of the interview and its report.</summary>
    public static readonly Norm<ProcedureDayCount> InterviewDay = OnDay("interview", new("Dag van het gehoor in spoor 2", "Day of the interview in track 2"), 1);

    /// <summary>Procedure day of discussion, corrections and intention.</summary>
    public static readonly Norm<ProcedureDayCount> IntentionDay = OnDay("intention", new("Dag van het voornemen in spoor 2", "Day of the intention in track 2"), 2);

    /// <summary>Procedure day of the view.</summary>
    public static readonly Norm<ProcedureDayCount> ViewDay = OnDay("view", new("Dag van de zienswijze in spoor 2", "Day of the view in track 2"), 3);

    /// <summary>First procedure day for the decision.</summary>
    public static readonly Norm<ProcedureDayCount> DecisionFrom = OnDay(
        "decision-from", new("Eerste dag voor de beschikking in spoor 2", "First day for the decision in track 2"), 4);

    /// <summary>Last procedure day for the decision.</summary>
    public static readonly Norm<ProcedureDayCount> DecisionBy = OnDay(
        "decision-by", new("Laatste dag voor de beschikking in spoor 2", "Last day for the decision in track 2"), 8);

    private static readonly Fact<Day> FirstDayFact = Fact.Date("firstDay", new("de dag van het gehoor", "the date of the interview"));

    private static readonly Fact<Centre> CentreFact = Fact.Choice(
        "centre", new("waar de procedure loopt", "where the procedure is run"), [("land", Centre.Land), ("schiphol", Centre.Schiphol)], required: false);

    /// <summary>The days of track 2 and what each is for (vereenvoudigde procedure).</summary>
    public static readonly NormComputation Computation = new(
        Id, new("Stappen van spoor 2", "Steps of track 2"), [FirstDayFact, CentreFact, PactTransition.LodgedFact], Compute);

    /// <summary>The days of track 2.</summary>
    /// <remarks>Interview on Wednesday 27 March 2024 on land: the decision from 3 to 9 April 2024, over Easter.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="firstDay">Day 1; where it is no procedure day, the first one after it.</param>
    /// <param name="centre">Where the procedure is run.</param>
    /// <param name="lodged">The day the application was lodged: before the Pact, the old law governs; without it day 1 does.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The five days.</returns>
    /// <exception cref="NotInForceException">The procedure is not in force on the day that governs.</exception>
    /// <exception cref="FactException">The application came after day 1.</exception>
    public static SimplifiedDays Days<TTrace>(Law law, Day firstDay, Centre centre, Day? lodged, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var governs = PactTransition.Governing(law, Id, firstDay, lodged, PactTerm.ProceduresApply, ref trace);
        var days = new SimplifiedDays(
            On(law, governs, firstDay, centre, InterviewDay, ref trace),
            On(law, governs, firstDay, centre, IntentionDay, ref trace),
            On(law, governs, firstDay, centre, ViewDay, ref trace),
            On(law, governs, firstDay, centre, DecisionFrom, ref trace),
            On(law, governs, firstDay, centre, DecisionBy, ref trace));
        if (TTrace.Records)
        {
            trace.Apply(ProcedureDays.Counting);
            trace.Fact(FirstDayFact.Name, firstDay.ToString());
            trace.Fact(CentreFact.Name, centre switch { Centre.Land => "land", Centre.Schiphol => "schiphol" });
            var (first, last) = (Text.Of(days.DecisionFrom), Text.Of(days.DecisionBy));
            trace.Say(new(
                $"In spoor 2 wordt tussen {first.Dutch} en {last.Dutch} beslist.",
                $"In track 2 the decision comes between {first.English} and {last.English}."));
        }

        return days;
    }

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        var days = Days(law, facts.Get(FirstDayFact), facts.Find(CentreFact) ?? Centre.Land, facts.Find(PactTransition.LodgedFact), ref trace);
        result.WriteString("interview", days.Interview.ToString());
        result.WriteString("intention", days.Intention.ToString());
        result.WriteString("view", days.View.ToString());
        result.WriteString("decisionFrom", days.DecisionFrom.ToString());
        result.WriteString("decisionBy", days.DecisionBy.ToString());
    }

    // A law on paper may say day 0; what is held takes one.
    private static Day On<TTrace>(Law law, Day governs, Day firstDay, Centre centre, Norm<ProcedureDayCount> norm, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var day = ProcedureDays.Nth(law, firstDay, Math.Max(1, law.On(governs, norm, ref trace).Count), centre);
        if (TTrace.Records)
        {
            var words = Text.Of(day);
            trace.Step(TermStepKind.Ran, day, new($"{norm.Title.Dutch}: {words.Dutch}.", $"{norm.Title.English}: {words.English}."));
        }

        return day;
    }

    private static Norm<ProcedureDayCount> OnDay(string part, Text title, int day) => new(
        $"{Id}.{part}",
        title,
        "T2-3",
        new(Acts.AliensDecree, "3.109ca", "The table of steps is the dossier's proposal; fewer than eight procedure days is the target."),
        NormStatus.Unverified,
        PactTransition.UntilProcedures(new NormVersion<ProcedureDayCount>(Day.Of(2016, 3, 1), new(day)), PactTransition.ChoiceNotVerified));
}
