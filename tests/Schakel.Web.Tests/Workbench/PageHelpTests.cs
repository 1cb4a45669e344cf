using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Schakel.Web.Workbench;

/// <summary>Each page of the workbench leads to help on that page, which is there for whoever can open it, in Dutch and in English.</summary>
public sealed class PageHelpTests(ChainServer server) : IClassFixture<ChainServer>
{
    // What is no page: files for other programs, news for an open page, a document, style and script.
    private static readonly string[] NoPage = ["/werk/lijst.csv", "/werk/lijst.xlsx", "/werk/inzagesignalen.csv", "/werk/nieuws", "/werk/zaken/{nummer:long:min(1)}/documenten/{document:int:min(1)}",
        "/werk/zaken/{nummer:long:min(1)}/client/kopie", "/werk/zaken/{nummer:long:min(1)}/client/kopie.pdf"];

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task Every_page_of_the_workbench_leads_to_help_that_exists(string language)
    {
        var visits = await VisitsAsync(language);
        try
        {
            var routes = server.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Where(each => each.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") is true).Select(each => each.RoutePattern.RawText!)
                .Where(each => (each == "/werk" || each.StartsWith("/werk/", StringComparison.Ordinal)) && !NoPage.Contains(each)).ToList();
            Assert.Equal(routes.Order(StringComparer.Ordinal), visits.Keys.Order(StringComparer.Ordinal));
            var topics = new HashSet<string>();
            foreach (var (route, (who, path)) in visits)
            {
                var page = await who.GetAsync(path);
                Assert.True(page.Status == HttpStatusCode.OK, $"{route}: {(int)page.Status} {Official.Words(page)}");
                var link = Regex.Match(page.Text, "href=\"/werk/hulp(?:#(h-[a-z]+))?\"");
                Assert.True(link.Success && (route == "/werk/hulp") == !link.Groups[1].Success, $"{route} leads to no help of its own: {link.Value}");
                var help = await who.GetAsync("/werk/hulp");
                Assert.True(route == "/werk/hulp" || help.Text.Contains($"<h2 id=\"{link.Groups[1].Value}\"", StringComparison.Ordinal), $"{route}: no help under {link.Groups[1].Value}");
                topics.Add(link.Groups[1].Value);
            }
            Assert.True(topics.Count > 15, string.Join(", ", topics)); // No one text for all.
        }
        finally
        {
            foreach (var (who, _) in visits.Values)
            {
                who.Dispose();
            }
        }
    }

    [Fact]
    public async Task Help_tells_nobody_of_a_page_that_they_cannot_open()
    {
        using var guardian = new Official(server, "voogd");
        using var registrar = new Official(server, "avim-registreerder");
        var (ofGuardian, ofRegistrar) = ((await guardian.GetAsync("/werk/hulp")).Text, (await registrar.GetAsync("/werk/hulp")).Text);
        Assert.Contains("id=\"h-client\"", ofGuardian, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"h-aanmeldbalie\"", ofGuardian, StringComparison.Ordinal);
        Assert.Contains("id=\"h-aanmeldbalie\"", ofRegistrar, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"h-client\"", ofRegistrar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_a_site_is_not_for_is_told_in_the_language_of_the_page()
    {
        await server.OpenSiteAsync(8421, 10, "asielzoekerscentrum");
        (await server.ActAsync("opvanglocaties/8421", "doelgroepbeperkingen", "coa-medewerker", """{"datum": "2024-01-12", "uitgesloten": ["alleenstaanden", "gezinnen"]}""")).IsDone();
        using var english = new Official(server, "coa-medewerker", language: "en");
        using var dutch = new Official(server, "coa-medewerker");
        Assert.Contains("Not for Singles, families", Official.Words(await english.GetAsync("/werk/locaties/8421")), StringComparison.Ordinal);
        Assert.Contains("Niet voor Alleenstaanden, gezinnen", Official.Words(await dutch.GetAsync("/werk/locaties/8421")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl", "Wat", "Waarde", "What")]
    [InlineData("en", "What", "Value", "Waarde")]
    public async Task The_sheet_about_a_list_is_in_the_language_of_who_asks(string language, string what, string value, string not)
    {
        using var registrar = new Official(server, "avim-registreerder", language: language);
        using var zip = new ZipArchive(new MemoryStream(await registrar.BytesAsync("/werk/lijst.xlsx")));
        var text = string.Concat(zip.Entries.Where(each => each.FullName.StartsWith("xl/", StringComparison.Ordinal) && each.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(Read));
        Assert.Matches($">{what}<", text);
        Assert.Matches($">{value}<", text);
        Assert.DoesNotMatch($">{not}<", text);
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    // Somebody of a site asks for a person who stays at another.
    private async Task<string> UnusualAsync(long file, string language)
    {
        var number = language == "nl" ? 7810 : 7811;
        using var away = new Official(server, "coa-casemanager", number: number, site: 3);
        using var officer = new Official(server, "privacyfunctionaris");
        await away.GetAsync($"/werk/zaken/{file}");
        return WebUtility.HtmlDecode(Regex.Match((await officer.GetAsync("/werk/inzagesignalen")).Text, $"href=\"(/werk/inzagesignalen/signaal[^\"]*nummer={number}[^\"]*)\"").Groups[1].Value);
    }

    // For each route somebody who can open it, and where.
    private async Task<Dictionary<string, (Official Who, string Path)>> VisitsAsync(string language)
    {
        var file = await server.ArriveAsync(day: "2025-09-01");
        var household = (await server.GetAsync($"/zaken/{file}", "ind-beslismedewerker")).Json["gezin"]!["huishouden"]!.GetValue<int>();
        await server.ArriveAsync("2018-04-04", $", \"huishouden\": {household}", "2025-09-01", "kind");
        var site = 8430 + (language == "nl" ? 0 : 1);
        await server.OpenSiteAsync(site, 10, "asielzoekerscentrum");
        await server.DoneAsync(file, "plaatsingen", "coa-medewerker", $$"""{"datum": "2025-09-02", "opvanglocatie": {{site}}, "opvangvorm": "asielzoekerscentrum"}""");
        const string OfFile = "/werk/zaken/{nummer:long:min(1)}";
        return new Dictionary<string, (Official Who, string Path)>
        {
            ["/werk"] = (As("avim-registreerder"), "/werk"),
            ["/werk/weergaven"] = (As("avim-registreerder"), "/werk/weergaven"),
            ["/werk/hulp"] = (As("avim-registreerder"), "/werk/hulp"),
            ["/werk/rondleiding"] = (As("planner"), "/werk/rondleiding"),
            ["/werk/zoeken"] = (As("coa-medewerker"), "/werk/zoeken"),
            ["/werk/aanmeldbalie"] = (As("avim-registreerder"), "/werk/aanmeldbalie"),
            ["/werk/aanmeldbalie/vandaag"] = (As("avim-registreerder"), "/werk/aanmeldbalie/vandaag?centrum=1"),
            ["/werk/agenda"] = (As("ind-planner"), "/werk/agenda"),
            ["/werk/agenda/vrije-dagen"] = (As("ind-planner"), "/werk/agenda/vrije-dagen"),
            ["/werk/agenda/procedure"] = (As("ind-hoormedewerker"), "/werk/agenda/procedure"),
            [OfFile] = (As("avim-registreerder"), $"/werk/zaken/{file}"),
            [OfFile + "/client"] = (As("voogd", file), $"/werk/zaken/{file}/client"),
            [OfFile + "/documenten/aanleveren"] = (As("advocaat", file), $"/werk/zaken/{file}/documenten/aanleveren"),
            [OfFile + "/doen/{handeling}"] = (As("avim-registreerder"), $"/werk/zaken/{file}/doen/identificaties"),
            [OfFile + "/gezin/{handeling}"] = (As("coa-medewerker"), $"/werk/zaken/{file}/gezin/verhuizingen"),
            [OfFile + "/huishouden/{handeling}"] = (As("avim-registreerder"), $"/werk/zaken/{file}/huishouden/gestelde-banden"),
            ["/werk/landen"] = (As("ind-beleidsmedewerker"), "/werk/landen"),
            ["/werk/landen/{code:length(3)}"] = (As("ind-beleidsmedewerker"), "/werk/landen/GEO"),
            ["/werk/landen/{code:length(3)}/doen/{handeling}"] = (As("ind-beleidsmedewerker"), "/werk/landen/GEO/doen/beleidsversies"),
            ["/werk/terugkeer"] = (As("dtv-regievoerder"), "/werk/terugkeer"),
            ["/werk/rechtbank"] = (As("griffier"), "/werk/rechtbank"),
            ["/werk/pupillen"] = (As("voogd"), "/werk/pupillen"),
            ["/werk/begeleiding"] = (new Official(server, "vluchtelingenwerk-vrijwilliger", site: site, language: language), "/werk/begeleiding"),
            ["/werk/uitspraken"] = (As("ind-beslismedewerker"), "/werk/uitspraken"),
            ["/werk/inzagesignalen"] = (As("privacyfunctionaris"), "/werk/inzagesignalen"),
            ["/werk/inzagesignalen/signaal"] = (As("privacyfunctionaris"), await UnusualAsync(file, language)),
            ["/werk/cijfers/provincie"] = (As("provincie-toezichthouder"), "/werk/cijfers/provincie"),
            ["/werk/cijfers"] = (As("inspecteur"), "/werk/cijfers"),
            ["/werk/locaties"] = (As("coa-medewerker"), "/werk/locaties"),
            ["/werk/locaties/{locatie:int:min(1)}"] = (new Official(server, "coa-locatiemanager", site: site, language: language), $"/werk/locaties/{site}"),
            ["/werk/locaties/{locatie:int:min(1)}/doen/{handeling}"] = (new Official(server, "coa-locatiemanager", site: site, language: language), $"/werk/locaties/{site}/doen/bevindingen"),
            ["/werk/gemeente"] = (new Official(server, "gemeente-huisvester", municipality: 363, language: language), "/werk/gemeente"),
        };

        Official As(string function, params long[] clients) => new(server, function, language: language, clients: clients);
    }
}
