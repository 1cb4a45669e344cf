using Microsoft.AspNetCore.Http;

namespace Schakel.Web;

/// <summary>A choice of the one who looks that is kept on their own device for a year (onthouden keuze): a language, a province. It tells nothing of anybody and is no sign-in.</summary>
internal static class KeptChoice
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>Keeps it in a cookie that no script reads.</summary>
    /// <param name="http">The request.</param>
    /// <param name="name">Name of the choice.</param>
    /// <param name="value">What was chosen.</param>
    /// <param name="path">Below which address it is sent along; everywhere when absent.</param>
    public static void Keep(HttpContext http, string name, string value, string path = "/") => http.Response.Cookies.Append(name, value, new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = Kept,
        Path = path,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
    });
}
