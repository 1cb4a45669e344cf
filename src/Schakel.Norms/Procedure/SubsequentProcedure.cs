using System.Text.Json;

namespace Schakel.Norms.Procedure;

/// <summary>The days of a subsequent application that the one-day test did not decide (vervolg op de eendagstoets).</summary>
/// <param name="Data">Last day for further data (nadere gegevens).</param>
/// <param name="Intention">Day on which the intention is sent; it may be handed over the next day (voornemen).</param>
/// <param name="View">Last day for the view (zienswijze).</param>
/// <param name="Decision">Last day for the decision (beschikking).</param>
public readonly record struct SubsequentDays(Day Data, Day Intention, Day View, Day Decision);

/// <summary>A subsequent application after the one-day test (opvolgende aanvraag in het aanmeldcentrum), Vreemdelingenbesluit 2000 3.118b(3)–(6).</summary>
/// <remarks>
/// What is not decided in the three days of <see cref="SubsequentApplication"/> takes six in the application centre, twelve, fourteen or twenty where
/// that is extended; or it goes to track 1 or the extended procedure, which this does not compute. Where it is extended, intention and view keep
/// their distance from the end: an assumption.
/// </remarks>
public static class SubsequentProcedure
{
    private const string Id = "subsequent-procedure";

    /// <summary>Days of the ordinary variant.</summary>
    public static readonly Norm<ProcedureDayCount> Ordinary = Declared(
        "ordinary", new("Dagen van de opvolgende aanvraag in het aanmeldcentrum", "Days of the subsequent application in the application centre"), 6);

    /// <summary>Days after an extension for an overrun, or for inquiry.</summary>
    public static readonly Norm<ProcedureDayCount> ExtendedFirst = Declared(
        "extended-12", new("Opvolgende aanvraag, verlengd wegens overschrijding of onderzoek", "Subsequent application, extended for overrun or inquiry"), 12);

    /// <summary>Days after an extension for a forensic medical examination.</summary>
    public static readonly Norm<ProcedureDayCount> ExtendedSecond = Declared(
        "extended-14", new("Opvolgende aanvraag, verlengd wegens medisch onderzoek", "Subsequent application, extended for medical examination"), 14);

    /// <summary>Days after an extension for not appearing.</summary>
    public static readonly Norm<ProcedureDayCount> ExtendedThird = Declared(
        "extended-20", new("Opvolgende aanvraag, verlengd wegens niet verschijnen", "Subsequent application, extended for not appearing"), 20);

    /// <summary>Procedure day by which further data are due.</summary>
    public static readonly Norm<ProcedureDayCount> DataBy = Declared(
        "data-by", new("Laatste dag voor nadere gegevens bij een opvolgende aanvraag", "Last day for further data on a subsequent application"), 2);

    /// <summary>Procedure day on which the intention is sent.</summary>
    public static readonly Norm<ProcedureDayCount> IntentionBy = Declared(
        "intention-by", new("Dag van het voornemen bij een opvolgende aanvraag", "Day of the intention on a subsequent application"), 3);

    /// <summary>Procedure day by which the view is due.</summary>
    public static readonly Norm<ProcedureDayCount> ViewBy = Declared(
        "view-by", new("Laatste dag voor de zienswijze bij een opvolgende aanvraag", "Last day for the view on a subsequent application"), 4);

    private static readonly Fact<Day> FirstDayFact = Fact.Date("firstDay", new("de eerste dag van de procedure", "the first day of the procedure"));

    private static readonly Fact<Centre> CentreFact = Fact.Choice(
        "centre", new("waar de procedure loopt", "where the procedure is run"), [("land", Centre.Land), ("schiphol", Centre.Schiphol)], required: false);

    private static readonly Fact<ProcedureVariant> VariantFact = Fact.Choice(
        "variant",
        new("hoe lang de procedure is gemaakt", "how long the procedure was made"),
        [
            ("six", ProcedureVariant.Six),
            ("extended-12", ProcedureVariant.Extended12),
            ("extended-14", ProcedureVariant.Extended14),
            ("extended-20", ProcedureVariant.Extended20),
        ],
        required: false);

    /// <summary>Days of a subsequent application after the one-day test (opvolgende aanvraag).</summary>
    public static readonly NormComputation Computation = new(
        Id,
        new("Opvolgende aanvraag na de eendagstoets", "Subsequent application after the one-day test"),
        [FirstDayFact, CentreFact, VariantFact, PactTransition.LodgedFact],
        Compute);

    /// <summary>The days after the one-day test, counted from its first day.</summary>
    /// <remarks>Day 1 on Wednesday 27 March 2024 on land: data by the 28th, intention on 2 April, view on the 3rd, decision by the 5th.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="firstDay">Day 1; where it is no procedure day, the first one after it.</param>
    /// <param name="centre">Where the procedure is run.</param>
    /// <param name="variant">How long it was made; a subsequent application knows no nine days.</param>
    /// <param name="lodged">The day the application was lodged: before the Pact, the old law governs; without it day 1 does.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The four days.</returns>
    /// <exception cref="NotInForceException">The procedure is not in force on the day that governs.</exception>
    /// <exception cref="FactException">The application came after day 1, or the variant is the one of nine days.</exception>
    public static SubsequentDays Days<TTrace>(Law law, Day firstDay, Centre centre, ProcedureVariant variant, Day? lodged, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var governs = PactTransition.Governing(law, Id, firstDay, lodged, PactTerm.ProceduresApply, ref trace);
        var ordinary = law.On(governs, Ordinary, ref trace).Count;
        var count = variant switch
        {
            ProcedureVariant.Six => ordinary,
            ProcedureVariant.Extended12 => law.On(governs, ExtendedFirst, ref trace).Count,
            ProcedureVariant.Extended14 => law.On(governs, ExtendedSecond, ref trace).Count,
            ProcedureVariant.Extended20 => law.On(governs, ExtendedThird, ref trace).Count,
            ProcedureVariant.Nine => throw new FactException(Id, VariantFact.Name, $"is nine, which a subsequent application does not know; give {VariantFact.Form}"),
        };
        var more = count - ordinary;
        var days = new SubsequentDays(
            On(law, firstDay, centre, DataBy, law.On(governs, DataBy, ref trace).Count, ref trace),
            On(law, firstDay, centre, IntentionBy, more + law.On(governs, IntentionBy, ref trace).Count, ref trace),
            On(law, firstDay, centre, ViewBy, more + law.On(governs, ViewBy, ref trace).Count, ref trace),
            ProcedureDays.Nth(law, firstDay, Math.Max(1, count), centre));
        if (TTrace.Records)
        {
            trace.Apply(ProcedureDays.Counting);
            trace.Fact(FirstDayFact.Name, firstDay.ToString());
            trace.Fact(CentreFact.Name, centre switch { Centre.Land => "land", Centre.Schiphol => "schiphol" });
            trace.Fact(VariantFact.Name, variant switch
            {
                ProcedureVariant.Six => "six",
                ProcedureVariant.Nine => "nine",
                ProcedureVariant.Extended12 => "extended-12",
                ProcedureVariant.Extended14 => "extended-14",
                ProcedureVariant.Extended20 => "extended-20",
            });
            var by = Text.Of(days.Decision);
            trace.Say(new(
                $"Op de opvolgende aanvraag wordt in het aanmeldcentrum uiterlijk op {by.Dutch} beslist.",
                $"The subsequent application is decided in the application centre by {by.English} at the latest."));
        }

        return days;
    }

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        var (variant, lodged) = (facts.Find(VariantFact) ?? ProcedureVariant.Six, facts.Find(PactTransition.LodgedFact));
        var days = Days(law, facts.Get(FirstDayFact), facts.Find(CentreFact) ?? Centre.Land, variant, lodged, ref trace);
        result.WriteString("dataBy", days.Data.ToString());
        result.WriteString("intention", days.Intention.ToString());
        result.WriteString("viewBy", days.View.ToString());
        result.WriteString("decisionBy", days.Decision.ToString());
    }

    // A law on paper may say day 0; what is held takes one.
    private static Day On<TTrace>(Law law, Day firstDay, Centre centre, Norm norm, int number, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var day = ProcedureDays.Nth(law, firstDay, Math.Max(1, number), centre);
        if (TTrace.Records)
        {
            var words = Text.Of(day);
            trace.Step(TermStepKind.Ran, day, new($"{norm.Title.Dutch}: {words.Dutch}.", $"{norm.Title.English}: {words.English}."));
        }

        return day;
    }

    private static Norm<ProcedureDayCount> Declared(string part, Text title, int days) => new(
        $"{Id}.{part}",
        title,
        "SUB-3",
        new(Acts.AliensDecree, "3.118b(3)-(6)", "Read in the text of 2015; the first day is that of the text read."),
        NormStatus.Verified,
        PactTransition.UntilProcedures(new NormVersion<ProcedureDayCount>(Day.Of(2015, 7, 20), new(days)), PactTransition.ChoiceNotVerified));
}
