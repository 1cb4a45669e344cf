using System.Collections.Immutable;
using System.Diagnostics;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Reception;
using Schakel.Norms;
using Schakel.Rehearsal.Data;
using Schakel.Store;
using Schakel.Store.Acts;

namespace Schakel.Demonstration;

// Which municipality has which site is made up: the rehearsal knows no place of a site. More people, more sites; that is all. How many special
// places there are is an assumption of the demonstration; so are the findings, the places out of use and the moves that are announced: a few, so
// that a page of a site has something to show, under a ground that says they are examples. Places out of use are free ones, and never half of them.

/// <summary>Where the sites of a demonstration stand and what is special there (ligging en bijzondere plaatsen), recorded by the agency as any other act.</summary>
internal static class SyntheticSites
{
    private const long Keys = DemonstrationBuild.KeyMark - 2;
    private const double GoldenRatio = 0.6180339887498949;
    private const int PlacesForOneSpecial = 50;
    private const int PlacesForOneOutOfUse = 40;
    private const int SitesForOneFinding = 6;
    private const int SitesForOneWithRoom = 4;
    private const int MostComing = 3;
    private const string Example = "Voorbeeld: verzonnen voor deze demonstratie";
    private static readonly ImmutableArray<SiteStandard> Standards = [SiteStandard.Privacy, SiteStandard.Cooking, SiteStandard.Play, SiteStandard.Staff, SiteStandard.Information];
    private static readonly Official Officer = new(1, OfficialRoles.ReceptionOfficer);

    private static readonly ImmutableArray<PlaceKinds> Kinds =
        [PlaceKinds.Wheelchair, PlaceKinds.None, PlaceKinds.Wheelchair | PlaceKinds.OwnRoom, PlaceKinds.Protected, PlaceKinds.None, PlaceKinds.Medical];

    /// <summary>Takes it in, in one act.</summary>
    /// <param name="store">The store.</param>
    /// <param name="sites">The sites that are open.</param>
    /// <param name="municipalities">Municipalities to stand in.</param>
    /// <param name="on">On which day.</param>
    public static void TakeIn(ChainStore store, IEnumerable<(SiteId Site, Site State)> sites, ImmutableArray<Municipality> municipalities, Day on)
    {
        Do(store, 0, on, null, [.. sites.SelectMany(each => Of(each.Site, each.State, municipalities))]);
    }

    /// <summary>Takes in some examples, in one act: findings, places out of use, and people who are to come.</summary>
    /// <param name="store">The store.</param>
    /// <param name="sites">The sites that are open.</param>
    /// <param name="files">Every file.</param>
    /// <param name="households">Every household.</param>
    /// <param name="on">On which day.</param>
    public static void TakeInExamples(
        ChainStore store, IEnumerable<(SiteId Site, Site State)> sites, IEnumerable<(PersonId Person, CaseFile File)> files, IEnumerable<(HouseholdId Household, Household State)> households, Day on)
    {
        var open = sites.OrderBy(each => each.Site.Value).ToImmutableArray();
        var alone = households.Where(each => each.State.Members.Length == 1).Select(each => each.Household).ToHashSet();
        var movable = new Queue<(PersonId Person, CaseFile File)>(files
            .Where(each => each.File is { Presence: Presences.Here, Reception: { Site: not null, MoveDue: null } } && alone.Contains(each.File.Registration.Household))
            .OrderBy(each => each.Person.Value).Take(open.Length * MostComing));
        var roomy = open.Where(each => FreeAt(each.State) >= 2).OrderByDescending(each => FreeAt(each.State)).ThenBy(each => each.Site.Value).Take(Math.Max(1, open.Length / SitesForOneWithRoom));
        Do(store, 1, on, Example, [.. open.SelectMany((each, at) => FindingAt(each.Site, at, on)), .. roomy.SelectMany(each => WithRoom(each.Site, each.State, movable))]);
    }

    private static void Do(ChainStore store, int number, Day on, string? ground, ImmutableArray<Addressed> acts)
    {
        if (acts.IsEmpty)
        {
            return;
        }
#pragma warning disable VSTHRD002 // Building has nothing else to do, and no context to come back to.
        var answer = store.Desk.DoAsync(new Act(ActKey.Of(Keys, number), Doer.Of(Officer), Purpose.Reception, on, acts) { Ground = ground }).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
        if (answer is not ActResult.Accepted)
        {
            throw new UnreachableException($"What is made up of the sites cannot be taken in: {answer}.");
        }
    }

    private static int FreeAt(Site state) => state.Capacity - state.Occupancy;

    private static IEnumerable<Addressed> FindingAt(SiteId site, int at, Day on)
    {
        if (at % SitesForOneFinding == 1)
        {
            var late = at % (2 * SitesForOneFinding) == 1; // Every other one was to be put right last week.
            yield return new(StreamId.Of(site), new RecordFinding(Officer, new(Standards[at % Standards.Length], on.PlusDays(late ? -60 : -20), on.PlusDays(late ? -7 : 21))));
        }
    }

    private static IEnumerable<Addressed> WithRoom(SiteId site, Site state, Queue<(PersonId Person, CaseFile File)> movable)
    {
        var places = Math.Clamp(state.Capacity / PlacesForOneOutOfUse, 1, FreeAt(state) / 2);
        yield return new(StreamId.Of(site), new SetPlacesOutOfUse(Officer, places));
        for (var days = 1; days <= Math.Min(MostComing, FreeAt(state) - places) && movable.TryDequeue(out var who); days++)
        {
            if (who.File.Reception.Site != site)
            {
                yield return new(StreamId.Of(who.Person), new AnnounceMove(Officer, site, days));
            }
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
