using Microsoft.AspNetCore.Http;

namespace Schakel.Web.Api;

/// <summary>In which language someone is answered (taal): Dutch, unless English is preferred.</summary>
public static class Language
{
    /// <summary>Whether the caller prefers English over Dutch (header <c>Accept-Language</c>).</summary>
    /// <param name="request">The request.</param>
    public static bool PrefersEnglish(HttpRequest request)
    {
        var best = request.GetTypedHeaders().AcceptLanguage
            .Where(each => each.Quality is not 0)
            .OrderByDescending(each => each.Quality ?? 1)
            .Select(each => each.Value.Value?.Split('-')[0])
            .FirstOrDefault(each => each is "nl" or "en");
        return best == "en";
    }

    /// <summary>One of two texts, as the caller prefers.</summary>
    /// <param name="request">The request.</param>
    /// <param name="dutch">The Dutch text.</param>
    /// <param name="english">The English text.</param>
    public static string Choose(HttpRequest request, string dutch, string english) => PrefersEnglish(request) ? english : dutch;
}
