using System.Collections.Immutable;
using System.Text.Json;

namespace Schakel.Norms.Return;

/// <summary>The situation of someone who asks for help to return (situatie).</summary>
public enum ReturnSituation
{
    /// <summary>The application was refused (afgewezen).</summary>
    Refused,

    /// <summary>The application was withdrawn (ingetrokken).</summary>
    Withdrew,

    /// <summary>A temporary asylum permit was given up (afstand van de vergunning).</summary>
    GaveUpPermit,

    /// <summary>No right to stay (geen verblijfsrecht).</summary>
    NoRight,

    /// <summary>An application is pending, and was not withdrawn.</summary>
    Pending,

    /// <summary>A right to stay that is kept.</summary>
    RightKept,
}

/// <summary>Whether a country is left out of the scheme (uitgesloten land).</summary>
public enum CountryExclusion
{
    /// <summary>Not left out.</summary>
    No,

    /// <summary>Left out: EU, EEA, EFTA, Andorra, Monaco, San Marino, the Vatican, or one of the highest incomes of the World Bank.</summary>
    Yes,

    /// <summary>Near the limit of the income ranking, which was not looked up.</summary>
    Uncertain,
}

/// <summary>Answer to who asks for help to return (uitkomst).</summary>
public enum AssistanceAnswer
{
    /// <summary>Eligible.</summary>
    Eligible,

    /// <summary>Not eligible: the situation gives no claim.</summary>
    WrongSituation,

    /// <summary>Not eligible: the country is left out.</summary>
    CountryExcluded,

    /// <summary>The country's place in the ranking must be looked up first.</summary>
    CountryUncertain,
}

/// <summary>Help to return through the International Organization for Migration (REAN): who is eligible.</summary>
public static class ReturnAssistance
{
    private const string Id = "rean";

    private static readonly Rule Scheme = new(
        "rean.scheme",
        new("Wie voor terugkeerhulp (REAN) in aanmerking komt", "Who is eligible for help to return (REAN)"),
        new(Acts.None, "REAN", "Victims of trafficking and unaccompanied minors are never left out for their country."));

    private static readonly Fact<ReturnSituation> SituationFact = Fact.Choice(
        "situation",
        new("de verblijfssituatie", "the situation of stay"),
        Enum.GetValues<ReturnSituation>().Select(situation => (NameOf(situation), situation)).ToImmutableArray());

    private static readonly Fact<CountryExclusion> CountryFact = Fact.Choice(
        "countryExcluded",
        new("of het land is uitgesloten", "whether the country is left out"),
        ImmutableArray.Create(("no", CountryExclusion.No), ("yes", CountryExclusion.Yes), ("uncertain", CountryExclusion.Uncertain)));

    private static readonly Fact<bool> TraffickingFact = Fact.YesOrNo(
        "traffickingVictim", new("of het een slachtoffer van mensenhandel is", "whether it is a victim of trafficking"), required: false);

    private static readonly Fact<bool> MinorFact = Fact.YesOrNo(
        "unaccompaniedMinor", new("of het een alleenstaande minderjarige is", "whether it is an unaccompanied minor"), required: false);

    /// <summary>Whether someone is eligible for help to return (REAN).</summary>
    public static readonly NormComputation Computation = new(
        Id, new("Terugkeerhulp (REAN)", "Help to return (REAN)"), [SituationFact, CountryFact, TraffickingFact, MinorFact], Compute);

    /// <summary>Whether someone is eligible.</summary>
    /// <typeparam name="TTrace">The trace.</typeparam>
    /// <param name="situation">The situation of stay.</param>
    /// <param name="country">Whether the country is left out.</param>
    /// <param name="neverExcluded">A victim of trafficking or an unaccompanied minor.</param>
    /// <param name="trace">Receives the rule and a sentence.</param>
    /// <returns>The answer.</returns>
    public static AssistanceAnswer Of<TTrace>(ReturnSituation situation, CountryExclusion country, bool neverExcluded, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        var answer = situation is ReturnSituation.Pending or ReturnSituation.RightKept
            ? AssistanceAnswer.WrongSituation
            : neverExcluded
                ? AssistanceAnswer.Eligible
                : country switch
                {
                    CountryExclusion.No => AssistanceAnswer.Eligible,
                    CountryExclusion.Yes => AssistanceAnswer.CountryExcluded,
                    CountryExclusion.Uncertain => AssistanceAnswer.CountryUncertain,
                };
        if (TTrace.Records)
        {
            trace.Apply(Scheme);
            trace.Say(InWords(answer));
        }

        return answer;
    }

    private static Text InWords(AssistanceAnswer answer) => answer switch
    {
        AssistanceAnswer.Eligible => new("Hulp bij terugkeer is mogelijk.", "Help to return is possible."),
        AssistanceAnswer.WrongSituation => new(
            "Geen hulp bij terugkeer: de aanvraag loopt nog of het verblijfsrecht blijft.",
            "No help to return: the application is pending or the right to stay is kept."),
        AssistanceAnswer.CountryExcluded => new("Geen hulp bij terugkeer: het land is uitgesloten.", "No help to return: the country is left out."),
        AssistanceAnswer.CountryUncertain => new(
            "Eerst nagaan: het land staat dicht bij de grens van de inkomenslijst.",
            "Look up first: the country stands near the limit of the income ranking."),
    };

    private static string NameOf(ReturnSituation situation) => situation switch
    {
        ReturnSituation.Refused => "refused",
        ReturnSituation.Withdrew => "withdrew",
        ReturnSituation.GaveUpPermit => "gave-up-permit",
        ReturnSituation.NoRight => "no-right",
        ReturnSituation.Pending => "pending",
        ReturnSituation.RightKept => "right-kept",
    };

    private static string NameOf(AssistanceAnswer answer) => answer switch
    {
        AssistanceAnswer.Eligible => "eligible",
        AssistanceAnswer.WrongSituation => "wrong-situation",
        AssistanceAnswer.CountryExcluded => "country-excluded",
        AssistanceAnswer.CountryUncertain => "country-uncertain",
    };

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        _ = facts.TryGet(TraffickingFact, out var trafficking);
        _ = facts.TryGet(MinorFact, out var minor);
        var (situation, country) = (facts.Get(SituationFact), facts.Get(CountryFact));
        trace.Fact("situation", NameOf(situation));
        result.WriteString("answer", NameOf(Of(situation, country, trafficking || minor, ref trace)));
    }
}
