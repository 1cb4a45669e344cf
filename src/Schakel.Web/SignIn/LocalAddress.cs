namespace Schakel.Web.SignIn;

/// <summary>Where somebody goes after signing in (terugkeeradres): an address here, never one elsewhere.</summary>
public static class LocalAddress
{
    /// <summary>Where one goes when nothing, or something elsewhere, was asked.</summary>
    public const string Home = "/";

    private const int Longest = 2000;

    /// <summary>The address when it is one here; otherwise <see cref="Home"/>.</summary>
    /// <param name="asked">What was asked.</param>
    public static string Of(string? asked) => IsLocal(asked) ? asked! : Home;

    // One slash and then neither a slash nor a backslash, which browsers read as one; no sign that they drop.
    private static bool IsLocal(string? asked) =>
        asked is { Length: > 0 and <= Longest } && asked[0] == '/' && (asked.Length == 1 || asked[1] is not ('/' or '\\')) && !asked.Any(sign => char.IsControl(sign) || sign == '\\');
}
