using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Schakel.Web.Api;
using Schakel.Web.Documents;

namespace Schakel.Web;

/// <summary>
/// A form that is none (onleesbaar formulier): half of one, one with more fields than anybody fills in, something else altogether. It is read as an
/// empty form. That has no proof that it comes from a page of ours, so that nothing is done and the page says so, as it does with any form that expired.
/// </summary>
internal static class ReadableForms
{
    /// <summary>Reads forms before the pages do. The interface takes none, and a form with a file is read as it comes.</summary>
    /// <param name="app">The application.</param>
    public static void UseReadableForms(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (HttpMethods.IsPost(http.Request.Method) && http.GetEndpoint() is { } page && !http.Request.Path.StartsWithSegments(ApiVersion.Root, StringComparison.Ordinal)
            && !http.Request.Path.StartsWithSegments("/oauth2", StringComparison.Ordinal) && (page.Metadata.GetMetadata<TakesFile>() is null || !IsInParts(http.Request)))
        {
            try
            {
                await http.Request.ReadFormAsync(http.RequestAborted).ConfigureAwait(false);
            }
            catch (BadHttpRequestException)
            {
                // Too large: whoever reads it next is told the same, and tells it.
            }
            catch (Exception fault) when (fault is InvalidDataException or InvalidOperationException or IOException)
            {
                http.Request.Form = FormCollection.Empty;
            }
        }
        await next(http).ConfigureAwait(false);
    });

    private static bool IsInParts(HttpRequest request) => request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;
}
