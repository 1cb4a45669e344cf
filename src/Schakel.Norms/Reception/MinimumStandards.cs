using System.Text.Json;

namespace Schakel.Norms.Reception;

/// <summary>Minimum standards of reception that have a date (opvangrichtlijn): school, information, vulnerability.</summary>
/// <remarks>
/// Terms of the Union's directives: weekends and holidays count and move nothing (dossier CAL-5). A child without school after the last day, or a
/// person without information, is a breach to be counted, whatever it saves.
/// </remarks>
public static class MinimumStandards
{
    /// <summary>Time until a child is at school (onderwijs), counted from lodging.</summary>
    public static readonly Norm<Months> Schooling = new(
        "minimum-standards.schooling",
        new("Toegang tot onderwijs voor een kind", "Access to school for a child"),
        "STD-4",
        new(Acts.ReceptionDirective, "14(2)"),
        NormStatus.Unverified,
        new(Day.Of(2005, 2, 6), new(3)),
        new(PactApplies, new(2)) { KnownOn = PactPublished, Citation = new(Acts.ReceptionDirective2024, "16(2)") });

    /// <summary>Time until information on reception is given (informatieplicht), in writing and in a language understood.</summary>
    public static readonly Norm<CalendarDays> Information = new(
        "minimum-standards.information",
        new("Informatie over de opvang", "Information on reception"),
        "STD-10",
        new(Acts.ReceptionProvisions, "2(3)", "Directive 2013/33 5."),
        NormStatus.Verified,
        PactTransition.Unsure(new NormVersion<CalendarDays>(Day.Of(2005, 2, 6), new(15))));

    /// <summary>Time to assess special reception needs (kwetsbaarheidstoets), counted from the application; first in the directive of 2024.</summary>
    public static readonly Norm<CalendarDays> Vulnerability = new(
        "minimum-standards.vulnerability",
        new("Beoordeling van bijzondere opvangbehoeften", "Assessment of special reception needs"),
        "B-REC-1",
        new(Acts.ReceptionDirective2024, "25"),
        NormStatus.Unverified,
        new NormVersion<CalendarDays>(PactApplies, new(30)) { KnownOn = PactPublished });

    private static readonly Fact<Day> LodgedFact = Fact.Date("lodged", new("de dag waarop de aanvraag is ingediend", "the date the application was lodged"));

    /// <summary>Last days for school, information and, once it is law, vulnerability (minimumnormen met een datum).</summary>
    public static readonly NormComputation Computation = new(
        "minimum-standards", new("Minimumnormen van de opvang", "Minimum standards of reception"), [LodgedFact], Compute);

    private static Day PactApplies => Day.Of(2026, 6, 12);

    private static Day PactPublished => Day.Of(2024, 5, 22);

    /// <summary>Last day, inclusive, for a child to be at school.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="lodged">The day of lodging, not counted; it governs.</param>
    /// <param name="trace">Receives norms and steps.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">No such standard was in force on that day.</exception>
    public static Day SchoolBy<TTrace>(Law law, Day lodged, ref TTrace trace)
        where TTrace : struct, ITrace => SimpleTerm.Standing(law, lodged, Schooling, ref trace);

    /// <summary>Last day, inclusive, to inform the applicant on reception.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="lodged">The day of lodging, not counted; it governs.</param>
    /// <param name="trace">Receives norms and steps.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">No such standard was in force on that day.</exception>
    public static Day InformedBy<TTrace>(Law law, Day lodged, ref TTrace trace)
        where TTrace : struct, ITrace => SimpleTerm.Standing(law, lodged, Information, ref trace);

    /// <summary>Last day, inclusive, to assess special needs, where the law sets one.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="lodged">The day of the application, not counted; it governs.</param>
    /// <param name="trace">Receives norms and steps.</param>
    /// <returns>The last day, or null before the directive of 2024 applies.</returns>
    public static Day? AssessedBy<TTrace>(Law law, Day lodged, ref TTrace trace)
        where TTrace : struct, ITrace => law.Has(lodged, Vulnerability) ? SimpleTerm.Standing(law, lodged, Vulnerability, ref trace) : null;

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        var lodged = facts.Get(LodgedFact);
        trace.Fact("lodged", lodged.ToString());
        result.WriteString("schoolBy", SchoolBy(law, lodged, ref trace).ToString());
        result.WriteString("informedBy", InformedBy(law, lodged, ref trace).ToString());
        if (AssessedBy(law, lodged, ref trace) is { } assessed)
        {
            result.WriteString("assessedBy", assessed.ToString());
        }
    }
}
