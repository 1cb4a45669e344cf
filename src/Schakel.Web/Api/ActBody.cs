using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Schakel.Norms;
using Schakel.Store.Acts;

namespace Schakel.Web.Api;

/// <summary>What a caller sends with an act (inhoud van een handeling): the key, the day, the explanation, and the fields of the command.</summary>
/// <param name="Key">The key.</param>
/// <param name="On">The day of the act.</param>
/// <param name="Ground">The explanation.</param>
/// <param name="Fields">The fields of the command.</param>
/// <param name="Asked">The same fields as they were sent, by name.</param>
/// <param name="Faults">What does not fit.</param>
internal sealed record ActBody(ActKey Key, Day On, string? Ground, JsonObject Fields, string Asked, Faults Faults)
{
    public const string DayField = "datum";
    public const string GroundField = "toelichting";
    public const string KeyHeader = "Idempotency-Key";

    /// <summary>Reads it.</summary>
    /// <returns>The act; or a problem when there is no key or no object.</returns>
    public static async Task<(ActBody? Body, IResult? Problem)> ReadAsync(HttpContext http, Day today)
    {
        var request = http.Request;
        if (!ActKey.TryParse(request.Headers[KeyHeader], out var key))
        {
            return (null, NeedsKey(request));
        }
        if (await ObjectAsync(http).ConfigureAwait(false) is not { } fields)
        {
            return (null, NoObject(request));
        }
        var faults = new Faults(Language.PrefersEnglish(request));
        var on = DayOf(fields, today, faults);
        var ground = TextOf(fields, GroundField, faults);
        var asked = new JsonObject(fields.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => KeyValuePair.Create(each.Key, each.Value?.DeepClone())));
        return (new(key, on, ground, fields, asked.ToJsonString(), faults), null);
    }

    /// <summary>The body as a JSON object; empty when there is none, null when it is something else.</summary>
    public static async Task<JsonObject?> ObjectAsync(HttpContext http)
    {
        if (http.Request.ContentLength == 0)
        {
            return [];
        }
        if (!http.Request.HasJsonContentType())
        {
            throw new BadHttpRequestException("The body is no application/json.", StatusCodes.Status415UnsupportedMediaType);
        }
        try
        {
            var node = await JsonNode.ParseAsync(
                http.Request.Body, documentOptions: new() { MaxDepth = ApiJson.Deepest, AllowDuplicateProperties = false },
                cancellationToken: http.RequestAborted).ConfigureAwait(false);
            return node as JsonObject is { } fields && HoldsText(fields) ? fields : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The key is missing, or is none.</summary>
    public static IResult NeedsKey(HttpRequest request) => Problems.Of(
        request, 400, $"Stuur een eigen UUID mee in de kop {KeyHeader}, zodat een herhaling geen tweede handeling is.",
        $"Send a UUID of your own in the header {KeyHeader}, so that a repetition is no second act.");

    /// <summary>Not a body that can be read.</summary>
    public static IResult NoObject(HttpRequest request) =>
        Problems.Of(request, 400, "De inhoud is geen JSON-object in UTF-8.", "The body is no JSON object in UTF-8.");

    /// <summary>A problem that tells all faults at once.</summary>
    public static IResult Wrong(HttpRequest request, Faults faults)
    {
        var names = string.Join(", ", faults.ByField.Keys);
        return Problems.Of(request, 400, $"Controleer deze velden: {names}.", $"Check these fields: {names}.",
            new Dictionary<string, object?> { [Problems.FieldsField] = faults.ByField });
    }

    private static Day DayOf(JsonObject body, Day today, Faults faults)
    {
        if (TextOf(body, DayField, faults) is not { } text)
        {
            return today;
        }
        if (Day.TryParse(text, out var day))
        {
            return day;
        }
        var form = ValueForms.Of(typeof(Day));
        faults.Add(DayField, $"Verwacht wordt {form.Dutch}.", $"Expected is {form.English}.");
        return today;
    }

    private static string? TextOf(JsonObject body, string field, Faults faults)
    {
        if (!body.Remove(field, out var node) || node is null)
        {
            return null;
        }
        if (node.GetValueKind() == JsonValueKind.String)
        {
            return node.GetValue<string>();
        }
        faults.Add(field, "Dit veld is een tekst.", "This field is a text.");
        return null;
    }

    // Invalid UTF-8, and an escape that is half a character, show only when a text is read.
    private static bool HoldsText(JsonNode? node)
    {
        try
        {
            return node switch
            {
                JsonObject map => map.All(each => each.Key is not null && HoldsText(each.Value)),
                JsonArray list => list.All(HoldsText),
                JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
