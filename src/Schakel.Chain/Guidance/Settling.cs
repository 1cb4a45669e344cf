using Schakel.Chain.Procedure;
using Schakel.Chain.Registration;
using Schakel.Norms;
using Schakel.Norms.Participation;
using Schakel.Norms.Reception;

namespace Schakel.Chain.Guidance;

/// <summary>Register as a resident, with a citizen service number (inschrijving in de BRP; Wet BRP 2.4, dossier PAR-10).</summary>
/// <param name="By">Officer of the municipality.</param>
public sealed record RegisterResident(Official By) : GuidanceCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.MunicipalOfficer;
}

/// <summary>Register the address of the home (adres in de BRP; Wet BRP 2.39).</summary>
/// <param name="By">Officer of the municipality.</param>
public sealed record RegisterAddress(Official By) : GuidanceCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.MunicipalOfficer;
}

/// <summary>Enrol a child in school (inschrijving op school; RCD 14, dossier STD-4); done by parent or guardian, again after each move.</summary>
public sealed record EnrolInSchool : GuidanceCommand;

/// <summary>Begin language lessons (taalles in de opvang, voorinburgering; Rva 9a, dossier PAR-9).</summary>
public sealed record BeginLessons : GuidanceCommand;

/// <summary>Interview a permit holder on the home and municipality that fit (screening en matching; dossier HOU-2).</summary>
/// <param name="By">Officer of the reception agency.</param>
public sealed record HoldHousingInterview(Official By) : GuidanceCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered => OfficialRoles.ReceptionOfficer;
}

/// <summary>A resident was registered (ingeschreven in de BRP).</summary>
[EventName("resident-registered", 1)]
public sealed record ResidentRegistered : GuidanceEvent;

/// <summary>The address of a home was registered (adres ingeschreven).</summary>
[EventName("address-registered", 1)]
public sealed record AddressRegistered : GuidanceEvent;

/// <summary>A child was enrolled in school (ingeschreven op school).</summary>
[EventName("enrolled-in-school", 1)]
public sealed record EnrolledInSchool : GuidanceEvent;

/// <summary>Language lessons began (taalles begonnen).</summary>
[EventName("lessons-begun", 1)]
public sealed record LessonsBegun : GuidanceEvent;

/// <summary>The interview on housing was held (gesprek over huisvesting gehouden).</summary>
[EventName("housing-interview-held", 1)]
public sealed record HousingInterviewHeld : GuidanceEvent;

/// <summary>Residents, school, language, a home that fits (inschrijving, school, taal, screening).</summary>
public static class Settling
{
    internal const int FirstSchoolAge = 4;

    /// <summary>Neither permit nor long enough in reception.</summary>
    public static readonly Refusal TooSoon = new(
        "resident.too-soon", "citizen-number",
        "Inschrijving in de basisregistratie kan bij de vergunning, of na verblijf in de opvang: vanaf {0}.",
        "Registration as a resident follows on the permit, or on a stay in reception: from {0}.");

    /// <summary>Lives in no home.</summary>
    public static readonly Refusal NoHome = new(
        "resident.no-home", "Wet BRP 2.39",
        "Deze persoon woont niet in een woning in een gemeente.",
        "This person does not live in a home in a municipality.");

    /// <summary>Not of school age.</summary>
    public static readonly Refusal NotOfSchoolAge = new(
        "school.not-of-age", "STD-4",
        "Deze persoon heeft niet de leeftijd voor de school.",
        "This person is not of school age.");

    /// <summary>Language lessons are for permit holders and for adults whose application is or was judged here, also while they prepare return.</summary>
    public static readonly Refusal NoLessons = new(
        "lessons.not-offered", "PAR-9",
        "Taalles is er voor volwassenen met een vergunning, en voor volwassenen van wie de aanvraag hier inhoudelijk wordt of werd behandeld, ook als zij terugkeer voorbereiden.",
        "Language lessons are for adults who hold a permit or whose claim is or was judged here, also while they prepare return.");

    /// <summary>Linked to a municipality already.</summary>
    public static readonly Refusal AlreadyLinked = new(
        "housing-interview.already-linked", "HOU-2",
        "Deze persoon is al gekoppeld aan een gemeente.",
        "This person has been linked to a municipality already.");

    internal static Decision Register(CaseFile file, Law law, Day today) =>
        ResidentFrom(file, law) is { } from && today < from ? TooSoon.On(from)
        : file.Guidance.Has(Provisions.Resident) ? LegalAid.AlreadyDone : new ResidentRegistered();

    internal static Decision RegisterAddress(CaseFile file) =>
        !file.Housing.IsHoused ? NoHome
        : file.Guidance.Has(Provisions.Address) ? LegalAid.AlreadyDone : new AddressRegistered();

    internal static Decision Enrol(CaseFile file, Law law, Day today) =>
        today < file.Registration.Born.PlusYears(FirstSchoolAge) || !Age.IsMinor(file.Registration.Born, today) ? NotOfSchoolAge
        : IsAtSchool(file) ? LegalAid.AlreadyDone : Decision.Of(new EnrolledInSchool(), AtSchoolLate(file, law, today));

    internal static Decision Begin(CaseFile file, Day today) =>
        Age.IsMinor(file.Registration.Born, today)
            || !IsOfferedLessons(file) ? NoLessons
        : file.Guidance.Has(Provisions.Lessons) ? LegalAid.AlreadyDone : new LessonsBegun();

    internal static bool IsOfferedLessons(CaseFile file) =>
        file.Procedure.Permit is not null
        || file.Procedure.Application is { Track: not (Track.None or Track.Dublin or Track.Simplified) };

    internal static Decision Interview(CaseFile file) =>
        file.Procedure.Permit is null ? Permits.NoPermit
        : file.Housing.LinkedTo is not null || file.Housing.IsHoused ? AlreadyLinked
        : file.Guidance.Has(Provisions.HousingInterview) ? LegalAid.AlreadyDone : new HousingInterviewHeld();

    // Whose first day in reception is not known has been here long enough for a rehearsal to have taken the file over.
    internal static Day? ResidentFrom(CaseFile file, Law law)
    {
        if (file.Procedure.Permit is not null || (file.Procedure.Application?.LodgedOn ?? file.Registration.ArrivedOn) is not { } since)
        {
            return null;
        }
        var none = default(NoTrace);
        return CitizenNumber.FirstDay(law, since, null, ref none);
    }

    // A move to another site or to a home is a move to another school.
    internal static bool IsAtSchool(CaseFile file) =>
        file.Guidance.SchoolSince is { } on
        && !(file.Reception.Site is not null && file.Reception.Since >= on) && !(file.Housing.IsHoused && file.Housing.HousedOn >= on);

    private static BreachRecorded? AtSchoolLate(CaseFile file, Law law, Day today)
    {
        return SchoolBy(file, law) is { } last && today > last ? new("minimum-standards", last) : null;
    }

    /// <summary>The last day for a child to be at school.</summary>
    internal static Day? SchoolBy(CaseFile file, Law law)
    {
        var none = default(NoTrace);
        return SchoolBy(file, law, ref none);
    }

    /// <summary>The same, with a receipt.</summary>
    internal static Day? SchoolBy<TTrace>(CaseFile file, Law law, ref TTrace trace)
        where TTrace : struct, ITrace
    {
        if (file.Guidance.SchoolSince is not null || file.Registration.ArrivedOn is null || file.Procedure.Application?.LodgedOn is not { } lodged)
        {
            return null; // Only the first school has a last day, and only where the past is known.
        }
        return MinimumStandards.SchoolBy(law, lodged, ref trace);
    }
}
