using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Schakel.Chain;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Web.Access;

namespace Schakel.Web.Api;

/// <summary>Handing acts to the desk, and telling what came of them (handelen).</summary>
internal static class Acting
{
    /// <summary>Does an act and answers: 201, 200 when nothing changed, 400, 409 or 412.</summary>
    public static async Task<IResult> DoAsync(HttpContext http, ChainStore store, StreamId stream, Act act)
    {
        try
        {
            return Answer(http, stream, await store.Desk.DoAsync(act, http.RequestAborted).ConfigureAwait(false));
        }
        catch (OverflowException)
        {
            return Problems.Of(http.Request, 400, "Een getal of dag in dit verzoek is te groot om mee te rekenen.", "A number or day in this request is too large to compute with.");
        }
    }

    /// <summary>The answer to what came of an act.</summary>
    public static IResult Answer(HttpContext http, StreamId stream, ActResult result)
    {
        switch (result)
        {
            case ActResult.Accepted accepted:
                return Done(http, stream, accepted);
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
                throw new UnreachableException($"{result.GetType().Name} is no answer.");
        }
    }

    /// <summary>The precondition of an act on something that exists (If-Match); null when the header is missing.</summary>
    public static IResult NeedsVersion(HttpRequest request) => Problems.Of(
        request, 428, "Stuur de kop If-Match mee met de versie die u hebt gelezen.", "Send the header If-Match along with the version that you read.");

    /// <summary>The caller's function may not do this.</summary>
    public static IResult Forbidden(HttpRequest request, Function function) => Problems.Of(
        request, 403, $"De functie {function.Code} is voor deze handeling niet bevoegd.", $"The function {function.Code} has no power for this act.");

    /// <summary>Something that does not exist, or that the caller may not see: the same answer.</summary>
    public static IResult Unknown() => Results.StatusCode(StatusCodes.Status404NotFound);

    private static IResult Done(HttpContext http, StreamId stream, ActResult.Accepted accepted)
    {
        var version = accepted.Versions.Where(each => each.Stream == stream).Select(each => (int?)each.Version).FirstOrDefault();
        if (version is { } now)
        {
            Versions.Tell(http.Response, now);
        }
        var answer = ActAnswer.Of(accepted);
        return accepted.Events.IsEmpty ? Results.Ok(answer)
            : Results.Created(version is null ? null : $"{ApiVersion.Root}/{Addresses.Of(stream)}/gebeurtenissen/{version}", answer);
    }
}
