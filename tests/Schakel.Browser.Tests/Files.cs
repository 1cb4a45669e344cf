using System.Globalization;
using System.Text.Json.Nodes;

namespace Schakel.Browser;

/// <summary>Files of the demonstration that show much: found over the interface, as anybody would find them.</summary>
/// <param name="Applicant">Of an applicant who waits, and may arrange several things.</param>
/// <param name="Helped">Of an applicant who lives at a site and says that they need help.</param>
/// <param name="Open">With an open application and a long history.</param>
/// <param name="Resident">Of somebody who lives at a site with a household of more than one.</param>
/// <param name="Site">Where they live: a site with at least twenty residents.</param>
/// <param name="OtherSite">Where they could move to.</param>
public sealed record Files(long Applicant, long Helped, long Open, long Resident, int Site, OtherSite OtherSite)
{
    private static readonly string[] ForEverybody = ["asielzoekerscentrum", "noodopvang", "gemeentelijke-opvang"];

    /// <summary>Finds them.</summary>
    public static async Task<Files> OfAsync(RunningChain chain)
    {
        var open = await OpenAsync(chain);
        var longest = await chain.Handout.TakeAsync(open.OrderByDescending(each => each["versie"]!.GetValue<int>()).Select(NumberOf));
        var applicant = await ApplicantAsync(chain, "state-interview-wishes", "begin-support", "ask-withdrawal-talk");
        var resident = await MovableAsync(chain);
        var site = await SiteOfAsync(chain, resident);
        return new(applicant, await InReceptionAsync(chain), longest, resident, site, await OtherSiteAsync(chain, site));
    }

    /// <summary>Files with an open application, the latest first.</summary>
    public static async Task<List<JsonNode>> OpenAsync(RunningChain chain)
    {
        var total = (await chain.ReadAsync("/zaken?stand=open&paginaGrootte=1", "ind-beslismedewerker"))["totaal"]!.GetValue<int>();
        var page = await chain.ReadAsync($"/zaken?stand=open&paginaGrootte=100&pagina={Plain(Math.Max(1, total / 100))}", "ind-beslismedewerker");
        return [.. page["resultaten"]!.AsArray().Select(each => each!)];
    }

    /// <summary>A file of an applicant who may do all of these today.</summary>
    public static async Task<long> ApplicantAsync(RunningChain chain, params string[] steps) =>
        await chain.Handout.TakeAsync((await OpenAsync(chain)).Select(NumberOf), file => HasAheadAsync(chain, file, "aanvrager", steps));

    /// <summary>A file of somebody with an open application who lives at a site, and of whom the agency may do all of these today.</summary>
    public static async Task<long> InReceptionAsync(RunningChain chain, params string[] steps) =>
        await chain.Handout.TakeAsync((await OpenAsync(chain)).Where(each => each["opvanglocatie"] is not null).Select(NumberOf), file => HasAheadAsync(chain, file, "coa-medewerker", steps));

    private static async Task<bool> HasAheadAsync(RunningChain chain, long file, string function, string[] steps)
    {
        var ahead = await chain.ReadAsync($"/zaken/{Plain(file)}/volgende-stappen", function, ("nummer", Plain(file)));
        var now = ahead.AsArray().Where(step => step!["wachtOp"] is null).Select(step => step!["code"]!.GetValue<string>()).ToHashSet();
        return steps.All(now.Contains);
    }

    /// <summary>A family whose move breaks nothing of any of them: no interview, school, treatment or work.</summary>
    public static async Task<long> MovableAsync(RunningChain chain) => await chain.Handout.TakeAsync(await FamiliesAsync(chain), async file =>
    {
        var site = await OtherSiteAsync(chain, await SiteOfAsync(chain, file));
        foreach (var member in await MembersAsync(chain, file))
        {
            var told = await chain.AskAsync($"/zaken/{Plain(member)}/verhuisgevolgen", "coa-medewerker", new JsonObject { ["opvanglocatie"] = site.Number, ["opvangvorm"] = site.Modality });
            if (told.AsArray().Any(each => each!["doorkruist"]!.AsArray().Any(what => what!.GetValue<string>() != "huishouden")))
            {
                return false;
            }
        }
        return true;
    });

    /// <summary>The members of somebody's household who live at a site.</summary>
    public static async Task<List<long>> MembersAsync(RunningChain chain, long file)
    {
        var household = (await chain.ReadAsync($"/zaken/{Plain(file)}", "coa-medewerker"))["gezin"]!["huishouden"]!.GetValue<long>();
        var all = await chain.ReadAsync($"/zaken?huishouden={Plain(household)}&paginaGrootte=100", "coa-medewerker");
        return [.. all["resultaten"]!.AsArray().Where(each => each!["opvanglocatie"] is not null).Select(each => each!["nummer"]!.GetValue<long>())];
    }

    /// <summary>Where somebody lives.</summary>
    public static async Task<int> SiteOfAsync(RunningChain chain, long file) =>
        (await chain.ReadAsync($"/zaken/{Plain(file)}", "coa-medewerker"))["opvang"]!["opvanglocatie"]!.GetValue<int>();

    /// <summary>The site with the most free places where anybody may live.</summary>
    public static async Task<OtherSite> OtherSiteAsync(RunningChain chain, int than)
    {
        var sites = await chain.ReadAsync("/opvanglocaties?open=true&paginaGrootte=100", "coa-medewerker");
        return sites["resultaten"]!.AsArray().Select(each => each!).Where(each => each["nummer"]!.GetValue<int>() != than && ForEverybody.Contains(each["opvangvorm"]!.GetValue<string>()))
            .OrderByDescending(each => each["capaciteit"]!.GetValue<int>() - each["bezetting"]!.GetValue<int>())
            .Select(each => new OtherSite(each["nummer"]!.GetValue<int>(), each["opvangvorm"]!.GetValue<string>())).First();
    }

    // Files of people who live at a site with others of their household.
    private static async Task<List<long>> FamiliesAsync(RunningChain chain)
    {
        var residents = new List<(long File, long Household)>();
        for (var page = 1; page <= 4; page++)
        {
            var files = await chain.ReadAsync($"/zaken?stand=open&paginaGrootte=100&pagina={Plain(page)}", "coa-medewerker");
            residents.AddRange(files["resultaten"]!.AsArray().Where(each => each!["opvanglocatie"] is not null && each["huishouden"] is not null)
                .Select(each => (NumberOf(each!), each!["huishouden"]!.GetValue<long>())));
        }
        return [.. residents.GroupBy(each => each.Household).Where(of => of.Count() > 1).Select(of => of.First().File)];
    }

    private static long NumberOf(JsonNode row) => row["nummer"]!.GetValue<long>();

    private static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A site where somebody could move to.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Modality">Its kind, as the interface names it.</param>
public sealed record OtherSite(int Number, string Modality);
