using System.Collections.Immutable;
using System.Text.Json;

namespace Schakel.Norms.Return;

/// <summary>Why an entry ban is given (grond van het inreisverbod); it decides how long at most.</summary>
public enum EntryBanGround
{
    /// <summary>The ordinary case: no time to leave was given, or it was not used.</summary>
    Ordinary,

    /// <summary>Stay of 3 to 90 days beyond what was allowed (overschrijding van de vrije termijn).</summary>
    ShortOverstay,

    /// <summary>Prison sentence of less than six months.</summary>
    ShortSentence,

    /// <summary>Prison sentence of six months or more, false papers, more than one return decision, or return despite a ban.</summary>
    LongSentence,

    /// <summary>Serious threat to public order (ernstige bedreiging).</summary>
    SeriousThreat,

    /// <summary>National security (nationale veiligheid).</summary>
    NationalSecurity,
}

/// <summary>Entry ban (inreisverbod), Vreemdelingenwet 2000 66a, Vreemdelingenbesluit 6.5a and 6.5b.</summary>
/// <remarks>It runs from the actual departure, in years, so that no weekend moves it. None with stay on medical grounds (art. 64).</remarks>
public static class EntryBan
{
    private const string Id = "entry-ban";

    /// <summary>Ordinary length (ten hoogste).</summary>
    public static readonly Norm<Years> Ordinary = Declared("entry-ban.ordinary", new("Inreisverbod", "Entry ban"), "6.5a(1)", 2);

    /// <summary>Length after a short overstay.</summary>
    public static readonly Norm<Years> ShortOverstay = Declared(
        "entry-ban.short-overstay", new("Inreisverbod na korte overschrijding", "Entry ban after a short overstay"), "6.5a(2)", 1);

    /// <summary>Length after a short prison sentence.</summary>
    public static readonly Norm<Years> ShortSentence = Declared(
        "entry-ban.short-sentence", new("Inreisverbod na korte gevangenisstraf", "Entry ban after a short prison sentence"), "6.5a(3)", 3);

    /// <summary>Length after a longer sentence, false papers or return despite a ban.</summary>
    public static readonly Norm<Years> LongSentence = Declared(
        "entry-ban.long-sentence",
        new("Inreisverbod na langere gevangenisstraf, valse papieren of terugkeer", "Entry ban after a longer prison sentence, false papers or return"),
        "6.5a(4)",
        5);

    /// <summary>Length for a serious threat to public order.</summary>
    public static readonly Norm<Years> SeriousThreat = Declared(
        "entry-ban.serious-threat", new("Inreisverbod bij ernstige bedreiging van de openbare orde", "Entry ban for a serious threat to public order"), "6.5a(5)", 10);

    /// <summary>Length for national security.</summary>
    public static readonly Norm<Years> NationalSecurity = Declared(
        "entry-ban.national-security", new("Inreisverbod bij gevaar voor de nationale veiligheid", "Entry ban for national security"), "6.5a(6)", 20);

    /// <summary>Share of the ban to be spent abroad, without offence, before it can be lifted (opheffing).</summary>
    public static readonly Norm<Share> BeforeLifting = new(
        "entry-ban.before-lifting",
        new("Deel van het inreisverbod vóór opheffing", "Share of the entry ban before it can be lifted"),
        "RET-6",
        new(Acts.AliensDecree, "6.5b"),
        NormStatus.Verified,
        new NormVersion<Share>(Day.Of(2011, 12, 31), new(0.5m)));

    private static readonly Fact<Day> DepartedFact = Fact.Date("departed", new("de dag van het werkelijke vertrek", "the date of actual departure"));

    private static readonly Fact<EntryBanGround> GroundFact = Fact.Choice(
        "ground",
        new("de grond van het inreisverbod", "the ground of the entry ban"),
        Enum.GetValues<EntryBanGround>().Select(ground => (NameOf(ground), ground)).ToImmutableArray());

    /// <summary>Last day of an entry ban, and the first on which it can be lifted (duur van het inreisverbod).</summary>
    public static readonly NormComputation Computation = new(
        Id, new("Duur van het inreisverbod", "Length of the entry ban"), [DepartedFact, GroundFact], Compute);

    /// <summary>Last day, inclusive, of the longest ban.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="departed">The day of actual departure, not counted; it governs.</param>
    /// <param name="ground">Why.</param>
    /// <param name="trace">Receives norms, facts, steps and sentences.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="NotInForceException">No entry ban is in force on that day.</exception>
    public static Day LastDay<TTrace>(Law law, Day departed, EntryBanGround ground, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var norm = Of(ground);
        var years = law.On(departed, norm, ref trace);
        var last = departed.PlusYears(years.Count);
        if (TTrace.Records)
        {
            var (from, to) = (Text.Of(departed), Text.Of(last));
            trace.Fact("departed", departed.ToString());
            trace.Fact("ground", NameOf(ground));
            trace.Step(TermStepKind.Ran, last, new(
                $"{norm.Title.Dutch}: {years.InWords.Dutch}, tot en met {to.Dutch}.", $"{norm.Title.English}: {years.InWords.English}, through {to.English}."));
            trace.Say(new(
                $"Het inreisverbod loopt vanaf het vertrek op {from.Dutch} ten hoogste tot en met {to.Dutch}.",
                $"The entry ban runs from the departure on {from.English} through {to.English} at most."));
        }

        return last;
    }

    /// <summary>First day on which the ban can be lifted.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="departed">The day of actual departure; it governs.</param>
    /// <param name="ground">Why the ban was given.</param>
    /// <param name="trace">Receives the norms and the step.</param>
    /// <returns>The day; parts of a month are waited out in full.</returns>
    /// <exception cref="NotInForceException">No entry ban is in force on that day.</exception>
    public static Day LiftableFrom<TTrace>(Law law, Day departed, EntryBanGround ground, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var months = 12 * law.On(departed, Of(ground), ref trace).Count;
        var share = law.On(departed, BeforeLifting, ref trace);
        var day = departed.PlusMonths((int)decimal.Ceiling(months * share.Fraction));
        if (TTrace.Records)
        {
            var from = Text.Of(day);
            trace.Step(TermStepKind.Derived, day, new(
                $"{BeforeLifting.Title.Dutch}: {share.InWords.Dutch}; opheffing kan vanaf {from.Dutch}.",
                $"{BeforeLifting.Title.English}: {share.InWords.English}; it can be lifted from {from.English}."));
        }

        return day;
    }

    private static Norm<Years> Of(EntryBanGround ground) => ground switch
    {
        EntryBanGround.Ordinary => Ordinary,
        EntryBanGround.ShortOverstay => ShortOverstay,
        EntryBanGround.ShortSentence => ShortSentence,
        EntryBanGround.LongSentence => LongSentence,
        EntryBanGround.SeriousThreat => SeriousThreat,
        EntryBanGround.NationalSecurity => NationalSecurity,
    };

    private static string NameOf(EntryBanGround ground) => ground switch
    {
        EntryBanGround.Ordinary => "ordinary",
        EntryBanGround.ShortOverstay => "short-overstay",
        EntryBanGround.ShortSentence => "short-sentence",
        EntryBanGround.LongSentence => "long-sentence",
        EntryBanGround.SeriousThreat => "serious-threat",
        EntryBanGround.NationalSecurity => "national-security",
    };

    private static Norm<Years> Declared(string id, Text title, string article, int years) => new(
        id,
        title,
        "RET-5",
        new(Acts.AliensDecree, article, "Read in the text of 2015; the paragraph was not checked."),
        NormStatus.Verified,
        new NormVersion<Years>(Day.Of(2011, 12, 31), new(years)));

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        var (departed, ground) = (facts.Get(DepartedFact), facts.Get(GroundFact));
        result.WriteString("lastDay", LastDay(law, departed, ground, ref trace).ToString());
        result.WriteString("liftableFrom", LiftableFrom(law, departed, ground, ref trace).ToString());
    }
}
