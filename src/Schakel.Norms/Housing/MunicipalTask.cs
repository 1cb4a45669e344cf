using System.Globalization;
using System.Text.Json;

namespace Schakel.Norms.Housing;

/// <summary>Municipal housing task (taakstelling huisvesting): how many status holders a municipality houses in a half-year.</summary>
/// <remarks>
/// Each municipality rounds up, so that all tasks together may pass the national number; that surplus belongs to the law and is not corrected
/// (dossier TAK-6).
/// </remarks>
public static class MunicipalTask
{
    private const string Id = "municipal-task";
    private const int MostPersons = 20_000_000;

    /// <summary>National number of a half-year (landelijke taakstelling), in force while the half-year runs.</summary>
    /// <remarks>Later half-years are estimated by the rehearsal; none falls back on an earlier number.</remarks>
    public static readonly Norm<Persons> National = new(
        "municipal-task.national",
        new("Landelijke taakstelling van het halfjaar", "National housing task of the half-year"),
        "TAK-7",
        new(Acts.HousingAct, "29(1)(a)", "Published in the Staatscourant; the numbers were not checked there."),
        NormStatus.Unverified,
        new(Day.Of(2023, 7, 1), new(27_300)) { KnownOn = Day.Of(2023, 4, 1) },
        new(Day.Of(2024, 1, 1), new(18_750)) { KnownOn = Day.Of(2023, 10, 2), Until = Day.Of(2024, 6, 30) });

    /// <summary>Shortest time between the publication of the number and the half-year (bekendmaking).</summary>
    public static readonly Norm<Weeks> Notice = new(
        "municipal-task.notice",
        new("Bekendmaking vóór het halfjaar", "Publication before the half-year"),
        "TAK-3",
        new(Acts.HousingAct, "29(1)(a)"),
        NormStatus.Verified,
        new NormVersion<Weeks>(Day.Of(2015, 1, 1), new(13)));

    private static readonly Rule Formula = new(
        "municipal-task.formula",
        new("Landelijk aantal maal inwoners van de gemeente, gedeeld door inwoners van het land, naar boven afgerond",
            "National number times inhabitants of the municipality, over inhabitants of the country, rounded up"),
        new(Acts.HousingAct, "29(1)"));

    private static readonly Rule CountingDay = new(
        "municipal-task.counting-day",
        new("Inwoners op 1 januari van het jaar vóór het jaar van het halfjaar", "Inhabitants on 1 January of the year before that of the half-year"),
        new(Acts.HousingAct, "29(1)"));

    private static readonly Fact<int> NationalFact = Fact.WholeNumber(
        "national", new("het landelijke aantal van het halfjaar", "the national number of the half-year"), 0, MostPersons);

    private static readonly Fact<int> MunicipalFact = Fact.WholeNumber(
        "municipalPopulation", new("het aantal inwoners van de gemeente", "the number of inhabitants of the municipality"), 0, MostPersons);

    private static readonly Fact<int> CountryFact = Fact.WholeNumber(
        "nationalPopulation", new("het aantal inwoners van het land", "the number of inhabitants of the country"), 1, MostPersons);

    /// <summary>Persons that a municipality houses in a half-year (taakstelling).</summary>
    public static readonly NormComputation Computation = new(
        Id, new("Taakstelling van een gemeente", "Housing task of a municipality"), [NationalFact, MunicipalFact, CountryFact], Compute);

    private static readonly Fact<Day> HalfYearFact = Fact.Date("firstDay", new("de eerste dag van het halfjaar", "the first day of the half-year"));

    /// <summary>National number, publication and counting day of a half-year (landelijke taakstelling).</summary>
    public static readonly NormComputation HalfYearComputation = new(
        "municipal-task-half-year", new("Landelijke taakstelling van een halfjaar", "National housing task of a half-year"), [HalfYearFact], ComputeHalfYear);

    /// <summary>The task: national number times the municipality's share of the inhabitants, rounded up.</summary>
    /// <remarks>18,750 × 72,000 / 17,811,291 = 75.79…: 76 persons.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law; the formula stands in the act itself and has no parameter.</param>
    /// <param name="national">National number of the half-year, 0 or more.</param>
    /// <param name="municipalPopulation">Inhabitants of the municipality on the counting day; at most those of the country.</param>
    /// <param name="nationalPopulation">Inhabitants of the country on the counting day; at least 1.</param>
    /// <param name="trace">Receives rule, facts and sentence.</param>
    /// <returns>Persons.</returns>
    /// <exception cref="FactException">A number is negative, or the municipality has more inhabitants than the country.</exception>
    public static int Persons<TTrace>(Law law, int national, int municipalPopulation, int nationalPopulation, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        ArgumentNullException.ThrowIfNull(law);
        Check("national", national, 0, MostPersons);
        Check("nationalPopulation", nationalPopulation, 1, MostPersons);
        Check("municipalPopulation", municipalPopulation, 0, nationalPopulation);
        var product = (long)national * municipalPopulation;
        var persons = (int)((product + nationalPopulation - 1) / nationalPopulation);
        if (TTrace.Records)
        {
            trace.Apply(Formula);
            trace.Fact("national", Number(national));
            trace.Fact("municipalPopulation", Number(municipalPopulation));
            trace.Fact("nationalPopulation", Number(nationalPopulation));
            trace.Say(new(
                $"Van {Number(national)} personen in het land huisvest de gemeente met {Number(municipalPopulation)} van {Number(nationalPopulation)} inwoners er {Number(persons)}.",
                $"Of {Number(national)} persons in the country the municipality with {Number(municipalPopulation)} of {Number(nationalPopulation)} inhabitants houses {Number(persons)}."));
        }

        return persons;
    }

    /// <summary>The day on which inhabitants are counted for a half-year (peildatum).</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="halfYear">Any day of the half-year.</param>
    /// <param name="trace">Receives the rule and the step.</param>
    /// <returns>1 January of the year before.</returns>
    public static Day CountedOn<TTrace>(Day halfYear, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var counted = Day.Of(halfYear.Year - 1, 1, 1);
        if (TTrace.Records)
        {
            var on = Text.Of(counted);
            trace.Apply(CountingDay);
            trace.Step(TermStepKind.Derived, counted, new($"Inwoners op {on.Dutch}.", $"Inhabitants on {on.English}."));
        }

        return counted;
    }

    /// <summary>Last day to publish the national number of a half-year (uiterste bekendmaking).</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="firstDay">First day of the half-year; it governs.</param>
    /// <param name="trace">Receives the norm.</param>
    /// <returns>The last day; counted backwards, so that no holiday moves it (ATW 1).</returns>
    /// <exception cref="NotInForceException">The act is not in force on that day.</exception>
    public static Day PublishedBy<TTrace>(Law law, Day firstDay, ref TTrace trace)
        where TTrace : struct, ITrace => firstDay.PlusWeeks(-law.On(firstDay, Notice, ref trace).Count);

    private static void Check(string fact, int value, int minimum, int maximum)
    {
        if (value < minimum || value > maximum)
        {
            throw new FactException(Id, fact, $"is {Number(value)}; give a whole number from {Number(minimum)} to {Number(maximum)}");
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace) =>
        result.WriteNumber("persons", Persons(law, facts.Get(NationalFact), facts.Get(MunicipalFact), facts.Get(CountryFact), ref trace));

    private static void ComputeHalfYear(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        var first = facts.Get(HalfYearFact);
        result.WriteNumber("national", law.On(first, National, ref trace).Count);
        result.WriteString("publishedBy", PublishedBy(law, first, ref trace).ToString());
        result.WriteString("countedOn", CountedOn(first, ref trace).ToString());
    }
}
