using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Schakel.Store;
using Schakel.Web.Api;
using Schakel.Web.Documents;
using Schakel.Web.Portal.Home;

namespace Schakel.Web.Portal;

/// <summary>How the portal answers (antwoorden van het portaal): pages of plain HTML, with headers that forbid everything they do not need.</summary>
internal static partial class PortalAnswers
{
    private static readonly string Policy =
        $"default-src 'none'; style-src 'self' {StyleSheet.InPolicy}; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void AddPortal(this IServiceCollection services)
    {
        services.AddRazorComponents();
        // Letters of all scripts as they are: a page in Tigrinya would otherwise be three times as large.
        services.Replace(ServiceDescriptor.Singleton(HtmlEncoder.Create(UnicodeRanges.All)));
        services.AddSingleton<Visits>();
        services.AddSingleton<Forms.SentAnswers>();
        services.AddSingleton(of => new Registration.Drafts(Path.Combine(of.GetRequiredService<WebSettings>().Folder, "concepten"), of.GetRequiredService<TimeProvider>()));
    }

    /// <summary>A page.</summary>
    public static IResult Page<TPage>(Visit visit, params (string Name, object? Value)[] parameters)
        where TPage : PortalPage => PageWith<TPage>(visit, StatusCodes.Status200OK, parameters);

    /// <summary>A page with another status than 200.</summary>
    public static IResult PageWith<TPage>(Visit visit, int status, params (string Name, object? Value)[] parameters)
        where TPage : PortalPage
    {
        var all = parameters.ToDictionary(each => each.Name, each => each.Value);
        all[nameof(PortalPage.Visit)] = visit;
        if (visit is CaseVisit own)
        {
            all[nameof(CasePage.Case)] = own;
        }
        return new RazorComponentResult<TPage>(all) { PreventStreamingRendering = true, StatusCode = status };
    }

    /// <summary>A page that says in short why there is no other one.</summary>
    public static IResult Notice(Visit visit, string subject, int status) =>
        new RazorComponentResult<NoticePage>(new Dictionary<string, object?> { [nameof(PortalPage.Visit)] = visit, [nameof(NoticePage.Subject)] = subject }) { StatusCode = status };

    /// <summary>A route for everybody.</summary>
    public static void MapPage(this IEndpointRouteBuilder portal, string path, Func<Visit, IResult> page, params string[] methods) =>
        portal.MapPlain(path, methods.Length == 0 ? [HttpMethods.Get] : methods, http => GiveAsync(http, visit => Task.FromResult(page(visit))))
            .AllowAnonymous().ExcludeFromDescription();

    /// <summary>A route for everybody, that does something.</summary>
    public static void MapFormPost(this IEndpointRouteBuilder portal, string path, Func<Visit, Task<IResult>> act) =>
        portal.MapPlainPost(path, http => GiveAsync(http, act)).AllowAnonymous().ExcludeFromDescription();

    /// <summary>A page of one's own case: whoever is not signed in goes to sign in, and comes back.</summary>
    public static void MapCasePage(this IEndpointRouteBuilder portal, string path, Func<CaseVisit, IResult> page) =>
        portal.MapPlainGet(path, http => GiveAsync(http, visit => Task.FromResult(
                visit.Caller is null ? Results.Redirect(SignInPaths.AndBack(path)) : Shown(visit, page))))
            .AllowAnonymous().ExcludeFromDescription();

    /// <summary>One's own document: whoever is not signed in goes to sign in, and to the file after it.</summary>
    public static void MapCaseDocument(this IEndpointRouteBuilder portal, string path) =>
        portal.MapGet(path, (int document, HttpContext http, Visits visits, ChainStore store) => GiveAsync(http, async visit =>
                visit.Caller is null ? Results.Redirect(SignInPaths.AndBack(PortalPaths.File))
                : visits.Own(visit) is { } own && await ShownDocument.ContentAsync(http, store, own.Sight, document).ConfigureAwait(false) is { } content ? content
                : Shown(visit, each => Notice(each, "not-found", StatusCodes.Status404NotFound))))
            .AllowAnonymous().ExcludeFromDescription();

    private static IResult Shown(Visit visit, Func<CaseVisit, IResult> page) =>
        visit.Http.RequestServices.GetRequiredService<Visits>().Own(visit) is { } own ? page(own)
        : visit.IsApplicant ? Notice(visit, "not-found", StatusCodes.Status404NotFound)
        : Notice(visit, "not-yours", StatusCodes.Status403Forbidden);

    /// <summary>Something done on one's own case: when the session is over, what was typed goes on in the answer.</summary>
    public static void MapCasePost(this IEndpointRouteBuilder portal, string path, Func<CaseVisit, IFormCollection, Task<IResult>> act) =>
        portal.MapFormPost(path, async visit => await OwnAsync(
            visit, await visit.Http.Request.ReadFormAsync(visit.Http.RequestAborted).ConfigureAwait(false), act).ConfigureAwait(false));

    /// <summary>The same with a file. When the session is over the file is not kept: it is chosen again.</summary>
    public static void MapCaseUpload(this IEndpointRouteBuilder portal, string path, Func<CaseVisit, IFormCollection, Upload?, Task<IResult>> act) =>
        portal.MapPlainPost(path, http => GiveAsync(http, async visit =>
        {
            var (form, file) = await Upload.ReadAsync(http).ConfigureAwait(false);
            return await OwnAsync(visit, form, (own, sent) => act(own, sent, file)).ConfigureAwait(false);
        })).AllowAnonymous().ExcludeFromDescription().WithMetadata(new TakesFile());

    private static async Task<IResult> OwnAsync(Visit visit, IFormCollection form, Func<CaseVisit, IFormCollection, Task<IResult>> act) =>
        visit.Caller is null ? Forms.Sending.SessionOver(visit, form)
        : visit.Http.RequestServices.GetRequiredService<Visits>().Own(visit) is { } own ? await act(own, form).ConfigureAwait(false)
        : Notice(visit, "not-yours", StatusCodes.Status403Forbidden);

    /// <summary>No page here: a person gets words; a program keeps the problem that it gets everywhere.</summary>
    /// <param name="app">The application.</param>
    public static void UsePortalNotices(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        await next(http).ConfigureAwait(false);
        if (http.Response is { StatusCode: StatusCodes.Status404NotFound, HasStarted: false } && http.GetEndpoint() is null && HttpMethods.IsGet(http.Request.Method)
            && http.Request.GetTypedHeaders().Accept.Any(each => each.MediaType == "text/html") && !http.Request.Path.StartsWithSegments(ApiVersion.Root, StringComparison.Ordinal))
        {
            await GiveAsync(http, visit => Task.FromResult(Notice(visit, "not-found", StatusCodes.Status404NotFound))).ConfigureAwait(false);
        }
    });

    /// <summary>A visit outside the routes of the portal, with the headers of its pages.</summary>
    public static Visit Begin(HttpContext http)
    {
        PageHeaders.Harden(http, Policy);
        return http.RequestServices.GetRequiredService<Visits>().Of(http);
    }

    private static async Task GiveAsync(HttpContext http, Func<Visit, Task<IResult>> answer)
    {
        PageHeaders.Harden(http, Policy);
        var visit = http.RequestServices.GetRequiredService<Visits>().Of(http);
        try
        {
            var result = await answer(visit).ConfigureAwait(false);
            await result.ExecuteAsync(http).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is StoreFaultException or Norms.NormException && !http.Response.HasStarted)
        {
            LogFault(http.RequestServices.GetRequiredService<ILogger<Visits>>(), fault);
            await Notice(visit, "fault", StatusCodes.Status503ServiceUnavailable).ExecuteAsync(http).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is BadHttpRequestException or InvalidDataException && !http.Response.HasStarted)
        {
            await Notice(visit, "not-found", StatusCodes.Status400BadRequest).ExecuteAsync(http).ConfigureAwait(false);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A page of the portal cannot be made.")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
