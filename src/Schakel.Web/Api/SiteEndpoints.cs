using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Schakel.Chain;
using Schakel.Chain.Family;
using Schakel.Chain.Reception;
using Schakel.Store;
using Schakel.Web.Access;

namespace Schakel.Web.Api;

/// <summary>A reception site (opvanglocatie).</summary>
/// <param name="Nummer">Number of the site.</param>
/// <param name="Versie">Number of its last event.</param>
/// <param name="Open">Takes residents.</param>
/// <param name="Capaciteit">Places agreed.</param>
/// <param name="Opvangvorm">Kind of site.</param>
/// <param name="Bezetting">Residents; for whoever does not run sites absent from one to four.</param>
public sealed record SiteAnswer(int Nummer, int Versie, bool Open, int Capaciteit, Modality Opvangvorm, long? Bezetting)
{
    // Whoever does not run sites sees no residents counted under five (red line 9).
    internal static SiteAnswer Of(Caller caller, int site, int version, bool open, int capacity, Modality modality, int occupancy) =>
        new(site, version, open, capacity, modality, caller.Function.RunsSites ? occupancy : Suppressed.One(occupancy));
}

/// <summary>A household (huishouden).</summary>
/// <param name="Nummer">Number of the household.</param>
/// <param name="Versie">Number of its last event.</param>
/// <param name="Leden">Its members.</param>
/// <param name="Inreisvisa">Entry visas granted and not used yet.</param>
public sealed record HouseholdAnswer(long Nummer, int Versie, ImmutableArray<MemberAnswer> Leden, int Inreisvisa);

/// <summary>A member of a household (gezinslid).</summary>
/// <param name="Zaak">Number of the file.</param>
/// <param name="Rol">Role in the household.</param>
public sealed record MemberAnswer(long Zaak, FamilyRole Rol);

/// <summary>A resident of a site (bewoner).</summary>
/// <param name="Zaak">Number of the file.</param>
/// <param name="Plek">Slot.</param>
public sealed record ResidentAnswer(long Zaak, int Plek);

/// <summary>Reading sites and households (locaties en huishoudens lezen).</summary>
internal static class SiteEndpoints
{
    public static void MapSites(this IEndpointRouteBuilder api)
    {
        api.MapGet("/opvanglocaties", ListAsync).Reads<PageAnswer<SiteAnswer>>(Addresses.Sites, "ListSites", "Toont opvanglocaties, per pagina.", "List sites, by page.");
        api.MapGet("/opvanglocaties/{nummer:int:min(1)}", (int nummer, HttpContext http, Reading reading) =>
                reading.Show(http, new(StreamKind.Site, nummer), sight => SiteAnswer.Of(
                    sight.Caller, nummer, sight.State.Version, sight.State.Site.IsOpen, sight.State.Site.Capacity, sight.State.Site.Modality, sight.State.Site.Occupancy)))
            .Reads<SiteAnswer>(Addresses.Sites, "ReadSite", "Toont een opvanglocatie.", "Show a site.");
        api.MapGet("/opvanglocaties/{nummer:int:min(1)}/bewoners", ResidentsAsync)
            .Reads<PageAnswer<ResidentAnswer>>(Addresses.Sites, "ListResidents", "Toont wie op een locatie verblijven.", "Show who stay at a site.");
        api.MapGet("/huishoudens/{nummer:long:min(1)}", (long nummer, HttpContext http, Reading reading) => ReadHousehold(nummer, http, reading))
            .Reads<HouseholdAnswer>(Addresses.Households, "ReadHousehold", "Toont een huishouden.", "Show a household.");
    }

    private static async Task<IResult> ListAsync(int? pagina, int? paginaGrootte, bool? open, HttpContext http, ChainStore store)
    {
        var (page, problem) = PageAsked.Of(http.Request, pagina, paginaGrootte);
        if (page is not { } asked)
        {
            return problem!;
        }
        if (Caller.From(http.User) is not { Function.Reach: not (Reach.Own or Reach.Clients) } caller)
        {
            return Acting.Unknown();
        }
        using var context = store.CreateContext();
        var rows = context.Sites.AsNoTracking().Where(row => open == null || row.IsOpen == open);
        var total = await rows.CountAsync(http.RequestAborted).ConfigureAwait(false);
        var found = await rows.OrderBy(row => row.Site).Skip(asked.Skip).Take(asked.Size).ToListAsync(http.RequestAborted).ConfigureAwait(false);
        return Results.Ok(new PageAnswer<SiteAnswer>(asked.Number, asked.Size, total,
            [.. found.Select(row => SiteAnswer.Of(caller, row.Site, row.Version, row.IsOpen, row.Capacity, (Modality)row.Modality, row.Occupancy))]));
    }

    private static async Task<IResult> ResidentsAsync(int nummer, int? pagina, int? paginaGrootte, HttpContext http, ChainStore store, Reading reading)
    {
        var (page, problem) = PageAsked.Of(http.Request, pagina, paginaGrootte);
        if (page is not { } asked)
        {
            return problem!;
        }
        var opened = reading.Open(http, new(StreamKind.Site, nummer));
        if (opened is not { Sight: { Caller: { } caller } sight })
        {
            return opened.Instead!;
        }
        // A list of residents tells where people stay: for who runs the site, never for who returns or identifies (red line 6).
        if (!sight.MayRead(DataCategory.Reception))
        {
            return Acting.Forbidden(http.Request, caller.Function);
        }
        using var context = store.CreateContext();
        var rows = context.Slots.AsNoTracking().Where(row => row.Site == nummer);
        var total = await rows.CountAsync(http.RequestAborted).ConfigureAwait(false);
        var found = await rows.OrderBy(row => row.Slot).Skip(asked.Skip).Take(asked.Size).ToListAsync(http.RequestAborted).ConfigureAwait(false);
        reading.Record(http, caller, found.Select(row => row.Person));
        return Results.Ok(new PageAnswer<ResidentAnswer>(asked.Number, asked.Size, total, [.. found.Select(row => new ResidentAnswer(row.Person, row.Slot))]));
    }

    private static IResult ReadHousehold(long number, HttpContext http, Reading reading)
    {
        var opened = reading.Open(http, new(StreamKind.Household, number));
        if (opened is not { Sight: { Caller: { } caller, State: { } state } sight })
        {
            return opened.Instead!;
        }
        return sight.MayRead(DataCategory.Family)
            ? Results.Ok(new HouseholdAnswer(number, state.Version, [.. state.Household.Members.Select(each => new MemberAnswer(each.Person.Value, each.Role))], state.Household.EntryVisas))
            : Acting.Forbidden(http.Request, caller.Function);
    }
}
