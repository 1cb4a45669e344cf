using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Web.Access;

namespace Schakel.Web.Workbench.Finding;

/// <summary>Searching (zoeken): a form that is posted, so that what is searched for stands in no address, no history and no log of one.</summary>
internal static class FindPages
{
    public static Task<IResult> Show(WorkVisit visit) => Task.FromResult(Finder.MaySearch(visit.Caller) ? WorkAnswers.Page<FindPage>(visit) : WorkAnswers.Unknown(visit));

    public static async Task<IResult> FindAsync(WorkVisit visit, IFormCollection form)
    {
        if (!Finder.MaySearch(visit.Caller))
        {
            return WorkAnswers.Unknown(visit);
        }
        var what = Acting.ActField.Cut(form["wat"].ToString());
        if (!await WorkAnswers.IsOursAsync(visit).ConfigureAwait(false))
        {
            return WorkAnswers.Page<FindPage>(visit, StatusCodes.Status400BadRequest, (nameof(FindPage.What), what), (nameof(FindPage.IsAgain), true));
        }
        var services = visit.Http.RequestServices;
        var found = services.GetRequiredService<Finder>().Find(visit.Caller, what);
        if (found is not null)
        {
            var looking = Looking.Of(visit.Http, services.GetRequiredService<LookLog>());
            foreach (var each in found.Persons)
            {
                looking.Add(visit.Caller, each.Person, visit.Caller.Function.MainPurpose, namesake: found.Namesake);
            }
        }
        return WorkAnswers.Page<FindPage>(visit, found is null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK, (nameof(FindPage.What), what), (nameof(FindPage.Found), found), (nameof(FindPage.IsAsked), true));
    }
}
