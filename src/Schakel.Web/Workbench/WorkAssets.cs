using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Schakel.Web.Workbench;

/// <summary>Style sheet and script of the workbench (stijlblad en script), inside the program; an address changes with its content.</summary>
internal static class WorkAssets
{
    private static readonly byte[] Style = Read("werk.css");
    private static readonly byte[] Script = Read("werk.js");

    /// <summary>Address of the style sheet.</summary>
    public static string StyleAddress { get; } = "/css/werk.css?v=" + MarkOf(Style);

    /// <summary>Text of the style sheet.</summary>
    public static ReadOnlyMemory<byte> StyleBytes => Style;

    /// <summary>Address of the script.</summary>
    public static string ScriptAddress { get; } = "/js/werk.js?v=" + MarkOf(Script);

    /// <summary>Puts them on the routes.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        Map(app, "/css/werk.css", StyleAddress, Style, "text/css; charset=utf-8");
        Map(app, "/js/werk.js", ScriptAddress, Script, "text/javascript; charset=utf-8");
    }

    private static void Map(IEndpointRouteBuilder app, string path, string address, byte[] content, string type) => app.MapGet(path, (HttpContext http) =>
    {
        http.Response.Headers.CacheControl = address.EndsWith($"={http.Request.Query["v"]}", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(content, type);
    }).AllowAnonymous().ExcludeFromDescription();

    private static string MarkOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content))[..12];

    private static byte[] Read(string name)
    {
        using var stream = typeof(WorkAssets).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
