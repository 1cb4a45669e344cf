using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Schakel.Norms;
using Schakel.Store;
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
            .Accepts<ClockMove>("application/json")
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
        if (await ActBody.ObjectAsync(http).ConfigureAwait(false) is not { } body)
        {
            return ActBody.NoObject(http.Request);
        }
        if (body.Count != 1 || body["dagen"] is not System.Text.Json.Nodes.JsonValue value || !value.TryGetValue<int>(out var days) || days is < 1 or > MostDays)
        {
            return Problems.Of(http.Request, 400, $"Geef dagen: een geheel getal van 1 tot en met {MostDays}, en niets anders.", $"Give dagen: a whole number from 1 to {MostDays}, and nothing else.");
        }
        var report = await time.AdvanceAsync(days, http.RequestAborted).ConfigureAwait(false);
        return Results.Ok(new ClockMoveAnswer(report.From, report.Today, report.Acts, report.Refused, report.ByClock, report.Redrawn));
    }
}
