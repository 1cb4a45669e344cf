using System.Text.Json;

namespace Schakel.Norms.Steering;

/// <summary>A state's fair share of the yearly solidarity pool (solidariteitspool), Regulation 2024/1351 12 and 57–66.</summary>
/// <remarks>The pool is at least this large; a state chooses its form: taking over applicants, money, or other support. The key is <see cref="EuropeanKey"/>'s.</remarks>
public static class Solidarity
{
    /// <summary>Relocations in a year, at least (herplaatsingen).</summary>
    public static readonly Norm<Persons> Relocations = new(
        "solidarity.relocations", new("Herplaatsingen in de jaarlijkse pool, ten minste", "Relocations in the yearly pool, at least"), "B-SOL-1", In, NormStatus.Seed, Version(new Persons(30_000)));

    /// <summary>Money in a year, at least (financiële bijdragen).</summary>
    public static readonly Norm<Euro> Contributions = new(
        "solidarity.contributions", new("Bijdragen aan de jaarlijkse pool, ten minste", "Contributions to the yearly pool, at least"), "B-SOL-1", In, NormStatus.Seed, Version(new Euro(600_000_000)));

    /// <summary>What one relocation counts for in money (bedrag per persoon).</summary>
    public static readonly Norm<Euro> PerPerson = new(
        "solidarity.per-person", new("Bijdrage per niet overgenomen persoon", "Contribution for each person not relocated"), "B-SOL-1", In, NormStatus.Seed, Version(new Euro(20_000)));

    private static readonly Fact<Day> OnFact = Fact.Date("on", new("de dag waarover het gaat", "the date asked about"));
    private static readonly Fact<decimal> KeyFact = Fact.Number("key", new("het aandeel van de lidstaat in de verdeelsleutel", "the state's share in the key"), 0, 1);
    private static readonly Fact<int> TakenFact = Fact.WholeNumber(
        "relocated", new("hoeveel personen de lidstaat overneemt", "how many persons the state takes over"), 0, 1_000_000, required: false);

    /// <summary>A state's share in persons and in money, and what remains to pay (eerlijk aandeel).</summary>
    public static readonly NormComputation Computation = new(
        "solidarity", new("Aandeel in de solidariteitspool", "Share of the solidarity pool"), [OnFact, KeyFact, TakenFact], Compute);

    private static Citation In => new(Acts.MigrationManagementRegulation, "12, 57-66", "Stated in the report; its first day from general knowledge (dossier B-DATE-2).");

    /// <summary>Persons that fall to a state, rounded half up.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="on">The day asked about; it governs.</param>
    /// <param name="key">The state's share, 0 to 1.</param>
    /// <param name="trace">Receives the norm.</param>
    /// <returns>Persons.</returns>
    /// <exception cref="NotInForceException">The regulation does not apply on that day, or is not known.</exception>
    public static int PersonsOf<TTrace>(Law law, Day on, decimal key, ref TTrace trace)
        where TTrace : struct, ITrace => (int)Math.Round(key * law.On(on, Relocations, ref trace).Count, MidpointRounding.AwayFromZero);

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        var (on, key, taken) = (facts.Get(OnFact), facts.Get(KeyFact), facts.Find(TakenFact) ?? 0);
        var persons = PersonsOf(law, on, key, ref trace);
        var euro = Math.Round(key * law.On(on, Contributions, ref trace).Amount, 2, MidpointRounding.AwayFromZero);
        var instead = Math.Max(0, persons - taken) * law.On(on, PerPerson, ref trace).Amount;
        trace.Fact(OnFact.Name, on.ToString());
        trace.Fact(KeyFact.Name, key.ToString(System.Globalization.CultureInfo.InvariantCulture));
        trace.Fact(TakenFact.Name, taken.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var (words, money) = (new Persons(persons).InWords, new Euro(instead).InWords);
        trace.Say(new(
            $"Op de lidstaat vallen ten minste {words.Dutch}; wie niet wordt overgenomen kost samen {money.Dutch}.",
            $"At least {words.English} fall to the state; those not relocated cost {money.English} together."));
        result.WriteNumber("persons", persons);
        result.WriteNumber("euro", euro);
        result.WriteNumber("euroInstead", instead);
    }

    private static NormVersion<T> Version<T>(T value)
        where T : INormValue<T> => PactTerm.Version(PactTerm.ManagementApplies, value);
}
