using Microsoft.AspNetCore.Http;
using Schakel.Web.Portal;
using Schakel.Web.Portal.Home;

namespace Schakel.Web.SignIn;

/// <summary>
/// Whoever came from the portal's own page for signing in stays there (aanmelden als aanvrager): what went wrong is said on that page, in the
/// language of the applicant. Who may sign in, and when, is decided in one place for all.
/// </summary>
internal static class PortalSignIn
{
    /// <summary>Field that says from where somebody came.</summary>
    public const string FromField = "van";

    /// <summary>From the portal.</summary>
    public const string Portal = "portaal";

    /// <summary>Whether a request comes from the portal's page; a form that is not small is not read for it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="most">The largest form that is read.</param>
    public static async Task<bool> IsFromAsync(HttpContext http, int most) => http.Request.HasFormContentType
        ? http.Request.ContentLength <= most && (await http.Request.ReadFormAsync(http.RequestAborted).ConfigureAwait(false))[FromField] == Portal
        : http.Request.Query[FromField] == Portal;

    /// <summary>The page for signing in once more, with what went wrong.</summary>
    /// <param name="http">The request, with its form.</param>
    /// <param name="fault">Key of what went wrong.</param>
    public static IResult Again(HttpContext http, string fault) => PortalAnswers.PageWith<SignInPage>(PortalAnswers.Begin(http), StatusCodes.Status400BadRequest,
        (nameof(SignInPage.Back), LocalAddress.Of(http.Request.Form[Sessions.ReturnParameter])), (nameof(SignInPage.Fault), fault));

    /// <summary>The page that gives a code in the demonstration.</summary>
    /// <param name="http">The request.</param>
    /// <param name="code">The code; absent when none was asked for yet.</param>
    /// <param name="fault">Key of what went wrong; absent when nothing did.</param>
    public static IResult Code(HttpContext http, string? code, string? fault) => PortalAnswers.PageWith<ExampleCodePage>(
        PortalAnswers.Begin(http), fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest, (nameof(ExampleCodePage.Code), code), (nameof(ExampleCodePage.Fault), fault));
}
