using System.Collections.Immutable;
using Schakel.Norms;

namespace Schakel.Chain.Reception;

/// <summary>Whether a site meets a fact or wish (past het), as far as is known of it.</summary>
public enum PlacementFit
{
    /// <summary>It does.</summary>
    Meets = 0,
    /// <summary>It does not.</summary>
    Lacks,
    /// <summary>What would tell is not known of the site.</summary>
    Unknown,
}

/// <summary>A fact or wish, held against a site (passendheid).</summary>
/// <param name="Fit">Whether the site meets it.</param>
/// <param name="Binds">A fact that was confirmed; otherwise one that nobody looked at yet, or a wish.</param>
/// <param name="Text">What a person is told.</param>
public sealed record PlacementMatch(PlacementFit Fit, bool Binds, Text Text);

/// <summary>
/// What a site means for what somebody said (wat een locatie betekent voor feiten en wensen), shown before anything is decided. It refuses nothing:
/// what a place must have is guarded where needs are recorded (<see cref="Needs"/>), and is only pointed at here.
/// </summary>
public static class PlacementFits
{
    /// <summary>What a site would mean.</summary>
    /// <param name="file">The file.</param>
    /// <param name="site">The site proposed.</param>
    /// <param name="now">The site where the person stays; absent when at none.</param>
    /// <returns>Facts that bind first, then facts nobody looked at, then wishes; none for what was not confirmed.</returns>
    public static ImmutableArray<PlacementMatch> Of(CaseFile file, Site site, Site? now)
    {
        if (file.Reception.Circumstances.Placement is not { } said)
        {
            return [];
        }
        var known = new Known(site, now, file.Reception.Circumstances.Needs);
        return
        [
            .. Each<PlacementFacts>().Where(each => (said.Confirmed & each) != 0).Select(each => Fact(each, said, known, binds: true)),
            .. Each<PlacementFacts>().Where(each => (said.Waiting & each) != 0).Select(each => Fact(each, said, known, binds: false)),
            .. Each<PlacementWishes>().Where(each => (said.Wishes & each) != 0).Select(each => Wish(each, said, known)),
        ];
    }

    /// <summary>What a fact is called.</summary>
    /// <param name="fact">One fact.</param>
    public static Text NameOf(PlacementFacts fact) => fact switch
    {
        PlacementFacts.NoStairs => new("rolstoel, of geen trappen", "wheelchair, or no stairs"),
        PlacementFacts.CareNearby => new("behandeling die dichtbij moet zijn", "treatment that must be near"),
        PlacementFacts.Pregnancy => new("zwangerschap", "pregnancy"),
        PlacementFacts.WomensPlace => new("aparte plek voor vrouwen", "a place apart for women"),
        PlacementFacts.ChildAtSchool => new("kind op school", "child at school"),
        PlacementFacts.WorkOrStudy => new("werk of studie", "work or study"),
        PlacementFacts.CloseFamily => new("naaste familie", "close family"),
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, "One fact has a name."),
    };

    /// <summary>What a wish is called.</summary>
    /// <param name="wish">One wish.</param>
    public static Text NameOf(PlacementWishes wish) => wish switch
    {
        PlacementWishes.NearPeople => new("bij familie of vrienden", "near family or friends"),
        PlacementWishes.NearSchoolOrWork => new("bij school of werk", "near school or work"),
        PlacementWishes.Quiet => new("een rustige plek", "a quiet place"),
        PlacementWishes.ReligiousCommunity => new("een geloofsgemeenschap in de buurt", "a religious community nearby"),
        PlacementWishes.SameRegion => new("in de regio blijven", "to stay in the region"),
        _ => throw new ArgumentOutOfRangeException(nameof(wish), wish, "One wish has a name."),
    };

    private readonly record struct Known(Site Site, Site? Now, PlaceKinds Needs)
    {
        public bool Has(PlaceKinds kind) => Site.Traits.Equipped.Any(each => (each.Kinds & kind) != 0);

        public PlacementFit In(MunicipalityId? municipality) =>
            Site.Traits.Municipality is not { } here || municipality is not { } meant ? PlacementFit.Unknown : here == meant ? PlacementFit.Meets : PlacementFit.Lacks;
    }

    private static PlacementMatch Fact(PlacementFacts fact, PlacementState said, in Known known, bool binds)
    {
        var (fit, why) = fact switch
        {
            PlacementFacts.NoStairs => Kind(PlaceKinds.Wheelchair, known),
            PlacementFacts.WomensPlace => Kind(PlaceKinds.Protected, known),
            PlacementFacts.CareNearby or PlacementFacts.Pregnancy => known.Has(PlaceKinds.Medical)
                ? (PlacementFit.Meets, new Text("hier zijn zorgplaatsen", "there are places with care here"))
                : (PlacementFit.Unknown, new("welke zorg hier in de buurt is, is niet bekend", "which care is near here is not known")),
            PlacementFacts.ChildAtSchool => Places(known.In(known.Now?.Traits.Municipality)),
            PlacementFacts.WorkOrStudy => Places(known.In(said.WorkIn)),
            _ => Places(known.In(said.FamilyIn)),
        };
        var (name, standing) = (NameOf(fact), binds ? new Text("bevestigd feit", "confirmed fact") : new Text("feit, nog niet bekeken", "fact, not looked at yet"));
        return new(fit, binds, Sentence(name, standing, why));
    }

    private static PlacementMatch Wish(PlacementWishes wish, PlacementState said, in Known known)
    {
        var (fit, why) = wish switch
        {
            PlacementWishes.NearPeople or PlacementWishes.NearSchoolOrWork => Places(known.In(said.Near)),
            PlacementWishes.SameRegion when known.In(known.Now?.Traits.Municipality) == PlacementFit.Meets => Places(PlacementFit.Meets),
            _ => (PlacementFit.Unknown, new Text("dit is van de locatie niet bekend", "this is not known of the site")),
        };
        return new(fit, false, Sentence(NameOf(wish), new("wens", "wish"), why));
    }

    // A place of a kind is guarded by the site once it is a recorded need; here it is only pointed at.
    private static (PlacementFit Fit, Text Why) Kind(PlaceKinds kind, in Known known) =>
        (known.Has(kind) ? PlacementFit.Meets : PlacementFit.Lacks, (known.Has(kind), (known.Needs & kind) != 0) switch
        {
            (true, true) => new("hier zijn zulke plaatsen, en de toewijzing let erop", "there are such places here, and the allocation sees to it"),
            (true, false) => new("hier zijn zulke plaatsen; leg het vast bij de behoeften, dan let de toewijzing erop", "there are such places here; record it with the needs, and the allocation sees to it"),
            (false, true) => new("hier zijn zulke plaatsen niet vastgelegd; de toewijzing weigert dit zonder noodgrond", "no such places are recorded here; the allocation refuses this without an emergency ground"),
            (false, false) => new("hier zijn zulke plaatsen niet vastgelegd; leg het vast bij de behoeften, dan let de toewijzing erop", "no such places are recorded here; record it with the needs, and the allocation sees to it"),
        });

    private static (PlacementFit Fit, Text Why) Places(PlacementFit fit) => (fit, fit switch
    {
        PlacementFit.Meets => new("deze locatie staat in die gemeente", "this site is in that municipality"),
        PlacementFit.Lacks => new("deze locatie staat in een andere gemeente", "this site is in another municipality"),
        _ => new("van de locatie of van nu is de gemeente niet vastgelegd", "the municipality of the site, or of now, is not recorded"),
    });

    private static Text Sentence(Text name, Text standing, Text why) => new($"{Capital(name.Dutch)} ({standing.Dutch}): {why.Dutch}.", $"{Capital(name.English)} ({standing.English}): {why.English}.");

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static IEnumerable<T> Each<T>()
        where T : struct, Enum => Enum.GetValues<T>().Where(each => !EqualityComparer<T>.Default.Equals(each, default));
}
