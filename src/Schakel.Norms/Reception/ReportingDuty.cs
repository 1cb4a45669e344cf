using System.Collections.Immutable;
using System.Text.Json;

namespace Schakel.Norms.Reception;

/// <summary>Who reports how often (groepen van de meldplicht).</summary>
public enum ReportingGroup
{
    /// <summary>Applicants at an ordinary site: weekly at the reception agency.</summary>
    Applicant,

    /// <summary>Status holders: every two weeks.</summary>
    StatusHolder,

    /// <summary>Austere reception (procesbeschikbaarheidslocatie, pbl): daily.</summary>
    Austere,
}

/// <summary>Duty to report at the site (inhuisregistratie, meldplicht), Rva 19(1)(e): missing it may cost provisions, by decision only.</summary>
public static class ReportingDuty
{
    /// <summary>Interval for applicants (wekelijkse melding).</summary>
    public static readonly Norm<CalendarDays> Applicants = new(
        "reporting-duty.applicants",
        new("Melding van asielzoekers", "Reporting of applicants"),
        "REC-7",
        new(Acts.ReceptionProvisions, "19(1)(e)"),
        NormStatus.Verified,
        PactTransition.Unsure(new NormVersion<CalendarDays>(Day.Of(2005, 2, 1), new(7))));

    /// <summary>Interval for status holders (tweewekelijkse melding).</summary>
    public static readonly Norm<CalendarDays> StatusHolders = new(
        "reporting-duty.status-holders",
        new("Melding van statushouders", "Reporting of status holders"),
        "REC-7",
        new(Acts.ReceptionProvisions, "19(1)(e)"),
        NormStatus.Verified,
        PactTransition.Unsure(new NormVersion<CalendarDays>(Day.Of(2005, 2, 1), new(14))));

    /// <summary>Interval in austere reception (dagelijkse melding); weekly at the police besides.</summary>
    public static readonly Norm<CalendarDays> Austere = new(
        "reporting-duty.austere",
        new("Melding in de sobere opvang", "Reporting in austere reception"),
        "REC-7",
        new(Acts.ReceptionProvisions, "12(2), 19(1)(e)", "Process availability sites since September 2023, Stcrt. 2023, 26411; tried in 2020 and 2021."),
        NormStatus.Seed,
        PactTransition.Unsure(new NormVersion<CalendarDays>(Day.Of(2020, 9, 1), new(1))));

    private static readonly Fact<ReportingGroup> GroupFact = Fact.Choice(
        "group",
        new("wie zich meldt", "who reports"),
        ImmutableArray.Create(
            ("applicant", ReportingGroup.Applicant), ("status-holder", ReportingGroup.StatusHolder), ("austere", ReportingGroup.Austere)));

    private static readonly Fact<Day> ReportedFact = Fact.Date("reported", new("de dag van de laatste melding", "the date of the last report"));

    /// <summary>The day of the next report (meldplicht).</summary>
    public static readonly NormComputation Computation = new(
        "reporting-duty", new("Meldplicht", "Duty to report"), [GroupFact, ReportedFact], Compute);

    /// <summary>The day of the next report.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="group">Who reports.</param>
    /// <param name="reported">The day of the last report; it governs.</param>
    /// <param name="trace">Receives norm, facts and steps.</param>
    /// <returns>That day.</returns>
    /// <exception cref="NotInForceException">The duty did not exist on that day.</exception>
    public static Day NextReport<TTrace>(Law law, ReportingGroup group, Day reported, ref TTrace trace)
        where TTrace : struct, ITrace => SimpleTerm.Standing(law, reported, Of(group), ref trace);

    private static Norm<CalendarDays> Of(ReportingGroup group) => group switch
    {
        ReportingGroup.Applicant => Applicants,
        ReportingGroup.StatusHolder => StatusHolders,
        ReportingGroup.Austere => Austere,
    };

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace) =>
        result.WriteString("next", NextReport(law, facts.Get(GroupFact), facts.Get(ReportedFact), ref trace).ToString());
}
