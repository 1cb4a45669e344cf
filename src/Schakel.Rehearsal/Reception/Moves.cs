using System.Collections.Immutable;
using Schakel.Norms;
using Schakel.Norms.Reception;
using Schakel.Rehearsal.Engine;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Steering;
using Schakel.Rehearsal.Steps;

namespace Schakel.Rehearsal.Reception;

/// <summary>Moves between sites, why they happen and when they are announced (verhuizingen).</summary>
internal sealed class Moves
{
    private static readonly Parameter InternalEvery = new(
        "reception.internal-move-days", 900, 500, 1600, "days", "fitted to table 5.2 (moves of adults who left in 2022)",
        "gemiddelde tijd tussen verhuizingen om andere redenen", "mean days between moves for other reasons", 10, 1e5);

    private static readonly Parameter ChildrenFactor = new(
        "reception.children-move-factor", 5, 2, 10, "factor", "assumption: children are moved as little as can be", "tijd tussen verhuizingen van kinderen ten opzichte van alleenstaanden",
        "days between moves of children against those of adults without", 0.1, 100);

    private static readonly Parameter MinorsFactor = new(
        "reception.minors-move-factor", 8, 3, 20, "factor", "assumption: small-scale reception keeps unaccompanied minors until they come of age",
        "tijd tussen verhuizingen van alleenstaande minderjarigen ten opzichte van volwassenen", "days between moves of unaccompanied minors against those of adults", 0.1, 100);

    private static readonly Parameter UpgradeShare = new(
        "reception.upgrade-share", 0.35, 0.2, 0.5, "share", "assumption", "deel van vrije reguliere plekken voor wie in de noodopvang zit",
        "share of free regular places for those in emergency sites");

    private static readonly Parameter Notice = new(
        "reception.move-notice", 5, 3, 10, "days", "assumption", "aankondiging van een verhuizing", "notice before a move", 1, 100);

    internal static readonly Parameter Direct = new(
        "reception.direct-placement", 0.05, 0, 0.1, "share", "assumption; a measure raises it (rec. 10)",
        "deel dat meteen wordt geplaatst waar het kan blijven", "share placed at once where they can stay");

    internal static readonly Parameter StayPut = new(
        "reception.stay-put-share", 0, 0, 0, "share", "measure only (procedure decoupled from place: report, lines 3466–3473)",
        "deel dat de procedure afmaakt waar het is geplaatst", "share that sees the procedure through where it was placed");

    /// <summary>Parameters of this subject.</summary>
    public static readonly ImmutableArray<Parameter> Parameters = [InternalEvery, ChildrenFactor, MinorsFactor, UpgradeShare, Notice, Direct, StayPut];

    private static readonly QuantileTable Pace = QuantileTable.LogNormal(1000, 0.8, 12000);
    private static readonly QuantileTable Waiting = QuantileTable.Exponential(1000, 8000);

    private const int ForItsOwnReason = 1 << 16;

    private readonly Nation _nation;
    private readonly WorkQueue _upgrade = new(1 << 14);
    private readonly WorkQueue _fromCentre = new(1 << 10);
    private readonly WorkQueue _closing = new(1 << 10);

    public Moves(Nation nation) => _nation = nation;

    /// <summary>Registered and on track: on from the arrival site to where people stay.</summary>
    public void LeaveCentre(int h)
    {
        ref var household = ref _nation[h];
        if (household.Site < 0)
        {
            return;
        }

        if (_nation.Places[household.Site].Modality == Modality.Arrival && !household.Has(Marks.OnMoveList))
        {
            household.Mark(Marks.OnMoveList, true);
            _fromCentre.Add(h, _nation.Today);
        }
        else
        {
            PlanInternal(h);
        }
    }

    /// <summary>A household in a municipal or emergency site is listed for a better place.</summary>
    private void List(int h)
    {
        ref var household = ref _nation[h];
        var modality = _nation.Places[household.Site].Modality;
        if (modality is Modality.Emergency or Modality.Municipal && !household.Has(Marks.OnMoveList)
            && !household.Has(Marks.Permit) && !_nation.Happens(_nation[StayPut], household, Purpose.StayPut))
        {
            household.Mark(Marks.OnMoveList, true);

            // Children first, then those in municipal sites, then by length of stay.
            var children = household.Count > household.Adults ? -400 : 0;
            _upgrade.Add(h, household.PlacedDay + children - (modality == Modality.Municipal ? 200 : 0));
        }
    }

    /// <summary>The evening board: the arrival site is emptied, closing sites are emptied, free regular places are given away.</summary>
    public void Board()
    {
        var places = _nation.Places;
        while (_closing.TryTake(out var h))
        {
            ref var household = ref _nation[h];
            household.Mark(Marks.OnMoveList, false);
            if (household.Site >= 0 && places[household.Site].Closing)
            {
                Announce(h, 7 + _nation.Chance.Below(28, household.Key, Purpose.MoveHazard, household.Moves));
            }
        }

        while (_fromCentre.TryTake(out var h))
        {
            ref var household = ref _nation[h];
            household.Mark(Marks.OnMoveList, false);
            if (household.Site >= 0 && places[household.Site].Modality == Modality.Arrival)
            {
                Announce(h, 1);
            }
        }

        // Whoever is in a place that should not be is moved on when another has room: emergency places relieve municipal ones.
        var free = (int)(places.Free(Modality.Regular) * _nation[UpgradeShare])
            + Math.Min(places.OverCapacity, (int)(places.Free(Modality.Emergency) * _nation[UpgradeShare]));
        while (free > 0 && _upgrade.TryTake(out var h))
        {
            ref var household = ref _nation[h];
            household.Mark(Marks.OnMoveList, false);
            if (household.Site < 0 || household.Has(Marks.MoveAnnounced))
            {
                continue;
            }

            if (Destination(household) < 0)
            {
                List(h);
                break; // Nothing fits whoever is first; tomorrow evening the board looks again.
            }

            free -= household.Count;
            Announce(h, (int)_nation[Notice]);
        }
    }

    /// <summary>A site closes: whoever lives there is told where to go.</summary>
    public void CloseSite(int site)
    {
        foreach (var h in _nation.Places[site].Residents)
        {
            ref var household = ref _nation[h];
            if (household.Has(Marks.OnMoveList))
            {
                _upgrade.Remove(h);
                _fromCentre.Remove(h);
            }

            household.Mark(Marks.OnMoveList, true);
            _closing.Add(h, household.PlacedDay);
        }
    }

    /// <summary>The day of an announced move: to the best place there is then.</summary>
    public void Execute(int h, int announcedSite)
    {
        ref var household = ref _nation[h];
        var internalReason = announcedSite >= ForItsOwnReason;
        if (household.Site != (internalReason ? announcedSite - ForItsOwnReason : announcedSite) || !household.Has(Marks.MoveAnnounced))
        {
            return;
        }

        if ((internalReason ? Elsewhere(household) : Destination(household)) is var site and >= 0)
        {
            household.Mark(Marks.MoveAnnounced, false);
            _nation.Places.Occupy(h, site, StepKind.Move);
            PlanInternal(h);
        }
        else if (MustLeave(household))
        {
            _nation.Plan(h, _nation.Today + 7, 600, Happening.Move, household.Site); // Postponed until there is a place.
        }
        else
        {
            household.Mark(Marks.MoveAnnounced, false);
            List(h);
        }
    }

    private bool MustLeave(in Household household) =>
        _nation.Places[household.Site].Closing || _nation.Places[household.Site].Modality == Modality.Arrival;

    /// <summary>Where a household would move now: elsewhere, and to a better form unless it must leave or lives in a regular site; -1 is nowhere.</summary>
    private int Destination(in Household household)
    {
        var from = _nation.Places[household.Site].Modality;
        var site = _nation.Places.FindLasting(household);
        return site == household.Site
            || (!MustLeave(household) && from != Modality.Regular && _nation.Places[site].Modality >= from)
            || (!MustLeave(household) && _nation.Places[site].Modality is Modality.Municipal or Modality.Arrival)
            ? -1 : site;
    }

    /// <summary>A move for another reason: family, care, room, order.</summary>
    public void Internal(int h)
    {
        ref var household = ref _nation[h];
        if (household.Site < 0 || household.Has(Marks.MoveAnnounced) || _nation.Places[household.Site].Modality == Modality.External)
        {
            return; // COA does not move whoever lives with a host family or in a hotel until there is a home.
        }

        if (Elsewhere(household) < 0)
        {
            PlanInternal(h); // There is no room to give way to the reason; it comes again.
            return;
        }

        Announce(h, (int)_nation[Notice], ForItsOwnReason);
    }

    // A reason of its own takes someone to another site of the same form first; only where there is none, to a better one.
    private int Elsewhere(in Household household)
    {
        var same = _nation.Places.Find(_nation.Places[household.Site].Modality, household);
        return same >= 0 && same != household.Site ? same : Destination(household);
    }

    /// <summary>From the day of placement a municipal site counts its week and two days.</summary>
    public void WatchMunicipal(int h)
    {
        ref var household = ref _nation[h];
        var none = default(NoTrace);
        var last = MunicipalSite.LastDay(_nation.Law, new Day(household.PlacedDay), ref none).Number;
        _nation.Plan(h, last + 1, 15, Happening.MunicipalLimit, household.Site);
        List(h);
    }

    /// <summary>Beyond the limit: the breach is counted; it does not by itself move anyone.</summary>
    public void MunicipalLimit(int h, int site)
    {
        ref var household = ref _nation[h];
        if (household.Site != site || household.Has(Marks.BeyondMunicipalLimit))
        {
            return;
        }

        var none = default(NoTrace);
        if (_nation.Today <= MunicipalSite.LastDay(_nation.Law, new Day(household.PlacedDay), ref none).Number)
        {
            return; // Came back to the site since: the days count anew.
        }

        household.Mark(Marks.BeyondMunicipalLimit, true);
        _nation.Tally.Level(Count.BreachMunicipal, household.Count);
    }

    /// <summary>Out of reception: off every list.</summary>
    public void Forget(int h)
    {
        _upgrade.Remove(h);
        _fromCentre.Remove(h);
        _closing.Remove(h);
        _nation[h].Mark(Marks.OnMoveList | Marks.MoveAnnounced, false);
    }

    internal void PlanInternal(int h)
    {
        ref var household = ref _nation[h];
        if (_nation.Places[household.Site].Modality == Modality.Emergency)
        {
            List(h);
        }

        if (_nation.Happens(_nation[Direct], household, Purpose.Site, 3))
        {
            return;
        }

        // Children, with or without parents, are left where they are, as far as COA can help it.
        // And some people move often while many hardly do: each has a pace of their own.
        var every = _nation[InternalEvery] * Pace.At(_nation.Chance.Bits(household.Key, Purpose.MoveHazard, 15)) / 1000
            * PaceOf(household);
        var days = _nation.Lag(Waiting, every, household, Purpose.MoveHazard, 16 + household.Moves);
        _nation.Plan(h, _nation.Today + 30 + days, 760, Happening.InternalMove);
    }

    /// <summary>Days between moves against those of adults without children.</summary>
    internal double PaceOf(in Household household) =>
        household.Kind == HouseholdKind.UnaccompaniedMinor ? _nation[MinorsFactor]
        : household.Count > household.Adults ? _nation[ChildrenFactor] : 1;

    private void Announce(int h, int days, int reason = 0)
    {
        ref var household = ref _nation[h];
        household.Mark(Marks.MoveAnnounced, true);
        _nation.Emit(household, StepKind.AnnounceMove, -1, days);
        _nation.Plan(h, _nation.Today + days, 600, Happening.Move, household.Site + reason);
    }
}
