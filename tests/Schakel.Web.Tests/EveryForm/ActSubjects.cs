using System.Globalization;
using System.Text.Json.Nodes;
using Schakel.Chain;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Acting;
using Official = Schakel.Web.Workbench.Official;

namespace Schakel.Web.EveryForm;

/// <summary>A form of an act, before somebody who may do it.</summary>
/// <param name="server">Where.</param>
/// <param name="caller">Who.</param>
/// <param name="path">Its address.</param>
internal sealed class ActSubject(ChainServer server, Caller caller, string path) : IDisposable
{
    public Official Who { get; } = new(server.Address, server.App.Services, caller);

    public string Path => path;

    public void Dispose() => Who.Dispose();
}

/// <summary>A form of an act: who may do it, what it is, and on what kind of history.</summary>
/// <param name="Function">The function.</param>
/// <param name="Offer">The act.</param>
/// <param name="Kind">The kind of history.</param>
internal sealed record OfferedForm(Function Function, ActOffer Offer, StreamKind Kind)
{
    /// <summary>Every form of the workbench, function by function; an applicant's are the portal's.</summary>
    public static IEnumerable<OfferedForm> All => Function.All.Where(each => each.Reach != Reach.Own).SelectMany(function => ActOffer.For(function).Select(each => new OfferedForm(function, each, StreamKind.CaseFile))
        .Concat(((StreamKind[])[StreamKind.Household, StreamKind.Site, StreamKind.Country]).SelectMany(kind => ActOffer.On(kind, function).Select(each => new OfferedForm(function, each, kind)))));
}

/// <summary>People, sites and policies on which an act is offered, each made for one form.</summary>
internal sealed class ActSubjects(ChainServer server)
{
    private const int Site = 8805;
    private const int Municipality = 7317;
    private int _household = 8_800_000;
    private int _country;

    public Task OpenFirstSiteAsync() => server.OpenSiteAsync(Site, 5000, "asielzoekerscentrum");

    public async Task<ActSubject> OfAsync(OfferedForm form)
    {
        var (function, path) = (form.Function, form.Offer.Path);
        switch (form.Kind)
        {
            case StreamKind.CaseFile:
                var file = form.Offer.Fits(Presences.Here) ? await HereAsync(function) : await AnnouncedAsync();
                return new(server, By(function, Site, file), $"/werk/zaken/{file}/{(form.Offer.OfHousehold ? "gezin" : "doen")}/{path}");
            case StreamKind.Household:
                var member = await HereAsync(function);
                return new(server, By(function, Site, member), $"/werk/zaken/{member}/huishouden/{path}");
            case StreamKind.Site when form.Offer.Shape == typeof(Chain.Reception.OpenSite):
                return new(server, By(function, NextSite), $"/werk/locaties/{NextSite}/doen/{path}");
            case StreamKind.Site:
                var site = NextSite;
                await server.OpenSiteAsync(site, 50, "asielzoekerscentrum");
                return new(server, By(function, site), $"/werk/locaties/{site}/doen/{path}");
            case StreamKind.Country:
                var code = ((string[])["SYR", "IRN", "AFG", "TUR", "ERI", "YEM", "SOM", "IRQ"])[_country++ % 8];
                await server.ActAsync($"landen/{code}", "beleidsversies", "ind-beleidsmedewerker", """{"datum": "2024-01-10", "versie": 1, "ingangsDatum": "2024-01-01", "publicatie": "Stcrt. 2024, 1"}""");
                return new(server, By(function, Site), $"/werk/landen/{code}/doen/{path}");
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private int NextSite
    {
        get
        {
            using var view = server.Store.Models.Look();
            return view.Sites.Max(each => each.Site) + 1;
        }
    }

    private static Caller By(Function function, int site, params long[] file) => new(function, 9100, function.Reach == Reach.Clients ? [.. file] : [])
    {
        Site = function.Reach == Reach.Site ? site : null,
        Municipality = function.Reach == Reach.Municipality ? Municipality : null,
    };

    private async Task<int> AnnouncedAsync() => int.Parse(
        (await server.SendAsync(HttpMethod.Post, "/vooraanmeldingen", "vluchtelingenwerk", JsonNode.Parse("""{"kanaal": "balie", "taal": "ara", "personen": 1}"""))).IsDone().Location!.Split('/')[^1], CultureInfo.InvariantCulture);

    // Somebody with a child, as far as this function's work needs.
    private async Task<int> HereAsync(Function function)
    {
        var household = $", \"huishouden\": {++_household}";
        if (function.Reach == Reach.Municipality || function.Stage != Stage.Always)
        {
            var phase = function.Reach == Reach.Municipality ? "wacht-op-woning" : "terugkeer";
            var taken = await server.TakeOverAsync(phase, household);
            await server.TakeOverAsync(phase, household, "2014-05-01", "kind");
            if (function.Reach == Reach.Municipality)
            {
                await server.DoneAsync(taken, "koppelingen", "coa-medewerker", $$"""{"gemeente": {{Municipality}}}""");
            }
            return taken;
        }
        var file = await server.ArriveAsync(more: household, day: "2025-09-20");
        await server.ArriveAsync("2014-05-01", household, "2025-09-20", "kind");
        if (function.Reach == Reach.Site)
        {
            await server.DoneAsync(file, "plaatsingen", "coa-medewerker", $$"""{"datum": "2025-09-21", "opvanglocatie": {{Site}}, "opvangvorm": "asielzoekerscentrum"}""");
        }
        return file;
    }
}
