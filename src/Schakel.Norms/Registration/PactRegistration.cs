using System.Text.Json;

namespace Schakel.Norms.Registration;

/// <summary>Screening, registration and lodging under the Pact (screening, registratie en indiening), Regulations 2024/1356 and 2024/1348.</summary>
/// <remarks>All from general knowledge, and marked so.</remarks>
public static class PactRegistration
{
    private const string ScreeningRegulation = "32024R1356";

    /// <summary>To screen at the external border (screening aan de buitengrens).</summary>
    public static readonly Norm<CalendarDays> ScreeningAtBorder = InDays(
        "screening-border", new("Screening aan de buitengrens", "Screening at the external border"), "B-SCR-1", ScreeningRegulation, "8", 7);

    /// <summary>To screen who is found within the territory (screening op het grondgebied).</summary>
    public static readonly Norm<CalendarDays> ScreeningInside = InDays(
        "screening-inside", new("Screening op het grondgebied", "Screening within the territory"), "B-SCR-1", ScreeningRegulation, "8", 3);

    /// <summary>To register, from the wish for asylum.</summary>
    public static readonly Norm<CalendarDays> Registration = InDays(
        "registration", new("Registratie onder het Pact", "Registration under the Pact"), "B-REG-1", Acts.ProceduresRegulation, "27", 5);

    /// <summary>To register under high numbers.</summary>
    public static readonly Norm<CalendarDays> RegistrationManyApplications = InDays(
        "registration-many", new("Registratie onder het Pact bij grote aantallen", "Registration under the Pact with high numbers"), "B-REG-1", Acts.ProceduresRegulation, "27", 15);

    /// <summary>To lodge, from registration.</summary>
    public static readonly Norm<CalendarDays> Lodging = InDays(
        "lodging", new("Indiening onder het Pact", "Lodging under the Pact"), "B-REG-2", Acts.ProceduresRegulation, "28", 21);

    /// <summary>To lodge under high numbers.</summary>
    public static readonly Norm<Months> LodgingManyApplications = new(
        "pact.lodging-many",
        new("Indiening onder het Pact bij grote aantallen", "Lodging under the Pact with high numbers"),
        "B-REG-2",
        new(Acts.ProceduresRegulation, "28"),
        NormStatus.Unverified,
        PactTerm.Version(PactTerm.ProceduresApply, new Months(2)));

    private static readonly Fact<Day> MadeFact = Fact.Date(
        "made", new("de dag waarop de asielwens is geuit of de persoon is aangetroffen", "the date the wish for asylum was expressed, or the person found"));
    private static readonly Fact<Day> RegisteredFact = Fact.Date(
        "registered", new("de dag van registratie; zonder deze de laatste dag daarvoor", "the date of registration; without it the last day for it"), required: false);
    private static readonly Fact<bool> BorderFact = Fact.YesOrNo(
        "atBorder", new("of het aan de buitengrens is", "whether it is at the external border"), required: false);
    private static readonly Fact<bool> ManyFact = Fact.YesOrNo("manyApplications", new("of het er zeer veel zijn", "whether there are very many"), required: false);

    /// <summary>Last days to screen, to register and to lodge (screening, registratie, indiening).</summary>
    public static readonly NormComputation Computation = new(
        "pact-registration",
        new("Screening, registratie en indiening onder het Pact", "Screening, registration and lodging under the Pact"),
        [MadeFact, RegisteredFact, BorderFact, ManyFact],
        Compute);

    /// <summary>Last day, inclusive, to screen; people are held meanwhile, so no day moves.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="made">The day of the wish or the finding; it governs.</param>
    /// <param name="atBorder">At the external border, and not within the territory.</param>
    /// <param name="trace">Receives norms and steps.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The regulation does not apply on that day, or is not known.</exception>
    public static Day ScreenBy<TTrace>(Law law, Day made, bool atBorder, ref TTrace trace)
        where TTrace : struct, ITrace => SimpleTerm.Standing(law, made, atBorder ? ScreeningAtBorder : ScreeningInside, ref trace);

    /// <summary>Last day, inclusive, to register, a working day.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="made">The day of the wish; it governs.</param>
    /// <param name="manyApplications">Whether there are very many.</param>
    /// <param name="trace">Receives norms and steps.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The regulation does not apply on that day, or is not known.</exception>
    public static Day RegisterBy<TTrace>(Law law, Day made, bool manyApplications, ref TTrace trace)
        where TTrace : struct, ITrace => PactTerm.LastDay(law, made, made, manyApplications ? RegistrationManyApplications : Registration, ref trace);

    /// <summary>Last day, inclusive, to lodge, a working day.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="registered">The day of registration; it governs.</param>
    /// <param name="manyApplications">Whether there are very many.</param>
    /// <param name="trace">Receives norms and steps.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The regulation does not apply on that day, or is not known.</exception>
    public static Day LodgeBy<TTrace>(Law law, Day registered, bool manyApplications, ref TTrace trace)
        where TTrace : struct, ITrace => manyApplications
        ? PactTerm.LastDay(law, registered, registered, LodgingManyApplications, ref trace)
        : PactTerm.LastDay(law, registered, registered, Lodging, ref trace);

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        var (made, border, many) = (facts.Get(MadeFact), facts.Find(BorderFact) ?? false, facts.Find(ManyFact) ?? false);
        var screen = ScreenBy(law, made, border, ref trace);
        var register = RegisterBy(law, made, many, ref trace);
        var registered = facts.Find(RegisteredFact) ?? register;
        if (registered < made)
        {
            throw new FactException("pact-registration", RegisteredFact.Name, $"is {registered}, before the wish on {made}; give that day or a later one");
        }

        var lodge = LodgeBy(law, registered, many, ref trace);
        trace.Fact(MadeFact.Name, made.ToString());
        trace.Fact(RegisteredFact.Name, registered.ToString());
        trace.Fact(BorderFact.Name, border ? "true" : "false");
        trace.Fact(ManyFact.Name, many ? "true" : "false");
        var (first, second, third) = (Text.Of(screen), Text.Of(register), Text.Of(lodge));
        trace.Say(new(
            $"Screening uiterlijk op {first.Dutch}, registratie uiterlijk op {second.Dutch}, indiening uiterlijk op {third.Dutch}.",
            $"Screening by {first.English}, registration by {second.English}, lodging by {third.English}."));
        result.WriteString("screenBy", screen.ToString());
        result.WriteString("registerBy", register.ToString());
        result.WriteString("lodgeBy", lodge.ToString());
    }

    private static Norm<CalendarDays> InDays(string part, Text title, string dossier, string act, string article, int days) => new(
        $"pact.{part}", title, dossier, new(act, article), NormStatus.Unverified, PactTerm.Version(PactTerm.ProceduresApply, new CalendarDays(days)));
}
