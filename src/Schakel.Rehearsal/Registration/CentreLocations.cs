using System.Collections.Immutable;
using Schakel.Chain;

namespace Schakel.Rehearsal.Registration;

/// <summary>Where the registration centres lie (plaats van een aanmeldcentrum), by the numbers that rehearsal and demonstration give them.</summary>
public static class CentreLocations
{
    /// <summary>The centres that have a place here, by number.</summary>
    public static ImmutableArray<CentreId> All { get; } = [new(RegistrationCentres.TerApel + 1), new(RegistrationCentres.Budel + 1), new(RegistrationCentres.Schiphol + 1)];

    /// <summary>The place after which a centre is called, as everybody calls it; null for any other.</summary>
    /// <param name="centre">The centre.</param>
    public static string? NameOf(CentreId centre) => (centre.Value - 1) switch
    {
        RegistrationCentres.TerApel => "Ter Apel",
        RegistrationCentres.Budel => "Budel",
        RegistrationCentres.Schiphol => "Schiphol",
        _ => null,
    };

    /// <summary>The municipality of a centre: Westerwolde for Ter Apel, Cranendonck for Budel, Haarlemmermeer for Schiphol; null for any other.</summary>
    /// <param name="centre">The centre.</param>
    public static MunicipalityId? MunicipalityOf(CentreId centre) => (centre.Value - 1) switch
    {
        RegistrationCentres.TerApel => new(1950),
        RegistrationCentres.Budel => new(1706),
        RegistrationCentres.Schiphol => new(394),
        _ => null,
    };
}
