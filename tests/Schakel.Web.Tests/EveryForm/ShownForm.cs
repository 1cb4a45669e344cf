using System.Net;
using System.Text.RegularExpressions;

namespace Schakel.Web.EveryForm;

/// <summary>A question as it stands on a page (veld op de bladzijde).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">How it is answered: text, date, textarea, radio, checkbox, select, file, hidden.</param>
/// <param name="Choices">What can be chosen.</param>
/// <param name="Value">What stands in it.</param>
internal sealed record ShownField(string Name, string Kind, IReadOnlyList<string> Choices, string Value)
{
    public bool IsTyped => Kind is "text" or "date" or "textarea";
}

/// <summary>Reads the questions of a form from a page, as a browser would.</summary>
internal static partial class ShownForm
{
    /// <summary>The questions of the first form in the main part of a page that is sent to an address; what is hidden is no question.</summary>
    public static IReadOnlyList<ShownField> Of(Reply page, string action)
    {
        var main = page.Text[Math.Max(0, page.Text.IndexOf("<main", StringComparison.Ordinal))..];
        var form = Forms().Matches(main).FirstOrDefault(each => ValueOf(each.Groups["a"].Value, "action") == action)?.Groups["v"].Value ?? "";
        return [.. Fields().Matches(form).Select(FieldIn).Where(each => each.Name.Length > 0 && each.Kind is not "hidden").GroupBy(each => each.Name)
            .Select(each => each.First() with { Choices = [.. each.SelectMany(one => one.Choices)] })];
    }

    private static ShownField FieldIn(Match found)
    {
        var (attributes, inside) = (found.Groups["a"].Value, found.Groups["v"].Value);
        var kind = found.Value.StartsWith("<input", StringComparison.Ordinal) ? ValueOf(attributes, "type") is { Length: > 0 } type ? type : "text"
            : found.Value.StartsWith("<select", StringComparison.Ordinal) ? "select" : "textarea";
        var value = kind == "textarea" ? WebUtility.HtmlDecode(inside) : ValueOf(attributes, "value");
        return new(ValueOf(attributes, "name"), kind, kind switch
        {
            "select" => [.. Options().Matches(inside).Select(each => WebUtility.HtmlDecode(each.Groups[1].Value)).Where(each => each.Length > 0)],
            "radio" or "checkbox" => [value],
            _ => [],
        }, value);
    }

    private static string ValueOf(string attributes, string name) => WebUtility.HtmlDecode(Regex.Match(attributes, $"(?:^|\\s){name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<form\\b(?<a>[^>]*)>(?<v>.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input\\b(?<a>[^>]*)>|<textarea\\b(?<a>[^>]*)>(?<v>.*?)</textarea>|<select\\b(?<a>[^>]*)>(?<v>.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Fields();

    [GeneratedRegex("<option value=\"([^\"]*)\"")]
    private static partial Regex Options();
}
