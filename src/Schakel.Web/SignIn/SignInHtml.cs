using System.Net;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Schakel.Web.Api;

namespace Schakel.Web.SignIn;

/// <summary>The plain HTML of the pages for signing in (opmaak): whole without script, styled by the sheet of all pages.</summary>
internal static class SignInHtml
{
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>A page.</summary>
    public static IResult Page(HttpContext http, string dutch, string english, string body, int status = StatusCodes.Status200OK)
    {
        var headers = http.Response.Headers;
        (headers.ContentSecurityPolicy, headers.CacheControl, headers.XContentTypeOptions, headers.XFrameOptions) = (Policy, "no-store", "nosniff", "DENY");
        headers["Referrer-Policy"] = "no-referrer";
        var language = Language.PrefersEnglish(http.Request) ? "en" : "nl";
        var title = Language.Choose(http.Request, dutch, english);
        return Results.Text($"""
            <!DOCTYPE html>
            <html lang="{language}" dir="ltr">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Text(title)} – Schakel</title>
            <link rel="stylesheet" href="/css/schakel.css">
            </head>
            <body>
            <main class="page">
            <h1>{Text(title)}</h1>
            {body}
            </main>
            </body>
            </html>

            """, "text/html", Encoding.UTF8, status);
    }

    /// <summary>The hidden field that proves a form is ours.</summary>
    public static string Proof(HttpContext http, IAntiforgery forms)
    {
        var tokens = forms.GetAndStoreTokens(http);
        return $"""<input type="hidden" name="{tokens.FormFieldName}" value="{Text(tokens.RequestToken!)}">""";
    }

    /// <summary>Text in HTML.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Something that went wrong, read out at once.</summary>
    public static string Alert(HttpRequest request, string dutch, string english) =>
        $"""<p class="alert" role="alert">{Text(Language.Choose(request, dutch, english))}</p>""";
}
