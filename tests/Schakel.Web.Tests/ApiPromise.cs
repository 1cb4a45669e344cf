using System.Text.Json.Nodes;

namespace Schakel.Web;

/// <summary>
/// What the description of the interface promises its users, one line a promise: operation, parameter, field, value, status, type. A line that
/// begins with <c>must</c> is what a caller has to send; a new one breaks callers, where every other line breaks them by going away. Refusals are
/// no promise: who is refused no longer is not broken by it.
/// </summary>
internal static class ApiPromise
{
    private const string Must = "must ";
    private const string Version = "version ";

    /// <summary>The promises of a description, in order.</summary>
    /// <param name="description">An OpenAPI document.</param>
    public static SortedSet<string> Of(JsonNode description)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal) { Version + description["info"]!["version"]!.GetValue<string>().Split('.')[0] };
        foreach (var (path, item) in description["paths"]!.AsObject())
        {
            foreach (var (method, operation) in item!.AsObject().Where(one => one.Value is JsonObject))
            {
                Operation(lines, $"{method.ToUpperInvariant()} {path}", operation!);
            }
        }
        foreach (var (name, schema) in description["components"]!["schemas"]!.AsObject())
        {
            lines.Add(name);
            Whole(lines, name, schema!, asked: true, answered: true);
        }
        foreach (var (name, answer) in description["components"]!["responses"]?.AsObject() ?? [])
        {
            Content(lines, name, answer!, asked: false);
        }
        return lines;
    }

    /// <summary>Promises that are broken: gone, or asked of callers of something that was there already. None when the major version rose.</summary>
    /// <param name="promised">What was promised.</param>
    /// <param name="now">What is there.</param>
    public static IReadOnlyList<string> Broken(IReadOnlySet<string> promised, IReadOnlySet<string> now) =>
        MajorOf(now) > MajorOf(promised) ? []
        : [
            .. promised.Where(line => !line.StartsWith(Must, StringComparison.Ordinal) && !now.Contains(line)),
            .. now.Where(line => line.StartsWith(Must, StringComparison.Ordinal) && !promised.Contains(line) && promised.Contains(SubjectOf(line))),
        ];

    private static int MajorOf(IReadOnlySet<string> lines) =>
        int.Parse(lines.Single(line => line.StartsWith(Version, StringComparison.Ordinal))[Version.Length..], System.Globalization.CultureInfo.InvariantCulture);

    private static string SubjectOf(string must) => must[Must.Length..].Split(" | ")[0];

    private static void Operation(SortedSet<string> lines, string name, JsonNode operation)
    {
        lines.Add(name);
        foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
        {
            var called = $"{name} | {parameter!["in"]} {parameter["name"]}";
            if (parameter["required"]?.GetValue<bool>() == true)
            {
                lines.Add(Must + called);
            }
            Value(lines, called, parameter["schema"]!, asked: true, answered: false);
        }
        if (operation["requestBody"] is { } body)
        {
            Content(lines, name, body, asked: true);
        }
        foreach (var (status, answer) in operation["responses"]!.AsObject().Where(one => one.Key[0] < '4'))
        {
            lines.Add($"{name} | {status} {NameOf(answer!)}".TrimEnd());
            Content(lines, $"{name} | {status}", answer!, asked: false);
        }
    }

    private static void Content(SortedSet<string> lines, string name, JsonNode of, bool asked)
    {
        foreach (var (kind, content) in of["content"]?.AsObject() ?? [])
        {
            var called = $"{name} | {kind}";
            lines.Add(called);
            if (content!["schema"] is { } schema)
            {
                lines.Add($"{called}: {TypeOf(schema)}");
                Whole(lines, called, schema, asked, !asked);
            }
        }
    }

    private static void Whole(SortedSet<string> lines, string name, JsonNode schema, bool asked, bool answered)
    {
        var required = (schema["required"]?.AsArray() ?? []).Select(field => field!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        foreach (var (field, of) in schema["properties"]?.AsObject() ?? [])
        {
            var called = $"{name} | {field}";
            if (required.Contains(field) && asked)
            {
                lines.Add(Must + called);
            }
            if (required.Contains(field) && answered)
            {
                lines.Add($"{called} always");
            }
            Value(lines, called, of!, asked, answered);
        }
        if (schema["items"] is { } items)
        {
            Value(lines, name + "[]", items, asked, answered);
        }
        foreach (var value in schema["enum"]?.AsArray() ?? [])
        {
            lines.Add($"{name} = {value}");
        }
    }

    private static void Value(SortedSet<string> lines, string name, JsonNode schema, bool asked, bool answered)
    {
        lines.Add($"{name}: {TypeOf(schema)}");
        Whole(lines, name, schema, asked, answered);
    }

    private static string TypeOf(JsonNode schema) =>
        schema["$ref"] is not null ? NameOf(schema)
        : schema["oneOf"] is JsonArray either ? string.Join(" or ", either.Select(one => TypeOf(one!)))
        : $"{Kinds(schema["type"])} {schema["format"]}".Trim();

    private static string Kinds(JsonNode? type) => type is JsonArray several ? string.Join(" or ", several.Select(one => $"{one}")) : $"{type}";

    private static string NameOf(JsonNode schema) => schema["$ref"]?.GetValue<string>().Split('/')[^1] ?? "";
}
