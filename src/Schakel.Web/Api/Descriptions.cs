using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Schakel.Web.Api;

/// <summary>What every operation may answer besides what it is for (beschrijving van antwoorden), for the description of the interface.</summary>
internal static class Descriptions
{
    /// <summary>An operation that acts.</summary>
    public static RouteHandlerBuilder Acts(this RouteHandlerBuilder route, string tag) => route
        .WithTags(tag)
        .Produces<ActAnswer>(StatusCodes.Status201Created)
        .Refuses(400, 401, 403, 404, 409, 412, 413, 428, 429, 503);

    /// <summary>An operation that reads.</summary>
    public static RouteHandlerBuilder Reads<TAnswer>(this RouteHandlerBuilder route, string tag, string name, string dutch, string english) => route
        .WithTags(tag).WithName(name).WithSummary(dutch).WithDescription(english)
        .Produces<TAnswer>()
        .Refuses(400, 401, 403, 404, 429, 503);

    /// <summary>An operation that changes something that is no file, household or site.</summary>
    public static RouteHandlerBuilder Changes<TAnswer>(this RouteHandlerBuilder route, string tag, string name, string dutch, string english) => route
        .WithTags(tag).WithName(name).WithSummary(dutch).WithDescription(english)
        .Produces<TAnswer>(StatusCodes.Status201Created)
        .Refuses(400, 401, 403, 404, 409, 412, 413, 428, 429, 503);

    private static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params int[] statuses)
    {
        foreach (var status in statuses)
        {
            route.ProducesProblem(status);
        }
        return route;
    }
}
