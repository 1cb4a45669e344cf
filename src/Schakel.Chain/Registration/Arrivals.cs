using Schakel.Chain.Family;
using Schakel.Norms;

namespace Schakel.Chain.Registration;

/// <summary>A command of the registration room.</summary>
public abstract record RegistrationCommand : CaseCommand;

/// <summary>An event of the registration room.</summary>
public abstract record RegistrationEvent : ChainEvent;

/// <summary>A person asks for protection, or comes back and does so again (te kennen geven).</summary>
/// <param name="Household">The household the person belongs to.</param>
/// <param name="Born">Date of birth, as stated.</param>
/// <param name="Role">Place in the household.</param>
/// <param name="Centre">The registration centre.</param>
/// <param name="AtBorder">At an outer border.</param>
public sealed record RegisterArrival(HouseholdId Household, Day Born, FamilyRole Role, CentreId Centre, bool AtBorder)
    : RegistrationCommand
{
    /// <inheritdoc/>
    public override Presences For => Presences.Unopened | Presences.Gone | Presences.Departed;
}

/// <summary>A relative arrives with the entry visa that was granted for them (inreis nareiziger; Vw 29(2)).</summary>
/// <param name="Household">The sponsor's household.</param>
/// <param name="Born">Date of birth.</param>
/// <param name="Role">Place in the household.</param>
/// <param name="Centre">Where they report.</param>
public sealed record RegisterFamilyArrival(HouseholdId Household, Day Born, FamilyRole Role, CentreId Centre)
    : RegistrationCommand
{
    /// <inheritdoc/>
    public override Presences For => Presences.Unopened;
}

/// <summary>An invited refugee arrives (hervestiging).</summary>
/// <param name="Household">The household.</param>
/// <param name="Born">Date of birth.</param>
/// <param name="Role">Place in the household.</param>
/// <param name="Centre">Where they are received.</param>
public sealed record RegisterResettledArrival(HouseholdId Household, Day Born, FamilyRole Role, CentreId Centre)
    : RegistrationCommand
{
    /// <inheritdoc/>
    public override Presences For => Presences.Unopened;
}

/// <summary>Sent on to another registration centre because the first is full or down (doorverwijzing).</summary>
/// <param name="By">Who sends on.</param>
/// <param name="Centre">The other centre.</param>
public sealed record RedirectToCentre(Official By, CentreId Centre) : RegistrationCommand, IOfficialAct
{
    /// <inheritdoc/>
    public OfficialRoles Empowered =>
        OfficialRoles.ReceptionOfficer | OfficialRoles.HearingOfficer | OfficialRoles.AliensPolice | OfficialRoles.BorderGuard;

    /// <inheritdoc/>
    public override Presences For => Presences.Here;
}

/// <summary>A person arrived and was taken into the chain (aangekomen).</summary>
/// <param name="Household">The household.</param>
/// <param name="Born">Date of birth.</param>
/// <param name="Role">Place in the household.</param>
/// <param name="Route">By which way.</param>
/// <param name="Centre">At which registration centre.</param>
/// <param name="AtBorder">At an outer border.</param>
[EventName("person-arrived", 1)]
public sealed record PersonArrived(
    [Category(DataCategory.Family)] HouseholdId Household,
    [Category(DataCategory.Identity)] Day Born,
    [Category(DataCategory.Family)] FamilyRole Role,
    [Category(DataCategory.Procedure)] Route Route,
    [Category(DataCategory.Reception)] CentreId Centre,
    [Category(DataCategory.Procedure)] bool AtBorder) : RegistrationEvent;

/// <summary>A person was sent on to another registration centre (doorverwezen).</summary>
/// <param name="Centre">The other centre.</param>
[EventName("person-redirected", 1)]
public sealed record PersonRedirected([Category(DataCategory.Reception)] CentreId Centre) : RegistrationEvent;

/// <summary>Arrival and redirection (aankomst).</summary>
public static class Arrivals
{
    /// <summary>The date of birth lies in the future.</summary>
    public static readonly Refusal NotBorn = new(
        "arrival.born-later", "fact",
        "De geboortedatum ligt na de dag van aankomst ({0}).",
        "The date of birth is after the day of arrival ({0}).");

    /// <summary>Registered as unaccompanied minor, but of age.</summary>
    public static readonly Refusal OfAge = new(
        "arrival.of-age", "REG-9",
        "Deze persoon is meerderjarig en kan niet als alleenstaande minderjarige worden ingeschreven.",
        "This person is of age and cannot be registered as an unaccompanied minor.");

    /// <summary>No entry visa is open for this household.</summary>
    public static readonly Refusal NoEntryVisa = new(
        "arrival.no-entry-visa", "Vw 29(2)",
        "Voor dit huishouden staat geen toegekende inreis (mvv nareis) open.",
        "No granted entry visa for family reunification is open for this household.");

    /// <summary>Already at that centre.</summary>
    public static readonly Refusal AlreadyAtCentre = new(
        "arrival.already-at-centre", "fact",
        "De persoon is al bij dit aanmeldcentrum.",
        "The person is already at this registration centre.");

    /// <summary>Registration at the centre is over.</summary>
    public static readonly Refusal RegistrationOver = new(
        "arrival.registration-over", "Vb 3.108",
        "De aanmeldfase is voorbij; doorverwijzen naar een ander aanmeldcentrum kan niet meer.",
        "The registration phase is over; sending on to another registration centre is no longer possible.");

    internal static Decision Decide(RegisterArrival command, Day today) =>
        Against(command.Born, command.Role, today) ?? Decision.FromChainEvent(new PersonArrived(
            command.Household, command.Born, command.Role, Route.Asylum, command.Centre, command.AtBorder));

    internal static Decision Decide(Household household, RegisterFamilyArrival command, Day today) =>
        household.EntryVisas == 0 ? NoEntryVisa
        : Against(command.Born, command.Role, today) is { } refusal ? refusal
        : Decision.FromChainEvent(new PersonArrived(
            command.Household, command.Born, command.Role, Route.FamilyReunification, command.Centre, AtBorder: false));

    internal static Decision Decide(RegisterResettledArrival command, Day today) =>
        Against(command.Born, command.Role, today) ?? Decision.FromChainEvent(new PersonArrived(
            command.Household, command.Born, command.Role, Route.Resettlement, command.Centre, AtBorder: false));

    internal static Decision Decide(CaseFile file, RedirectToCentre command) =>
        file.Registration.InterviewedOn is not null ? RegistrationOver
        : file.Registration.Centre == command.Centre ? AlreadyAtCentre
        : new PersonRedirected(command.Centre);

    private static Refusal? Against(Day born, FamilyRole role, Day today) =>
        born > today ? NotBorn.On(today)
        : role == FamilyRole.UnaccompaniedMinor && !Age.IsMinor(born, today) ? OfAge
        : null;
}
