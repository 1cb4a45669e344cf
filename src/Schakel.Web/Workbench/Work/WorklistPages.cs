using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Views;

namespace Schakel.Web.Workbench.Work;

/// <summary>The worklist as a page and as files (werklijst): one question to the store, and one write in the log of looks for all its rows.</summary>
internal static class WorklistPages
{
    private const string Language = "taal";

    public static Task<IResult> Show(WorkVisit visit)
    {
        var query = visit.Http.Request.Query;
        var (asked, kept) = (WorkAsked.Of(query, visit.Caller), ViewPages.Of(visit));
        if (WorkColumns.IsForm(query))
        {
            return Task.FromResult(Results.Redirect(asked.In(WorkPaths.Worklist))); // What the form of columns says is written as it is in any address.
        }
        // Whoever asks for the worklist and nothing more gets it as they open it in the morning.
        if (kept.Now.InTheMorning is { } first && query.Keys.All(each => each == Language))
        {
            return Task.FromResult(Results.Redirect(first.Address));
        }
        var list = Find(visit, asked);
        var news = visit.Http.RequestServices.GetRequiredService<News>();
        return Task.FromResult(WorkAnswers.Page<WorklistPage>(
            visit, (nameof(WorklistPage.List), list), (nameof(WorklistPage.Law), LawOf(visit)), (nameof(WorklistPage.Live), news.OfList(visit.Caller, list.Position, list.TakenVersion)), (nameof(WorklistPage.Kept), kept),
            (nameof(WorklistPage.MostInFile), visit.Http.RequestServices.GetRequiredService<WebSettings>().MostRowsInFile)));
    }

    public static Task<IResult> Csv(WorkVisit visit) => Task.FromResult(File(visit, list => Results.Bytes(WorklistFile.Csv(visit, list, LawOf(visit)), "text/csv; charset=utf-8", $"werklijst-{visit.Today}.csv")));

    public static Task<IResult> Xlsx(WorkVisit visit) => Task.FromResult(File(visit, list => Results.Bytes(
        WorklistFile.Xlsx(visit, list, LawOf(visit)), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"werklijst-{visit.Today}.xlsx")));

    private static IResult File(WorkVisit visit, Func<WorkView, IResult> file)
    {
        // All pages together, wherever one stands in them.
        var list = Find(visit, WorkAsked.Of(visit.Http.Request.Query, visit.Caller) with { Size = visit.Http.RequestServices.GetRequiredService<WebSettings>().MostRowsInFile, After = null });
        return list.HasList ? file(list) : WorkAnswers.Unknown(visit);
    }

    private static WorkView Find(WorkVisit visit, WorkAsked asked)
    {
        var services = visit.Http.RequestServices;
        var list = services.GetRequiredService<Worklists>().Of(visit.Caller, asked, visit.Today);
        Looking.Of(visit.Http, services.GetRequiredService<LookLog>()).Add(visit.Caller, list.Rows.Select(each => each.Person).Distinct(), visit.Caller.Function.MainPurpose);
        return list;
    }

    private static Norms.Law LawOf(WorkVisit visit) => visit.Http.RequestServices.GetRequiredService<WebSettings>().LawOn(visit.Today);
}
