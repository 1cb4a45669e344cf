using Schakel.Chain;

namespace Schakel.Web;

/// <summary>How the registration centres are called (naam van een aanmeldcentrum), by the numbers that rehearsal and demonstration give them.</summary>
public static class CentreNames
{
    /// <summary>The name that people know a centre by: Ter Apel, Budel or Schiphol; null for any other, which has its number only.</summary>
    /// <param name="centre">The centre.</param>
    public static string? Of(CentreId centre) => centre.Value switch
    {
        1 => "Ter Apel",
        2 => "Budel",
        3 => "Schiphol",
        _ => null,
    };
}
