using System.Collections.Immutable;
using Schakel.Rehearsal.Guidance;
using Schakel.Rehearsal.Model;
using Schakel.Rehearsal.Steering;
using Schakel.Rehearsal.Steps;

namespace Schakel.Rehearsal.Reception;

/// <summary>Sites, places and who lives where; opening and closing with their lag (opvangplekken).</summary>
internal sealed partial class Places
{
    internal static readonly Parameter RegularGrowth = new(
        "reception.regular-growth", 1400, 600, 2600, "places a year", "assumption from 70 to 81 regular sites between 2021 and 2023 (COA)",
        "nieuwe reguliere plekken per jaar", "new regular places a year", 0, 1e6);

    internal static readonly Parameter DispersalShare = new(
        "reception.dispersal-share", 0.15, 0, 0.45, "share", "assumption: in force from 1 February 2024; the voluntary tasks of 2022 and 2023 were not met",
        "deel van de opgave van de spreidingswet dat wordt gehaald", "share of the dispersal act's task that is carried out");

    private static readonly Parameter DispersalTask = new(
        "reception.dispersal-extra-places", 40000, 35000, 45000, "places", "96,000 places of the first estimate less those that exist",
        "extra plekken van de eerste opgave", "extra places of the first task", 0, 1e6);

    internal static readonly Parameter EmergencyLead = new(
        "reception.emergency-lead", 60, 40, 100, "days", "assumption", "tijd om een noodlocatie te openen", "days to open an emergency site", 1, 1000);

    private static readonly Parameter EmergencySize = new(
        "reception.emergency-size", 150, 100, 220, "places", "fitted to the number of emergency sites (COA)",
        "plekken per nieuwe noodlocatie", "places of a new emergency site", 20, 2000);

    private static readonly Parameter Foresight = new(
        "reception.foresight", 0.7, 0.4, 1, "share", "assumption: how much of the growth that is coming is ordered for in time",
        "deel van de verwachte groei waarvoor op tijd plekken worden besteld", "share of expected growth for which places are ordered in time", 0, 3);

    private static readonly Parameter ContractDays = new(
        "reception.contract-days", 300, 200, 400, "days", "assumption: half of the sites expire within a year (report, line 5825)",
        "duur van een noodcontract", "length of an emergency contract", 30, 4000);

    private static readonly Parameter Renewal = new(
        "reception.renewal-share", 0.65, 0.5, 0.8, "share", "assumption", "aandeel contracten dat wordt verlengd zolang de plekken nodig zijn",
        "share of contracts renewed while places are needed");

    private static readonly Parameter PlanningRate = new(
        "reception.planning-rate", 0.94, 0.91, 0.96, "share", "COA: 96 % (November 2022), 91 % (November 2023)", "geplande bezettingsgraad", "planned occupancy rate");

    internal static readonly Parameter FixedPlaces = new(
        "reception.fixed-places", 0, 0, 0, "places", "measure only (41,000 in the report)", "vaste voorraad plekken", "fixed stock of places", 0, 1e6);

    internal static readonly Parameter MunicipalShare = new(
        "reception.municipal-share", 0.25, 0.15, 0.4, "share", "assumption", "deel van het tekort dat gemeenten tijdelijk opvangen",
        "share of the shortage that municipalities take for the time being");

    internal static readonly Parameter CloseEmergency = new(
        "reception.close-emergency", 0, 0, 0, "share", "measure only", "sluiten van noodlocaties: deel dat niet wordt verlengd",
        "closing emergency sites: share not renewed");

    internal static readonly Parameter SoberShare = new(
        "reception.sober-share", 0.3, 0.1, 0.5, "share", "assumption (Stcrt. 2023, 26411)", "deel van sporen 1 en 2 in sobere opvang", "share of tracks 1 and 2 in sober reception");

    private static readonly Parameter NoSinglesShare = new(
        "reception.no-single-men", 0.15, 0.05, 0.3, "share", "assumption: target-group limits of municipalities (model notes 9)",
        "locaties zonder alleenstaande mannen", "sites that refuse single men");

    private static readonly Parameter OwnHomeShare = new(
        "reception.own-arrangement", 0.08, 0.05, 0.14, "share", "assumption", "aanvragers die buiten de opvang wonen", "applicants who live outside reception");

    internal static readonly Parameter SoberPlaces = new(
        "reception.sober-places", 0, 0, 0, "places", "measure only", "extra plekken in sobere opvang (pbl)", "extra places in sober reception (pbl)", 0, 1e5);

    internal static readonly Parameter Buffer = new(
        "reception.buffer", 0, 0, 0, "share", "measure only (report, lines 4601–4604)", "vrije plekken boven de planning, als deel van de bewoners",
        "free places beyond the planning, as a share of residents", 0, 1);

    /// <summary>Parameters of this subject.</summary>
    public static readonly ImmutableArray<Parameter> Parameters =
    [
        RegularGrowth, DispersalShare, DispersalTask, EmergencyLead, EmergencySize, Foresight, ContractDays, Renewal, PlanningRate,
        FixedPlaces, MunicipalShare, SoberPlaces, Buffer,
        CloseEmergency, SoberShare, NoSinglesShare, OwnHomeShare,
    ];

    // Forms that take anybody; the others are for some only and relieve no shortage.
    private static readonly Modality[] General = [Modality.Regular, Modality.Emergency, Modality.Municipal];

    private const int Forms = 10;
    private const int GrowthWeeks = 8;
    private const int Never = 1 << 28;
    private const int SmallestOrder = 150;
    private const int SoberSite = 50;

    private readonly Nation _nation;
    private readonly int[] _free = new int[Forms];
    private readonly int[] _capacity = new int[Forms];
    private readonly int[] _occupied = new int[Forms];
    private readonly int[] _coming = new int[Forms];
    private readonly List<int> _byModality0 = [];
    private readonly List<int>[] _open = new List<int>[Forms];
    private readonly int[] _residentsByWeek = new int[GrowthWeeks];
    private Site[] _sites = new Site[512];
    private double _regularOwed;
    private int _soberAtStart = -1;

    public Places(Nation nation)
    {
        _nation = nation;
        _open[0] = _byModality0;
        for (var m = 1; m < Forms; m++)
        {
            _open[m] = [];
        }
    }

    /// <summary>Number of sites ever.</summary>
    public int SiteCount { get; private set; }

    /// <summary>Residents of all sites; who is placed outside them is counted apart.</summary>
    public int Residents => _occupied.Sum() - _occupied[(int)Modality.External];

    /// <summary>A site.</summary>
    public ref Site this[int site] => ref _sites[site];

    /// <summary>Persons above the places of their sites, this morning.</summary>
    public int OverCapacity { get; private set; }

    /// <summary>Residents of a form.</summary>
    public int Occupied(Modality modality) => _occupied[(int)modality];

    /// <summary>Places free for newcomers in a form.</summary>
    public int Free(Modality modality) => _free[(int)modality];

    /// <summary>Places of a form.</summary>
    public int Capacity(Modality modality) => _capacity[(int)modality];

    /// <summary>Opens a site now.</summary>
    public int OpenSite(Modality modality, int capacity, int ends)
    {
        var site = AddSite(modality, capacity, ends);
        _nation.EmitSite(site, StepKind.OpenSite, capacity, (int)modality);
        return site;
    }

    private int AddSite(Modality modality, int capacity, int ends)
    {
        if (SiteCount == _sites.Length)
        {
            Array.Resize(ref _sites, SiteCount * 2);
        }

        var site = SiteCount++;
        var key = Key.Of(Key.Site, 0, site);
        _sites[site] = new Site
        {
            Modality = modality,
            Capacity = capacity,
            Opens = _nation.Today,
            Ends = ends,
            Open = true,
            NoSingles = modality is Modality.Emergency or Modality.Municipal && _nation.Chance.Unit(key, Purpose.SiteSize) < _nation[NoSinglesShare],
            Residents = [],
        };
        _open[(int)modality].Add(site);
        _capacity[(int)modality] += capacity;
        _free[(int)modality] += capacity;
        return site;
    }

    /// <summary>Whether a household that asks for protection lives with others and needs no bed.</summary>
    public bool HasOwnArrangement(in Household household) =>
        household.Kind == HouseholdKind.First && _nation.Happens(_nation[OwnHomeShare], household, Purpose.OwnHome, 2);

    /// <summary>A first bed for someone who arrives: at the arrival site, or wherever there is room.</summary>
    public void Admit(int h)
    {
        ref var household = ref _nation[h];
        if (household.Site >= 0)
        {
            return;
        }

        var site = household.Kind == HouseholdKind.Resettled
            ? FindLasting(household)
            : Find(Modality.Arrival, household) is var arrival and >= 0 ? arrival : FindLasting(household);
        household.Moves = 0;
        household.ReceptionSince = _nation.Today;
        Occupy(h, site, StepKind.Place);
        _nation.Costs.ReceptionBegins(h);
    }

    /// <summary>Best place to stay: a regular one for families first, then emergency, then municipal; nobody is left outside.</summary>
    public int FindLasting(in Household household)
    {
        if (household.Kind == HouseholdKind.UnaccompaniedMinor && !household.Has(Marks.Permit))
        {
            var minors = Find(Modality.Minors, household);
            if (minors >= 0)
            {
                return minors;
            }
        }

        if (household.Track is 1 or 2 && _nation.Happens(_nation[SoberShare], household, Purpose.Site)
            && Find(Modality.Sober, household) is var sober and >= 0)
        {
            return sober;
        }

        // Families go before singles where regular places are scarce.
        var family = household.Count > 1 || household.Kind == HouseholdKind.UnaccompaniedMinor;
        var reserve = family ? 0 : _capacity[(int)Modality.Regular] / 100;
        if (_free[(int)Modality.Regular] > reserve && Find(Modality.Regular, household) is var regular and >= 0)
        {
            return regular;
        }

        if (Find(Modality.Emergency, household) is var emergency and >= 0)
        {
            return emergency;
        }

        if (Find(Modality.Municipal, household) is var municipal and >= 0)
        {
            return municipal;
        }

        if (Find(Modality.Arrival, household) is var arrival and >= 0)
        {
            return arrival;
        }

        // Nothing is free: somewhere is made to hold more than it may. The case file records the breach.
        return _open[(int)Modality.Municipal].Count > 0
            ? _open[(int)Modality.Municipal][_nation.Chance.Below(_open[(int)Modality.Municipal].Count, household.Key, Purpose.Site, 7)]
            : _byModality0.Count > 0 ? _byModality0[0] : _open.First(sites => sites.Count > 0)[0];
    }

    /// <summary>A site of a form with room for the whole household; -1 when there is none.</summary>
    public int Find(Modality modality, in Household household)
    {
        if (_free[(int)modality] < household.Count)
        {
            return -1;
        }

        var sites = _open[(int)modality];
        var start = _nation.Chance.Below(Math.Max(1, sites.Count), household.Key, Purpose.Site, household.Moves + 8);
        var single = household.Count == 1 && household.Kind != HouseholdKind.UnaccompaniedMinor;
        for (var i = 0; i < sites.Count; i++)
        {
            var site = sites[start + i < sites.Count ? start + i : start + i - sites.Count];
            ref var candidate = ref _sites[site];
            if (candidate.Free >= household.Count && !(single && candidate.NoSingles))
            {
                return site;
            }
        }

        return -1;
    }

    /// <summary>Takes up places at a site; a former site is left in the same step.</summary>
    public void Occupy(int h, int site, StepKind kind)
    {
        ref var household = ref _nation[h];
        if (household.Site >= 0)
        {
            Vacate(h);
        }

        ref var taken = ref TakePlaces(h, site);
        household.PlacedDay = _nation.Today;
        _nation.Emit(household, kind, site);
        _nation.Milestones.Placed(h, taken.Modality);
        if (kind == StepKind.Place && household.Has(Marks.Permit) && taken.Modality != Modality.External)
        {
            _nation.Tally.Level(Count.OccupancyStatusHolders, household.Count);
        }

        if (kind == StepKind.Move && taken.Modality == Modality.External)
        {
            _nation.Tally.Level(Count.OccupancyStatusHolders, -household.Count);
        }
        else if (kind == StepKind.Move)
        {
            household.Moves++;
            _nation.Tally.Add(Count.MovesTotal, household.Count);
        }

        if (taken.Modality == Modality.Municipal)
        {
            _nation.Moves.WatchMunicipal(h);
        }
    }

    /// <summary>Reception ends for a household.</summary>
    public void Leave(int h, ReceptionEnd reason)
    {
        ref var household = ref _nation[h];
        if (household.Site < 0)
        {
            return;
        }

        if (household.Has(Marks.Permit) && _sites[household.Site].Modality != Modality.External)
        {
            _nation.Tally.Level(Count.OccupancyStatusHolders, -household.Count);
        }

        _nation.Tally.LeftReception(household, _nation.Today);
        _nation.Costs.ReceptionEnds(h);
        Vacate(h);
        household.Site = -1;
        Milestones.LeftReception(ref household);
        _nation.Moves.Forget(h);
        if (reason != ReceptionEnd.Unknown)
        {
            _nation.Emit(household, StepKind.LeaveReception, (int)reason);
        }
    }

    /// <summary>A place outside the sites, for permit holders: host families and hotels take whoever is sent.</summary>
    public int FindExternal(in Household household)
    {
        var site = Find(Modality.External, household);
        return site >= 0 ? site : OpenSite(Modality.External, 100, Never);
    }

    /// <summary>Used when the stock is settled: a household stands at a site from before the first day.</summary>
    public void Settle(int h)
    {
        ref var household = ref _nation[h];
        if (household.Site < 0 && household.Stage != Stage.Gone)
        {
            Occupy(h, FindLasting(household), StepKind.Place);
            _nation.Costs.ReceptionBegins(h);
        }
    }

    /// <summary>A day begins: places that were promised open, contracts end or are renewed, orders go out.</summary>
    public void BeginDay()
    {
        var today = _nation.Today;
        _soberAtStart = _soberAtStart < 0 ? _capacity[(int)Modality.Sober] : _soberAtStart;
        GrowRegular();
        foreach (var modality in (ReadOnlySpan<Modality>)[Modality.Emergency, Modality.Municipal])
        {
            EndContracts(modality, today);
        }

        OpenOrdered(today);
        if (today % 7 == 0)
        {
            Order();
        }

        OverCapacity = CountOverCapacity();
    }

    private readonly PriorityQueue<(Modality Modality, int Capacity), int> _ordered = new();

    private int NewContractEnd(int today, ulong key) =>
        today + (int)(_nation[ContractDays] * (0.5 + _nation.Chance.Unit(key, Purpose.Contract)));

    // Lasting places come in batches of a site; the dispersal act adds its share evenly between mid-2024 and mid-2025.
    private void GrowRegular()
    {
        var year = Schakel.Norms.Day.Of(2024, 7, 1).Number;
        var dispersal = _nation.Today >= year && _nation.Today < year + 365
            ? _nation[DispersalShare] * _nation[DispersalTask] / 365 : 0;
        _regularOwed += _nation.Inputs.Scale * ((_nation[RegularGrowth] / 365) + dispersal);
        var shortOfFixed = (_nation[FixedPlaces] * _nation.Inputs.Scale) - _capacity[(int)Modality.Regular] - _capacity[(int)Modality.Arrival]
            - _capacity[(int)Modality.Minors];
        if (shortOfFixed > 0)
        {
            _regularOwed += Math.Min(shortOfFixed, 30 * _nation.Inputs.Scale);
        }

        if (_capacity[(int)Modality.Sober] - _soberAtStart < (_nation[SoberPlaces] * _nation.Inputs.Scale) - (SoberSite / 2))
        {
            OpenSite(Modality.Sober, SoberSite, Never);
        }

        if (_regularOwed >= 250)
        {
            _regularOwed -= 250;
            OpenSite(Modality.Regular, 220, Never);
            OpenSite(Modality.Minors, 30, Never);
        }
    }

    private void EndContracts(Modality modality, int today)
    {
        var sites = _open[(int)modality];
        for (var i = sites.Count - 1; i >= 0; i--)
        {
            var site = sites[i];
            ref var contract = ref _sites[site];
            if (!contract.Closing && contract.Ends - 42 == today)
            {
                var key = Key.Of(Key.Site, 0, site);
                var needed = FreeShare() < (1.5 * (1 - _nation[PlanningRate])) + _nation[Buffer];
                var renewed = needed && _nation.Chance.Unit(key, Purpose.Renewal, contract.Ends) < _nation[Renewal] * (1 - _nation[CloseEmergency]);
                if (renewed)
                {
                    contract.Ends = NewContractEnd(contract.Ends, key);
                }
                else
                {
                    SetClosing(site);
                }
            }

            if (contract.Closing && contract.Ends <= today && contract.Occupied == 0)
            {
                contract.Open = false;
                _capacity[(int)modality] -= contract.Capacity;
                sites.RemoveAt(i);
                _nation.EmitSite(site, StepKind.CloseSite);
            }
        }
    }

    private void SetClosing(int site)
    {
        ref var contract = ref _sites[site];
        _free[(int)contract.Modality] -= contract.Free;
        contract.Closing = true;
        _nation.Moves.CloseSite(site);
    }

    // The board looks at what will be needed when an order made today arrives, and asks for sites when too little is free.
    private void Order()
    {
        var places = 0;
        foreach (var form in General)
        {
            places += _free[(int)form] + _coming[(int)form];
        }

        places -= OverCapacity;

        var leaving = 0;
        foreach (var site in _open[(int)Modality.Emergency])
        {
            leaving += _sites[site].Closing ? _sites[site].Occupied : 0;
        }

        // Growth of the last eight weeks is expected to go on until the order arrives.
        var slot = _nation.Today / 7 % GrowthWeeks;
        var growth = _residentsByWeek[slot] > 0 ? Residents - _residentsByWeek[slot] : 0;
        _residentsByWeek[slot] = Residents;
        var expected = Math.Max(0, growth) * _nation[EmergencyLead] * _nation[Foresight] / (7 * GrowthWeeks);
        var wanted = (Residents * ((1 / _nation[PlanningRate]) - 1 + _nation[Buffer])) + leaving + expected;
        var lacking = wanted - places;
        while (lacking > SmallestOrder * Math.Min(1, _nation.Inputs.Scale * 4))
        {
            var key = Key.Of(Key.SiteOrder, _nation.Today, _ordered.Count);
            var municipal = _nation.Chance.Unit(key, Purpose.SiteMunicipality) < _nation[MunicipalShare];
            var mean = municipal ? 100 : _nation[EmergencySize];
            var size = (int)(mean * (0.5 + _nation.Chance.Unit(key, Purpose.SiteSize)));
            var lead = municipal ? 10 : (int)(_nation[EmergencyLead] * (0.5 + _nation.Chance.Unit(key, Purpose.SiteLead)));
            _ordered.Enqueue((municipal ? Modality.Municipal : Modality.Emergency, size), _nation.Today + lead);
            _coming[(int)(municipal ? Modality.Municipal : Modality.Emergency)] += size;
            lacking -= size;
        }
    }

    private void OpenOrdered(int today)
    {
        while (_ordered.TryPeek(out var order, out var day) && day <= today)
        {
            _ordered.Dequeue();
            _coming[(int)order.Modality] -= order.Capacity;
            OpenSite(order.Modality, order.Capacity, NewContractEnd(today, Key.Of(Key.Site, 0, SiteCount)));
        }
    }

    /// <summary>Places kept ready by policy though nobody lives there: the buffer, and what is free of a fixed stock.</summary>
    public double KeptReady()
    {
        var held = _nation[Buffer] > 0 ? Math.Min(_nation[Buffer] * Residents, Math.Max(0, _free[(int)Modality.Regular] + _free[(int)Modality.Emergency])) : 0;
        return _nation[FixedPlaces] > 0 ? Math.Max(held, _free[(int)Modality.Regular]) : held;
    }

    private double FreeShare()
    {
        var free = 0;
        var capacity = 1;
        foreach (var form in General)
        {
            free += _free[(int)form];
            capacity += _capacity[(int)form];
        }

        return (double)free / capacity;
    }

    /// <summary>How the places stand now: told at the end of a month.</summary>
    public void Tell()
    {
        var tally = _nation.Tally;
        tally.Stand(Count.CapacityEmergency, _capacity[(int)Modality.Emergency]);
        tally.Stand(Count.CapacityMunicipal, _capacity[(int)Modality.Municipal]);
        tally.Stand(
            Count.CapacityRegular,
            _capacity.Sum() - _capacity[(int)Modality.Emergency] - _capacity[(int)Modality.Municipal] - _capacity[(int)Modality.External]);
        tally.Stand(Count.OverCapacity, CountOverCapacity());
        tally.Stand(Count.OccupancyEmergency, Occupied(Modality.Emergency));
        tally.Stand(Count.OccupancyMunicipal, Occupied(Modality.Municipal));
        tally.Stand(Count.OccupancyMinors, Occupied(Modality.Minors));
        tally.Stand(Count.OccupancyTotal, Residents);
        tally.Stand(Count.OccupancyExternal, Occupied(Modality.External));
        tally.Stand(Count.SitesEmergency, _open[(int)Modality.Emergency].Count);

        // Small-scale reception of minors is in ordinary houses, which the count of sites leaves out.
        tally.Stand(
            Count.SitesRegular,
            _byModality0.Count + _open[(int)Modality.Regular].Count + _open[(int)Modality.Family].Count
            + _open[(int)Modality.Supervised].Count + _open[(int)Modality.Sober].Count + _open[(int)Modality.Transit].Count);
        tally.Stand(Count.OccupancyRegular, Residents - Occupied(Modality.Emergency) - Occupied(Modality.Municipal));
    }

    private int CountOverCapacity()
    {
        var over = 0;
        foreach (var sites in _open)
        {
            foreach (var site in sites)
            {
                over += Math.Max(0, _sites[site].Occupied - _sites[site].Capacity);
            }
        }

        return over;
    }

    private void Vacate(int h)
    {
        ref var household = ref _nation[h];
        ref var left = ref _sites[household.Site];
        var before = left.Free;
        left.Occupied -= household.Count;
        _free[(int)left.Modality] += left.Free - before;
        _occupied[(int)left.Modality] -= household.Count;
        left.Residents.Remove(h);
        if (household.Has(Marks.BeyondMunicipalLimit))
        {
            household.Mark(Marks.BeyondMunicipalLimit, false);
            _nation.Tally.Level(Count.BreachMunicipal, -household.Count);
        }
    }
}
