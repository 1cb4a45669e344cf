using System.Text.Json;

namespace Schakel.Norms.Procedure;

/// <summary>How long a state stays responsible for who entered irregularly through it (illegale binnenkomst), Regulation 2024/1351 33.</summary>
/// <remarks>From general knowledge (dossier B-DUB-8). Whether someone entered there is for people to establish, and is a fact here.</remarks>
public static class AmmrEntry
{
    private const string Id = "ammr-entry";

    /// <summary>After an irregular crossing of the border.</summary>
    public static readonly Norm<Months> Irregular = InMonths(
        "irregular", new("Verantwoordelijkheid na illegale binnenkomst", "Responsibility after irregular entry"), 20);

    /// <summary>After disembarkation from a rescue at sea.</summary>
    public static readonly Norm<Months> SeaRescue = InMonths(
        "sea-rescue", new("Verantwoordelijkheid na redding op zee", "Responsibility after rescue at sea"), 12);

    private static readonly Fact<Day> EnteredFact = Fact.Date("entered", new("de dag van binnenkomst of ontscheping", "the date of entry or disembarkation"));
    private static readonly Fact<Day> RegisteredFact = Fact.Date("registered", new("de dag van registratie van de aanvraag", "the date the application was registered"));
    private static readonly Fact<bool> RescueFact = Fact.YesOrNo(
        "seaRescue", new("of de persoon na een redding op zee aan land kwam", "whether the person landed after a rescue at sea"), required: false);

    /// <summary>Last day of the responsibility, and whether the application was in time for it (illegale binnenkomst).</summary>
    public static readonly NormComputation Computation = new(
        Id,
        new("Verantwoordelijkheid wegens illegale binnenkomst onder het Pact", "Responsibility for irregular entry under the Pact"),
        [EnteredFact, RegisteredFact, RescueFact],
        Compute);

    /// <summary>Last day, inclusive, on which an application makes the state of entry responsible, a working day.</summary>
    /// <remarks>Entered on 6 January 2026, registered on 6 July 2026: 6 September 2027 is a Monday; after a rescue 6 January 2027.</remarks>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="entered">The day of entry or disembarkation, not counted.</param>
    /// <param name="registered">The day the application was registered; it governs.</param>
    /// <param name="seaRescue">Whether it was after a rescue at sea.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">The regulation does not apply on the day of registration, or is not known.</exception>
    /// <exception cref="FactException">The application was registered before the entry.</exception>
    public static Day LastDay<TTrace>(Law law, Day entered, Day registered, bool seaRescue, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (registered < entered)
        {
            throw new FactException(Id, RegisteredFact.Name, $"is {registered}, before the entry on {entered}; give that day or a later one");
        }

        var last = PactTerm.LastDay(law, registered, entered, seaRescue ? SeaRescue : Irregular, ref trace);
        if (TTrace.Records)
        {
            trace.Fact(EnteredFact.Name, entered.ToString());
            trace.Fact(RegisteredFact.Name, registered.ToString());
            trace.Fact(RescueFact.Name, seaRescue ? "true" : "false");
            var by = Text.Of(last);
            trace.Say(registered <= last
                ? new(
                    $"De staat van binnenkomst is verantwoordelijk: de aanvraag is uiterlijk op {by.Dutch} geregistreerd.",
                    $"The state of entry is responsible: the application was registered by {by.English}.")
                : new(
                    $"De staat van binnenkomst is op deze grond niet meer verantwoordelijk: dat eindigde op {by.Dutch}.",
                    $"The state of entry is no longer responsible on this ground: that ended on {by.English}."));
        }

        return last;
    }

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        var registered = facts.Get(RegisteredFact);
        var last = LastDay(law, facts.Get(EnteredFact), registered, facts.Find(RescueFact) ?? false, ref trace);
        result.WriteString("lastDay", last.ToString());
        result.WriteBoolean("responsible", registered <= last);
    }

    private static Norm<Months> InMonths(string part, Text title, int months) => new(
        $"{Id}.{part}",
        title,
        "B-DUB-8",
        new(Acts.MigrationManagementRegulation, "33", "From general knowledge."),
        NormStatus.Unverified,
        PactTerm.Version(PactTerm.ManagementApplies, new Months(months)));
}
