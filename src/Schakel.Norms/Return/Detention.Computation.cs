using System.Collections.Immutable;
using System.Text.Json;

namespace Schakel.Norms.Return;

/// <content>The question that anyone can put: <c>schakel norms compute detention</c>.</content>
public static partial class Detention
{
    private static readonly Fact<Day> FromFact = Fact.Date("from", new("de dag waarop de bewaring inging", "the date detention began"));

    private static readonly Fact<DetentionGround> GroundFact = Fact.Choice(
        "ground",
        new("de grond van de bewaring", "the ground of detention"),
        Enum.GetValues<DetentionGround>().Select(ground => (NameOf(ground), ground)).ToImmutableArray());

    private static readonly Fact<bool> NotCooperatingFact = Fact.YesOrNo(
        "notCooperating", new("of de persoon niet meewerkt of papieren ontbreken", "whether the person does not cooperate or papers are lacking"), required: false);

    private static readonly Fact<bool> IntentionFact = Fact.YesOrNo(
        "intentionIssued", new("of een voornemen is uitgebracht", "whether an intention to refuse was issued"), required: false);

    private static readonly Fact<bool> AppealFact = Fact.YesOrNo(
        "appealPending", new("of een beroep loopt", "whether an appeal is pending"), required: false);

    private static readonly Fact<bool> MinorsFact = Fact.YesOrNo(
        "minorsInFamily", new("of het gezin minderjarigen telt", "whether minors are in the family"), required: false);

    private static readonly Fact<bool> MinorFact = Fact.YesOrNo(
        "unaccompaniedMinor", new("of het een alleenstaande minderjarige is", "whether it is an unaccompanied minor"), required: false);

    private static readonly Fact<Day> RemovableFact = Fact.Date(
        "removableSince", new("de dag waarop het gezin na verzet verwijderbaar werd", "the date the family became removable after resisting"), required: false);

    private static readonly Fact<Day> NoProspectFact = Fact.Date(
        "noProspectSince", new("de dag waarop het vooruitzicht op verwijdering verviel (alleen bij terugkeer)", "the date the prospect of removal was lost (for return only)"), required: false);

    /// <summary>Last day of detention (maximale duur van de bewaring).</summary>
    public static readonly NormComputation Computation = new(
        Id,
        new("Maximale duur van de bewaring", "Longest detention"),
        [FromFact, GroundFact, NotCooperatingFact, IntentionFact, AppealFact, MinorsFact, MinorFact, RemovableFact, NoProspectFact],
        Compute);

    private static void Compute(Law law, Facts facts, Utf8JsonWriter result, ref GroundsTrace trace)
    {
        _ = facts.TryGet(NotCooperatingFact, out var notCooperating);
        _ = facts.TryGet(IntentionFact, out var intention);
        _ = facts.TryGet(AppealFact, out var appeal);
        _ = facts.TryGet(MinorsFact, out var minors);
        _ = facts.TryGet(MinorFact, out var minor);
        var given = new DetentionFacts(facts.Get(FromFact), facts.Get(GroundFact))
        {
            NotCooperating = notCooperating,
            IntentionIssued = intention,
            AppealPending = appeal,
            MinorsInFamily = minors,
            UnaccompaniedMinor = minor,
            RemovableSince = facts.Find(RemovableFact),
        };
        var last = LastDay(law, given, ref trace);
        if (given.Ground is DetentionGround.Return or DetentionGround.BorderReturn && facts.Find(NoProspectFact) is { } since)
        {
            last = Day.Earlier(last, ReleaseWithoutProspectBy(law, since, ref trace));
        }

        result.WriteString("lastDay", last.ToString());
    }
}
