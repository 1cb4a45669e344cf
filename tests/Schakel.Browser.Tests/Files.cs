using System.Globalization;
using System.Text.Json.Nodes;

namespace Schakel.Browser;

/// <summary>Files of the demonstration that show much: found over the interface, as anybody would find them.</summary>
/// <param name="Applicant">Of an applicant who waits, and may arrange several things.</param>
/// <param name="Open">With an open application and a long history.</param>
/// <param name="Resident">Of somebody who lives at a site with a household of more than one.</param>
/// <param name="Site">Where they live: a site with at least twenty residents.</param>
/// <param name="OtherSite">Where they could move to.</param>
public sealed record Files(long Applicant, long Open, long Resident, int Site, OtherSite OtherSite)
{
    private static readonly string[] ForEverybody = ["asielzoekerscentrum", "noodopvang", "gemeentelijke-opvang"];

    /// <summary>Finds them.</summary>
    public static async Task<Files> OfAsync(RunningChain chain)
    {
        var open = await OpenAsync(chain);
        var longest = open.MaxBy(each => each["versie"]!.GetValue<int>())!["nummer"]!.GetValue<long>();
        var applicant = (await ApplicantsWithAsync(chain, "state-interview-wishes", "begin-support", "ask-withdrawal-talk")).First(each => each != longest);
        var resident = (await MovableAsync(chain, 1))[0];
        var site = await SiteOfAsync(chain, resident);
        return new(applicant, longest, resident, site, await OtherSiteAsync(chain, site));
    }

    /// <summary>Files with an open application, the latest first.</summary>
    public static async Task<List<JsonNode>> OpenAsync(RunningChain chain)
    {
        var total = (await chain.ReadAsync("/zaken?stand=open&paginaGrootte=1", "ind-beslismedewerker"))["totaal"]!.GetValue<int>();
        var page = await chain.ReadAsync($"/zaken?stand=open&paginaGrootte=100&pagina={Plain(Math.Max(1, total / 100))}", "ind-beslismedewerker");
        return [.. page["resultaten"]!.AsArray().Select(each => each!)];
    }

    /// <summary>Files of applicants who may do all of these today.</summary>
    public static async Task<List<long>> ApplicantsWithAsync(RunningChain chain, params string[] steps)
    {
        var found = new List<long>();
        foreach (var each in (await OpenAsync(chain)).Take(40))
        {
            var file = each["nummer"]!.GetValue<long>();
            var ahead = await chain.ReadAsync($"/zaken/{Plain(file)}/volgende-stappen", "aanvrager", ("nummer", Plain(file)));
            var now = ahead.AsArray().Where(step => step!["wachtOp"] is null).Select(step => step!["code"]!.GetValue<string>()).ToHashSet();
            if (steps.All(now.Contains))
            {
                found.Add(file);
            }
        }
        return found;
    }

    /// <summary>Files of people who live at a site with others of their household.</summary>
    public static async Task<List<long>> FamiliesAsync(RunningChain chain)
    {
        var residents = new List<(long File, long Household)>();
        for (var page = 1; page <= 4; page++)
        {
            var files = await chain.ReadAsync($"/zaken?stand=open&paginaGrootte=100&pagina={Plain(page)}", "coa-medewerker");
            residents.AddRange(files["resultaten"]!.AsArray().Where(each => each!["opvanglocatie"] is not null && each["huishouden"] is not null)
                .Select(each => (each!["nummer"]!.GetValue<long>(), each["huishouden"]!.GetValue<long>())));
        }
        return [.. residents.GroupBy(each => each.Household).Where(of => of.Count() > 1).Select(of => of.First().File)];
    }

    /// <summary>Families whose move breaks nothing of any of them: no interview, school, treatment or work.</summary>
    public static async Task<List<long>> MovableAsync(RunningChain chain, int most)
    {
        var found = new List<long>();
        foreach (var file in await FamiliesAsync(chain))
        {
            var site = await OtherSiteAsync(chain, await SiteOfAsync(chain, file));
            var breaks = 0;
            foreach (var member in await MembersAsync(chain, file))
            {
                var told = await chain.AskAsync($"/zaken/{Plain(member)}/verhuisgevolgen", "coa-medewerker", new JsonObject { ["opvanglocatie"] = site.Number, ["opvangvorm"] = site.Modality });
                breaks += told.AsArray().Count(each => each!["doorkruist"]!.AsArray().Any(what => what!.GetValue<string>() != "huishouden"));
            }
            if (breaks == 0)
            {
                found.Add(file);
            }
            if (found.Count == most)
            {
                break;
            }
        }
        return found;
    }

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

    private static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A site where somebody could move to.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Modality">Its kind, as the interface names it.</param>
public sealed record OtherSite(int Number, string Modality);
