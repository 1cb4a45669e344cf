using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Schakel.Chain;
using Schakel.Chain.Registration;
using Schakel.Store;
using Schakel.Store.Models;
using Schakel.Web.Access;

namespace Schakel.Web.Api;

/// <summary>Whom one looks for (zoekvraag): at least one of these. It stands in a body, never in an address.</summary>
/// <param name="VNummer">V-number, exactly.</param>
/// <param name="Namen">Names, in any script and order.</param>
/// <param name="Geboren">Date of birth, as far as it is known.</param>
public sealed record SearchAsked(VNumber? VNummer = null, string? Namen = null, PartialDate? Geboren = null);

/// <summary>What was found (zoekresultaat).</summary>
/// <param name="Resultaten">Files, the most alike first.</param>
/// <param name="Meer">There are more: ask more exactly.</param>
public sealed record SearchAnswer(ImmutableArray<HitAnswer> Resultaten, bool Meer);

/// <summary>A file that was found (treffer).</summary>
/// <param name="Zaak">Number of the file.</param>
/// <param name="GelijkeWoorden">Words of the name found as written.</param>
/// <param name="KlankWoorden">Words found as they sound.</param>
public sealed record HitAnswer(long Zaak, int GelijkeWoorden, int KlankWoorden);

/// <summary>Searching for persons (zoeken): a POST, so that what is searched for stands in no address and no log of one.</summary>
internal static class SearchEndpoints
{
    public static void MapSearch(this IEndpointRouteBuilder api) => api.MapPost("/zaken/_zoek", FindAsync)
        .Accepts<SearchAsked>("application/json")
        .Reads<SearchAnswer>(Addresses.Cases, "SearchFiles", "Zoekt zaken op V-nummer, naam of geboortedatum.", "Search files by V-number, name or date of birth.");

    private static async Task<IResult> FindAsync(HttpContext http, ChainStore store, Gate gate, Reading reading)
    {
        if (Caller.From(http.User) is not { } caller)
        {
            return Acting.Unknown();
        }
        if (caller.Function.Reach is Reach.None or Reach.Own or Reach.Clients || !caller.Function.MayRead(DataCategory.Identity))
        {
            return Acting.Forbidden(http.Request, caller.Function);
        }
        if (await ActBody.ObjectAsync(http).ConfigureAwait(false) is not { } body)
        {
            return ActBody.NoObject(http.Request);
        }
        SearchAsked? asked;
        try
        {
            asked = JsonSerializer.Deserialize<SearchAsked>(body, ApiJson.Answers);
        }
        catch (JsonException)
        {
            asked = null;
        }
        if (asked is null || asked.Namen is { Length: > 200 })
        {
            return Wrong(http.Request);
        }
        try
        {
            using var view = store.Models.Look();
            var found = Search.Find(store.Models, view, new() { VNumber = asked.VNummer, Names = asked.Namen, Born = asked.Geboren }, gate.Files(caller, view.Files)); // Only within what one may see.
            reading.Record(http, caller, found.Hits.Select(hit => hit.Person), Namesakes.IsNamesake(caller, asked.Namen));
            return Results.Ok(new SearchAnswer([.. found.Hits.Select(hit => new HitAnswer(hit.Person, hit.SameWords, hit.LikeWords))], found.More));
        }
        catch (ArgumentException)
        {
            return Wrong(http.Request); // Nothing to look for.
        }
    }

    private static IResult Wrong(HttpRequest request) => Problems.Of(
        request, 400, "Geef vNummer (tien cijfers met hun controlecijfers), namen (met letters, hooguit 200 tekens) of geboren (jjjj, jjjj-mm of jjjj-mm-dd), en niets anders.",
        "Give vNummer (ten digits with their check digits), namen (with letters, at most 200 characters) or geboren (yyyy, yyyy-mm or yyyy-mm-dd), and nothing else.");
}
