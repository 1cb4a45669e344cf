using Microsoft.AspNetCore.Http;

namespace Schakel.Web;

/// <summary>Headers of every page, of portal and workbench alike (kopregels van bladzijden).</summary>
internal static class PageHeaders
{
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
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers.Vary = "Accept-Language, Cookie";
    }
}
