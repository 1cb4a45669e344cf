using System.Net;
using Schakel.Chain;
using Schakel.Chain.Reception;
using Schakel.Norms;
using Schakel.Web.Access;
using Schakel.Web.Workbench.Tour;

namespace Schakel.Web.Workbench;

/// <summary>The first day: a tour that can be skipped, help about the page one is on, and the day at a site.</summary>
public sealed class FirstDayTests(ChainServer server) : IClassFixture<ChainServer>
{
    private const string Offer = "Eerste dag hier?";

    [Fact]
    public async Task The_tour_is_offered_until_it_was_skipped_and_without_script()
    {
        using var official = new Official(server, "coa-medewerker");
        var list = await official.GetAsync("/werk");
        Assert.Contains(Offer, list.Text, StringComparison.Ordinal);
        var skipped = await official.SendAsync("/werk/rondleiding", list);
        Assert.Equal((HttpStatusCode.Found, "/werk"), (skipped.Status, skipped.Location));
        Assert.DoesNotContain(Offer, (await official.GetAsync("/werk")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ind-beleidsmedewerker", "/werk/landen")]
    [InlineData("dtv-regievoerder", "/werk/terugkeer")]
    [InlineData("griffier", "/werk/rechtbank")]
    [InlineData("voogd", "/werk/pupillen")]
    [InlineData("inspecteur", "/werk/cijfers")]
    [InlineData("privacyfunctionaris", "/werk/inzagesignalen")]
    public async Task The_tour_and_the_page_of_help_lead_to_ones_own_page(string function, string path)
    {
        using var official = new Official(server, function);
        var (page, at, seen) = (await official.GetAsync("/werk/rondleiding"), 1, "");
        while (page.Text.Contains("rel=\"next\"", StringComparison.Ordinal))
        {
            seen += page.Text;
            page = await official.GetAsync($"/werk/rondleiding?halte={++at}");
        }
        Assert.Contains($"<a href=\"{path}\">Bekijk het", seen + page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Offer, (await official.GetAsync("/werk")).Text, StringComparison.Ordinal); // Who took it is not asked again.
        var own = await official.GetAsync(path);
        var topic = $"/werk/hulp#h-{path[(path.LastIndexOf('/') + 1)..]}";
        Assert.Contains($"href=\"{topic}\"", own.Text, StringComparison.Ordinal);
        Assert.Contains($"id=\"{topic[(topic.IndexOf('#', StringComparison.Ordinal) + 1)..]}\"", (await official.GetAsync("/werk/hulp")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_of_a_menu_has_words_of_help() =>
        Assert.All(Function.All.SelectMany(each => OwnPages.Of(new(each, 1, []))).Select(each => each.Path).Distinct(), path => Assert.NotEmpty(TourWords.Of(path).English));

    [Fact] // Not of the pages of one's own function only: of whatever stands in the menu.
    public async Task Every_page_of_every_menu_has_help_at_the_mark_to_which_it_points()
    {
        var (looked, faults) = (0, new List<string>());
        foreach (var function in Function.All.Where(each => each.Reach != Reach.Own))
        {
            using var official = new Official(server, function.Code, site: function.Reach == Reach.Site ? 8411 : null, municipality: function.Reach == Reach.Municipality ? 363 : null);
            var help = (await official.GetAsync("/werk/hulp")).Text;
            foreach (var path in Menu.Of(await official.GetAsync("/werk")).Where(each => !each.StartsWith("/werk/locaties/", StringComparison.Ordinal)))
            {
                looked++;
                var page = (await official.GetAsync(path)).Text;
                var points = System.Text.RegularExpressions.Regex.Matches(page, "href=\"/werk/hulp(#[a-z0-9-]+)?\"").Select(each => each.Groups[1].Value.TrimStart('#')).ToList();
                if (points.Count == 0 || points.Any(mark => mark.Length > 0 && !help.Contains($"id=\"{mark}\"", StringComparison.Ordinal)))
                {
                    faults.Add($"{function.Code} {path}: {string.Join(' ', points)}");
                }
            }
        }
        Assert.True(looked > 60 && faults.Count == 0, $"{looked} pages\n{string.Join('\n', faults)}");
    }

    [Fact]
    public async Task Who_runs_a_site_sees_who_came_and_left_today_special_places_needs_and_incidents()
    {
        await server.OpenSiteAsync(8411, 10, "asielzoekerscentrum");
        await server.OpenSiteAsync(8412, 10, "asielzoekerscentrum");
        (await server.ActAsync("opvanglocaties/8411", "bijzondere-plekken", "coa-medewerker", """{"datum": "2024-01-12", "plekken": {"soorten": ["rolstoeltoegankelijk"], "eerste": 1, "aantal": 3}}""")).IsDone();
        var (came, left) = (await server.ArriveAsync(), await server.ArriveAsync());
        await server.DoneAsync(left, "plaatsingen", "coa-medewerker", """{"datum": "2024-01-16", "opvanglocatie": 8411, "opvangvorm": "asielzoekerscentrum"}""");
        await server.DoneAsync(left, "verhuizingen", "coa-medewerker", """{"datum": "2024-02-20", "opvanglocatie": 8412, "opvangvorm": "asielzoekerscentrum"}""");
        await server.DoneAsync(came, "plaatsingen", "coa-medewerker", """{"datum": "2024-02-20", "opvanglocatie": 8411, "opvangvorm": "asielzoekerscentrum"}""");
        await server.DoneAsync(came, "incidenten", "coa-medewerker", """{"datum": "2024-02-20", "soort": "bedreiging", "ernst": "ernstig", "persoonGehoord": true}""");
        var before = server.Today;
        server.Today = Day.Of(2024, 2, 20);
        using var manager = new Official(server, "coa-locatiemanager", site: 8411);
        var page = await manager.GetAsync("/werk/locaties/8411");
        using var counsellor = new Official(server, "dtv-regievoerder");
        var outside = await counsellor.GetAsync("/werk/locaties/8411");
        server.Today = before;
        var words = Official.Words(page);
        Assert.Contains("Gekomen 1", words, StringComparison.Ordinal);
        Assert.Contains("Vertrokken 1", words, StringComparison.Ordinal);
        Assert.Contains($"zaak {left}", words, StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"/werk/zaken/{left}\"", page.Text, StringComparison.Ordinal); // Of another site now.
        Assert.Contains("3 van 3 vrij", words, StringComparison.Ordinal);
        Assert.Contains("Bedreiging", words, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Gekomen", outside.Text, StringComparison.Ordinal); // Never to who returns (red line 6).
        Assert.DoesNotContain("Incident", outside.Text, StringComparison.Ordinal);
        Assert.Equal("incident-recorded", EventCatalogue.Of(typeof(IncidentRecorded)).Name);
    }
}
