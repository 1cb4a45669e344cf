using Microsoft.AspNetCore.Http;

namespace Schakel.Web;

/// <summary>Headers of every page, of portal and workbench alike (kopregels van bladzijden).</summary>
internal static class PageHeaders
{
    private const string Opener = "Cross-Origin-Opener-Policy";

    /// <summary>Sets them.</summary>
    /// <param name="http">The request.</param>
    /// <param name="policy">What the page may load (content security policy).</param>
    public static void Harden(HttpContext http, string policy)
    {
        var headers = http.Response.Headers;
        (headers.CacheControl, headers.Pragma) = ("no-cache, no-store", "no-cache"); // As the protection of forms wants it.
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.StrictTransportSecurity = "max-age=31536000";
        headers["Referrer-Policy"] = "same-origin";
        headers[Opener] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers.Vary = "Accept-Language, Cookie";
    }

    /// <summary>
    /// Lets the first page come into the window as it is. A browser starts another process for a page that shares its window with nobody, some 200 ms on
    /// a slow phone (bench/README.md, First paint). Nobody is signed in there and nothing can be typed; every page behind it shares with nobody.
    /// </summary>
    /// <param name="http">The request.</param>
    public static void ShareWindow(HttpContext http) => http.Response.Headers.Remove(Opener);
}
