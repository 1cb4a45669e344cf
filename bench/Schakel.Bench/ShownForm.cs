using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;

namespace Schakel.Bench;

/// <summary>What is sent from a page and records nothing (vooruitblik): the consequences of an act looked at, or a search.</summary>
/// <param name="Address">Where it is sent.</param>
/// <param name="Sent">What.</param>
internal sealed record ShownForm(string Address, ImmutableArray<(string Name, string Value)> Sent)
{
    private const string Step = "verder";
    private const string Look = "bekijken"; // Never "bevestigen": that records.
    private const string Search = "/werk/zoeken";
    private const string Together = "/werk/samen";
    private const string Example = "Voorbeeld";
    private const int MostTogether = 50;

    /// <summary>The forms of a page that only look: filled in as somebody would who takes the first of every choice.</summary>
    /// <param name="page">The page.</param>
    /// <param name="today">The chain's date.</param>
    public static IEnumerable<ShownForm> On(string page, string today)
    {
        foreach (var (attributes, inside) in Forms(page))
        {
            var action = Attribute(attributes, "action").Split('#')[0];
            var isLook = Regex.IsMatch(inside, $"<button\\b[^>]*name=\"{Step}\"[^>]*value=\"{Look}\"");
            if ((!isLook && action is not (Search or Together)) || !attributes.Contains("method=\"post\"", StringComparison.Ordinal))
            {
                continue;
            }
            var fields = FieldsOf(inside, today);
            yield return new(action, action switch
            {
                Search => [.. fields.Where(field => field.Name != "wat"), ("wat", Example)],
                Together => [.. fields.Where(field => field.Name is not ("rij" or Step)), .. Rows(page), (Step, isLook ? Look : "")],
                _ => [.. fields.Where(field => field.Name != Step), (Step, Look)],
            });
        }
    }

    /// <summary>Addresses of the forms that only ask for another page, such as which centre one works at: numbers and days filled in, the rest as it stands.</summary>
    /// <param name="page">The page.</param>
    /// <param name="today">The chain's date.</param>
    public static IEnumerable<string> AskedOn(string page, string today) => Forms(page)
        .Where(form => !form.Attributes.Contains("method=\"post\"", StringComparison.Ordinal) && Attribute(form.Attributes, "action").Length > 0)
        .Select(form => Attribute(form.Attributes, "action").Split('#')[0] + "?" + string.Join('&', FieldsOf(form.Inside, today).Where(field => field.Value is not (Example or ""))
            .Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}")));

    private static IEnumerable<(string Attributes, string Inside)> Forms(string page) =>
        Regex.Matches(page, "<form\\b(?<a>[^>]*)>(?<v>.*?)</form>", RegexOptions.Singleline).Select(form => (form.Groups["a"].Value, form.Groups["v"].Value));

    private static IEnumerable<(string Name, string Value)> FieldsOf(string form, string today) =>
        Regex.Matches(form, "<input\\b(?<a>[^>]*)>|<textarea\\b(?<a>[^>]*)>|<select\\b(?<a>[^>]*)>(?<v>.*?)</select>", RegexOptions.Singleline)
            .Select(field => (Name: Attribute(field.Groups["a"].Value, "name"), Value: Filled(field, today))).Where(field => field.Name.Length > 0).DistinctBy(field => field.Name);

    // On the worklist the rows stand outside their form, on the page of several at once inside it.
    private static IEnumerable<(string, string)> Rows(string page) => Regex.Matches(page, "<input\\b[^>]*name=\"rij\"[^>]*>")
        .Select(row => ("rij", Attribute(row.Value, "value"))).Distinct().Take(MostTogether);

    private static string Filled(Match field, string today)
    {
        var attributes = field.Groups["a"].Value;
        if (field.Value.StartsWith("<select", StringComparison.Ordinal))
        {
            return WebUtility.HtmlDecode(Regex.Matches(field.Groups["v"].Value, "<option value=\"([^\"]+)\"").Select(option => option.Groups[1].Value).FirstOrDefault() ?? "");
        }
        var (kind, value) = (Attribute(attributes, "type"), Attribute(attributes, "value"));
        return value.Length > 0 || kind == "hidden" ? value
            : kind == "date" ? today
            : Attribute(attributes, "inputmode") == "numeric" ? "1"
            : Example;
    }

    private static string Attribute(string of, string name) => WebUtility.HtmlDecode(Regex.Match(of, $"(?:^|\\s){name}=\"([^\"]*)\"").Groups[1].Value);
}
