using System.Text.Json;

namespace Schakel.Web.Portal;

/// <summary>Names of values as they stand in keys of texts: <c>ReceptionAgency</c> is <c>reception-agency</c>.</summary>
internal static class Kebab
{
    /// <summary>The name of a value, in small letters with hyphens.</summary>
    public static string Of(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
