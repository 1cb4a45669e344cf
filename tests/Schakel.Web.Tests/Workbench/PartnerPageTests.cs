using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Norms;
using Schakel.Web.Access;

namespace Schakel.Web.Workbench;

/// <summary>What the return service, the court, a guardian and supervisors open in the morning. Each test looks on days of its own, as counts stand for some minutes.</summary>
public sealed class PartnerPageTests(ChainServer server) : IClassFixture<ChainServer>
{
    private async Task<Reply> LookAsync(Official official, string path, Day on)
    {
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        var before = server.Today;
        server.Today = on;
        try
        {
            return await official.GetAsync(path);
        }
        finally
        {
            server.Today = before;
        }
    }

    private async Task<int> RefusedAsync(string country = "MAR", string intention = "2024-01-12", string decision = "2024-03-01")
    {
        var file = await server.AwaitsDecisionAsync(country);
        await server.DoneAsync(file, "voornemens", "ind-beslismedewerker", $$"""{"datum": "{{intention}}"}""");
        await server.DoneAsync(file, "besluiten", "ind-beslismedewerker", $$"""{"datum": "{{decision}}", "uitkomst": "ongegrond", "grond": "geen-grond-voor-vergunning"}""");
        return file;
    }

    private static IReadOnlyList<string> CellsOf(Reply page, string key) =>
        [.. Regex.Matches(Regex.Match(page.Text, $"data-sleutel=\"{key}\".*?</tr>", RegexOptions.Singleline).Value, "class=\"number\">(.*?)</td>", RegexOptions.Singleline)
            .Select(each => Regex.Replace(each.Groups[1].Value, "<[^>]*>", "").Trim())];

    [Fact]
    public async Task The_return_service_counts_its_files_by_country_and_by_the_three_conditions()
    {
        var files = new List<int>();
        for (var i = 0; i < 3; i++)
        {
            files.Add(await server.TakeOverAsync("terugkeer"));
            await server.IdentifyAsync(files[i], "DZA", family: "Landkenmerk");
        }
        foreach (var (resource, json) in new[] { ("reisdocumentaanvragen", """{"datum": "2024-01-15"}"""), ("nationaliteitsbevestigingen", """{"datum": "2024-01-16"}"""), ("terugnametoezeggingen", """{"datum": "2024-01-17"}""") })
        {
            await server.DoneAsync(files[0], resource, "dtv-regievoerder", json);
        }
        using var counsellor = new Official(server, "dtv-regievoerder", number: 7101);
        var page = await LookAsync(counsellor, "/werk/terugkeer", Day.Of(2024, 2, 1));
        Assert.Equal(["3", "1", "3", "3", "1"], CellsOf(page, "DZA")); // Files, agreed, nothing in the way, available, all three.
        Assert.DoesNotContain("Landkenmerk", page.Text, StringComparison.Ordinal); // Of a nationality people are counted, never listed.
        await server.DoneAsync(files[1], "regievoerders", "dtv-regievoerder", """{"datum": "2024-01-18", "regievoerder": {"nummer": 7101, "rol": "dtv-regievoerder"}}""");
        var mine = await LookAsync(counsellor, "/werk/terugkeer?van=mij", Day.Of(2024, 2, 2));
        Assert.Equal(["1", "0", "1", "1", "0"], CellsOf(mine, "DZA"));
    }

    [Fact]
    public async Task Whose_departure_period_runs_out_stands_on_the_page_of_return_with_the_day_and_the_look_is_recorded()
    {
        var file = await RefusedAsync();
        using var counsellor = new Official(server, "dtv-regievoerder", number: 7102);
        var page = await LookAsync(counsellor, "/werk/terugkeer", Day.Of(2024, 3, 20));
        Assert.Contains($"href=\"/werk/zaken/{file}\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("2 april 2024", Official.Words(page), StringComparison.Ordinal);
        var (_, looks) = server.App.Services.GetRequiredService<LookLog>().Of(file, 0, 50);
        Assert.Contains(looks, each => each is { Function: "dtv-regievoerder", Number: 7102, With: "/werk/terugkeer", Refused: false });
        Assert.DoesNotContain($"href=\"/werk/zaken/{file}\"", (await LookAsync(counsellor, "/werk/terugkeer", Day.Of(2024, 2, 20))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_court_sees_sessions_interim_relief_and_appeals_that_were_lodged()
    {
        var (appealed, waits) = (await RefusedAsync(), await server.TakeOverAsync("wacht-op-uitspraak"));
        await server.DoneAsync(appealed, "beroepen", "aanvrager", """{"datum": "2024-03-12"}""", appealed);
        await server.DoneAsync(appealed, "verzoeken-voorlopige-voorziening", "aanvrager", """{"datum": "2024-03-13"}""", appealed);
        await server.DoneAsync(waits, "zittingsbepalingen", "griffier", """{"datum": "2024-03-14", "zittingsDatum": "2024-04-09"}""");
        using var judge = new Official(server, "rechtbank", number: 7103);
        var page = await LookAsync(judge, "/werk/rechtbank", Day.Of(2024, 3, 19));
        Assert.Contains($"href=\"/werk/zaken/{waits}\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("9 april 2024", Official.Words(page), StringComparison.Ordinal);
        Assert.Contains($"href=\"/werk/zaken/{appealed}\"", page.Text, StringComparison.Ordinal);
        Assert.Matches("2024-03-11\">11 maart 2024</time></th>\\s*<td class=\"number\"><strong>[1-9]", page.Text);
        Assert.Contains("/werk?stand=alles&amp;stap=rule-on-interim-relief", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decisions_that_may_be_appealed_are_a_number_by_week_and_no_small_one()
    {
        for (var i = 0; i < 2; i++)
        {
            await RefusedAsync("EGY", "2024-05-01", "2024-06-10");
        }
        using var court = new Official(server, "rechtbank");
        var few = await LookAsync(court, "/werk/rechtbank", Day.Of(2024, 6, 11));
        Assert.Matches("8 juli 2024</time></th>\\s*<td class=\"number\">\\s*<span class=\"quiet\">niet te tonen", few.Text);
        for (var i = 0; i < 4; i++)
        {
            await RefusedAsync("EGY", "2024-05-01", "2024-06-10");
        }
        Assert.Matches("8 juli 2024</time></th>\\s*<td class=\"number\"><strong>6<", (await LookAsync(court, "/werk/rechtbank", Day.Of(2024, 6, 12))).Text);
    }

    [Fact]
    public async Task A_guardian_sees_own_wards_alone_with_age_who_turns_eighteen_and_where_they_stay()
    {
        var (mine, others) = (await server.ArriveAsync("2008-02-10", role: "alleenstaande-minderjarige"), await server.ArriveAsync("2009-02-10", role: "alleenstaande-minderjarige"));
        using var guardian = new Official(server, "voogd", clients: mine);
        var page = await LookAsync(guardian, "/werk/pupillen", Day.Of(2025, 10, 2));
        var words = Official.Words(page);
        Assert.Contains($"href=\"/werk/zaken/{mine}\"", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"/werk/zaken/{others}\"", page.Text, StringComparison.Ordinal);
        Assert.Equal(["17"], CellsOf(page, Official.Plain(mine)));
        Assert.Contains("10 februari 2026", words, StringComparison.Ordinal);
        Assert.Contains("binnen een half jaar", words, StringComparison.Ordinal);
        Assert.Contains("nog niet benoemd", words, StringComparison.Ordinal);
        Assert.Contains("Kinderen in de keten zonder voogd minder dan 5", words, StringComparison.Ordinal);
        using var nobody = new Official(server, "voogd", number: 7104);
        Assert.Contains("U bent nu van niemand voogd", (await LookAsync(nobody, "/werk/pupillen", Day.Of(2025, 10, 2))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guardian_sees_first_who_is_missing_and_whose_age_is_disputed()
    {
        var (here, gone, doubted) = (await server.ArriveAsync("2008-03-10", role: "alleenstaande-minderjarige"), await server.ArriveAsync("2009-03-10", role: "alleenstaande-minderjarige"),
            await server.ArriveAsync("2008-08-10", role: "alleenstaande-minderjarige"));
        await server.DoneAsync(gone, "mob-vaststellingen", "avim-registreerder", """{"datum": "2024-01-20", "uitOpvang": false}""");
        await server.DoneAsync(doubted, "leeftijdstwijfels", "avim-registreerder", """{"datum": "2024-01-20", "indruk": "evident-meerderjarig"}""");
        using var guardian = new Official(server, "voogd", 7105, clients: [here, gone, doubted]);
        var page = await LookAsync(guardian, "/werk/pupillen", Day.Of(2025, 10, 3));
        Assert.Equal([gone, here, doubted], Regex.Matches(page.Text, "<tr data-sleutel=\"([0-9]+)\"").Select(each => int.Parse(each.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)));
        var words = Official.Words(page);
        Assert.Contains("Vermist 1 Leeftijd betwist 1", words, StringComparison.Ordinal);
        Assert.Contains("vermist sinds 20 januari 2024", words, StringComparison.Ordinal);
        Assert.Equal(1, Regex.Count(words, "telt als kind tot een besluit"));
        await server.DoneAsync(doubted, "leeftijdsvaststellingen", "ind-hoormedewerker", """{"datum": "2024-01-25", "geboren": "2008-08-10", "grondslag": "voordeel-van-de-twijfel"}""");
        Assert.Contains("Leeftijd betwist 0", Official.Words(await LookAsync(guardian, "/werk/pupillen", Day.Of(2025, 10, 3))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supervisor_sees_numbers_by_municipality_and_none_that_would_tell_of_few()
    {
        async Task LinkAsync(int municipality, int many)
        {
            for (var i = 0; i < many; i++)
            {
                var file = await server.TakeOverAsync("wacht-op-woning");
                await server.DoneAsync(file, "koppelingen", "coa-medewerker", $$"""{"datum": "2024-01-15", "gemeente": {{municipality}}}""");
            }
        }
        await LinkAsync(7401, 6);
        await LinkAsync(7402, 7);
        await LinkAsync(7403, 2);
        using var supervisor = new Official(server, "provincie-toezichthouder");
        var page = await LookAsync(supervisor, "/werk/cijfers", Day.Of(2024, 2, 3));
        Assert.Equal(["niet te tonen", "niet te tonen", "7"], new[] { 7401, 7403, 7402 }.Select(each => CellsOf(page, $"g{each}")[0])); // The smallest other one goes with it.
        Assert.Equal("15", CellsOf(page, "g")[0]);
        Assert.DoesNotContain("/werk/zaken/", page.Text, StringComparison.Ordinal);
        using var officer = new Official(server, "gemeente-huisvester", municipality: 7401);
        Assert.Equal(HttpStatusCode.NotFound, (await LookAsync(officer, "/werk/cijfers", Day.Of(2024, 2, 3))).Status);
    }

    [Fact]
    public async Task Broken_norms_are_counted_by_week_and_a_week_with_few_is_not_told()
    {
        string[] standards = ["huisvesting", "privacy", "zorg", "school", "spelen", "koken", "kwetsbaren", "veiligheid"];
        async Task BreakAsync(int site, string day, params string[] of)
        {
            foreach (var standard in of)
            {
                (await server.ActAsync($"opvanglocaties/{site}", "bevindingen", "coa-medewerker",
                    $$$"""{"datum": "2024-08-01", "bevinding": {"opvangnorm": "{{{standard}}}", "opDatum": "2024-08-01", "herstelVoorDatum": "2024-08-10"}}""")).IsDone();
                (await server.ActAsync($"opvanglocaties/{site}", "herstellingen", "coa-medewerker", $$"""{"datum": "{{day}}", "opvangnorm": "{{standard}}", "opDatum": "{{day}}"}""")).IsDone();
            }
        }
        await server.OpenSiteAsync(7411, 10, "asielzoekerscentrum");
        await server.OpenSiteAsync(7412, 10, "asielzoekerscentrum");
        await BreakAsync(7411, "2024-09-03", standards[..6]);
        await BreakAsync(7412, "2024-09-10", standards[..7]);
        await BreakAsync(7411, "2024-09-17", standards[6..]);
        using var inspector = new Official(server, "inspecteur");
        var page = await LookAsync(inspector, "/werk/cijfers", Day.Of(2024, 10, 4));
        Assert.Matches("9 september 2024</time></th>\\s*<td class=\"number\"><strong>7<", page.Text);
        Assert.Matches("16 september 2024</time></th>\\s*<td class=\"number\">\\s*<span class=\"quiet\">niet te tonen", page.Text);
        Assert.Matches("2 september 2024</time></th>\\s*<td class=\"number\">\\s*<span class=\"quiet\">niet te tonen", page.Text); // Or the month would tell it.
    }
}
