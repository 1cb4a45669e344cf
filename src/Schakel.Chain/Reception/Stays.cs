using Schakel.Chain.Family;
using Schakel.Chain.Procedure;
using Schakel.Chain.Return;
using Schakel.Norms;

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
    /// <summary>Why the person is placed there although the site is full, unfit or not for such persons; absent for an ordinary placement.</summary>
    public EmergencyGround? Emergency { get; init; }

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

/// <summary>Someone was admitted to a kind of site that is not for them (op noodgrond toegelaten).</summary>
/// <param name="Ground">Why.</param>
/// <param name="By">Who decided.</param>
[EventName("admitted-on-emergency-ground", 1)]
public sealed record AdmittedOnEmergencyGround(
    [Category(DataCategory.Reception)] EmergencyGround Ground,
    [Category(DataCategory.Reception)] Official By) : ReceptionEvent;

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

    /// <summary>No suitable home was refused without good reason.</summary>
    public static readonly Refusal NoHomeRefused = new(
        "reception.no-home-refused", "Rva 7(1)(a)",
        "Er is geen passende woning geweigerd, of over die weigering is nog niet beslist.",
        "No suitable home was refused, or that refusal has not been decided on yet.");

    /// <summary>Nothing excludes the right.</summary>
    public static readonly Refusal NotExcluded = new(
        "reception.not-excluded", "reception-right.excluded",
        "Er is niet vastgesteld dat het recht op opvang ontbreekt.",
        "It has not been established that there is no right to reception.");

    /// <summary>No minor with a guardian.</summary>
    public static readonly Refusal NoGuardian = new(
        "reception.no-guardian", "Rva 6",
        "Alleen een alleenstaande minderjarige met een voogd gaat over naar de opvang van de voogdij-instelling.",
        "Only an unaccompanied minor with a guardian goes to the guardianship's own reception.");

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

    /// <summary>A further appeal, or interim relief with it, was refused less than some weeks ago.</summary>
    public static readonly Refusal AfterFurtherAppeal = new(
        "reception.after-further-appeal", "reception-right",
        "Na afwijzing van het hoger beroep, of van de voorlopige voorziening daarbij, loopt de opvang door tot en met {0}.",
        "After a further appeal, or the interim relief asked for with it, was refused, reception goes on through {0}.");

    /// <summary>Departure is deferred on medical grounds, or was until some weeks ago.</summary>
    public static readonly Refusal MedicalDeferral = new(
        "reception.medical-deferral", "reception-right",
        "Uitstel van vertrek op medische gronden geeft opvang tot en met {0}.",
        "Departure deferred on medical grounds gives reception through {0}.");

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

    /// <summary>Away with permission.</summary>
    public static readonly Refusal AwayWithLeave = new(
        "unknown-departure.absence-permitted", "Rva 10",
        "De persoon is met toestemming afwezig tot en met {0}.",
        "The person is away with permission until the end of {0}.");

    internal static Decision Decide(CaseFile file, Household household, PlacePerson command, Law law, Day today) =>
        file.Reception.Site is not null ? AlreadyPlaced
        : file.Reception.Circumstances.Offer is { Accepted: not false } offer && offer.Site != command.Site ? Offers.OtherSite
        : AgainstStay(file, command.Modality) ?? Placed(file, household, command, law, today);

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
            ReceptionEnd.HomeRefused => file.Housing.Answer is { UnjustifiedOn: not null } ? null : NoHomeRefused,
            ReceptionEnd.NoRight => file.Reception.Circumstances.Exclusion is null ? NotExcluded : null,
            ReceptionEnd.Guardianship =>
                file.Registration.IsUnaccompaniedMinorOn(today) && file.Guidance.GuardianOn is not null ? null : NoGuardian,
            ReceptionEnd.PeriodLapsed => AgainstLapse(file, household, law, today),
        };
        return against is not null ? against
            : Decision.Of(new ReceptionEnded(site, command.Reason, command.By), Modalities.Overstay(file.Reception, law, today));
    }

    internal static Decision Decide(CaseFile file, Household household, RecordUnknownDeparture command, Law law, Day today) =>
        command.FromReception != file.Reception.Site is not null ? WrongPlace
        : file.Reception.Circumstances.Presence.AwayThrough is { } away && today <= away ? AwayWithLeave.On(away)
        : Decision.Of(
            new LeftWithUnknownDestination(command.FromReception, command.By),
            [Modalities.Overstay(file.Reception, law, today), DetentionMaximum.Exceeded(file, household, law, today)]);

    internal static ReceptionState Evolve(ReceptionState state, ReceptionEvent happened, Day on) => happened switch
    {
        PersonPlaced placed => state with { Site = placed.Site, Modality = placed.Modality, Since = on, Ended = false, Circumstances = state.Circumstances.AtPlace() },
        MoveAnnounced announced => state with { AnnouncedSite = announced.Site, MoveDue = on.PlusDays(announced.DaysAhead) },
        MoveCancelled => state with { AnnouncedSite = null, MoveDue = null },
        PersonMoved moved => state with
        {
            Site = moved.Site,
            Modality = moved.Modality,
            Since = on,
            AnnouncedSite = null,
            MoveDue = null,
            Moves = state.Moves + 1,
        },
        ReceptionEnded ended => state with
        {
            Site = null,
            Since = null,
            AnnouncedSite = null,
            MoveDue = null,
            Ended = ended.Reason is ReceptionEnd.PeriodLapsed or ReceptionEnd.HomeRefused,
            Circumstances = state.Circumstances.AfterStay(),
        },
        LeftWithUnknownDestination => state with
        {
            Site = null,
            Since = null,
            AnnouncedSite = null,
            MoveDue = null,
            GoneOn = on,
            Circumstances = state.Circumstances.AfterStay(),
        },
        MoveWeighed or AdmittedOnEmergencyGround => state,
        _ => state with { Circumstances = Circumstances.Evolve(state.Circumstances, happened, on) },
    };

    /// <summary>Why this person may not stay in reception, or not at a site of a kind; null when they may. Admission to the kind is asked apart.</summary>
    internal static Refusal? AgainstStay(CaseFile file, Modality modality) =>
        file.Housing.IsHoused ? LivesInHome
        : file.Return.Detention is not null ? InDetention
        : file.Reception.Circumstances.Exclusion is not null ? Offers.NoRight
        : file.Reception.Ended && file.Procedure.Open is null
            && modality is not (Modality.FreedomRestricting or Modality.FamilySite) ? RightEnded
        : null;

    private static Decision Placed(CaseFile file, Household household, PlacePerson command, Law law, Day today)
    {
        var placed = new PersonPlaced(command.Site, command.Modality);
        return Modalities.AgainstPlacing(file, household, command.Modality, law, today) is not { } unfit ? placed
            : !Modalities.Excuses(file, command.Modality, command.Emergency) ? unfit
            : Decision.Of(placed, new AdmittedOnEmergencyGround(command.Emergency!.Value, command.By), Modalities.Breach);
    }

    private static Refusal? AgainstLapse(CaseFile file, Household household, Law law, Day today)
    {
        if (file.Procedure.Decision is not { } decision || Decisions.IsGrant(decision.Outcome)
            || Appeals.ClaimOrAppealRuns(file, law, today) || InterimReliefs.KeepsReception(file))
        {
            return NotRefused;
        }
        if (InterimReliefs.ReceptionLastDay(file, law) is { } relief && today <= relief)
        {
            return AfterFurtherAppeal.On(relief);
        }
        if (MedicalDeferrals.ReceptionLastDay(file.Return, law) is { } medical && today <= medical)
        {
            return MedicalDeferral.On(medical);
        }
        if (DepartureMoratoria.ReceptionLastDay(file, law) is { } moratorium && today <= moratorium)
        {
            return DepartureMoratoria.KeepsReception.On(moratorium);
        }
        return Registration.Age.IsMinor(file.Registration.Born, today) || household.HasMinorOn(today) ? MinorStays
            : Departures.PeriodLastDay(file, law) is { } last && today <= last ? DeparturePeriodRuns.On(last)
            : null;
    }
}
