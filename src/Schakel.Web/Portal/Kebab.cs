using System.Text;

namespace Schakel.Web.Portal;

/// <summary>Names of values as they stand in keys of texts: <c>ReceptionAgency</c> is <c>reception-agency</c>.</summary>
internal static class Kebab
{
    /// <summary>The name of a value, in small letters with hyphens.</summary>
    public static string Of(Enum value)
    {
        var name = value.ToString();
        var key = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && key.Length > 0)
            {
                key.Append('-');
            }
            key.Append(char.ToLowerInvariant(letter));
        }
        return key.ToString();
    }
}
