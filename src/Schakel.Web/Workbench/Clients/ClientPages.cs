using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Rehearsal.Live;
using Schakel.Store.Log;
using Schakel.Web.Access;
using Schakel.Web.Api;
using Schakel.Web.Portal;
using Schakel.Web.Portal.Procedure;
using Schakel.Web.Portal.Records;
using Schakel.Web.Workbench.Cases;

namespace Schakel.Web.Workbench.Clients;

/// <summary>
/// What a client sees, for the lawyer or guardian who stands by them (wat de cliënt ziet): where they are, what is asked of them and by when,
/// letters, days, documents. The same question to the same file as the portal asks, within the categories of one's own function.
/// </summary>
internal static class ClientPages
{
    /// <summary>Whether somebody stands by clients: a lawyer or a guardian.</summary>
    public static bool StandsBy(Caller caller) => caller.Function is { Reach: Reach.Clients, Role: OfficialRoles.Lawyer or OfficialRoles.Guardian };

    /// <summary>The page; who may open the file but stands by nobody goes to the file itself.</summary>
    public static IResult Show(WorkVisit visit, long person)
    {
        if (visit.Http.RequestServices.GetRequiredService<CaseViews>().Open(visit, person) is not { } view)
        {
            return WorkAnswers.Unknown(visit);
        }
        return StandsBy(visit.Caller) ? WorkAnswers.Page<ClientPage>(visit, (nameof(ClientPage.View), view), (nameof(ClientPage.IsWhole), visit.Http.Request.Query["alles"] == "ja"),
                (nameof(ClientPage.Made), ExpectationFile.Latest(visit.Http.RequestServices.GetRequiredService<WebSettings>().Folder, visit.Today)), (nameof(ClientPage.Looks), LooksAt(visit, person)))
            : Elsewhere(visit, view);
    }

    private static IResult Elsewhere(WorkVisit visit, CaseView view) => Results.Redirect(visit.Caller.Function.Reach == Reach.Own ? PortalPaths.Where : view.Home);

    /// <summary>A copy of the client's file to take away, as far as who stands by them reads it: with proof of what was handed in, and when.</summary>
    /// <param name="visit">Who looks.</param>
    /// <param name="person">Number of the file.</param>
    /// <param name="forPeople">As PDF; else for a machine.</param>
    public static IResult Copy(WorkVisit visit, long person, bool forPeople)
    {
        if (visit.Http.RequestServices.GetRequiredService<CaseViews>().Open(visit, person) is not { } view)
        {
            return WorkAnswers.Unknown(visit);
        }
        if (!StandsBy(visit.Caller))
        {
            return Elsewhere(visit, view);
        }
        var (own, looks) = (CaseOf(view), LooksAt(visit, person));
        return forPeople ? FileCopy.ForPeople(own, looks) : FileCopy.ForMachines(own, looks);
    }

    /// <summary>What who looks did themselves in this file, the latest first: each has a reference and the moment at which it was recorded.</summary>
    public static ImmutableArray<RecordedEvent> DoneBy(CaseView view) => [.. view.Sight.State.History.Where(each => each.Envelope.Doer == view.Visit.Caller.Doer).Reverse()];

    /// <summary>Who looked at the client's file; that somebody looked for care or a safe place is told to the client alone.</summary>
    public static ImmutableArray<OthersLook> LooksAt(WorkVisit visit, long person) =>
        [.. OthersLook.Of(visit.Http.RequestServices.GetRequiredService<LookLog>(), person).Where(each => each.Purpose is not (LookPurpose.Care or LookPurpose.Shelter))];

    /// <summary>The case as the client's own pages have it, as far as who looks may see it.</summary>
    public static CaseVisit CaseOf(CaseView view) => new(
        new Visit(view.Visit.Http, view.Visit.Speech, view.Visit.Today, view.Visit.IsDemonstration, view.Visit.Caller), view.Sight, view.Household, view.Law);

    /// <summary>Where the client is; null when that is told by what one's function does not read.</summary>
    public static Whereabouts? PlaceOf(CaseVisit own) =>
        own.File.Procedure.Permit is not null && !own.Sight.MayRead(DataCategory.Housing) ? null : Whereabouts.Of(own.File, own.Way);

    /// <summary>Letters to the client of which everything may be read, newest first.</summary>
    public static ImmutableArray<Letter> LettersTo(CaseVisit own) =>
        Letter.All(own.History.Where(each => each.Event is not null && EventAnswer.Of(each, own.Sight) is { Afgeschermd: false }));

    /// <summary>What is asked of the client, and last days after which something is lost.</summary>
    public static ImmutableArray<ToDo> AskedOf(CaseVisit own) => FirstPage.Of(own.File, own.Way, oneThing: false) is var page ? [.. page.Others, .. page.Days] : [];
}
