using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Schakel.Web;

/// <summary>
/// Routes whose handler takes the request as it is (kale routes). Of a handler with arguments of its own the framework compiles a method at every start, twice,
/// and what is not used again has to be cleared away: for the hundreds of routes here that are alike this was most of a start.
/// </summary>
internal static class PlainRoutes
{
    /// <summary>A route that is asked in one of some ways.</summary>
    /// <param name="routes">Where it is added.</param>
    /// <param name="pattern">Its path.</param>
    /// <param name="methods">The ways.</param>
    /// <param name="answer">Answers a request, all of it.</param>
    public static IEndpointConventionBuilder MapPlain(this IEndpointRouteBuilder routes, string pattern, IEnumerable<string> methods, Func<HttpContext, Task> answer) =>
        routes.MapMethods(pattern, methods, new RequestDelegate(answer));

    /// <summary>A route that reads.</summary>
    /// <param name="routes">Where it is added.</param>
    /// <param name="pattern">Its path.</param>
    /// <param name="answer">Answers a request, all of it.</param>
    public static IEndpointConventionBuilder MapPlainGet(this IEndpointRouteBuilder routes, string pattern, Func<HttpContext, Task> answer) => routes.MapPlain(pattern, [HttpMethods.Get], answer);

    /// <summary>A route to which something is sent.</summary>
    /// <param name="routes">Where it is added.</param>
    /// <param name="pattern">Its path.</param>
    /// <param name="answer">Answers a request, all of it.</param>
    public static IEndpointConventionBuilder MapPlainPost(this IEndpointRouteBuilder routes, string pattern, Func<HttpContext, Task> answer) => routes.MapPlain(pattern, [HttpMethods.Post], answer);

    /// <summary>A route of the interface to which something is sent, with its description.</summary>
    /// <param name="routes">Where it is added.</param>
    /// <param name="pattern">Its path.</param>
    /// <param name="shape">A method with the values of the path as arguments, which the description is made of; it is never called.</param>
    /// <param name="answer">What is answered to a request.</param>
    public static RouteHandlerBuilder MapPlainPost(this IEndpointRouteBuilder routes, string pattern, Delegate shape, Func<HttpContext, Task<IResult>> answer) =>
        new([routes.MapPlainPost(pattern, async http => await (await answer(http).ConfigureAwait(false)).ExecuteAsync(http).ConfigureAwait(false))
            .WithMetadata([shape.Method, .. shape.Method.GetParameters().Select(each => new Described(each))])]);

    /// <summary>A value of the path; its pattern has it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="name">Name in the pattern.</param>
    public static string InPath(this HttpContext http, string name) => (string)http.Request.RouteValues[name]!;

    /// <summary>A number in the path; its pattern takes nothing else.</summary>
    /// <param name="http">The request.</param>
    /// <param name="name">Name in the pattern.</param>
    public static long NumberInPath(this HttpContext http, string name) => long.Parse(http.InPath(name), CultureInfo.InvariantCulture);

    // A value of the path, as what describes the interface asks for it.
    private sealed record Described(ParameterInfo ParameterInfo) : IParameterBindingMetadata
    {
        public string Name => ParameterInfo.Name!;

        public bool HasTryParse => true;

        public bool HasBindAsync => false;

        public bool IsOptional => false;
    }
}
