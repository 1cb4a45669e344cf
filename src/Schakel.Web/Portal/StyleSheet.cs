using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Schakel.Web.Portal;

/// <summary>
/// The one style sheet (stijlblad), inside the program; its address changes with its content, so that it is fetched once. A page for somebody who is
/// not signed in carries it: who comes for the first time sees the page without a second way there and back.
/// </summary>
internal static class StyleSheet
{
    private static readonly byte[] Content = Read();

    /// <summary>Its address.</summary>
    public static string Address { get; } = $"/css/schakel.css?v={Convert.ToHexStringLower(SHA256.HashData(Content))[..12]}";

    /// <summary>Its text.</summary>
    public static ReadOnlyMemory<byte> Bytes => Content;

    /// <summary>Its text, within a page.</summary>
    public static MarkupString Within { get; } = new($"<style>{Encoding.UTF8.GetString(Content)}</style>");

    /// <summary>How a policy names it within a page: by its content, so that no other style is taken (CSP Level 3, § 2.3.1).</summary>
    public static string InPolicy { get; } = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Content))}'";

    /// <summary>Puts it on the routes.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/css/schakel.css", (HttpContext http) =>
    {
        // Under the address that names its content it never changes; under the bare one it is asked for anew.
        http.Response.Headers.CacheControl = Address.EndsWith($"={http.Request.Query["v"]}", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(Content, "text/css; charset=utf-8");
    }).AllowAnonymous().ExcludeFromDescription();

    private static byte[] Read()
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream("schakel.css")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
