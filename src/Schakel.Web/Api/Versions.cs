using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Schakel.Web.Api;

/// <summary>The version of a file, household or site as an entity tag (versie als ETag): the number of its last event.</summary>
internal static class Versions
{
    /// <summary>Tells the version.</summary>
    public static void Tell(HttpResponse response, int version) =>
        response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version that the caller had seen; null when the header is missing or is no version.</summary>
    public static int? Expected(HttpRequest request) =>
        EntityTagHeaderValue.TryParse(request.Headers.IfMatch.ToString(), out var tag)
        && int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    /// <summary>Whether the caller has this version already (If-None-Match).</summary>
    public static bool IsKnown(HttpRequest request, int version) =>
        EntityTagHeaderValue.TryParse(request.Headers.IfNoneMatch.ToString(), out var tag)
        && tag.Tag.AsSpan().Trim('"').SequenceEqual(version.ToString(CultureInfo.InvariantCulture));
}
