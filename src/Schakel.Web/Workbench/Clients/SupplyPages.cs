using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain.Records;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Web.Access;
using Schakel.Web.Api.Records;
using Schakel.Web.Documents;
using Schakel.Web.Portal.Forms;
using Schakel.Web.Portal.Records;
using Schakel.Web.Workbench.Cases;

namespace Schakel.Web.Workbench.Clients;

/// <summary>
/// Supplying a document for a client (document aanleveren voor een cliënt): the questions, the judgement of content and the shelf of the portal,
/// with the lawyer or guardian as who supplied it. A file cannot be shown again, so what follows stands on the form and it is sent at once.
/// </summary>
internal static class SupplyPages
{
    private static readonly ImmutableArray<Field> Fields = DocumentForms.Supply.Fields;

    /// <summary>What it is called.</summary>
    public static Text Name { get; } = new("Een document aanleveren", "Supply a document");

    /// <summary>Whether who looks may supply a document on this file today.</summary>
    public static bool IsOpen(CaseView view) => ClientPages.StandsBy(view.Visit.Caller) && DocumentEndpoints.Supply.IsOpenTo(view.Visit.Caller.Function)
        && view.Steps.Any(each => each.Step.Type.Command == typeof(SupplyDocument) && each.Step.IsOpenOn(view.Visit.Today));

    /// <summary>The form, empty.</summary>
    public static IResult Show(WorkVisit visit, CaseView? view) => Instead(visit, view) ?? Page(visit, view!, Answers.None);

    /// <summary>What was sent.</summary>
    public static async Task<IResult> TakeAsync(WorkVisit visit, IFormCollection sent, Upload? file, CaseView? view)
    {
        if (Instead(visit, view) is { } instead)
        {
            return instead;
        }
        var answers = Answers.Of(sent, Fields) with { File = file };
        if (!await WorkAnswers.IsOursAsync(visit).ConfigureAwait(false))
        {
            return Page(visit, view!, answers, StatusCodes.Status400BadRequest, (nameof(SupplyPage.IsAgain), true));
        }
        var faults = answers.Faults(Fields);
        return faults.IsEmpty ? await DoAsync(visit, view!, answers).ConfigureAwait(false)
            : Page(visit, view!, answers, StatusCodes.Status400BadRequest, (nameof(SupplyPage.Faults), faults));
    }

    private static IResult? Instead(WorkVisit visit, CaseView? view) => view is null ? WorkAnswers.Unknown(visit)
        : !ClientPages.StandsBy(visit.Caller) || !visit.Http.RequestServices.GetRequiredService<Gate>().MayAct(visit.Caller, view.Sight.Stream) ? Results.Redirect(view.Home)
        : null;

    private static async Task<IResult> DoAsync(WorkVisit visit, CaseView view, Answers answers)
    {
        var store = visit.Http.RequestServices.GetRequiredService<ChainStore>();
        var stream = view.Sight.Stream;
        var command = DocumentForms.Supply.Command(answers);
        if (IsOpen(view))
        {
            await store.Documents.KeepAsync(stream, answers.File!.Content).ConfigureAwait(false); // Durable before anybody is told that it is there.
        }
        var act = new Act(answers.Key, visit.Caller.Doer, DocumentEndpoints.Supply.Purpose, visit.Today, [new(stream, command)]);
        var result = await store.Desk.DoAsync(act, visit.Http.RequestAborted).ConfigureAwait(false);
        return (result is ActResult.Repeated repeated ? repeated.First : result) switch
        {
            ActResult.Accepted accepted => Results.Redirect(CasePages.HomeAfter(view.Home, stream, accepted)),
            ActResult.Refused refused => Page(visit, view, answers with { Key = ActKey.New() }, StatusCodes.Status409Conflict, (nameof(SupplyPage.Refusal), refused.Refusal)),
            var other => throw new System.Diagnostics.UnreachableException($"{other.GetType().Name} is no answer."),
        };
    }

    private static IResult Page(WorkVisit visit, CaseView view, Answers answers, int status = StatusCodes.Status200OK, params (string Name, object? Value)[] more) =>
        WorkAnswers.Page<SupplyPage>(visit, status, [(nameof(SupplyPage.View), view), (nameof(SupplyPage.Answers), answers), .. more]);
}
