using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Web.Access;

namespace Schakel.Web.Api;

/// <summary>The chain's date (ketendatum).</summary>
/// <param name="Datum">The chain's today.</param>
/// <param name="Verschuifbaar">Whether it can be moved here.</param>
public sealed record ClockAnswer(Day Datum, bool Verschuifbaar);

/// <summary>What happened while days passed (verslag van een verschuiving).</summary>
/// <param name="VanDatum">The day it was.</param>
/// <param name="Datum">The day it is now.</param>
/// <param name="Handelingen">Acts done meanwhile by the people and partners of the demonstration.</param>
/// <param name="Geweigerd">Acts of theirs that were refused.</param>
/// <param name="DoorDeKlok">Lapses that were recorded.</param>
/// <param name="OpnieuwBepaald">How often what happens next was drawn anew, because somebody had intervened.</param>
public sealed record ClockMoveAnswer(Day VanDatum, Day Datum, int Handelingen, int Geweigerd, int DoorDeKlok, int OpnieuwBepaald);

/// <summary>A move of the chain's date (verschuiving).</summary>
/// <param name="Dagen">How many days ahead.</param>
public sealed record ClockMove(int Dagen);

/// <summary>Reading and moving the chain's date (ketenklok).</summary>
internal static class ClockEndpoints
{
    private const int MostDays = 366;
    private const string Tag = "ketenklok";

    public static void MapClock(this IEndpointRouteBuilder api)
    {
        api.MapGet("/ketenklok", (IChainClock clock, WebSettings settings) => new ClockAnswer(clock.Today, settings.Time is not null))
            .Reads<ClockAnswer>(Tag, "ReadClock", "Toont de datum van de keten.", "Show the chain's date.");
        api.MapPost("/ketenklok/verschuivingen", MoveAsync)
            .Accepts<ClockMove>("application/json").WithMetadata(new SentWithKey(WithVersion: false))
            .Reads<ClockMoveAnswer>(Tag, "MoveClock", "Verschuift de datum van de keten vooruit (alleen in de demonstratie).", "Move the chain's date ahead (in the demonstration only).")
            .ProducesProblem(409);
    }

    private static async Task<IResult> MoveAsync(HttpContext http, WebSettings settings)
    {
        if (settings.Time is not { } time)
        {
            return Problems.Of(http.Request, 409, "De ketendatum volgt hier de kalender en kan niet worden verschoven.", "The chain's date follows the calendar here and cannot be moved.");
        }
        if (Caller.From(http.User) is not { } caller || caller.Function.Code != "planner")
        {
            return Problems.Of(http.Request, 403, "Alleen de functie planner verschuift de ketendatum.", "Only the function planner moves the chain's date.");
        }
        if (!ActKey.TryParse(http.Request.Headers[ActBody.KeyHeader], out var key))
        {
            return ActBody.NeedsKey(http.Request);
        }
        if (await ActBody.ObjectAsync(http).ConfigureAwait(false) is not { } body)
        {
            return ActBody.NoObject(http.Request);
        }
        if (body.Count != 1 || body["dagen"] is not System.Text.Json.Nodes.JsonValue value || !value.TryGetValue<int>(out var days) || days is < 1 or > MostDays)
        {
            return Problems.Of(http.Request, 400, $"Geef dagen: een geheel getal van 1 tot en met {MostDays}, en niets anders.", $"Give dagen: a whole number from 1 to {MostDays}, and nothing else.");
        }
        return Answer(http, await time.AdvanceOnceAsync(days, key, http.RequestAborted).ConfigureAwait(false));
    }

    private static IResult Answer(HttpContext http, AdvanceResult result)
    {
        switch (result)
        {
            case AdvanceResult.Passed { Report: var report, Repeated: var repeated }:
                if (repeated)
                {
                    http.Response.Headers["Idempotency-Replayed"] = "true";
                }
                return Results.Ok(new ClockMoveAnswer(report.From, report.Today, report.Acts, report.Refused, report.ByClock, report.Redrawn));
            case AdvanceResult.Refused refused:
                return Problems.Of(http.Request, refused.Why);
            default:
                throw new UnreachableException($"{result.GetType().Name} is no answer.");
        }
    }
}
