using System.Net;
using System.Text.RegularExpressions;
using Schakel.Chain;
using Schakel.Norms;
using Schakel.Store.Acts;
using Schakel.Web.Access;

namespace Schakel.Web.Workbench;

/// <summary>The head of a file tells each function what its work turns on, and not once more who it is.</summary>
public sealed partial class CaseHeadTests(ChainServer server) : IClassFixture<ChainServer>
{
    private async Task<Dictionary<string, string>> HeadAsync(string function, long file, Day on, int? site = null, int? municipality = null, bool isClient = false)
    {
        using var official = new Official(server, function, site: site, municipality: municipality, clients: isClient ? [file] : []);
        var before = server.Today;
        server.Today = on;
        try
        {
            var page = await official.GetAsync($"/werk/zaken/{file}");
            Assert.True(page.Status == HttpStatusCode.OK, $"{function} {page.Status}");
            return Marks().Matches(page.Text).ToDictionary(each => each.Groups[1].Value, each => Official.Words(page with { Text = each.Groups[2].Value }).Trim());
        }
        finally
        {
            server.Today = before;
        }
    }

    [Fact]
    public async Task Who_decides_sees_by_when_and_who_plans_sees_the_interview()
    {
        var file = await server.AwaitsDecisionAsync("ERI");
        var on = Day.Of(2024, 2, 1);
        var decides = await HeadAsync("ind-beslismedewerker", file, on);
        Assert.Equal("Beslissen uiterlijk", decides.Keys.First());
        Assert.Matches("20\\d\\d nog \\d+ (werk)?dagen", decides["Beslissen uiterlijk"]);
        Assert.Equal("Gehoor", (await HeadAsync("ind-planner", file, on)).Keys.First());
        Assert.Equal("Gehoor", (await HeadAsync("vluchtelingenwerk", file, on)).Keys.First());
        Assert.Contains("Beslissen uiterlijk", (await HeadAsync("advocaat", file, on, isClient: true)).Keys);
    }

    [Fact]
    public async Task Whose_claim_was_refused_has_the_appeal_period_before_the_lawyer_and_the_departure_before_who_returns()
    {
        var file = await server.AwaitsDecisionAsync("MAR");
        await server.DoneAsync(file, "voornemens", "ind-beslismedewerker", """{"datum": "2024-01-12"}""");
        await server.DoneAsync(file, "besluiten", "ind-beslismedewerker", """{"datum": "2024-03-01", "uitkomst": "ongegrond", "grond": "geen-grond-voor-vergunning"}""");
        Assert.Equal("Beroepstermijn", (await HeadAsync("advocaat", file, Day.Of(2024, 3, 5), isClient: true)).Keys.First());
        Assert.Equal("Vertrekken uiterlijk", (await HeadAsync("dtv-regievoerder", file, Day.Of(2024, 3, 5))).Keys.First());
        await server.DoneAsync(file, "beroepen", "aanvrager", """{"datum": "2024-03-12"}""", file);
        var court = await HeadAsync("rechtbank", file, Day.Of(2024, 3, 20));
        Assert.Equal("Uitspraak uiterlijk", court.Keys.First());
        Assert.Equal("Loopt sinds 12 maart 2024", court["Beroep"]);
    }

    [Fact]
    public async Task Who_receives_sees_the_site_and_the_move_that_is_announced()
    {
        await server.OpenSiteAsync(8801, 10, "asielzoekerscentrum");
        await server.OpenSiteAsync(8802, 10, "asielzoekerscentrum");
        var file = await server.ArriveAsync();
        await server.DoneAsync(file, "plaatsingen", "coa-medewerker", """{"datum": "2024-01-16", "opvanglocatie": 8801, "opvangvorm": "asielzoekerscentrum"}""");
        await server.DoneAsync(file, "verhuisaankondigingen", "coa-medewerker", """{"datum": "2024-01-20", "opvanglocatie": 8802, "dagenVooruit": 7}""");
        var head = await HeadAsync("coa-locatiemanager", file, Day.Of(2024, 1, 21), site: 8801);
        Assert.Equal(["Locatie", "Verhuizing"], head.Keys.Take(2));
        Assert.Equal("8801, asielzoekerscentrum", head["Locatie"]);
        Assert.StartsWith("Naar locatie 8802, 27 januari 2024", head["Verhuizing"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_finds_a_home_sees_by_when()
    {
        var file = await server.TakeOverAsync("wacht-op-woning", dates: ", \"beslisDatum\": \"2024-01-05\"");
        await server.DoneAsync(file, "koppelingen", "coa-medewerker", """{"datum": "2024-01-15", "gemeente": 363}""");
        var head = await HeadAsync("gemeente-huisvester", file, Day.Of(2024, 2, 1), municipality: 363);
        Assert.Contains("termijn", head.Keys.First(), StringComparison.Ordinal);
        Assert.Equal("Nog niet aangeboden", head["Woning"]);
    }

    [Fact] // A registrar read who it is twice, and when the person has to be registered nowhere.
    public async Task No_head_repeats_who_it_is_and_none_is_empty()
    {
        await server.OpenSiteAsync(8803, 10, "asielzoekerscentrum");
        var file = await server.ArriveAsync("2009-02-10", role: "alleenstaande-minderjarige");
        await server.DoneAsync(file, "plaatsingen", "coa-medewerker", """{"datum": "2024-01-16", "opvanglocatie": 8803, "opvangvorm": "asielzoekerscentrum"}""");
        await server.IdentifyAsync(file, "SYR", born: "2009-02-10");
        var looked = 0;
        foreach (var function in Function.All.Where(each => each.Reach is Reach.All or Reach.Team or Reach.Site or Reach.Clients && each.Stage == Stage.Always))
        {
            var head = await HeadAsync(function.Code, file, Day.Of(2024, 1, 20), site: function.Reach == Reach.Site ? 8803 : null, isClient: function.Reach == Reach.Clients);
            Assert.True(head.Count is > 0 and <= 4, $"{function.Code}: {string.Join(", ", head)}");
            Assert.DoesNotContain(head, each => each.Key is "V-nummer" or "Familienaam" or "Voornamen" || each.Value.Contains("Noor", StringComparison.Ordinal));
            looked++;
        }
        Assert.True(looked > 15, $"{looked}");
        Assert.Equal("10 februari 2027", (await HeadAsync("voogd", file, Day.Of(2024, 1, 20), isClient: true))["Wordt 18"]);
    }

    [Theory] // The log keeps the power by which somebody acted: a planner and who hears have the same one.
    [InlineData(OfficialRoles.HearingOfficer, "IND, horen en plannen, nr. 77")]
    [InlineData(OfficialRoles.ReceptionOfficer, "COA, nr. 77")]
    [InlineData(OfficialRoles.Judge, "rechtbank, nr. 77")]
    [InlineData(OfficialRoles.DecisionOfficer, "Beslismedewerker IND, nr. 77")]
    [InlineData(OfficialRoles.LabourOfficer, "Medewerker werkvergunningen UWV, nr. 77")]
    public void An_act_is_told_to_be_of_no_other_function_than_the_log_knows(OfficialRoles role, string told)
    {
        using var official = new Official(server, "avim-registreerder");
        var visit = new WorkVisit(new Microsoft.AspNetCore.Http.DefaultHttpContext(), new Portal.Speaking.Speech(Portal.Speaking.PortalLanguage.Official), server.Today, false, official.Caller);
        Assert.Equal(told, Cases.Doers.NameOf(visit, Doer.Of(new(77, role))));
    }

    [GeneratedRegex("<li data-kenmerk><span class=\"quiet\">([^<]*)</span>(.*?)</li>", RegexOptions.Singleline)]
    private static partial Regex Marks();
}
