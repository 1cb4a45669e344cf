namespace Schakel.Norms.Procedure;

/// <summary>What exempts from detention at the border (feiten voor grensdetentie).</summary>
/// <param name="On">The day asked about; it governs.</param>
public readonly record struct BorderDetentionFacts(Day On)
{
    /// <summary>An unaccompanied minor (amv).</summary>
    public bool UnaccompaniedMinor { get; init; }

    /// <summary>A family with minors (gezin met minderjarigen).</summary>
    public bool MinorsInFamily { get; init; }

    /// <summary>Something speaks against letting the family in: a criminal record, a doubtful family tie, signs of trafficking.</summary>
    public bool ContraIndications { get; init; }

    /// <summary>Detention would weigh disproportionately on this person (onevenredig bezwarend).</summary>
    public bool Disproportionate { get; init; }
}

/// <content>Who may be detained at the border: a minimum that the law sets, never an instruction to detain.</content>
public static partial class BorderProcedure
{
    /// <summary>Whether unaccompanied minors are exempt from border detention.</summary>
    public static readonly Norm<Switch> MinorsExempt = new(
        "border-procedure.minors-exempt",
        new("Alleenstaande minderjarigen vrijgesteld van grensdetentie", "Unaccompanied minors exempt from border detention"),
        "BRD-3",
        new(Acts.AliensDecree, "3.109b(7)"),
        NormStatus.Verified,
        new NormVersion<Switch>(Day.Of(2015, 7, 20), new(true)),
        PactTransition.Unsure(
            PactTerm.ProceduresApply,
            new Switch(true),
            new(Acts.ProceduresRegulation, "53", "Only on grounds of security in the border procedure (dossier B-BRD-2); the exemption stands for all others.")));

    /// <summary>Whether families with minors are exempt from border detention, unless something speaks against it.</summary>
    public static readonly Norm<Switch> FamiliesExempt = new(
        "border-procedure.families-exempt",
        new("Gezinnen met minderjarigen vrijgesteld van grensdetentie", "Families with minors exempt from border detention"),
        "BRD-3",
        new(Acts.SupervisionGuidelines, "A1/7.3, A5/3.2", "Policy."),
        NormStatus.Verified,
        new NormVersion<Switch>(Day.Of(2015, 7, 20), new(true)),
        PactTransition.Unsure(
            PactTerm.ProceduresApply,
            new Switch(true),
            new(Acts.SupervisionGuidelines, "A1/7.3, A5/3.2", "Policy; the Pact itself does not exempt families (dossier B-BRD-2).")));

    private static readonly Rule Disproportion = new(
        "border-procedure.disproportionate",
        new("Geen grensdetentie die onevenredig bezwarend is", "No border detention that weighs disproportionately"),
        new(Acts.AliensDecree, "5.1a(3)"));

    private static readonly Fact<Day> OnFact = Fact.Date("on", new("de dag waarover het gaat", "the date asked about"));
    private static readonly Fact<bool> MinorFact = Optional("unaccompaniedMinor", "het een alleenstaande minderjarige is", "it is an unaccompanied minor");
    private static readonly Fact<bool> FamilyFact = Optional("minorsInFamily", "het gezin minderjarigen telt", "minors are in the family");

    private static readonly Fact<bool> ContraFact = Optional(
        "contraIndications", "iets zich tegen toelating van het gezin verzet", "something speaks against letting the family in");

    private static readonly Fact<bool> DisproportionateFact = Optional(
        "disproportionate", "detentie onevenredig bezwarend zou zijn", "detention would weigh disproportionately");

    /// <summary>Whether border detention is allowed at all (grensdetentie).</summary>
    public static readonly NormComputation DetentionComputation = new(
        "border-detention",
        new("Mag grensdetentie", "Whether border detention is allowed"),
        [OnFact, MinorFact, FamilyFact, ContraFact, DisproportionateFact],
        static (law, facts, result, ref trace) => result.WriteBoolean("mayBeDetained", MayBeDetained(
            law,
            new BorderDetentionFacts(facts.Get(OnFact))
            {
                UnaccompaniedMinor = facts.Find(MinorFact) ?? false,
                MinorsInFamily = facts.Find(FamilyFact) ?? false,
                ContraIndications = facts.Find(ContraFact) ?? false,
                Disproportionate = facts.Find(DisproportionateFact) ?? false,
            },
            ref trace)));

    /// <summary>Does the law allow detention at the border? Never for unaccompanied minors, as a rule not for families.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="facts">What exempts.</param>
    /// <param name="trace">Receives norms, facts and sentences.</param>
    /// <returns>Whether it is allowed; that it must happen does not follow.</returns>
    /// <exception cref="NotInForceException">The exemptions are not in force on that day.</exception>
    public static bool MayBeDetained<TTrace>(Law law, in BorderDetentionFacts facts, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var minor = facts.UnaccompaniedMinor && law.On(facts.On, MinorsExempt, ref trace).On;
        var family = facts.MinorsInFamily && !facts.ContraIndications && law.On(facts.On, FamiliesExempt, ref trace).On;
        var allowed = !(minor || family || facts.Disproportionate);
        if (TTrace.Records)
        {
            Tell(facts, allowed, ref trace);
        }

        return allowed;
    }

    private static void Tell<TTrace>(in BorderDetentionFacts facts, bool allowed, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (facts.Disproportionate)
        {
            trace.Apply(Disproportion);
        }

        trace.Fact(OnFact.Name, facts.On.ToString());
        trace.Fact(MinorFact.Name, facts.UnaccompaniedMinor ? "true" : "false");
        trace.Fact(FamilyFact.Name, facts.MinorsInFamily ? "true" : "false");
        trace.Fact(ContraFact.Name, facts.ContraIndications ? "true" : "false");
        trace.Fact(DisproportionateFact.Name, facts.Disproportionate ? "true" : "false");
        trace.Say(allowed
            ? new(
                "Grensdetentie is niet uitgesloten; of zij nodig is, beslist een mens.",
                "Border detention is not ruled out; whether it is needed, a person decides.")
            : new("Grensdetentie is uitgesloten.", "Border detention is ruled out."));
    }

    private static Fact<bool> Optional(string name, string dutch, string english) =>
        Fact.YesOrNo(name, new("of " + dutch, "whether " + english), required: false);
}
