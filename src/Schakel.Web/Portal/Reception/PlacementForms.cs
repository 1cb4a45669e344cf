using Schakel.Chain;
using Schakel.Chain.Reception;
using Schakel.Rehearsal.Data;
using Schakel.Web.Portal.Forms;

namespace Schakel.Web.Portal.Reception;

/// <summary>What matters for where one stays (feiten en wensen voor plaatsing): ticks and municipalities, no words of one's own, since those tell more than is needed.</summary>
public static class PlacementForms
{
    private const string Yes = "ja";
    private const string Month = "maand";
    private const string WorkIn = "werkgemeente";
    private const string FamilyIn = "familiegemeente";
    private const string Near = "wensgemeente";

    /// <summary>Say it, all of it as it is now.</summary>
    public static PortalForm State { get; } = new("wonen", "placement", "state-placement",
        [
            .. Enum.GetValues<PlacementFacts>().Where(each => each != PlacementFacts.None).SelectMany(QuestionsOn),
            .. Enum.GetValues<PlacementWishes>().Where(each => each != PlacementWishes.None)
                .Select(each => Tick(each.ToString(), KeyOf(each)) with { Heading = each == PlacementWishes.NearPeople ? "placement.wishes" : null, Help = each == PlacementWishes.NearPeople ? "placement.wishes-help" : null }),
            In(Near, "placement.near"),
        ],
        answers => new StatePlacement(
            Enum.GetValues<PlacementFacts>().Where(each => answers[each.ToString()] == Yes).Aggregate(PlacementFacts.None, (said, each) => said | each),
            Norms.Day.TryParse(answers[Month], out var day) ? day : null, Municipalities.Find(answers[WorkIn]), Municipalities.Find(answers[FamilyIn]),
            Enum.GetValues<PlacementWishes>().Where(each => answers[each.ToString()] == Yes).Aggregate(PlacementWishes.None, (said, each) => said | each),
            Municipalities.Find(answers[Near])))
    {
        Before = ["placement.before-right", "placement.before-claim", "placement.before-looked-at", "common.no-consequence"],
        Said = SaidIn,
    };

    /// <summary>Take it back.</summary>
    public static PortalForm Remove { get; } = new("wonen-weghalen", "placement-remove", "withdraw-placement", [], _ => new WithdrawPlacement());

    /// <summary>Key of the words of a fact.</summary>
    /// <param name="fact">The fact.</param>
    public static string KeyOf(PlacementFacts fact) => $"placement.fact.{Kebab.Of(fact)}";

    /// <summary>Key of the words of a wish.</summary>
    /// <param name="wish">The wish.</param>
    public static string KeyOf(PlacementWishes wish) => $"placement.wish.{Kebab.Of(wish)}";

    private static IEnumerable<Field> QuestionsOn(PlacementFacts fact)
    {
        yield return Tick(fact.ToString(), KeyOf(fact)) with { Heading = fact == PlacementFacts.NoStairs ? "placement.facts" : null };
        switch (fact)
        {
            case PlacementFacts.Pregnancy:
                yield return new(Month, FieldKind.Day, "placement.month") { Help = "placement.month-help", IsOptional = true };
                break;
            case PlacementFacts.WorkOrStudy:
                yield return In(WorkIn, "placement.work-in");
                break;
            case PlacementFacts.CloseFamily:
                yield return In(FamilyIn, "placement.family-in");
                break;
            default:
                break;
        }
    }

    private static Field Tick(string name, string key) => new(name, FieldKind.Tick, key) { IsOptional = true };

    private static Field In(string name, string key) => new(name, FieldKind.Municipality, key) { IsOptional = true };

    private static IEnumerable<(string Name, string Answer)> SaidIn(CaseFile file)
    {
        if (file.Reception.Circumstances.Placement is not { } said)
        {
            return [];
        }
        return Enum.GetValues<PlacementFacts>().Where(each => (said.Facts & each) != 0).Select(each => (each.ToString(), Yes))
            .Concat(Enum.GetValues<PlacementWishes>().Where(each => (said.Wishes & each) != 0).Select(each => (each.ToString(), Yes)))
            .Concat([(Month, said.ExpectedOn?.ToString() ?? ""), (WorkIn, Municipalities.NameOf(said.WorkIn)), (FamilyIn, Municipalities.NameOf(said.FamilyIn)), (Near, Municipalities.NameOf(said.Near))]);
    }
}
