using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Schakel.Store;
using Schakel.Web.Access;
using Schakel.Web.Documents;
using Schakel.Web.Portal;
using Schakel.Web.Portal.Speaking;

namespace Schakel.Web.Workbench;

/// <summary>How the workbench answers (antwoorden van de werkplek): pages made on the server, one small script of our own, nothing from elsewhere.</summary>
internal static partial class WorkAnswers
{
    internal const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>A page.</summary>
    public static IResult Page<TPage>(WorkVisit visit, params (string Name, object? Value)[] parameters)
        where TPage : WorkPage => Page<TPage>(visit, StatusCodes.Status200OK, parameters);

    /// <summary>A page with another status than 200.</summary>
    public static IResult Page<TPage>(WorkVisit visit, int status, params (string Name, object? Value)[] parameters)
        where TPage : WorkPage
    {
        var all = parameters.ToDictionary(each => each.Name, each => each.Value);
        all[nameof(WorkPage.Visit)] = visit;
        return new RazorComponentResult<TPage>(all) { PreventStreamingRendering = true, StatusCode = status };
    }

    /// <summary>What does not exist and what may not be seen: one answer, in which nothing of what was asked stands.</summary>
    public static IResult Unknown(WorkVisit visit) => Notice(visit, NoticeKind.Unknown, StatusCodes.Status404NotFound);

    /// <summary>A page that says in short why there is no other one.</summary>
    public static IResult Notice(WorkVisit visit, NoticeKind kind, int status) => Page<NoticePage>(visit, status, (nameof(NoticePage.Kind), kind));

    /// <summary>A page to look at: whoever is not signed in goes to sign in, and comes back.</summary>
    public static void MapWork(this IEndpointRouteBuilder app, string path, Func<WorkVisit, Task<IResult>> page) =>
        app.MapPlainGet(path, http => GiveAsync(http, page)).ExcludeFromDescription();

    /// <summary>A form that was sent: when the session is over, what was typed goes on in the answer.</summary>
    public static void MapWorkPost(this IEndpointRouteBuilder app, string path, Func<WorkVisit, IFormCollection, Task<IResult>> act) =>
        app.MapPlainPost(path, http => GiveAsync(http, async visit => await act(visit, await http.Request.ReadFormAsync(http.RequestAborted).ConfigureAwait(false)).ConfigureAwait(false)))
            .AllowAnonymous().ExcludeFromDescription();

    /// <summary>The same with a file, which is read in memory as in the portal. When the session is over the file is not kept: it is chosen again.</summary>
    public static void MapWorkUpload(this IEndpointRouteBuilder app, string path, Func<WorkVisit, IFormCollection, Upload?, Task<IResult>> act) =>
        app.MapPlainPost(path, async http =>
        {
            (IFormCollection Answers, Upload? File)? sent = null;
            try
            {
                sent = await Upload.ReadAsync(http).ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is BadHttpRequestException or InvalidDataException)
            {
                http.Request.Form = FormCollection.Empty;
            }
            await GiveAsync(http, async visit => sent is var (answers, file) ? await act(visit, answers, file).ConfigureAwait(false)
                : Notice(visit, NoticeKind.Unreadable, StatusCodes.Status400BadRequest)).ConfigureAwait(false);
        }).AllowAnonymous().ExcludeFromDescription().WithMetadata(new TakesFile());

    /// <summary>Whether a form comes from a page of ours, made for this person.</summary>
    public static Task<bool> IsOursAsync(WorkVisit visit) => visit.Http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(visit.Http);

    /// <summary>A visit of whoever is not signed in, or of whom it is not known yet.</summary>
    public static WorkVisit OfNobody(Visit seen) => new(seen.Http, SpeechOf(seen), seen.Today, seen.IsDemonstration, new(Function.Find("aanvrager")!, 0, []));

    // Officials read Dutch or English; another choice, made in the portal, is Dutch here.
    private static Speech SpeechOf(Visit seen) => seen.Speech.Language.Code == PortalLanguage.StandIn.Code ? new(PortalLanguage.StandIn) : new(PortalLanguage.Official);

    private static async Task GiveAsync(HttpContext http, Func<WorkVisit, Task<IResult>> answer)
    {
        PageHeaders.Harden(http, Policy);
        var seen = http.RequestServices.GetRequiredService<Visits>().Of(http);
        var speech = SpeechOf(seen);
        if (seen.Caller is not { } caller)
        {
            var nobody = OfNobody(seen);
            var kept = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted).ConfigureAwait(false) : FormCollection.Empty;
            await Page<SessionOverPage>(nobody, StatusCodes.Status401Unauthorized, (nameof(SessionOverPage.Kept), SessionOverPage.KeptOf(kept))).ExecuteAsync(http).ConfigureAwait(false);
            return;
        }
        var visit = new WorkVisit(http, speech, seen.Today, seen.IsDemonstration, caller);
        try
        {
            var result = await answer(visit).ConfigureAwait(false);
            await result.ExecuteAsync(http).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is StoreFaultException or Norms.NormException && !http.Response.HasStarted)
        {
            LogFault(http.RequestServices.GetRequiredService<ILogger<WorkVisit>>(), fault);
            await Notice(visit, NoticeKind.Fault, StatusCodes.Status503ServiceUnavailable).ExecuteAsync(http).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is BadHttpRequestException or InvalidDataException && !http.Response.HasStarted)
        {
            await Notice(visit, NoticeKind.Unreadable, StatusCodes.Status400BadRequest).ExecuteAsync(http).ConfigureAwait(false);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A page of the workbench cannot be made.")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
