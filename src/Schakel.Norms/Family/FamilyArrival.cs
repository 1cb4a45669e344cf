using System.Text.Json;

namespace Schakel.Norms.Family;

/// <summary>From the visa to the permit of a family member (mvv, inreis en vergunning).</summary>
public static class FamilyArrival
{
    /// <summary>Time to collect the entry visa after the grant (afhalen mvv).</summary>
    public static readonly Norm<Months> Collection = new(
        "family-arrival.collection",
        new("Afhalen van de machtiging tot voorlopig verblijf", "Collecting the entry visa"),
        "NAR-4",
        new(Acts.AliensAct, "2w"),
        NormStatus.Unverified,
        new NormVersion<Months>(Day.Of(2013, 6, 1), new(3)));

    /// <summary>Validity of the entry visa (geldigheid mvv).</summary>
    public static readonly Norm<CalendarDays> Validity = new(
        "family-arrival.validity",
        new("Geldigheid van de machtiging tot voorlopig verblijf", "Validity of the entry visa"),
        "NAR-4",
        new(Acts.AliensAct, "2w"),
        NormStatus.Unverified,
        new NormVersion<CalendarDays>(Day.Of(2013, 6, 1), new(90)));

    /// <summary>Time to report after arrival (melden).</summary>
    public static readonly Norm<CalendarDays> Reporting = new(
        "family-arrival.reporting",
        new("Melden na aankomst", "Reporting after arrival"),
        "NAR-5",
        new(Acts.AsylumGuidelines, "C2/4.1"),
        NormStatus.Verified,
        new NormVersion<CalendarDays>(Day.Of(2013, 6, 1), new(3)));

    /// <summary>Time to give the permit after arrival (ambtshalve verlening).</summary>
    public static readonly Norm<Weeks> Permit = new(
        "family-arrival.permit",
        new("Ambtshalve vergunning na aankomst", "Permit given after arrival"),
        "NAR-5",
        new(Acts.AliensAct, "28(3)"),
        NormStatus.Verified,
        new NormVersion<Weeks>(Day.Of(2013, 6, 1), new(2)));

    private static readonly Fact<Day> GrantedFact = Fact.Date("visaGranted", new("de dag waarop de mvv is verleend", "the date the visa was granted"), required: false);
    private static readonly Fact<Day> CollectedFact = Fact.Date("collected", new("de dag waarop de mvv is afgehaald", "the date the visa was collected"), required: false);
    private static readonly Fact<Day> ArrivedFact = Fact.Date("arrived", new("de dag van aankomst", "the date of arrival"), required: false);

    /// <summary>Last days from the visa to the permit (mvv, inreis en vergunning); each fact gives its own.</summary>
    public static readonly NormComputation Computation = new(
        "family-arrival", new("Aankomst van het gezin", "Arrival of the family"), [GrantedFact, CollectedFact, ArrivedFact], Compute);

    /// <summary>Last day, inclusive, to collect the visa; it ends on a working day.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="granted">The day the visa was granted, not counted; it governs.</param>
    /// <param name="trace">Receives norms and steps.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">No term is in force on that day.</exception>
    public static Day CollectBy<TTrace>(Law law, Day granted, ref TTrace trace)
        where TTrace : struct, ITrace => SimpleTerm.Moving(law, granted, Collection, ref trace);

    /// <summary>Last day, inclusive, to enter with the visa; a validity, so that no weekend moves it.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="collected">The day the visa was collected, not counted; it governs.</param>
    /// <param name="trace">Receives norms and steps.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">No term is in force on that day.</exception>
    public static Day EnterBy<TTrace>(Law law, Day collected, ref TTrace trace)
        where TTrace : struct, ITrace => SimpleTerm.Standing(law, collected, Validity, ref trace);

    /// <summary>Last day, inclusive, to report after arrival; a term of policy, so that no weekend moves it.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="arrived">The day of arrival, not counted; it governs.</param>
    /// <param name="trace">Receives norms and steps.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">No term is in force on that day.</exception>
    public static Day ReportBy<TTrace>(Law law, Day arrived, ref TTrace trace)
        where TTrace : struct, ITrace => SimpleTerm.Standing(law, arrived, Reporting, ref trace);

    /// <summary>Last day, inclusive, to give the permit; it ends on a working day.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="arrived">The day of arrival, not counted; it governs.</param>
    /// <param name="trace">Receives norms and steps.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">No term is in force on that day.</exception>
    public static Day PermitBy<TTrace>(Law law, Day arrived, ref TTrace trace)
        where TTrace : struct, ITrace => SimpleTerm.Moving(law, arrived, Permit, ref trace);

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        if (facts.TryGet(GrantedFact, out var granted))
        {
            result.WriteString("collectBy", CollectBy(law, granted, ref trace).ToString());
        }

        if (facts.TryGet(CollectedFact, out var collected))
        {
            result.WriteString("enterBy", EnterBy(law, collected, ref trace).ToString());
        }

        if (facts.TryGet(ArrivedFact, out var arrived))
        {
            result.WriteString("reportBy", ReportBy(law, arrived, ref trace).ToString());
            result.WriteString("permitBy", PermitBy(law, arrived, ref trace).ToString());
        }
    }
}
