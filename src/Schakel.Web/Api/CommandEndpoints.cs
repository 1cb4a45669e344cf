using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Schakel.Chain;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Web.Access;

namespace Schakel.Web.Api;

/// <summary>
/// Posting a command (opdracht geven): who acts comes from the token, once-only from <c>Idempotency-Key</c>, what the caller had seen from
/// <c>If-Match</c>. The answer is 201 with the events, 409 with the norm that forbids, or 412 when somebody was first.
/// </summary>
internal static class CommandEndpoints
{
    private const string DayField = "datum";
    private const string GroundField = "grond";
    private const string KeyHeader = "Idempotency-Key";

    /// <summary>Puts a command's resource on the routes below a file, household or site.</summary>
    public static void Map<TCommand>(IEndpointRouteBuilder routes, CommandResource resource)
        where TCommand : Command
    {
        var kind = KindOf(typeof(TCommand));
        routes.MapPost($"/{{nummer:long:min(1)}}/{resource.Path}", (long nummer, HttpContext http, ChainStore store, IChainClock clock) =>
                DoAsync(new StreamId(kind, nummer), resource, http, store, clock))
            .WithName(typeof(TCommand).Name)
            .WithSummary(resource.Dutch)
            .WithDescription(resource.English)
            .WithMetadata(resource)
            .Produces<ActAnswer>(StatusCodes.Status201Created)
            .ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412)
            .ProducesProblem(428).ProducesProblem(429);
    }

    private static StreamKind KindOf(Type command) => command.IsSubclassOf(typeof(CaseCommand)) ? StreamKind.CaseFile
        : command.IsSubclassOf(typeof(HouseholdCommand)) ? StreamKind.Household : StreamKind.Site;

    private static async Task<IResult> DoAsync(StreamId stream, CommandResource resource, HttpContext http, ChainStore store, IChainClock clock)
    {
        var request = http.Request;
        if (Caller.From(http.User) is not { } caller || (stream.Kind == StreamKind.CaseFile && !caller.MayOpen(stream.Number)))
        {
            return Results.NotFound();
        }
        if (!ActKey.TryParse(request.Headers[KeyHeader], out var key))
        {
            return Problems.Of(request, 400, $"Stuur een eigen UUID mee in de kop {KeyHeader}, zodat een herhaling geen tweede handeling is.",
                $"Send a UUID of your own in the header {KeyHeader}, so that a repetition is no second act.");
        }
        if (await BodyAsync(http).ConfigureAwait(false) is not { } body)
        {
            return Problems.Of(request, 400, "De inhoud is geen JSON-object in UTF-8.", "The body is no JSON object in UTF-8.");
        }
        var faults = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var day = DayOf(body, clock.Today, faults);
        var ground = TextOf(body, GroundField, faults);
        var command = CommandShape.Of(resource.Command).Read(body, caller.Official, faults);
        if (command is null || faults.Count > 0)
        {
            return Problems.Of(request, 400, $"Controleer deze velden: {string.Join(", ", faults.Keys)}.", $"Check these fields: {string.Join(", ", faults.Keys)}.",
                new Dictionary<string, object?> { [Problems.FieldsField] = faults });
        }
        if (!MayAct(caller, resource, command))
        {
            return Results.Forbid();
        }
        var state = FileState.Read(store, stream);
        if (state.Version == 0)
        {
            return Results.NotFound();
        }
        if (Versions.Expected(request) is not { } expected)
        {
            return Problems.Of(request, 428, "Stuur de kop If-Match mee met de versie die u hebt gelezen.", "Send the header If-Match along with the version that you read.");
        }
        var act = new Act(key, caller.Doer, resource.Purpose, day, [new(stream, command)])
        {
            Ground = ground,
            Expected = [new(stream, expected)],
        };
        return Answer(http, stream, await store.Desk.DoAsync(act, http.RequestAborted).ConfigureAwait(false));
    }

    /// <summary>An official act asks the power that the act names; anything else stands open to the functions in the table.</summary>
    private static bool MayAct(Caller caller, CommandResource resource, Command command) => command is IOfficialAct act
        ? (caller.Official.Role & act.Empowered) != 0
        : resource.OpenTo.Contains(caller.Function.Code);

    /// <summary>The answer to what came of an act.</summary>
    internal static IResult Answer(HttpContext http, StreamId stream, ActResult result)
    {
        switch (result)
        {
            case ActResult.Accepted accepted:
                var version = accepted.Versions.Where(each => each.Stream == stream).Select(each => (int?)each.Version).FirstOrDefault();
                if (version is { } now)
                {
                    Versions.Tell(http.Response, now);
                }
                return Results.Created(
                    version is null ? null : $"{ApiVersion.Root}/{Addresses.Of(stream)}/gebeurtenissen/{version}", ActAnswer.Of(accepted));
            case ActResult.Repeated repeated:
                http.Response.Headers["Idempotency-Replayed"] = "true";
                return Answer(http, stream, repeated.First);
            case ActResult.Refused refused:
                return Problems.Of(http.Request, refused.Refusal);
            case ActResult.Stale stale:
                Versions.Tell(http.Response, stale.Actual);
                return Problems.Of(http.Request, 412,
                    $"Intussen gewijzigd: u las versie {stale.Expected}, nu is het versie {stale.Actual}. Haal het opnieuw op en probeer het nog eens.",
                    $"Changed in the meantime: you read version {stale.Expected}, now it is version {stale.Actual}. Fetch it again and try once more.");
            default:
                throw new System.Diagnostics.UnreachableException($"{result.GetType().Name} is no answer.");
        }
    }

    private static async Task<JsonObject?> BodyAsync(HttpContext http)
    {
        if (http.Request.ContentLength == 0)
        {
            return [];
        }
        try
        {
            var node = await JsonNode.ParseAsync(
                http.Request.Body, documentOptions: new() { MaxDepth = 16, AllowDuplicateProperties = false },
                cancellationToken: http.RequestAborted).ConfigureAwait(false);
            return node as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Day DayOf(JsonObject body, Day today, IDictionary<string, string> faults)
    {
        var text = TextOf(body, DayField, faults);
        if (text is null || Day.TryParse(text, out var day))
        {
            return text is null ? today : Day.Parse(text);
        }
        faults[DayField] = "Een dag wordt geschreven als jjjj-mm-dd en moet bestaan.";
        return today;
    }

    private static string? TextOf(JsonObject body, string field, IDictionary<string, string> faults)
    {
        if (!body.Remove(field, out var node) || node is null)
        {
            return null;
        }
        if (node.GetValueKind() == JsonValueKind.String)
        {
            return node.GetValue<string>();
        }
        faults[field] = "Dit veld is een tekst.";
        return null;
    }
}
