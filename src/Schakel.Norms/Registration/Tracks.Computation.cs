using System.Text.Json;

namespace Schakel.Norms.Registration;

/// <content>The question that anyone can put: <c>schakel norms compute track</c>; and the names of the reasons.</content>
public static partial class Tracks
{
    private static readonly Fact<Day> OnFact = Fact.Date(
        "on", new("de dag van toewijzing; zonder deze de dag van het regime", "the date of allocation; without it the day of the regime"), required: false);

    private static readonly Fact<bool> MinorFact = Optional("unaccompaniedMinor", "het een alleenstaande minderjarige is", "it is an unaccompanied minor");

    private static readonly Fact<bool> OtherStateFact = Optional(
        "otherStateResponsible", "een andere lidstaat vermoedelijk verantwoordelijk is", "another member state is presumably responsible");

    private static readonly Fact<bool> ProtectionFact = Optional(
        "protectionInMemberState", "een andere lidstaat al bescherming verleent", "another member state protects already");

    private static readonly Fact<bool> SafeCountryFact = Optional(
        "safeCountryOfOrigin", "het land van herkomst als veilig is aangewezen", "the country of origin is designated as safe");

    private static readonly Fact<bool> ExceptedFact = Optional(
        "exceptedGroup", "de aanwijzing niet geldt voor deze groep", "the designation does not hold for this group");

    private static readonly Fact<bool> EvidentFact = Optional("evidentGrant", "inwilliging evident is", "a grant is evident");

    private static readonly Fact<bool> IdentityFact = Optional("identityEstablished", "de identiteit vaststaat", "identity is established");

    /// <summary>Track with its reason (spoor).</summary>
    public static readonly NormComputation Computation = new(
        "track",
        new("Spoor van de asielprocedure", "Track of the asylum procedure"),
        [MinorFact, OtherStateFact, ProtectionFact, SafeCountryFact, ExceptedFact, EvidentFact, IdentityFact, OnFact],
        Compute);

    /// <summary>Name of a reason in JSON (naam van de reden).</summary>
    /// <param name="reason">The reason.</param>
    /// <returns>Lower case with hyphens: <c>safe-country-of-origin</c>.</returns>
    public static string NameOf(TrackReason reason) => reason switch
    {
        TrackReason.None => "none",
        TrackReason.UnaccompaniedMinor => "unaccompanied-minor",
        TrackReason.ProtectionInMemberState => "protection-in-member-state",
        TrackReason.OtherStateResponsible => "other-state-responsible",
        TrackReason.SafeCountryOfOrigin => "safe-country-of-origin",
        TrackReason.ExceptedGroup => "excepted-group",
        TrackReason.EvidentGrant => "evident-grant",
        TrackReason.EvidentGrantAfterIdentity => "evident-grant-after-identity",
        TrackReason.Substance => "substance",
    };

    internal static Text WordsFor(TrackReason reason) => reason switch
    {
        TrackReason.None => new("niet toegewezen", "not allocated"),
        TrackReason.UnaccompaniedMinor => new("alleenstaande minderjarige", "unaccompanied minor"),
        TrackReason.ProtectionInMemberState => new("bescherming in een andere lidstaat", "protection in another member state"),
        TrackReason.OtherStateResponsible => new("een andere lidstaat is vermoedelijk verantwoordelijk", "another member state is presumably responsible"),
        TrackReason.SafeCountryOfOrigin => new("veilig land van herkomst", "safe country of origin"),
        TrackReason.ExceptedGroup => new("uitgezonderde groep uit een veilig land", "excepted group from a safe country"),
        TrackReason.EvidentGrant => new("evidente inwilliging", "evident grant"),
        TrackReason.EvidentGrantAfterIdentity => new("evidente inwilliging na identiteitsonderzoek", "evident grant after a check of identity"),
        TrackReason.Substance => new("inhoudelijke beoordeling", "examination in substance"),
    };

    private static Fact<bool> Optional(string name, string dutch, string english) =>
        Fact.YesOrNo(name, new("of " + dutch, "whether " + english), required: false);

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        var given = new TrackFacts(
            facts.Find(MinorFact) ?? false,
            facts.Find(OtherStateFact) ?? false,
            facts.Find(ProtectionFact) ?? false,
            facts.Find(SafeCountryFact) ?? false,
            facts.Find(ExceptedFact) ?? false,
            facts.Find(EvidentFact) ?? false,
            facts.Find(IdentityFact) ?? false);
        var allocation = Allocate(law, facts.Find(OnFact) ?? law.KnownOn, given, ref trace);
        result.WriteNumber("track", (int)allocation.Track);
        result.WriteString("reason", NameOf(allocation.Reason));
    }

    private static void Tell<TTrace>(Day day, TrackFacts facts, TrackAllocation allocation, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        trace.Fact(OnFact.Name, day.ToString());
        Told(MinorFact, facts.UnaccompaniedMinor, ref trace);
        Told(OtherStateFact, facts.OtherStateResponsible, ref trace);
        Told(ProtectionFact, facts.ProtectionInMemberState, ref trace);
        Told(SafeCountryFact, facts.SafeCountryOfOrigin, ref trace);
        Told(ExceptedFact, facts.ExceptedGroup, ref trace);
        Told(EvidentFact, facts.EvidentGrant, ref trace);
        Told(IdentityFact, facts.IdentityEstablished, ref trace);
        var words = WordsFor(allocation.Reason);
        var number = (char)('0' + (int)allocation.Track);
        trace.Say(new($"Spoor {number}: {words.Dutch}.", $"Track {number}: {words.English}."));
    }

    private static void Told<TTrace>(Fact<bool> fact, bool value, ref TTrace trace)
        where TTrace : struct, ITrace => trace.Fact(fact.Name, value ? "true" : "false");
}
