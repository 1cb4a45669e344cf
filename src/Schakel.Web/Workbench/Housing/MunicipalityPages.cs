using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Models;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Work;

namespace Schakel.Web.Workbench.Housing;

/// <summary>A household member for whom a home is to be found (huisvestingstaak).</summary>
/// <param name="Person">Number of the file.</param>
/// <param name="Who">Who it is.</param>
/// <param name="State">How far it is.</param>
/// <param name="LinkedOn">Since when linked.</param>
/// <param name="Offers">Homes offered.</param>
/// <param name="LastDay">Last day of the municipality's first open step.</param>
public sealed record HomeToFind(long Person, ShownPerson Who, HousingTaskState State, Day? LinkedOn, int Offers, Day? LastDay);

/// <summary>Names of how far a home is (stand van de huisvesting).</summary>
internal static class HousingStates
{
    /// <summary>What people call it.</summary>
    public static Text NameOf(HousingTaskState state) => state switch
    {
        HousingTaskState.Unlinked => new("Niet gekoppeld", "Not linked"),
        HousingTaskState.Linked => new("Gekoppeld", "Linked"),
        HousingTaskState.Offered => new("Woning aangeboden", "Home offered"),
        HousingTaskState.Accepted => new("Woning aanvaard", "Home accepted"),
        HousingTaskState.Refused => new("Woning geweigerd", "Home refused"),
        HousingTaskState.Contract => new("Contract getekend", "Contract signed"),
        HousingTaskState.Housed => new("Gehuisvest", "Housed"),
    };
}

/// <summary>The page of a municipality (gemeente): who are linked, how far each is, who is late.</summary>
internal static class MunicipalityPages
{
    private const int Most = 1000;

    public static IResult Show(WorkVisit visit)
    {
        if (visit.Caller is not { Municipality: { } municipality, Function: var function } || !function.MayRead(DataCategory.Housing))
        {
            return WorkAnswers.Unknown(visit);
        }
        var services = visit.Http.RequestServices;
        using var view = services.GetRequiredService<ChainStore>().Models.Look();
        var tasks = ModelQuestions.HousingIn(view, municipality, [(int)Party.HousingOffice, (int)Party.Municipality]);
        var ours = services.GetRequiredService<Gate>().Listed(visit.Caller, [.. tasks.Select(each => each.Task.Person)]);
        var rows = view.Files.Where(each => ours.Contains(each.Person)).ToDictionary(each => each.Person);
        var worklists = services.GetRequiredService<Worklists>();
        var homes = tasks.Where(each => rows.ContainsKey(each.Task.Person)).Take(Most).Select(each => new HomeToFind(
            each.Task.Person, worklists.PersonOf(visit.Caller, rows[each.Task.Person]), (HousingTaskState)each.Task.State, each.Task.LinkedOn is { } on ? new Day(on) : null, each.Task.Offers,
            each.Steps.Select(step => step.LastDay).Min() is { } last ? new Day(last) : null)).ToImmutableArray();
        Looking.Of(visit.Http, services.GetRequiredService<LookLog>()).Add(visit.Caller, homes.Select(each => each.Person), function.MainPurpose);
        return WorkAnswers.Page<MunicipalityPage>(
            visit, (nameof(MunicipalityPage.Number), municipality), (nameof(MunicipalityPage.Homes), homes), (nameof(MunicipalityPage.Law), services.GetRequiredService<WebSettings>().LawOn(visit.Today)));
    }
}
