using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Schakel.Chain;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Web.Access;

namespace Schakel.Web.Api;

/// <summary>A look at one's data (inzage): who, why and when. Of whoever looked no number is told, but to the privacy officer.</summary>
/// <param name="Tijdstip">When, in UTC.</param>
/// <param name="Functie">What function looked.</param>
/// <param name="Team">Of which team.</param>
/// <param name="Nummer">Number of who looked; for the privacy officer.</param>
/// <param name="Doel">For what.</param>
/// <param name="Verwerking">Entry in the register of processing.</param>
/// <param name="Waarmee">What was looked with.</param>
/// <param name="Geweigerd">It was refused: nothing was shown.</param>
public sealed record LookAnswer(DateTime Tijdstip, string Functie, string? Team, int? Nummer, string Doel, string Verwerking, string Waarmee, bool Geweigerd);

/// <summary>
/// Who looked (inzagen): the person themselves, whoever acts for them, and the privacy officer can ask. The records of one person are about
/// that person alone: what was looked at of a partner, parent or child is not among them (red line 5).
/// </summary>
internal static class LookEndpoints
{
    public static void MapLooks(this IEndpointRouteBuilder api)
    {
        api.MapGet("/zaken/{nummer:long:min(1)}/inzagen", List)
            .Reads<PageAnswer<LookAnswer>>(Addresses.Cases, "ListLooks", "Toont wie deze zaak inzag, waarvoor en wanneer.", "Show who looked at this file, what for and when.");
    }

    private static IResult List(long nummer, int? pagina, int? paginaGrootte, HttpContext http, ChainStore store, Gate gate, LookLog log)
    {
        var (page, problem) = PageAsked.Of(http.Request, pagina, paginaGrootte);
        if (page is not { } asked)
        {
            return problem!;
        }
        var stream = new StreamId(StreamKind.CaseFile, nummer);
        if (Caller.From(http.User) is not { } caller)
        {
            return Acting.Unknown();
        }
        var looking = Looking.Of(http, log);
        if (LookSignals.MayRead(caller))
        {
            if (FileState.Read(store, stream).Version == 0)
            {
                return Acting.Unknown();
            }
            looking.Add(caller, nummer, LookPurpose.DataProtection);
        }
        else if (gate.Open(caller, stream, looking) is null)
        {
            return Acting.Unknown();
        }
        else if (caller.Function.Code is not ("aanvrager" or "advocaat" or "voogd"))
        {
            return Acting.Forbidden(http.Request, caller.Function);
        }
        var (total, looks) = log.Of(nummer, asked.Skip, asked.Size);
        return Results.Ok(new PageAnswer<LookAnswer>(asked.Number, asked.Size, total, [.. looks.Select(each => Of(each, http.Request, LookSignals.MayRead(caller)))]));
    }

    private static LookAnswer Of(RecordedLook look, HttpRequest request, bool withNumber)
    {
        var function = Function.Find(look.Function);
        return new(
            look.At.UtcDateTime, function is null ? look.Function : Language.Choose(request, function.Dutch, function.English),
            look.Team, withNumber ? look.Number : null, In(request, LookPurposes.NameOf(look.Purpose)), LookPurposes.ActivityOf(look.Purpose), look.With, look.Refused);
    }

    private static string In(HttpRequest request, Text text) => Language.Choose(request, text.Dutch, text.English);
}
