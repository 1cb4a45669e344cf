using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Store;
using Schakel.Store.Acts;
using Schakel.Web.Access;
using Schakel.Web.Documents;
using Schakel.Web.Portal;
using Schakel.Web.Workbench.Acting;
using Schakel.Web.Workbench.Taking;
using Schakel.Web.Workbench.Work;

namespace Schakel.Web.Workbench.Cases;

/// <summary>The page of a file (zaak).</summary>
internal static class CasePages
{
    public static IResult Show(WorkVisit visit, long person)
    {
        var services = visit.Http.RequestServices;
        if (services.GetRequiredService<CaseViews>().Open(visit, person) is not { } view)
        {
            return WorkAnswers.Unknown(visit);
        }
        if (visit.Caller.Function.Reach == Reach.Own)
        {
            return Results.Redirect(PortalPaths.Where); // The applicant has pages of their own.
        }
        var query = visit.Http.Request.Query;
        Room? room = Enum.TryParse<Room>(query["kamer"], out var one) && Enum.IsDefined(one) ? one : null;
        return WorkAnswers.Page<CasePage>(
            visit, (nameof(CasePage.View), view), (nameof(CasePage.Rests), DecidedOn.Of(view)), (nameof(CasePage.Room), room), (nameof(CasePage.IsWhole), query["alles"] == "ja"), (nameof(CasePage.Done), DoneBy(view, query["gedaan"])),
            (nameof(CasePage.IsDoneUnseen), IsDoneUnseen(view, query["gedaan"])),
            (nameof(CasePage.DoneInFamily), query.ContainsKey(HouseholdView.DoneField) ? DoneBy(HouseholdView.Open(view), query[HouseholdView.DoneField]) : null),
            (nameof(CasePage.Held), TakingPages.HeldBy(visit, person)),
            (nameof(CasePage.Live), services.GetRequiredService<News>().OfCase(visit.Caller, person, view.Version)));
    }

    /// <summary>The content of a document that the person supplied.</summary>
    public static async Task<IResult> DocumentAsync(WorkVisit visit, long person, int number) =>
        visit.Http.RequestServices.GetRequiredService<CaseViews>().Open(visit, person) is { Sight: { } sight }
            && await ShownDocument.ContentAsync(visit.Http, visit.Http.RequestServices.GetRequiredService<ChainStore>(), sight, number).ConfigureAwait(false) is { } content
            ? content : WorkAnswers.Unknown(visit);

    /// <summary>The page of a file, which says what was just done there.</summary>
    public static string HomeAfter(string home, StreamId stream, ActResult.Accepted accepted, string field = "gedaan") => home
        + (accepted.Events.Where(each => each.Envelope.Stream == stream).Select(each => (int?)each.Envelope.Version).FirstOrDefault() is { } version ? $"?{field}={version}#gedaan" : "");

    // Whoever did it is told that it is done, also when they may not read what they did: a letter to another function, a document about health.
    private static bool IsDoneUnseen(CaseView view, string? version) => int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && view.Sight.State.History.Any(each => each.Envelope.Version == number && each.Envelope.Doer == view.Visit.Caller.Doer);

    // What was just done is shown only when this caller did it: an address that somebody else made tells nothing.
    private static Happening? DoneBy(IActSubject? view, string? version) =>
        view is not null && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? view.Timeline(number - 1).FirstOrDefault(each => each.Version == number && each.Doer == view.Visit.Caller.Doer) : null;
}
