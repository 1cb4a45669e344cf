namespace Schakel.Norms.Housing;

/// <content>The parameters of the dispersal act.</content>
public static partial class DispersalAct
{
    private const string Act = "Wet gemeentelijke taak mogelijk maken asielopvangvoorzieningen";

    /// <summary>Whether the act applies (geldt de spreidingswet); before it, only voluntary agreements.</summary>
    public static readonly Norm<Switch> Applies = new(
        "dispersal-act.applies",
        new("Spreidingswet", "Dispersal act"),
        "SPR-1",
        new(Acts.None, Act),
        NormStatus.Verified,
        new(Day.Of(2015, 1, 1), new(false)) { EndKnownOn = Announced },
        new(InForce, new(true)) { KnownOn = Announced });

    /// <summary>Length of a cycle (cyclus).</summary>
    public static readonly Norm<Years> CycleLength = Declared<Years>("cycle", new("Cyclus van de spreidingswet", "Cycle of the dispersal act"), "SPR-1", "2", new(2));

    /// <summary>Places needed in the country (capaciteitsraming).</summary>
    public static readonly Norm<Persons> CapacityEstimate = new(
        "dispersal-act.capacity-estimate",
        new("Capaciteitsraming", "Capacity estimate"),
        "SPR-3",
        new(Acts.None, Act + " 2", "Staatscourant, January 2024; taken as known on the starting day of the baseline. Existing places are included."),
        NormStatus.Unverified,
        new NormVersion<Persons>(InForce, new(96_000)) { KnownOn = Day.Of(2024, 1, 10), Until = Day.Of(2026, 1, 31) });

    /// <summary>Share of places for unaccompanied minors (amv-plaatsen).</summary>
    public static readonly Norm<Share> MinorsShare = Declared<Share>(
        "minors-share", new("Aandeel plaatsen voor alleenstaande minderjarigen", "Share of places for unaccompanied minors"), "SPR-3", "2", new(0.085m));

    /// <summary>How much the socio-economic score weighs (weging SES-WOA) in the indicative distribution.</summary>
    /// <remarks>An assumption, 0.8 to 1.2: about 1 brings the published numbers of the large cities near; the formula itself was not found.</remarks>
    public static readonly Norm<Factor> ScoreWeight = Declared<Factor>(
        "score-weight", new("Weging van de sociaal-economische score", "Weight of the socio-economic score"), "SPR-5", "3", new(1m));

    /// <summary>Months from the start to the provinces' reports (verslag commissaris).</summary>
    public static readonly Norm<Months> ReportWithin = Declared<Months>(
        "report-within", new("Verslag van de provincies, uiterlijk 1 november", "Reports of the provinces, by 1 November"), "SPR-8", "4", new(9));

    /// <summary>Months from the start to the distribution decision (verdeelbesluit).</summary>
    public static readonly Norm<Months> DecisionWithin = Declared<Months>(
        "decision-within", new("Verdeelbesluit, uiterlijk 31 december", "Distribution decision, by 31 December"), "SPR-9", "5", new(11));

    /// <summary>Months from the decision to the places (realisatie).</summary>
    public static readonly Norm<Months> RealisedWithin = Declared<Months>(
        "realised-within", new("Plaatsen beschikbaar na het verdeelbesluit", "Places available after the distribution decision"), "SPR-10", "6", new(6));

    /// <summary>Smallest site that counts (kleinste locatie); several small ones may be taken together.</summary>
    public static readonly Norm<Persons> SmallestSite = Declared<Persons>(
        "smallest-site", new("Kleinste aantal plaatsen dat meetelt", "Smallest number of places that counts"), "SPR-6", "4", new(100));

    /// <summary>How soon places must be there to count (beschikbaar binnen).</summary>
    public static readonly Norm<Months> AvailableWithin = Declared<Months>(
        "available-within", new("Plaatsen tellen mee als zij beschikbaar zijn binnen", "Places count when available within"), "SPR-6", "4", new(12));

    /// <summary>How long a durable place is available (duurzame opvangplaats).</summary>
    public static readonly Norm<Years> DurableYears = Declared<Years>(
        "durable-years", new("Duurzame opvangplaats, ten minste", "Durable place, at least"), "SPR-7", "Besluit 1.1", new(5));

    /// <summary>Grant per durable place in the first round (specifieke uitkering): as drafted.</summary>
    public static readonly Norm<Euro> FirstGrant = Declared<Euro>(
        "first-grant", new("Uitkering per duurzame plaats, eerste ronde", "Grant per durable place, first round"), "SPR-12", "9, draft of May 2023", new(2_500m));

    /// <summary>Grant per durable place in the second round: as drafted.</summary>
    public static readonly Norm<Euro> SecondGrant = Declared<Euro>(
        "second-grant", new("Uitkering per duurzame plaats, tweede ronde", "Grant per durable place, second round"), "SPR-12", "9, draft of May 2023", new(1_500m));

    private static Day InForce => Day.Of(2024, 2, 1);

    private static Day Announced => Day.Of(2023, 10, 10);

    private static Norm<T> Declared<T>(string name, Text title, string dossier, string article, T value)
        where T : INormValue<T> => new(
        "dispersal-act." + name,
        title,
        dossier,
        new(Acts.None, $"{Act} {article}", "Staatsblad 2024, 13, and Staatscourant 2024, 3349, as reported."),
        NormStatus.Unverified,
        new NormVersion<T>(InForce, value) { KnownOn = Announced });
}
