using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Chain.Procedure;
using Schakel.Chain.Records;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Web.Api;
using Schakel.Web.Api.Records;
using Schakel.Web.Documents;
using Schakel.Web.Moments;

namespace Schakel.Web.Portal.Forms;

/// <summary>
/// Sending a form (versturen): asked, shown again, done once. Whatever goes wrong on the way, what was typed comes back on the page. What is
/// sent goes to the desk as the interface sends it: same command, same purpose, same guards.
/// </summary>
internal static class Sending
{
    private const string StepField = "stap";
    private const string SendStep = "versturen";
    private const string ChangeStep = "wijzigen";
    private const string ProofField = "__RequestVerificationToken";
    private const string DoneField = "gedaan";
    private const string DoneUnchanged = "ja";

    /// <summary>The form, empty; or that it was done; or that it cannot be done today.</summary>
    public static IResult Show(CaseVisit visit, PortalForm form)
    {
        if (ShowDone(visit, form, visit.Http.Request.Query[DoneField]) is { } done)
        {
            return done;
        }
        var now = form.For(visit);
        return Page(visit, now, DoList.IsOpen(now, visit) && !now.HasNothing ? FormState.Asking : FormState.Closed, Answers.None.Begun(now, visit.Http.Request.Query, visit.File));
    }

    /// <summary>What was sent.</summary>
    public static async Task<IResult> TakeAsync(CaseVisit visit, PortalForm usual, IFormCollection sent, Upload? file = null)
    {
        var form = usual.For(visit);
        var answers = Answers.Of(sent, form.Fields) with { File = file };
        if (!await IsOursAsync(visit.Http).ConfigureAwait(false))
        {
            return Page(visit, form, FormState.Again, answers);
        }
        if (form.HasNothing)
        {
            return Page(visit, form, FormState.Closed, answers);
        }
        var faults = answers.Faults(form.Fields);
        if (!faults.IsEmpty)
        {
            return Page(visit, form, FormState.Asking, answers, ("Faults", faults));
        }
        switch (sent[StepField].ToString())
        {
            case ChangeStep:
                return Page(visit, form, FormState.Asking, answers);
            case not SendStep when form.IsChecked && !visit.NeedsHelp: // Fewer steps for who needs help: each of these can be done again, or at a desk.
                return Page(visit, form, FormState.Checking, answers);
            default:
                return await DoAsync(visit, form, answers).ConfigureAwait(false);
        }
    }

    /// <summary>Whether a form comes from a page of this site, made for this person.</summary>
    public static Task<bool> IsOursAsync(HttpContext http) => http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http);

    /// <summary>The session is over: the page carries what was typed until somebody signed in again.</summary>
    public static IResult SessionOver(Visit visit, IFormCollection form) => new RazorComponentResult<SessionPage>(new Dictionary<string, object?>
    {
        [nameof(PortalPage.Visit)] = visit,
        [nameof(SessionPage.Kept)] = form.Where(each => each.Key != ProofField).Select(each => (each.Key, each.Value.ToString())).ToList(),
    })
    { StatusCode = StatusCodes.Status401Unauthorized };

    private static async Task<IResult> DoAsync(CaseVisit visit, PortalForm form, Answers answers)
    {
        var command = form.Command(answers);
        var resource = command is SupplyDocument ? DocumentEndpoints.Supply : CommandTable.All.First(each => each.Command == command.GetType());
        if (visit.Caller is not { } caller || !resource.IsOpenTo(caller.Function))
        {
            return PortalAnswers.Notice(visit, "not-yours", StatusCodes.Status403Forbidden);
        }
        var (store, file) = (visit.Http.RequestServices.GetRequiredService<ChainStore>(), new StreamId(StreamKind.CaseFile, visit.Number));
        if (answers.File is { } sent && DoList.IsOpen(form, visit))
        {
            await store.Documents.KeepAsync(file, sent.Content).ConfigureAwait(false); // Durable before anybody is told that it is there.
        }
        var act = new Act(answers.Key, caller.Doer, resource.Purpose, visit.Today, [new(file, command)]);
        var result = command is ChooseInterviewDay choice
            ? await visit.Http.RequestServices.GetRequiredService<FreeMoments>().TakeAsync(act, choice, visit.Http.RequestAborted).ConfigureAwait(false)
            : await store.Desk.DoAsync(act, visit.Http.RequestAborted).ConfigureAwait(false);
        return (result is ActResult.Repeated repeated ? repeated.First : result) switch
        {
            ActResult.Refused refused => Page(visit, form.For(visit), FormState.Asking, answers with { Key = ActKey.New() }, ("Refusal", refused.Refusal)),
            var done => Results.Redirect($"{form.Path}?{DoneField}={Kept(visit, form, answers, done)}"), // So that a reload of the page sends nothing again.
        };
    }

    // What was sent is found again by its place in the file; what was so already changed nothing there, and has no proof.
    private static string Kept(CaseVisit visit, PortalForm form, Answers answers, ActResult done)
    {
        if ((done as ActResult.Accepted)?.Events.FirstOrDefault(each => each.Envelope.Stream == visit.Sight.Stream) is not { Envelope.Version: var version })
        {
            return DoneUnchanged;
        }
        visit.Http.RequestServices.GetRequiredService<SentAnswers>().Keep(visit.Number, version, form, answers);
        return version.ToString(CultureInfo.InvariantCulture);
    }

    private static IResult? ShowDone(CaseVisit visit, PortalForm form, string? mark) =>
        mark == DoneUnchanged ? Page(visit, form, FormState.Done, Answers.None)
        : visit.Caller is { } caller && Receipt.Of(visit.History, mark, caller.Doer) is { } receipt ? Page(visit, form, FormState.Done, Answers.None, (nameof(FormPage.Receipt), receipt),
            (nameof(FormPage.Sent), visit.Http.RequestServices.GetRequiredService<SentAnswers>().Of(visit.Number, receipt.Event.Envelope.Version)))
        : null;

    private static IResult Page(CaseVisit visit, PortalForm form, FormState state, Answers answers, params (string Name, object? Value)[] more) =>
        PortalAnswers.Page<FormPage>(visit, [("Form", form), ("State", state), ("Answers", answers), .. more]);
}
