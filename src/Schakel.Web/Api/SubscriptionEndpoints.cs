using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Schakel.Chain;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Store.Outbox;
using Schakel.Web.Access;
using Schakel.Web.Outbox;

namespace Schakel.Web.Api;

/// <summary>What is asked when a subscription is opened (abonnementsaanvraag).</summary>
/// <param name="Adres">Where it is delivered: https.</param>
/// <param name="Ruimten">Rooms; left out or empty for all.</param>
/// <param name="Soorten">Types of event; left out or empty for all that the function may know.</param>
/// <param name="VanafPositie">Place in the log after which it begins; left out for what happens from now on.</param>
public sealed record SubscriptionAsked(string Adres, ImmutableArray<EventRoom>? Ruimten = null, ImmutableArray<string>? Soorten = null, long? VanafPositie = null);

/// <summary>A subscription (abonnement).</summary>
/// <param name="Nummer">Its number.</param>
/// <param name="Versie">1, and one more each time that its state changed.</param>
/// <param name="Adres">Where it is delivered.</param>
/// <param name="Ruimten">Rooms; empty for all.</param>
/// <param name="Soorten">Types of event; empty for all that the function may know.</param>
/// <param name="Stand">Whether it is delivered.</param>
/// <param name="Reden">Why it is paused.</param>
/// <param name="Positie">Place in the log up to which everything was told.</param>
/// <param name="Achterstand">Events in the log after that; not all of them are for this subscription.</param>
/// <param name="Pogingen">Times that the next delivery failed.</param>
/// <param name="LaatsteFout">What went wrong last.</param>
/// <param name="LaatsteStatus">The HTTP status of that answer.</param>
/// <param name="LaatsteFoutOp">When that was.</param>
/// <param name="VolgendePogingOp">Before when it is not tried again.</param>
/// <param name="GeopendOp">When it was opened.</param>
/// <param name="Geheim">The secret with which deliveries are signed: given when it is opened, and not again.</param>
public sealed record SubscriptionAnswer(
    long Nummer, int Versie, string Adres, ImmutableArray<EventRoom> Ruimten, ImmutableArray<string> Soorten, SubscriptionState Stand, PauseReason? Reden, long Positie, long Achterstand,
    int Pogingen, DeliveryFault? LaatsteFout, int? LaatsteStatus, DateTime? LaatsteFoutOp, DateTime? VolgendePogingOp, DateTime GeopendOp, string? Geheim)
{
    internal static SubscriptionAnswer Of(SubscriptionRow row, ChainStore store, byte[]? secret = null) => new(
        row.Number, row.Version, row.Address,
        [.. Words(row.Rooms).Select(Enum.Parse<EventRoom>)], [.. Words(row.Types)],
        (SubscriptionState)row.State, row.Reason == 0 ? null : (PauseReason)row.Reason, row.Position, Math.Max(0, store.Log.Position - row.Position),
        row.Attempts, row.Fault == 0 ? null : (DeliveryFault)row.Fault, row.Status, Instant(row.FailedAt), Instant(row.NextTry), Instant(row.OpenedAt)!.Value,
        secret is null ? null : Signature.Write(secret));

    private static string[] Words(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static DateTime? Instant(long? microseconds) => microseconds is { } since ? DateTime.UnixEpoch.AddMicroseconds(since) : null;
}

/// <summary>Subscriptions of one's own function (abonnementen): opened, paused, resumed and ended; those of others do not exist.</summary>
internal static class SubscriptionEndpoints
{
    private const string Collection = "abonnementen";
    private const int MostTypes = 500;

    public static void MapSubscriptions(this IEndpointRouteBuilder api)
    {
        api.MapGet($"/{Collection}", List).Reads<PageAnswer<SubscriptionAnswer>>(
            Collection, "ListSubscriptions", "Toont de abonnementen van de eigen functie.", "List the subscriptions of one's own function.");
        api.MapGet($"/{Collection}/{{nummer:long:min(1)}}", (long nummer, HttpContext http, ChainStore store) =>
                Own(http, store, nummer) is not { } row ? Acting.Unknown() : Show(http, store, row))
            .Reads<SubscriptionAnswer>(Collection, "ReadSubscription", "Toont een abonnement: hoe ver het is, en wat er laatst misging.", "Show a subscription: how far it is, and what went wrong last.");
        api.MapPost($"/{Collection}", OpenAsync).Accepts<SubscriptionAsked>("application/json").WithMetadata(new SentWithKey(WithVersion: false))
            .Changes<SubscriptionAnswer>(
                Collection, "OpenSubscription", "Opent een abonnement: wat er gebeurt wordt ondertekend bezorgd, voor zover de functie het mag weten. Het geheim staat alleen in dit antwoord.",
                "Open a subscription: what happens is delivered, signed, as far as the function may know it. The secret stands in this answer alone.");
        Map(api, "pauzes", "PauseSubscription", "Pauzeert een abonnement; wat er gebeurt wacht.", "Pause a subscription; what happens waits.",
            (subscriptions, number, expected, key) => subscriptions.PauseAsync(number, expected, key));
        Map(api, "hervattingen", "ResumeSubscription", "Hervat een gepauzeerd abonnement, waar het gebleven was.", "Resume a paused subscription, where it was.",
            (subscriptions, number, expected, key) => subscriptions.ResumeAsync(number, expected, key));
        Map(api, "opzeggingen", "EndSubscription", "Zegt een abonnement op.", "End a subscription.",
            (subscriptions, number, expected, key) => subscriptions.EndAsync(number, expected, key));
    }

    private static void Map(
        IEndpointRouteBuilder api, string resource, string name, string dutch, string english, Func<Subscriptions, long, int, ActKey, Task<SubscriptionResult>> change) =>
        api.MapPost($"/{Collection}/{{nummer:long:min(1)}}/{resource}", async (long nummer, HttpContext http, ChainStore store) =>
        {
            if (Own(http, store, nummer) is null)
            {
                return Acting.Unknown();
            }
            if (!ActKey.TryParse(http.Request.Headers[ActBody.KeyHeader], out var key))
            {
                return ActBody.NeedsKey(http.Request);
            }
            return Versions.Expected(http.Request) is not { } expected ? Acting.NeedsVersion(http.Request)
                : Answer(http, store, await change(store.Subscriptions, nummer, expected, key).ConfigureAwait(false));
        })
        .WithMetadata(new SentWithKey(WithVersion: true)).Changes<SubscriptionAnswer>(Collection, name, dutch, english);

    private static SubscriptionRow? Own(HttpContext http, ChainStore store, long number) =>
        Caller.From(http.User) is { } caller && store.Subscriptions.Find(number) is { } row && row.Function == caller.Function.Code ? row : null;

    private static IResult List(int? pagina, int? paginaGrootte, HttpContext http, ChainStore store)
    {
        var (page, problem) = PageAsked.Of(http.Request, pagina, paginaGrootte);
        if (page is not { } asked)
        {
            return problem!;
        }
        if (Caller.From(http.User) is not { } caller)
        {
            return Acting.Unknown();
        }
        var own = store.Subscriptions.All.Where(row => row.Function == caller.Function.Code).ToList();
        return Results.Ok(new PageAnswer<SubscriptionAnswer>(
            asked.Number, asked.Size, own.Count, [.. own.Skip(asked.Skip).Take(asked.Size).Select(row => SubscriptionAnswer.Of(row, store))]));
    }

    private static IResult Show(HttpContext http, ChainStore store, SubscriptionRow row)
    {
        Versions.Tell(http.Response, row.Version);
        return Results.Ok(SubscriptionAnswer.Of(row, store)); // How far it is changes without a version: never "not modified".
    }

    private static async Task<IResult> OpenAsync(HttpContext http, ChainStore store, WebSettings settings)
    {
        var request = http.Request;
        if (Caller.From(http.User) is not { } caller)
        {
            return Acting.Unknown();
        }
        if (!Subscriber.MaySubscribe(caller.Function))
        {
            return Acting.Forbidden(request, caller.Function);
        }
        if (!ActKey.TryParse(request.Headers[ActBody.KeyHeader], out var key))
        {
            return ActBody.NeedsKey(request);
        }
        if (await ActBody.ObjectAsync(http).ConfigureAwait(false) is not { } body)
        {
            return ActBody.NoObject(request);
        }
        var faults = new Faults(Language.PrefersEnglish(request));
        var asked = Read(body, caller, settings, store.Log.Position, faults);
        return asked is null ? ActBody.Wrong(request, faults) : Answer(http, store, await store.Subscriptions.OpenAsync(asked, key).ConfigureAwait(false));
    }

    private static SubscriptionRequest? Read(JsonObject body, Caller caller, WebSettings settings, long last, Faults faults)
    {
        var address = ReceiverAddress.Parse(body["adres"] is JsonValue text && text.TryGetValue<string>(out var given) ? given : null, settings.AllowsLoopbackReceivers);
        if (address is null)
        {
            faults.Add("adres", "Verwacht wordt een https-adres op het openbare internet, zonder gebruikersnaam of fragment.", "Expected is an https address on the public internet, without user name or fragment.");
        }
        var rooms = ReadWords(body, "ruimten", faults).Select(word => Words.TryValue<EventRoom>(word, out var room) ? room : (EventRoom?)null).ToList();
        if (rooms.Contains(null))
        {
            var all = string.Join(", ", Words.ValuesOf(typeof(EventRoom)));
            faults.Add("ruimten", $"Verwacht wordt een lijst met waarden uit: {all}.", $"Expected is a list of values out of: {all}.");
        }
        var types = ReadWords(body, "soorten", faults);
        if (types.FirstOrDefault(type => EventCatalogue.Find(type) is not { } known || !NotifiedCategories.MayKnow(caller.Function, known)) is { } unknown)
        {
            faults.Add("soorten", $"De soort '{unknown}' bestaat niet, of uw functie mag er niet van weten.", $"The type '{unknown}' does not exist, or your function may not know of it.");
        }
        long? after = null;
        if (body["vanafPositie"] is { } from)
        {
            after = from is JsonValue number && number.TryGetValue<long>(out var position) && position >= 0 && position <= last ? position : null;
            if (after is null)
            {
                faults.Add("vanafPositie", $"Verwacht wordt een geheel getal van 0 tot en met {last}.", $"Expected is a whole number from 0 to {last}.");
            }
        }
        foreach (var (field, _) in body.Where(each => each.Key is not ("adres" or "ruimten" or "soorten" or "vanafPositie")))
        {
            faults.Add(field, "Dit veld bestaat hier niet.", "This field does not exist here.");
        }
        return faults.ByField.Count > 0 ? null : new SubscriptionRequest(
            caller.Function.Code, Subscriber.Write(caller), address!.AbsoluteUri, string.Join(' ', rooms.Distinct().Order()), string.Join(' ', types.Distinct().Order(StringComparer.Ordinal)), after);
    }

    private static List<string> ReadWords(JsonObject body, string field, Faults faults)
    {
        if (body[field] is not { } node)
        {
            return [];
        }
        if (node is JsonArray { Count: <= MostTypes } list && list.All(each => each?.GetValueKind() == JsonValueKind.String))
        {
            return [.. list.Select(each => each!.GetValue<string>())];
        }
        faults.Add(field, "Dit veld is een lijst met teksten.", "This field is a list of texts.");
        return [];
    }

    private static IResult Answer(HttpContext http, ChainStore store, SubscriptionResult result)
    {
        switch (result)
        {
            case SubscriptionResult.Done done:
                if (done.Repeated)
                {
                    http.Response.Headers["Idempotency-Replayed"] = "true";
                }
                Versions.Tell(http.Response, done.Row.Version);
                return Results.Created(
                    string.Create(CultureInfo.InvariantCulture, $"{ApiVersion.Root}/{Collection}/{done.Row.Number}"), SubscriptionAnswer.Of(done.Row, store, done.Secret));
            case SubscriptionResult.Refused refused:
                return Problems.Of(http.Request, refused.Why);
            case SubscriptionResult.Stale stale:
                Versions.Tell(http.Response, stale.Actual);
                return Problems.Of(http.Request, 412,
                    $"Intussen gewijzigd: nu is het versie {stale.Actual}. Haal het opnieuw op en probeer het nog eens.",
                    $"Changed in the meantime: now it is version {stale.Actual}. Fetch it again and try once more.");
            default:
                throw new UnreachableException($"{result.GetType().Name} is no answer.");
        }
    }
}

/// <summary>That an operation takes a key of the caller's own, for the description (sleutel van de aanroeper).</summary>
/// <param name="WithVersion">And the version that was read.</param>
internal sealed record SentWithKey(bool WithVersion);
