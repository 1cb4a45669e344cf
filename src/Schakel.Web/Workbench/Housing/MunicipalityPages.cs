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

/// <summary>A municipality as its page shows it (gemeentebladzijde).</summary>
/// <param name="Number">Its number.</param>
/// <param name="Homes">Who wait, those of this page, whose last day comes first on top.</param>
/// <param name="Count">How many wait.</param>
/// <param name="Late">How many of them past the last day.</param>
/// <param name="States">How many stand how.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Pages">How many pages.</param>
public sealed record MunicipalityView(int Number, ImmutableArray<HomeToFind> Homes, int Count, int Late, ImmutableArray<(HousingTaskState State, int Count)> States, int Page, int Pages);

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
    private const int OnPage = 200;

    public static IResult Show(WorkVisit visit)
    {
        if (visit.Caller is not { Municipality: { } municipality, Function: var function } || !function.MayRead(DataCategory.Housing))
        {
            return WorkAnswers.Unknown(visit);
        }
        var services = visit.Http.RequestServices;
        using var view = services.GetRequiredService<ChainStore>().Models.Look();
        var tasks = ModelQuestions.HousingIn(view, municipality, [(int)Party.HousingOffice, (int)Party.Municipality]);
        var persons = tasks.Select(each => each.Task.Person).ToList();
        var rows = services.GetRequiredService<Gate>().Files(visit.Caller, view.Files.Where(each => persons.Contains(each.Person))).ToDictionary(each => each.Person);
        var ours = tasks.Where(each => rows.ContainsKey(each.Task.Person)).OrderBy(each => each.LastDay ?? int.MaxValue).ToList();
        var worklists = services.GetRequiredService<Worklists>();
        var (page, pages) = PageLinks.Asked(visit, ours.Count, OnPage);
        var homes = ours.Skip((page - 1) * OnPage).Take(OnPage).Select(each => new HomeToFind(
            each.Task.Person, worklists.PersonOf(visit.Caller, rows[each.Task.Person]), (HousingTaskState)each.Task.State, each.Task.LinkedOn is { } on ? new Day(on) : null, each.Task.Offers,
            each.LastDay is { } last ? new Day(last) : null)).ToImmutableArray();
        Looking.Of(visit.Http, services.GetRequiredService<LookLog>()).Add(visit.Caller, homes.Select(each => each.Person), function.MainPurpose);
        var shown = new MunicipalityView(
            municipality, homes, ours.Count, ours.Count(each => each.LastDay < visit.Today.Number),
            [.. ours.GroupBy(each => (HousingTaskState)each.Task.State).OrderBy(of => of.Key).Select(of => (of.Key, of.Count()))], page, pages);
        return WorkAnswers.Page<MunicipalityPage>(visit, (nameof(MunicipalityPage.View), shown), (nameof(MunicipalityPage.Law), services.GetRequiredService<WebSettings>().LawOn(visit.Today)));
    }
}
