using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Steering;

namespace Schakel.Rehearsal.Reception;

// Sites and residents of before the rehearsal: they are where they are, and no step tells it.
internal sealed partial class Places
{
    /// <summary>A site that was open before the rehearsal began: nothing is told of it.</summary>
    /// <param name="modality">Form.</param>
    /// <param name="capacity">Places.</param>
    /// <param name="ends">Last day of the contract.</param>
    /// <param name="forSome">For people whom the rehearsal does not tell apart: it sends nobody there.</param>
    public int TakeSite(Modality modality, int capacity, int ends, bool forSome)
    {
        var site = AddSite(modality, capacity, ends);
        if (forSome)
        {
            _free[(int)modality] -= _sites[site].Free;
            _sites[site].ForSome = true;
        }

        return site;
    }

    /// <summary>A household that lived at a site before the rehearsal began: nothing is told of it.</summary>
    public void Keep(int h, int site)
    {
        ref var household = ref _nation[h];
        TakePlaces(h, site);
        if (household.Has(Marks.Permit) && _sites[site].Modality != Modality.External)
        {
            _nation.Tally.Level(Count.OccupancyStatusHolders, household.Count);
        }

        if (_sites[site].Modality == Modality.Municipal)
        {
            _nation.Moves.WatchMunicipal(h);
        }
    }

    private ref Site TakePlaces(int h, int site)
    {
        ref var household = ref _nation[h];
        ref var taken = ref _sites[site];
        var before = taken.Free;
        taken.Occupied += household.Count;
        _free[(int)taken.Modality] += taken.Free - before;
        _occupied[(int)taken.Modality] += household.Count;
        taken.Residents.Add(h);
        household.Site = (short)site;
        return ref taken;
    }
}
