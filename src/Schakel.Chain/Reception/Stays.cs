using System.Diagnostics;
using Schakel.Chain.Family;
using Schakel.Chain.Procedure;
using Schakel.Chain.Return;
using Schakel.Norms;
using Schakel.Norms.Reception;

namespace Schakel.Chain.Reception;

/// <summary>A command of the reception room.</summary>
public abstract record ReceptionCommand : CaseCommand;

/// <summary>An event of the reception room.</summary>
public abstract record ReceptionEvent : ChainEvent;

/// <summary>Place a person at a first site (plaatsen; Rva 11). Goes with <see cref="OccupySlot"/> on the site.</summary>
/// <param name="By">Officer of the reception agency.</param>
/// <param name="Site">The site.</param>
/// <param name="Modality">Its kind.</param>
public sealed record PlacePerson(Official By, SiteId Site, Modality Modality) : ReceptionCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>Announce a move (verhuizing aankondigen).</summary>
/// <param name="By">Officer of the reception agency.</param>
/// <param name="Site">Where to; absent when it is not known yet.</param>
/// <param name="DaysAhead">Days until the move; zero is today.</param>
public sealed record AnnounceMove(Official By, SiteId? Site, int DaysAhead) : ReceptionCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer;
}

/// <summary>Move a person to another site (verhuizen). Goes with a release at the old site and an occupation at the new one.</summary>
/// <param name="By">Officer of the reception agency.</param>
/// <param name="Site">The new site.</param>
/// <param name="Modality">Its kind.</param>
public sealed record MovePerson(Official By, SiteId Site, Modality Modality) : ReceptionCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>End someone's reception (opvang beëindigen). Goes with a release at the site.</summary>
/// <param name="By">Officer of the reception agency: ending reception is a decision (red line 3).</param>
/// <param name="Reason">Why.</param>
public sealed record EndReception(Official By, ReceptionEnd Reason) : ReceptionCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer;

    /// <inheritdoc/>
    public override Presences For => Presences.Here | Presences.Gone | Presences.Departed;
}

/// <summary>
/// Record that someone left with unknown destination (met onbekende bestemming vertrokken). From a reception site, it ends the stay
/// there and goes with a release at the site.
/// </summary>
/// <param name="By">Officer who establishes it: the clock declares nobody gone (red line 3).</param>
/// <param name="FromReception">Left a reception site.</param>
public sealed record RecordUnknownDeparture(Official By, bool FromReception) : ReceptionCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer | OfficialRoles.ReturnOfficer | OfficialRoles.AliensPolice;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>A person was placed at a first site (geplaatst).</summary>
/// <param name="Site">The site.</param>
/// <param name="Modality">Its kind.</param>
[EventName("person-placed", 1)]
public sealed record PersonPlaced(
    [Category(DataCategory.Reception)] SiteId Site,
    [Category(DataCategory.Reception)] Modality Modality) : ReceptionEvent;

/// <summary>A move was announced (verhuizing aangekondigd).</summary>
/// <param name="Site">Where to, when known.</param>
/// <param name="DaysAhead">Days until the move.</param>
[EventName("move-announced", 1)]
public sealed record MoveAnnounced(
    [Category(DataCategory.Reception)] SiteId? Site,
    [Category(DataCategory.Reception)] int DaysAhead) : ReceptionEvent;

/// <summary>A person moved to another site (verhuisd).</summary>
/// <param name="From">The old site.</param>
/// <param name="Site">The new site.</param>
/// <param name="Modality">Its kind.</param>
[EventName("person-moved", 1)]
public sealed record PersonMoved(
    [Category(DataCategory.Reception)] SiteId From,
    [Category(DataCategory.Reception)] SiteId Site,
    [Category(DataCategory.Reception)] Modality Modality) : ReceptionEvent;

/// <summary>Reception ended (opvang beëindigd).</summary>
/// <param name="Site">The site that was left.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who decided.</param>
[EventName("reception-ended", 1)]
public sealed record ReceptionEnded(
    [Category(DataCategory.Reception)] SiteId Site,
    [Category(DataCategory.Reception)] ReceptionEnd Reason,
    [Category(DataCategory.Reception)] Official By) : ReceptionEvent;

/// <summary>Someone was recorded as gone with unknown destination (met onbekende bestemming).</summary>
/// <param name="FromReception">Left a reception site.</param>
/// <param name="By">Who established it.</param>
[EventName("left-with-unknown-destination", 1)]
public sealed record LeftWithUnknownDestination(
    [Category(DataCategory.Reception)] bool FromReception,
    [Category(DataCategory.Reception)] Official By) : ReceptionEvent;

/// <summary>Staying at sites, moving, leaving (verblijf in de opvang).</summary>
public static class Stays
{
    /// <summary>Stays at a site already.</summary>
    public static readonly Refusal AlreadyPlaced = new(
        "reception.already-placed", "fact",
        "De persoon verblijft al op een opvanglocatie; verhuis haar of hem.",
        "The person stays at a reception site already; move them instead.");

    /// <summary>Lives in a home.</summary>
    public static readonly Refusal LivesInHome = new(
        "reception.lives-in-home", "Rva 7(1)(a)",
        "De persoon woont in een gemeente en heeft geen recht op opvang meer.",
        "The person lives in a municipality and has no right to reception any more.");

    /// <summary>The right to reception ended.</summary>
    public static readonly Refusal RightEnded = new(
        "reception.right-ended", "Rva 5",
        "Het recht op opvang is beëindigd; alleen een vrijheidsbeperkende of gezinslocatie is nog mogelijk.",
        "The right to reception has ended; only a freedom-restricting or family site is still possible.");

    /// <summary>In detention.</summary>
    public static readonly Refusal InDetention = new(
        "reception.in-detention", "fact",
        "De persoon is in bewaring.",
        "The person is in detention.");

    /// <summary>Not at any site.</summary>
    public static readonly Refusal NotInReception = new(
        "reception.not-in-reception", "fact",
        "De persoon verblijft niet op een opvanglocatie.",
        "The person does not stay at a reception site.");

    /// <summary>A move to the same site.</summary>
    public static readonly Refusal SameSite = new(
        "reception.same-site", "fact",
        "De persoon verblijft al op deze locatie.",
        "The person stays at this site already.");

    /// <summary>Announced backwards.</summary>
    public static readonly Refusal MoveInThePast = new(
        "reception.move-in-the-past", "fact",
        "Een verhuizing wordt niet aangekondigd voor een dag die voorbij is.",
        "A move is not announced for a day that has passed.");

    /// <summary>Housed is not the reason: no home.</summary>
    public static readonly Refusal NoHome = new(
        "reception.no-home", "Rva 7(1)(a)",
        "Er is nog geen woning aangeboden; de opvang loopt door.",
        "No home has been offered yet; reception goes on.");

    /// <summary>Departed is not the reason: still here.</summary>
    public static readonly Refusal NotDeparted = new(
        "reception.not-departed", "fact",
        "De persoon is niet vertrokken of overgedragen.",
        "The person has not departed and was not transferred.");

    /// <summary>Detained is not the reason.</summary>
    public static readonly Refusal NotDetained = new(
        "reception.not-detained", "fact",
        "De persoon is niet in bewaring.",
        "The person is not in detention.");

    /// <summary>There is no refusal, or it can still change.</summary>
    public static readonly Refusal NotRefused = new(
        "reception.not-finally-refused", "Rva 5",
        "Zolang de aanvraag loopt, of een beroep dat de gevolgen opschort, loopt de opvang door.",
        "As long as the application runs, or an appeal that suspends, reception goes on.");

    /// <summary>The departure period runs.</summary>
    public static readonly Refusal DeparturePeriodRuns = new(
        "reception.departure-period-runs", "departure-period",
        "De vertrektermijn loopt nog tot en met {0}; zo lang loopt de opvang door.",
        "The departure period still runs, through {0}; reception goes on until then.");

    /// <summary>Minors, and families with minors, stay.</summary>
    public static readonly Refusal MinorStays = new(
        "reception.minor-stays", "Rva 6",
        "Een minderjarige, en een gezin met minderjarigen, houdt opvang tot het vertrek.",
        "A minor, and a family with minors, keeps reception until departure.");

    /// <summary>Not from reception, because not in it; or the other way round.</summary>
    public static readonly Refusal WrongPlace = new(
        "unknown-departure.wrong-place", "fact",
        "Of iemand uit de opvang vertrok, klopt niet met het dossier.",
        "Whether someone left a reception site does not agree with the file.");

    internal static Decision Decide(CaseFile file, PlacePerson command) =>
        file.Reception.Site is not null ? AlreadyPlaced
        : AgainstStay(file, command.Modality) ?? Decision.FromChainEvent(new PersonPlaced(command.Site, command.Modality));

    internal static Decision Decide(CaseFile file, AnnounceMove command) =>
        file.Reception.Site is not { } site ? NotInReception
        : site == command.Site ? SameSite
        : command.DaysAhead < 0 ? MoveInThePast
        : new MoveAnnounced(command.Site, command.DaysAhead);

    internal static Decision Decide(CaseFile file, MovePerson command, Law law, Day today) =>
        file.Reception.Site is not { } site ? NotInReception
        : site == command.Site ? SameSite
        : AgainstStay(file, command.Modality)
            ?? Decision.Of(new PersonMoved(site, command.Site, command.Modality), Overstay(file.Reception, law, today));

    internal static Decision Decide(CaseFile file, Household household, EndReception command, Law law, Day today)
    {
        if (file.Reception.Site is not { } site)
        {
            return NotInReception;
        }
        var against = command.Reason switch
        {
            ReceptionEnd.Housed => file.Housing.OfferedIn is null && !file.Housing.IsHoused ? NoHome : null,
            ReceptionEnd.Departed => file.Presence != Presences.Departed ? NotDeparted : null,
            ReceptionEnd.Detained => file.Return.Detention is null ? NotDetained : null,
            ReceptionEnd.OwnArrangement => null,
            ReceptionEnd.PeriodLapsed => AgainstLapse(file, household, law, today),
        };
        return against is not null ? against
            : Decision.Of(new ReceptionEnded(site, command.Reason, command.By), Overstay(file.Reception, law, today));
    }

    internal static Decision Decide(CaseFile file, Household household, RecordUnknownDeparture command, Law law, Day today) =>
        command.FromReception != file.Reception.Site is not null ? WrongPlace
        : Decision.Of(
            new LeftWithUnknownDestination(command.FromReception, command.By),
            [Overstay(file.Reception, law, today), DetentionMaximum.Exceeded(file, household, law, today)]);

    internal static ReceptionState Evolve(ReceptionState state, ReceptionEvent happened, Day on) => happened switch
    {
        PersonPlaced placed => state with { Site = placed.Site, Modality = placed.Modality, Since = on, Ended = false },
        MoveAnnounced announced => state with { AnnouncedSite = announced.Site },
        PersonMoved moved => state with
        {
            Site = moved.Site,
            Modality = moved.Modality,
            Since = on,
            AnnouncedSite = null,
            Moves = state.Moves + 1,
        },
        ReceptionEnded ended => state with
        {
            Site = null,
            Since = null,
            AnnouncedSite = null,
            Ended = ended.Reason == ReceptionEnd.PeriodLapsed,
        },
        LeftWithUnknownDestination => state with { Site = null, Since = null, AnnouncedSite = null, GoneOn = on },
        _ => throw new UnreachableException($"No state for {happened.GetType().Name}."),
    };

    internal static Refusal? AgainstStay(CaseFile file, Modality modality) =>
        file.Housing.IsHoused ? LivesInHome
        : file.Return.Detention is not null ? InDetention
        : file.Reception.Ended && file.Procedure.Open is null
            && modality is not (Modality.FreedomRestricting or Modality.FamilySite) ? RightEnded
        : null;

    private static Refusal? AgainstLapse(CaseFile file, Household household, Law law, Day today)
    {
        if (file.Procedure.Decision is not { } decision || Decisions.IsGrant(decision.Outcome)
            || Appeals.IsProtected(file, law, today))
        {
            return NotRefused;
        }
        return Registration.Age.IsMinor(file.Registration.Born, today) || household.HasMinorOn(today) ? MinorStays
            : Departures.PeriodLastDay(file, law) is { } last && today <= last ? DeparturePeriodRuns.On(last)
            : null;
    }

    /// <summary>The breach when someone stayed in a municipal site beyond its limit; noted when they leave it.</summary>
    private static BreachRecorded? Overstay(ReceptionState state, Law law, Day today) =>
        MunicipalLastDay(state, law) is { } last && today > last ? new("municipal-site", last) : null;

    /// <summary>The last day in a municipal site; absent elsewhere, or when the first day there is not known.</summary>
    internal static Day? MunicipalLastDay(ReceptionState state, Law law)
    {
        var none = default(NoTrace);
        return MunicipalLastDay(state, law, ref none);
    }

    /// <summary>The same, with a receipt.</summary>
    internal static Day? MunicipalLastDay<TTrace>(ReceptionState state, Law law, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (state.Modality != Modality.Municipal || state.Since is not { } since)
        {
            return null;
        }
        return MunicipalSite.LastDay(law, since, ref trace);
    }
}
