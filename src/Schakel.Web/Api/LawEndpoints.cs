using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Schakel.Chain;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Acts;

namespace Schakel.Web.Api;

/// <summary>A norm in a list (norm).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Titel">Its name.</param>
/// <param name="Onderdeel">Its room.</param>
/// <param name="Bron">Where it stands.</param>
public sealed record NormAnswer(string Id, string Titel, string Onderdeel, string Bron);

/// <summary>A norm with its versions (norm met versies).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Titel">Its name.</param>
/// <param name="Onderdeel">Its room.</param>
/// <param name="Bron">Where it stands.</param>
/// <param name="Eenheid">Its unit.</param>
/// <param name="Versies">Its versions, oldest first.</param>
public sealed record NormDetailAnswer(string Id, string Titel, string Onderdeel, string Bron, string Eenheid, ImmutableArray<NormVersionAnswer> Versies);

/// <summary>A version of a norm (versie van een norm).</summary>
/// <param name="VanafDatum">First day in force.</param>
/// <param name="TotEnMetDatum">Last day in force.</param>
/// <param name="Waarde">Its value, in words.</param>
public sealed record NormVersionAnswer(Day VanafDatum, Day? TotEnMetDatum, string Waarde);

/// <summary>A rule that refuses (weigering).</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Norm">What forbids.</param>
/// <param name="Nederlands">The sentence in Dutch.</param>
/// <param name="Engels">The sentence in English.</param>
public sealed record RefusalAnswer(string Code, string Norm, string Nederlands, string Engels);

/// <summary>Asking the law (normen): what the norms are, and what they compute.</summary>
internal static class LawEndpoints
{
    private const string Tag = "normen";

    private static readonly Lazy<ImmutableArray<Refusal>> Refusals = new(() =>
    [
        .. new[] { typeof(Refusal).Assembly, typeof(ActRefusals).Assembly, typeof(Problems).Assembly }.SelectMany(each => each.GetExportedTypes())
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static)).Where(field => field.FieldType == typeof(Refusal))
            .Select(field => (Refusal)field.GetValue(null)!).OrderBy(each => each.Code, StringComparer.Ordinal),
    ]);

    public static void MapLaw(this IEndpointRouteBuilder api)
    {
        api.MapGet("/normen", (HttpContext http) => NormCatalogue.All.Select(each => Of(each, http.Request)).ToImmutableArray())
            .Reads<ImmutableArray<NormAnswer>>(Tag, "ListNorms", "Toont alle normen.", "List all norms.");
        api.MapGet("/normen/{id}", (string id, HttpContext http, WebSettings settings, IChainClock clock) =>
            NormCatalogue.All.FirstOrDefault(each => each.Id == id) is { } norm ? Results.Ok(Detail(norm, http.Request, settings.LawOn(clock.Today))) : Acting.Unknown())
            .Reads<NormDetailAnswer>(Tag, "ReadNorm", "Toont een norm met haar versies.", "Show a norm and its versions.");
        api.MapPost("/normen/{id}/berekeningen", ComputeAsync)
            .Reads<JsonObject>(Tag, "ComputeNorm", "Berekent wat uit feiten volgt, met de gronden.", "Compute what follows from facts, with the grounds.");
        api.MapGet("/weigeringen", () => Refusals.Value.Select(each => new RefusalAnswer(each.Code, each.Norm, each.Dutch, each.English)).ToImmutableArray())
            .Reads<ImmutableArray<RefusalAnswer>>("weigeringen", "ListRefusals", "Toont alle regels die weigeren.", "List all rules that refuse.");
    }

    private static NormAnswer Of(Norm norm, HttpRequest request) => new(
        norm.Id, Language.Choose(request, norm.Title.Dutch, norm.Title.English), NormRooms.Of(norm), $"{norm.Citation.BwbId} {norm.Citation.Article}".Trim());

    private static NormDetailAnswer Detail(Norm norm, HttpRequest request, Law law)
    {
        var head = Of(norm, request);
        return new(head.Id, head.Titel, head.Onderdeel, head.Bron, norm.Unit,
        [
            .. law.VersionsOf(norm.Id).Select(each => new NormVersionAnswer(
                each.From, each.Until, Language.Choose(request, each.ValueInWords.Dutch, each.ValueInWords.English))),
        ]);
    }

    private static async Task<IResult> ComputeAsync(string id, HttpContext http, WebSettings settings, IChainClock clock)
    {
        if (NormComputation.All.FirstOrDefault(each => each.Id == id) is not { } computation)
        {
            return Acting.Unknown();
        }
        if (await ActBody.ObjectAsync(http).ConfigureAwait(false) is not { } facts)
        {
            return ActBody.NoObject(http.Request);
        }
        try
        {
            var answer = computation.Compute(settings.LawOn(clock.Today), JsonSerializer.SerializeToElement(facts));
            using var stream = new MemoryStream();
            using (var writer = new Utf8JsonWriter(stream))
            {
                writer.WriteStartObject();
                answer.WriteTo(writer);
                writer.WriteEndObject();
            }
            return Results.Text(Encoding.UTF8.GetString(stream.ToArray()), "application/json", Encoding.UTF8);
        }
        catch (Exception e) when (e is NormException or OverflowException or ArgumentException)
        {
            return Problems.Of(http.Request, 400, e.Message, e.Message);
        }
    }
}
