using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Schakel.Web.Api;
using Schakel.Web.Portal;
using Schakel.Web.Workbench;

namespace Schakel.Web;

/// <summary>Pages that stand in where none can be made (vervangende bladzijden): a person gets words in their language, a program the problem that it gets everywhere.</summary>
internal static class StandIns
{
    /// <summary>Whether a person asked, with a browser: what they read is a page.</summary>
    /// <param name="http">The request.</param>
    public static bool IsForPerson(HttpContext http) => !http.Request.Path.StartsWithSegments(ApiVersion.Root, StringComparison.Ordinal)
        && http.Request.GetTypedHeaders().Accept.Any(each => each.MediaType == "text/html");

    /// <summary>They asked too much at once: wait, and ask again.</summary>
    /// <param name="http">The request.</param>
    public static Task TooMuchAsync(HttpContext http) => TellAsync(http, "busy", NoticeKind.Busy, StatusCodes.Status429TooManyRequests);

    /// <summary>Something failed that was not foreseen.</summary>
    /// <param name="http">The request.</param>
    public static Task FailedAsync(HttpContext http) => TellAsync(http, "fault", NoticeKind.Fault, StatusCodes.Status500InternalServerError);

    private static Task TellAsync(HttpContext http, string subject, NoticeKind kind, int status)
    {
        var visit = PortalAnswers.Begin(http);
        if (!http.Request.Path.StartsWithSegments(WorkPaths.Worklist, StringComparison.Ordinal))
        {
            return PortalAnswers.Notice(visit, subject, status).ExecuteAsync(http);
        }
        PageHeaders.Harden(http, WorkAnswers.Policy); // A page of the workbench has a script.
        return WorkAnswers.Notice(WorkAnswers.OfNobody(visit), kind, status).ExecuteAsync(http);
    }
}

/// <summary>What was not foreseen, for a person: the log has what it was, the page says that nothing is half done.</summary>
internal sealed class FaultPage : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is BadHttpRequestException || !StandIns.IsForPerson(httpContext))
        {
            return false;
        }
        await StandIns.FailedAsync(httpContext).ConfigureAwait(false);
        return true;
    }
}
