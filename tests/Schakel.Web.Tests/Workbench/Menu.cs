using System.Text.RegularExpressions;

namespace Schakel.Web.Workbench;

/// <summary>The menu of a page, as addresses.</summary>
internal static partial class Menu
{
    public static IReadOnlyList<string> Of(Reply page) =>
        page.Text.IndexOf("<nav", StringComparison.Ordinal) is >= 0 and var start ? [.. Link().Matches(page.Text[start..page.Text.IndexOf("</nav>", StringComparison.Ordinal)]).Select(each => each.Groups[1].Value)] : [];

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Link();
}
