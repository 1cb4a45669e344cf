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

    /// <summary>Day of pre-registration, if there was one and it was not taken back.</summary>
    public Day? PreRegisteredOn { get; init; }

    /// <summary>Who the person is; absent until it is recorded.</summary>
    public Identity? Identity { get; init; }

    /// <summary>The number from the register of aliens.</summary>
    public VNumber? VNumber { get; init; }

    /// <summary>Where the register holds fingerprints and photo; they themselves are never here.</summary>
    public BiometricsReference? Biometrics { get; init; }

    /// <summary>A document that shows identity or age was found genuine.</summary>
    public bool HasGenuineDocument { get; init; }

    /// <summary>Doubt about age that is not decided.</summary>
    public AgeDoubt? AgeDoubt { get; init; }

    /// <summary>Relatives left elsewhere, as stated at registration; absent when not asked.</summary>
    public int? RelativesElsewhere { get; init; }

    /// <summary>An unaccompanied minor on that day (alleenstaande minderjarige vreemdeling).</summary>
    /// <param name="day">The day.</param>
    public bool IsUnaccompaniedMinorOn(Day day) => Role == FamilyRole.UnaccompaniedMinor && Age.IsMinor(Born, day);
}
