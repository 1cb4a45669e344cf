using System.Collections.Immutable;
using Schakel.Norms;

namespace Schakel.Chain.Reception;

/// <summary>Whom a municipality does not want at a site (doelgroepbeperking): recorded and shown, a limit that the law does not know.</summary>
[Flags]
public enum TargetGroups
{
    /// <summary>Nobody is left out.</summary>
    None = 0,
    /// <summary>Adults who came alone.</summary>
    Singles = 1 << 0,
    /// <summary>Families.</summary>
    Families = 1 << 1,
    /// <summary>Unaccompanied minors.</summary>
    MinorsAlone = 1 << 2,
    /// <summary>Permit holders.</summary>
    PermitHolders = 1 << 3,
    /// <summary>Those in tracks 1 and 2.</summary>
    LowChance = 1 << 4,
}

/// <summary>Minimum standard of a site (minimumnorm; norms 9.3, STD-1 to STD-12).</summary>
public enum SiteStandard
{
    /// <summary>Housing of adequate standard (STD-1).</summary>
    Housing = 0,
    /// <summary>Family life and privacy (STD-2).</summary>
    Privacy,
    /// <summary>Access to health care (STD-3).</summary>
    HealthCare,
    /// <summary>School within reach (STD-4).</summary>
    School,
    /// <summary>Play and open air for children (STD-5).</summary>
    Play,
    /// <summary>Meals or cooking (STD-6).</summary>
    Cooking,
    /// <summary>Support of vulnerable people (STD-7).</summary>
    Vulnerable,
    /// <summary>Safety, also of women and LGBTIQ+ people (STD-8).</summary>
    Safety,
    /// <summary>Contact with family, lawyer, organisations (STD-9).</summary>
    Contact,
    /// <summary>Information (STD-10).</summary>
    Information,
    /// <summary>Trained staff, complaints (STD-11).</summary>
    Staff,
}

/// <summary>A shortfall an inspection found, and that is not put right (openstaande bevinding).</summary>
/// <param name="Standard">Which standard.</param>
/// <param name="On">Day of the inspection.</param>
/// <param name="RemedyBy">Day by which it is to be put right.</param>
public readonly record struct Finding(SiteStandard Standard, Day On, Day RemedyBy);

/// <summary>Places of a kind: a row of slots that have something (bijzondere plaatsen).</summary>
/// <param name="Kinds">What they have.</param>
/// <param name="First">First slot, from 1.</param>
/// <param name="Count">How many.</param>
public readonly record struct EquippedSlots(PlaceKinds Kinds, int First, int Count);

/// <summary>What is known of a site beside its slots (kenmerken van een locatie).</summary>
/// <param name="OutOfUse">Places that cannot be used.</param>
/// <param name="LeftOut">Whom the municipality leaves out.</param>
/// <param name="ContractThrough">Last day of the contract.</param>
/// <param name="Findings">Findings that are not put right.</param>
/// <param name="Equipped">Slots that have something special. Any resident may live in one: a slot says nothing of who is in it.</param>
public sealed record SiteTraits(
    int OutOfUse, TargetGroups LeftOut, Day? ContractThrough, ImmutableArray<Finding> Findings, ImmutableArray<EquippedSlots> Equipped)
{
    /// <summary>The municipality in which it stands; absent when that is not recorded.</summary>
    public MunicipalityId? Municipality { get; init; }

    /// <summary>Open findings of which it is on record that their day passed.</summary>
    public ImmutableArray<Finding> Lapsed { get; init; } = [];

    /// <summary>Nothing particular.</summary>
    public static SiteTraits None { get; } = new(0, TargetGroups.None, null, [], []);
}

/// <summary>A command that only an officer of the reception agency gives about a site.</summary>
/// <param name="By">That officer.</param>
public abstract record SiteOfficerCommand(Official By) : SiteCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer;
}

/// <summary>Set how many places cannot be used (kamers buiten gebruik): repairs, pests, quarantine.</summary>
/// <param name="By">Officer of the reception agency.</param>
/// <param name="Places">Places out of use from now; zero when all are in use.</param>
public sealed record SetPlacesOutOfUse(Official By, int Places) : SiteOfficerCommand(By);

/// <summary>Record whom the municipality leaves out (doelgroepbeperking vastleggen).</summary>
/// <param name="By">Officer of the reception agency.</param>
/// <param name="LeftOut">All groups left out from now.</param>
public sealed record LimitTargetGroups(Official By, TargetGroups LeftOut) : SiteOfficerCommand(By);

/// <summary>Record until when the contract runs (einddatum van het contract).</summary>
/// <param name="By">Officer of the reception agency.</param>
/// <param name="Through">Last day.</param>
public sealed record SetContractEnd(Official By, Day Through) : SiteOfficerCommand(By);

/// <summary>Record in which municipality the site stands (gemeente van de locatie).</summary>
/// <param name="By">Officer of the reception agency.</param>
/// <param name="Municipality">The municipality.</param>
public sealed record LocateSite(Official By, MunicipalityId Municipality) : SiteOfficerCommand(By);

/// <summary>Equip slots for people who need something (bijzondere plaatsen inrichten).</summary>
/// <param name="By">Officer of the reception agency.</param>
/// <param name="Slots">Which slots, and what they have.</param>
public sealed record EquipSlots(Official By, EquippedSlots Slots) : SiteOfficerCommand(By);

/// <summary>Record a shortfall that an inspection found (bevinding van een inspectie; capability C15).</summary>
/// <param name="By">Officer of the reception agency, who answers for the site.</param>
/// <param name="Finding">What fell short, when it was found, and by when it is to be put right.</param>
public sealed record RecordFinding(Official By, Finding Finding) : SiteOfficerCommand(By);

/// <summary>Record that a shortfall was put right (opvolging van een bevinding).</summary>
/// <param name="By">Officer of the reception agency.</param>
/// <param name="Standard">Which standard is met again.</param>
/// <param name="On">The day it was.</param>
public sealed record RemedyFinding(Official By, SiteStandard Standard, Day On) : SiteOfficerCommand(By);

/// <summary>The number of places out of use changed (plaatsen buiten gebruik).</summary>
/// <param name="Places">How many.</param>
[EventName("places-out-of-use-set", 1)]
public sealed record PlacesOutOfUseSet([Category(DataCategory.None)] int Places) : SiteEvent;

/// <summary>Whom the municipality leaves out was recorded (doelgroepbeperking vastgelegd).</summary>
/// <param name="LeftOut">The groups.</param>
[EventName("target-groups-limited", 1)]
public sealed record TargetGroupsLimited([Category(DataCategory.None)] TargetGroups LeftOut) : SiteEvent;

/// <summary>The end of the contract was recorded (einddatum vastgelegd).</summary>
/// <param name="Through">Last day.</param>
[EventName("contract-end-set", 1)]
public sealed record ContractEndSet([Category(DataCategory.None)] Day Through) : SiteEvent;

/// <summary>The municipality of the site was recorded (gemeente vastgelegd).</summary>
/// <param name="Municipality">The municipality.</param>
[EventName("site-located", 1)]
public sealed record SiteLocated([Category(DataCategory.Reception)] MunicipalityId Municipality) : SiteEvent;

/// <summary>Slots were equipped (bijzondere plaatsen ingericht).</summary>
/// <param name="Slots">Which, and with what.</param>
[EventName("slots-equipped", 1)]
public sealed record SlotsEquipped([Category(DataCategory.None)] EquippedSlots Slots) : SiteEvent;

/// <summary>An inspection found a shortfall (bevinding vastgelegd).</summary>
/// <param name="Finding">What, when, and by when it is to be put right.</param>
[EventName("finding-recorded", 1)]
public sealed record FindingRecorded([Category(DataCategory.None)] Finding Finding) : SiteEvent;

/// <summary>A shortfall was put right (bevinding opgevolgd).</summary>
/// <param name="Standard">Which standard is met again.</param>
/// <param name="On">The day it was.</param>
[EventName("finding-remedied", 1)]
public sealed record FindingRemedied(
    [Category(DataCategory.None)] SiteStandard Standard,
    [Category(DataCategory.None)] Day On) : SiteEvent;

/// <summary>What is known of a site beside its slots (kenmerken van locaties).</summary>
public static class SiteFacts
{
    /// <summary>Norm that a shortfall which lasts beyond its remedy breaks.</summary>
    public const string StandardsNorm = "site-standards";

    /// <summary>More than there are, or fewer than none.</summary>
    public static readonly Refusal NoSuchPlaces = new(
        "site.no-such-places", "fact",
        "Zoveel plaatsen heeft deze locatie niet.",
        "This site does not have so many places.");

    /// <summary>It is so already.</summary>
    public static readonly Refusal Unchanged = new(
        "site.unchanged", "fact",
        "Dit is voor deze locatie al zo vastgelegd.",
        "This has been recorded for this site already.");

    /// <summary>Put right before it was found.</summary>
    public static readonly Refusal OutOfOrder = new(
        "site.finding-out-of-order", "fact",
        "Herstel ligt niet vóór de dag van de inspectie ({0}).",
        "A remedy does not lie before the day of the inspection ({0}).");

    /// <summary>Nothing to put right.</summary>
    public static readonly Refusal NoFinding = new(
        "site.no-finding", "fact",
        "Voor deze norm staat geen bevinding open.",
        "No finding is open on this standard.");

    internal static Decision Decide(Site site, SiteOfficerCommand command)
    {
        if (!site.IsOpen)
        {
            return Sites.NotOpen;
        }
        var traits = site.Traits;
        return command switch
        {
            SetPlacesOutOfUse act => act.Places < 0 || act.Places > site.Capacity ? NoSuchPlaces
                : act.Places == traits.OutOfUse ? Unchanged
                : Decision.Of(new PlacesOutOfUseSet(act.Places), Sites.Overfull(site.Occupancy, site.Capacity - act.Places)),
            LimitTargetGroups act => act.LeftOut == traits.LeftOut ? Unchanged : new TargetGroupsLimited(act.LeftOut),
            SetContractEnd act => act.Through == traits.ContractThrough ? Unchanged : new ContractEndSet(act.Through),
            LocateSite act => act.Municipality == traits.Municipality ? Unchanged : new SiteLocated(act.Municipality),
            EquipSlots { Slots: var slots } => slots.First < 1 || slots.Count < 1 || slots.First - 1 + (long)slots.Count > site.Capacity ? NoSuchPlaces
                : traits.Equipped.Contains(slots) ? Unchanged : new SlotsEquipped(slots),
            RecordFinding { Finding: var finding } => finding.RemedyBy < finding.On ? OutOfOrder.On(finding.On)
                : FindingOn(traits, finding.Standard) is not null ? Unchanged : new FindingRecorded(finding),
            RemedyFinding act => FindingOn(traits, act.Standard) is not { } open ? NoFinding
                : act.On < open.On ? OutOfOrder.On(open.On)
                : Decision.Of(
                    new FindingRemedied(act.Standard, act.On), act.On > open.RemedyBy ? new BreachRecorded(StandardsNorm, open.RemedyBy) : null),
            _ => throw new System.Diagnostics.UnreachableException($"No decision for {command.GetType().Name}."),
        };
    }

    internal static SiteTraits? Evolve(SiteTraits traits, SiteEvent happened) => happened switch
    {
        PlacesOutOfUseSet set => traits with { OutOfUse = set.Places },
        TargetGroupsLimited limited => traits with { LeftOut = limited.LeftOut },
        SiteLocated located => traits with { Municipality = located.Municipality },
        ContractEndSet set => traits with { ContractThrough = set.Through },
        SlotsEquipped equipped => traits with { Equipped = traits.Equipped.Add(equipped.Slots) },
        FindingRecorded recorded => traits with { Findings = traits.Findings.Add(recorded.Finding) },
        FindingRemedied remedied => traits with
        {
            Findings = traits.Findings.RemoveAll(open => open.Standard == remedied.Standard),
            Lapsed = traits.Lapsed.RemoveAll(open => open.Standard == remedied.Standard),
        },
        RemedyLapsed lapsed => traits with { Lapsed = traits.Lapsed.AddRange(traits.Findings.Where(open => open.Standard == lapsed.Standard)) },
        _ => null,
    };

    internal static Finding? FindingOn(SiteTraits traits, SiteStandard standard)
    {
        foreach (var open in traits.Findings)
        {
            if (open.Standard == standard)
            {
                return open;
            }
        }
        return null;
    }
}
