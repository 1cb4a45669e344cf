using Schakel.Chain.Family;
using Schakel.Norms;

namespace Schakel.Chain.Registration;

/// <summary>By which way someone came into the chain (wijze van binnenkomst).</summary>
public enum Route
{
    /// <summary>Asked for protection here.</summary>
    Asylum = 0,
    /// <summary>Came with an entry visa to join a permit holder (nareis).</summary>
    FamilyReunification,
    /// <summary>Invited refugee (hervestiging).</summary>
    Resettlement,
}

/// <summary>What the registration room knows of a person (registratie).</summary>
/// <param name="Household">The household; zero before the file is opened.</param>
/// <param name="Born">Date of birth.</param>
/// <param name="Role">Place in the household.</param>
/// <param name="Route">How the person came.</param>
/// <param name="AtBorder">Asked at an outer border (Schiphol, sea).</param>
/// <param name="Centre">Registration centre; zero when the past is not known.</param>
/// <param name="ArrivedOn">Day of the latest arrival; absent when taken over.</param>
/// <param name="IdentifiedOn">Day of identification and registration.</param>
/// <param name="InterviewedOn">Day of the registration interview.</param>
/// <param name="HoldsTravelDocument">Has a valid travel document that was seen.</param>
public sealed record RegistrationState(
    HouseholdId Household,
    Day Born,
    FamilyRole Role,
    Route Route,
    bool AtBorder,
    CentreId Centre,
    Day? ArrivedOn,
    Day? IdentifiedOn,
    Day? InterviewedOn,
    bool HoldsTravelDocument)
{
    /// <summary>Nothing known yet.</summary>
    public static RegistrationState None { get; } = new(
        default, default, FamilyRole.Main, Route.Asylum, false, default, null, null, null, false);

    /// <summary>An unaccompanied minor on that day (alleenstaande minderjarige vreemdeling).</summary>
    /// <param name="day">The day.</param>
    public bool IsUnaccompaniedMinorOn(Day day) => Role == FamilyRole.UnaccompaniedMinor && Age.IsMinor(Born, day);
}
