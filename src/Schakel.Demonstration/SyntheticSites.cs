using System.Collections.Immutable;
using System.Diagnostics;
using Schakel.Chain;
using Schakel.Chain.Reception;
using Schakel.Rehearsal.Data;
using Schakel.Store;
using Schakel.Store.Acts;

namespace Schakel.Demonstration;

// Which municipality has which site is made up: the rehearsal knows no place of a site. More people, more sites; that is all. How many special
// places there are is an assumption of the demonstration.

/// <summary>Where the sites of a demonstration stand and what is special there (ligging en bijzondere plaatsen), recorded by the agency as any other act.</summary>
internal static class SyntheticSites
{
    private const long Keys = DemonstrationBuild.KeyMark - 2;
    private const double GoldenRatio = 0.6180339887498949;
    private const int PlacesForOneSpecial = 50;
    private static readonly Official Officer = new(1, OfficialRoles.ReceptionOfficer);

    private static readonly ImmutableArray<PlaceKinds> Kinds =
        [PlaceKinds.Wheelchair, PlaceKinds.None, PlaceKinds.Wheelchair | PlaceKinds.OwnRoom, PlaceKinds.Protected, PlaceKinds.None, PlaceKinds.Medical];

    /// <summary>Takes it in, in one act.</summary>
    /// <param name="store">The store.</param>
    /// <param name="sites">The sites that are open.</param>
    /// <param name="municipalities">Municipalities to stand in.</param>
    /// <param name="on">On which day.</param>
    public static void TakeIn(ChainStore store, IEnumerable<(SiteId Site, Site State)> sites, ImmutableArray<Municipality> municipalities, Norms.Day on)
    {
        var acts = sites.SelectMany(each => Of(each.Site, each.State, municipalities)).ToImmutableArray();
        if (acts.IsEmpty)
        {
            return;
        }
#pragma warning disable VSTHRD002 // Building has nothing else to do, and no context to come back to.
        var answer = store.Desk.DoAsync(new Act(ActKey.Of(Keys, 0), Doer.Of(Officer), Purpose.Reception, on, acts)).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
        if (answer is not ActResult.Accepted)
        {
            throw new UnreachableException($"Where the sites stand cannot be taken in: {answer}.");
        }
    }

    private static IEnumerable<Addressed> Of(SiteId site, Site state, ImmutableArray<Municipality> municipalities)
    {
        yield return new(StreamId.Of(site), new LocateSite(Officer, new(Standing(site, municipalities).Number)));
        var special = state.Capacity / PlacesForOneSpecial;
        var kinds = Kinds[site.Value % Kinds.Length];
        if (special > 0 && kinds != PlaceKinds.None)
        {
            yield return new(StreamId.Of(site), new EquipSlots(Officer, new(kinds, state.Capacity - special + 1, special)));
        }
    }

    // Multiples of the golden ratio spread evenly between 0 and 1, however many there are: every municipality gets its share by inhabitants.
    private static Municipality Standing(SiteId site, ImmutableArray<Municipality> municipalities)
    {
        var at = site.Value * GoldenRatio % 1 * municipalities.Sum(each => (long)each.Population2022);
        foreach (var each in municipalities)
        {
            at -= each.Population2022;
            if (at < 0)
            {
                return each;
            }
        }
        return municipalities[^1];
    }
}
