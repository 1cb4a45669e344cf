using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Chain;
using Schakel.Chain.Reception;
using Schakel.Norms;
using Schakel.Store;
using Schakel.Store.Models;
using Schakel.Store.Rows;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Acting;
using Schakel.Web.Workbench.Cases;
using Schakel.Web.Workbench.Work;

namespace Schakel.Web.Workbench.Reception;

/// <summary>A site in a list (locatie).</summary>
/// <param name="Site">Its number.</param>
/// <param name="Modality">Kind of site.</param>
/// <param name="Capacity">Places agreed.</param>
/// <param name="OutOfUse">Places among them that cannot be used.</param>
/// <param name="Residents">Residents; absent when so few that they are not told (red line 9).</param>
public sealed record ShownSite(int Site, Modality Modality, int Capacity, int OutOfUse, long? Residents)
{
    /// <summary>Places that can be used.</summary>
    public int Available => Capacity - OutOfUse;
}

/// <summary>Someone who lives at a site (bewoner).</summary>
/// <param name="Person">Number of the file.</param>
/// <param name="Who">Who it is.</param>
/// <param name="Slot">Slot.</param>
/// <param name="Open">Steps of the reception agency that are to be done now.</param>
/// <param name="FirstDay">The first last day among them.</param>
public sealed record Resident(long Person, ShownPerson Who, int Slot, int Open, Day? FirstDay);

/// <summary>A site as its page shows it (locatiebladzijde).</summary>
/// <param name="At">The site, with the forms of who may act on it.</param>
/// <param name="Residents">Who live there, a page of them; null for who may not know.</param>
/// <param name="Page">Which page of residents, from 1.</param>
/// <param name="Pages">How many pages.</param>
/// <param name="RunsIt">Who looks runs sites, and sees how many live there however few.</param>
/// <param name="Today">The day there; null for who may not know.</param>
public sealed record SiteView(SiteSubject At, ImmutableArray<Resident>? Residents, int Page, int Pages, bool RunsIt, SiteDay? Today)
{
    /// <summary>Its number.</summary>
    public int Number => At.Number;

    /// <summary>The site.</summary>
    public Site Site => At.Site;
}

/// <summary>The pages of sites (locaties).</summary>
internal static class SitePages
{
    private const int OnPage = 100;

    public static IResult List(WorkVisit visit)
    {
        if (visit.Caller.Function.Reach is Reach.Own or Reach.Clients)
        {
            return WorkAnswers.Unknown(visit);
        }
        using var view = visit.Http.RequestServices.GetRequiredService<ChainStore>().Models.Look();
        var runs = visit.Caller.Function.RunsSites;
        var sites = view.Sites.Where(each => each.IsOpen).OrderBy(each => each.Site).AsEnumerable()
            .Select(each => new ShownSite(each.Site, (Modality)each.Modality, each.Capacity, each.OutOfUse, runs ? each.Occupancy : Suppressed.One(each.Occupancy))).ToImmutableArray();
        return WorkAnswers.Page<SiteListPage>(visit, (nameof(SiteListPage.Sites), sites), (nameof(SiteListPage.ToOpen), AddressOfNext(visit, view)), (nameof(SiteListPage.Now), Tonight.Of(visit, view)));
    }

    public static IResult Show(WorkVisit visit, int number)
    {
        var services = visit.Http.RequestServices;
        var looking = Looking.Of(visit.Http, services.GetRequiredService<LookLog>());
        if (services.GetRequiredService<Gate>().Open(visit.Caller, new(StreamKind.Site, number), looking) is not { } sight)
        {
            return WorkAnswers.Unknown(visit);
        }
        var at = new SiteSubject(visit, sight);
        // Who live where is for who runs the site, never for who returns or identifies (red line 6).
        if (!sight.MayRead(DataCategory.Reception))
        {
            return WorkAnswers.Page<SitePage>(visit, (nameof(SitePage.View), new SiteView(at, null, 1, 1, visit.Caller.Function.RunsSites, null)));
        }
        using var view = services.GetRequiredService<ChainStore>().Models.Look();
        var (page, pages) = PageLinks.Asked(visit, view.Slots.Count(each => each.Site == number), OnPage);
        var slots = view.Slots.Where(each => each.Site == number).OrderBy(each => each.Slot).Skip((page - 1) * OnPage).Take(OnPage).ToList();
        var persons = slots.Select(each => each.Person).ToList();
        var files = view.Files.Where(each => persons.Contains(each.Person)).ToDictionary(each => each.Person);
        var (today, agency, own) = (visit.Today.Number, (int)Party.ReceptionAgency, OwnSteps.Of(visit.Caller.Function));
        // All steps of these people by the key of the table, chosen from here: asked with the party, the database would go through all that the party has to do.
        var open = view.Steps.Where(each => persons.Contains(each.Person)).AsEnumerable()
            .Where(each => each.Party == agency && own.Contains(each.Code) && each.Force == (int)StepKind.Due && each.WaitsFor == null && (each.Earliest ?? today) <= today && (each.Until ?? today) >= today)
            .ToLookup(each => each.Person, each => each.LastDay);
        looking.Add(visit.Caller, persons, visit.Caller.Function.MainPurpose);
        var worklists = services.GetRequiredService<Worklists>();
        var residents = slots.Select(each => new Resident(
            each.Person, files.TryGetValue(each.Person, out var file) ? worklists.PersonOf(visit.Caller, file) : ShownPerson.None, each.Slot, open[each.Person].Count(),
            open[each.Person].Min() is { } first ? new Day(first) : null)).ToImmutableArray();
        return WorkAnswers.Page<SitePage>(
            visit, (nameof(SitePage.View), new SiteView(at, residents, page, pages, visit.Caller.Function.RunsSites, SiteDay.Of(visit, sight, view, looking))), (nameof(SitePage.Done), DoneBy(at, visit.Http.Request.Query["gedaan"])));
    }

    // What was just done is shown only when this caller did it.
    private static Happening? DoneBy(SiteSubject at, string? version) =>
        int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? at.Lately.FirstOrDefault(each => each.Version == number && each.Doer == at.Visit.Caller.Doer) : null;

    private static string? AddressOfNext(WorkVisit visit, ModelView view) => SiteSubject.NextOf(visit, view) is not { } next ? null
        : WorkPaths.ActAtSite(next, ActOffer.On(StreamKind.Site, visit.Caller.Function).First(each => each.Shape == typeof(OpenSite)).Path);
}
