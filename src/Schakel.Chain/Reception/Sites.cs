using System.Collections.Immutable;
using System.Diagnostics;
using Schakel.Norms;

namespace Schakel.Chain.Reception;

/// <summary>An event of a site's stream.</summary>
public abstract record SiteEvent : ChainEvent;

/// <summary>
/// A reception site (opvanglocatie): who occupies which slot. Each resident occupies exactly one. Immutable; the default is a site that
/// never opened.
/// </summary>
/// <param name="IsOpen">Open for residents.</param>
/// <param name="Capacity">Number of slots agreed; more may be occupied, and then a breach is on record.</param>
/// <param name="Modality">Kind of site.</param>
/// <param name="Residents">Who occupies which slot.</param>
/// <param name="FreeSlots">Slots once occupied and free again.</param>
/// <param name="HighestSlot">Highest slot ever occupied.</param>
public sealed record Site(
    bool IsOpen, int Capacity, Modality Modality, ImmutableDictionary<PersonId, int> Residents,
    ImmutableStack<int> FreeSlots, int HighestSlot)
{
    /// <summary>A site that never opened.</summary>
    public static Site Unopened { get; } =
        new(false, 0, Modality.CentralReception, ImmutableDictionary<PersonId, int>.Empty, [], 0);

    /// <summary>Residents now.</summary>
    public int Occupancy => Residents.Count;

    /// <summary>What is known of it beside its slots.</summary>
    public SiteTraits Traits { get; init; } = SiteTraits.None;

    /// <summary>Places that can be used.</summary>
    public int Available => Capacity - Traits.OutOfUse;
}

/// <summary>Open a site (locatie openen).</summary>
/// <param name="By">Officer of the reception agency.</param>
/// <param name="Capacity">Slots, at least one.</param>
/// <param name="Modality">Kind of site.</param>
public sealed record OpenSite(Official By, int Capacity, Modality Modality) : SiteCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer;
}

/// <summary>Change a site's capacity (capaciteit wijzigen).</summary>
/// <param name="By">Officer of the reception agency.</param>
/// <param name="Capacity">Slots, zero or more.</param>
public sealed record ResizeSite(Official By, int Capacity) : SiteCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer;
}

/// <summary>Close an empty site (locatie sluiten).</summary>
/// <param name="By">Officer of the reception agency.</param>
public sealed record CloseSite(Official By) : SiteCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer;
}

/// <summary>Why someone is placed in a full or unfit site after all (noodgrond).</summary>
public enum EmergencyGround
{
    /// <summary>There is no place anywhere else: nobody sleeps outside.</summary>
    NoPlaceElsewhere = 0,
    /// <summary>Another site closed, or cannot be used.</summary>
    SiteLost,
    /// <summary>Danger where the person was.</summary>
    Danger,
    /// <summary>To keep a family together.</summary>
    Family,
    /// <summary>The person lived there when the file was taken over.</summary>
    TakenOver,
}

/// <summary>
/// Occupy a slot: the site's half of a placement or move (plaats bezetten). An ordinary placement into a full site, or into one that
/// lacks what the person needs, is refused; on an emergency ground it is accepted, and the breach recorded.
/// </summary>
/// <param name="Person">The resident.</param>
public sealed record OccupySlot(PersonId Person) : SiteCommand
{
    /// <summary>What the place must have, from the person's file; no event of the site repeats it.</summary>
    public PlaceKinds Needs { get; init; }

    /// <summary>Why the person is placed even when the site is full or unfit; absent for an ordinary placement.</summary>
    public EmergencyGround? Emergency { get; init; }

    /// <summary>The site's half for someone whose file is at hand.</summary>
    /// <param name="person">The resident.</param>
    /// <param name="file">The file: what the place must have.</param>
    /// <param name="ground">An emergency ground, if there is one.</param>
    public static OccupySlot For(PersonId person, CaseFile file, EmergencyGround? ground = null) =>
        new(person) { Needs = file.Reception.Circumstances.Needs & ~(PlaceKinds.IntensiveGuidance | PlaceKinds.Clinical), Emergency = ground };
}

/// <summary>Release a slot: the site's half of a move or an end of reception (plaats vrijgeven).</summary>
/// <param name="Person">The resident.</param>
public sealed record ReleaseSlot(PersonId Person) : SiteCommand;

/// <summary>A site opened (geopend).</summary>
/// <param name="Capacity">Slots.</param>
/// <param name="Modality">Kind of site.</param>
[EventName("site-opened", 1)]
public sealed record SiteOpened(
    [Category(DataCategory.None)] int Capacity,
    [Category(DataCategory.None)] Modality Modality) : SiteEvent;

/// <summary>A site's capacity changed (capaciteit gewijzigd).</summary>
/// <param name="Capacity">Slots.</param>
[EventName("site-resized", 1)]
public sealed record SiteResized([Category(DataCategory.None)] int Capacity) : SiteEvent;

/// <summary>A site closed (gesloten).</summary>
[EventName("site-closed", 1)]
public sealed record SiteClosed : SiteEvent;

/// <summary>A slot was occupied (plaats bezet).</summary>
/// <param name="Person">The resident.</param>
/// <param name="Slot">The slot, from 1; above the capacity when the site is overfull.</param>
[EventName("slot-occupied", 1)]
public sealed record SlotOccupied(
    [Category(DataCategory.Reception)] PersonId Person,
    [Category(DataCategory.Reception)] int Slot) : SiteEvent;

/// <summary>Someone was placed in a full or unfit site on an emergency ground (geplaatst op noodgrond).</summary>
/// <param name="Ground">Why.</param>
[EventName("placed-on-emergency-ground", 1)]
public sealed record PlacedOnEmergencyGround([Category(DataCategory.None)] EmergencyGround Ground) : SiteEvent;

/// <summary>A slot came free (plaats vrij).</summary>
/// <param name="Person">Who left.</param>
/// <param name="Slot">The slot.</param>
[EventName("slot-released", 1)]
public sealed record SlotReleased(
    [Category(DataCategory.Reception)] PersonId Person,
    [Category(DataCategory.Reception)] int Slot) : SiteEvent;

/// <summary>Sites and their slots (locaties).</summary>
public static class Sites
{
    /// <summary>Norm that a site over its capacity breaks: the adequate standard of living (RCD 18(9); Rva 9).</summary>
    public const string CapacityNorm = "site-capacity";

    /// <summary>Open already.</summary>
    public static readonly Refusal AlreadyOpen = new(
        "site.already-open", "fact",
        "Deze locatie is al open.",
        "This site is open already.");

    /// <summary>No sensible number of slots.</summary>
    public static readonly Refusal NoCapacity = new(
        "site.no-capacity", "fact",
        "Een locatie opent met ten minste één plaats, en heeft er nooit minder dan nul.",
        "A site opens with at least one place, and never has fewer than none.");

    /// <summary>Not open.</summary>
    public static readonly Refusal NotOpen = new(
        "site.not-open", "fact",
        "Deze locatie is niet open.",
        "This site is not open.");

    /// <summary>Norm that a place which lacks what its resident needs breaks (RCD 21; Rva 18a).</summary>
    public const string FitnessNorm = "site-fitness";

    /// <summary>No place left.</summary>
    public static readonly Refusal Full = new(
        "site.full", CapacityNorm,
        "Deze locatie is vol; alleen op een noodgrond wordt hier nog iemand geplaatst, en dat wordt vastgelegd.",
        "This site is full; only on an emergency ground is anyone still placed here, and that is recorded.");

    /// <summary>No free place has what is needed.</summary>
    public static readonly Refusal Unfit = new(
        "site.unfit", "RCD 21",
        "Op deze locatie is geen vrije plaats die heeft wat deze persoon nodig heeft.",
        "This site has no free place with what this person needs.");

    /// <summary>Someone still lives there.</summary>
    public static readonly Refusal HasResidents = new(
        "site.has-residents", "RCD 18",
        "Er wonen nog mensen op deze locatie; sluiten kan pas als zij elders een plaats hebben.",
        "People still live at this site; it can close only when they have a place elsewhere.");

    /// <summary>One resident, one slot.</summary>
    public static readonly Refusal AlreadyResident = new(
        "site.already-resident", "fact",
        "Deze persoon bezet al een plaats op deze locatie.",
        "This person occupies a slot at this site already.");

    /// <summary>Occupies no slot here.</summary>
    public static readonly Refusal NotResident = new(
        "site.not-resident", "fact",
        "Deze persoon bezet geen plaats op deze locatie.",
        "This person occupies no slot at this site.");

    internal static Decision Decide(Site site, SiteCommand command, Day today) => command switch
    {
        OccupySlot act => !site.IsOpen ? NotOpen
            : site.Residents.ContainsKey(act.Person) ? AlreadyResident
            : Occupy(site, act),
        SiteOfficerCommand act => SiteFacts.Decide(site, act),
        ObserveRemedyLapse act => RemedyLapses.Decide(site, act, today),
        ReleaseSlot act => !site.IsOpen ? NotOpen
            : !site.Residents.TryGetValue(act.Person, out var slot) ? NotResident
            : new SlotReleased(act.Person, slot),
        OpenSite act => site.IsOpen ? AlreadyOpen
            : act.Capacity <= 0 ? NoCapacity
            : new SiteOpened(act.Capacity, act.Modality),
        ResizeSite act => !site.IsOpen ? NotOpen
            : act.Capacity < 0 ? NoCapacity
            : Decision.Of(new SiteResized(act.Capacity), Overfull(site.Occupancy, act.Capacity - site.Traits.OutOfUse)),
        CloseSite => !site.IsOpen ? NotOpen
            : site.Occupancy > 0 ? HasResidents
            : new SiteClosed(),
        _ => throw new UnreachableException($"No decision for {command.GetType().Name}."),
    };

    internal static Site Evolve(Site site, SiteEvent happened) => happened switch
    {
        SlotOccupied occupied => Slots.Occupied(site, occupied.Person, occupied.Slot),
        SlotReleased released => site with
        {
            Residents = site.Residents.Remove(released.Person),
            FreeSlots = site.FreeSlots.Push(released.Slot),
        },
        SiteOpened opened => Site.Unopened with { IsOpen = true, Capacity = opened.Capacity, Modality = opened.Modality },
        SiteResized resized => site with { Capacity = resized.Capacity },
        SiteClosed => site with { IsOpen = false, Capacity = 0, Traits = SiteTraits.None },
        PlacedOnEmergencyGround => site,
        _ => site with
        {
            Traits = SiteFacts.Evolve(site.Traits, happened) ?? throw new UnreachableException($"No state for {happened.GetType().Name}."),
        },
    };

    internal static BreachRecorded? Overfull(int occupancy, int capacity) =>
        occupancy > capacity ? new(CapacityNorm, null) : null;

    private static Decision Occupy(Site site, OccupySlot act)
    {
        var overfull = Overfull(site.Occupancy + 1, site.Available);
        var slot = Slots.For(site, act.Needs);
        var unfit = slot == 0 ? new BreachRecorded(FitnessNorm, null) : null;
        if (overfull is null && unfit is null)
        {
            return new SlotOccupied(act.Person, slot);
        }
        if (act.Emergency is not { } ground)
        {
            return unfit is null ? Full : Unfit;
        }
        var occupied = new SlotOccupied(act.Person, unfit is null ? slot : Slots.For(site, PlaceKinds.None));
        var placed = new PlacedOnEmergencyGround(ground);
        return overfull is null ? Decision.Of(occupied, unfit!, placed)
            : unfit is null ? Decision.Of(occupied, overfull, placed)
            : Decision.Of(occupied, overfull, unfit, placed);
    }
}
