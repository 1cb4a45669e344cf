using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Schakel.Web.Api;

/// <summary>
/// Headers of every answer of the interface, also of a refusal (antwoordkoppen; ADR transport/security-headers and core/version-header):
/// nothing is stored on the way, nothing is framed, nothing is guessed.
/// </summary>
public static class AnswerHeaders
{
    /// <summary>Adds the headers to what is answered below <see cref="ApiVersion.Root"/>.</summary>
    /// <param name="app">The application.</param>
    public static IApplicationBuilder UseAnswerHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.Request.Path.StartsWithSegments(ApiVersion.Root, StringComparison.Ordinal))
        {
            http.Response.OnStarting(() =>
            {
                Add(http.Response.Headers);
                return Task.CompletedTask;
            });
        }
        return next(http);
    });

    private static void Add(IHeaderDictionary headers)
    {
        headers[ApiVersion.Header] = ApiVersion.Full;
        headers.CacheControl = "no-store";
        if (headers.ContentSecurityPolicy.Count == 0) // A document that somebody supplied has a stricter one.
        {
            headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        }
        headers.StrictTransportSecurity = "max-age=31536000";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
    }
}
