using System.Net;
using System.Text.Json.Nodes;

namespace Schakel.Web;

/// <summary>The policy on countries over HTTP: made by who owns it, read by all who work in the chain, and stood on by files.</summary>
public sealed class CountryPolicyTests(ChainServer server) : IClassFixture<ChainServer>
{
    private const string Officer = "ind-beleidsmedewerker";
    private const string Moratorium = """{"datum": "2024-01-10", "soort": "besluitmoratorium", "vanDatum": "2024-01-10", "totDatum": "2024-12-31", "categorie": "Vreemdelingen uit dit land", "publicatie": "Stcrt. 2024, 2"}""";

    private async Task<int> AwaitsDecisionAsync(string country)
    {
        var reply = await server.SendAsync(HttpMethod.Post, "/overnames", "gegevensbeheerder", JsonNode.Parse(
            """{"datum": "2024-01-10", "geboren": "1990-05-01", "rol": "hoofdpersoon", "fase": "wacht-op-besluit", "data": {"indieningsDatum": "2023-09-01"}, "opvangvorm": "asielzoekerscentrum"}"""));
        Assert.True(reply.Status == HttpStatusCode.Created, reply.Text);
        var file = int.Parse(reply.Location!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        (await server.ActAsync($"zaken/{file}", "identiteiten", "avim-registreerder",
            $$$"""{"datum": "2024-01-11", "identiteit": {"namen": {"familienaam": "Noor", "voornamen": "Sami"}, "geboren": "1990-05-01", "nationaliteit": "{{{country}}}", "taal": "ara"}, "bron": "eigen-verklaring"}""")).IsDone();
        return file;
    }

    private Task<Reply> AdoptAsync(string country, int version, string from) => server.ActAsync($"landen/{country}", "beleidsversies", Officer,
        $$"""{"datum": "2024-01-10", "versie": {{version}}, "ingangsDatum": "{{from}}", "publicatie": "Stcrt. {{version}}"}""");

    private Task<Reply> ApplyAsync(int file, string country, string of = "2024-01-10", string until = "2024-12-31") => server.ActAsync($"zaken/{file}", "moratoria", "ind-beslismedewerker",
        $$$"""{"datum": "2024-01-15", "soort": "besluitmoratorium", "beleid": {"land": "{{{country}}}", "vanDatum": "{{{of}}}"}, "totDatum": "{{{until}}}"}""");

    [Fact]
    public async Task Policy_is_read_now_and_as_on_a_date()
    {
        (await server.GetAsync("/landen/AFG", "ind-beslismedewerker")).IsProblem(404);
        var first = (await AdoptAsync("AFG", 1, "2023-01-01")).IsDone();
        Assert.Equal("/api/v1/landen/AFG/gebeurtenissen/1", first.Location);
        (await AdoptAsync("AFG", 2, "2024-01-10")).IsDone();
        (await AdoptAsync("AFG", 2, "2024-05-01")).IsRefused("policy.not-the-next-version");

        foreach (var (on, version) in ((string, int?)[])[("2022-12-31", null), ("2024-01-09", 1), ("2024-01-10", 2)])
        {
            var asked = await server.GetAsync($"/landen/AFG?op={on}", "gemeente-huisvester");
            Assert.Equal(HttpStatusCode.OK, asked.HasHeaders().Status);
            Assert.Equal(version, asked.Json["beleid"]?["versie"]!.GetValue<int>());
            Assert.Equal("\"2\"", asked.ETag);
        }
        Assert.Equal(2, (await server.GetAsync("/landen/AFG", "advocaat", clients: "1")).Json["beleid"]!["versie"]!.GetValue<int>());
        (await server.GetAsync("/landen/AFG?op=gisteren", "ind-beslismedewerker")).IsProblem(400);
        (await server.GetAsync("/landen/afg", "ind-beslismedewerker")).IsProblem(404);
        (await server.GetAsync("/landen/AFG", "aanvrager", number: 1)).IsProblem(404);
        Assert.Equal(["country-policy-adopted", "country-policy-adopted"],
            (await server.GetAsync("/landen/AFG/gebeurtenissen", "planner")).Json["resultaten"]!.AsArray().Select(each => each!["soort"]!.GetValue<string>()));
        Assert.Equal("Stcrt. 2", (await server.GetAsync("/landen/AFG/gebeurtenissen/2", "planner")).Json["gegevens"]!["publicatie"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("ind-beslismedewerker")]
    [InlineData("advocaat")]
    [InlineData("planner")]
    public async Task Only_who_owns_policy_makes_it(string function) =>
        (await server.ActAsync("landen/IRN", "moratoria", function, Moratorium, clients: function == "advocaat" ? "1" : null)).IsProblem(403);

    [Fact]
    public async Task Of_two_who_saw_the_same_policy_one_is_told_and_a_key_is_used_once()
    {
        (await AdoptAsync("ERI", 1, "2023-01-01")).IsDone();
        var body = JsonNode.Parse("""{"datum": "2024-01-10", "ambtsbericht": {"kenmerk": "AAB 1", "publicatieDatum": "2023-11-01", "bron": "BZ"}}""");
        (await server.SendAsync(HttpMethod.Post, "/landen/ERI/ambtsberichten", Officer, body)).IsProblem(428);
        var key = Keys.Next();
        (await server.SendAsync(HttpMethod.Post, "/landen/ERI/ambtsberichten", Officer, body, version: 1, key: key)).IsDone();
        Assert.Equal("true", (await server.SendAsync(HttpMethod.Post, "/landen/ERI/ambtsberichten", Officer, body, version: 1, key: key)).IsDone().Headers["Idempotency-Replayed"]);
        (await server.SendAsync(HttpMethod.Post, "/landen/ERI/ambtsberichten", Officer, body, version: 1)).IsProblem(412);
        (await server.SendAsync(HttpMethod.Post, "/landen/ERI/ambtsberichten", Officer, body, version: 2)).IsRefused("country-report.known");
    }

    [Fact]
    public async Task A_file_falls_under_a_moratorium_as_it_was_imposed_and_a_decision_rests_on_policy()
    {
        var (file, other) = (await AwaitsDecisionAsync("SDN"), await AwaitsDecisionAsync("SYR"));
        (await ApplyAsync(file, "SDN")).IsRefused("moratorium.not-imposed");
        (await server.ActAsync("landen/SDN", "moratoria", Officer, Moratorium)).IsDone();
        (await ApplyAsync(other, "SDN")).IsRefused("policy.other-country");
        (await ApplyAsync(file, "SDN", until: "2025-01-01")).IsRefused("moratorium.beyond-policy");
        (await ApplyAsync(file, "SDN")).IsDone();

        var before = server.Today;
        server.Today = Norms.Day.Of(2024, 1, 20); // Steps are those of the day one looks.
        var step = Assert.Single((await server.GetAsync("/landen/SDN/volgende-stappen", Officer)).Json.AsArray())!;
        Assert.Equal(("reassess-moratorium", "2024-07-10", "moratorium.review"), (step["code"]!.GetValue<string>(), step["uiterlijkeDatum"]!.GetValue<string>(), step["norm"]!.GetValue<string>()));
        (await server.ActAsync("landen/SDN", "moratorium-eindes", Officer, """{"datum": "2024-01-16", "soort": "besluitmoratorium", "vanDatum": "2024-01-10", "publicatie": "Stcrt. 3"}""")).IsDone();
        Assert.Equal("lift-moratorium-in-files", Assert.Single((await server.GetAsync("/landen/SDN/volgende-stappen", Officer)).Json.AsArray())!["code"]!.GetValue<string>());
        Assert.Contains("lift-decision-moratorium", (await server.GetAsync($"/zaken/{file}/volgende-stappen", "ind-beslismedewerker")).Text, StringComparison.Ordinal); // Nobody was lifted by it.

        server.Today = before;
        (await AdoptAsync("SDN", 1, "2023-01-01")).IsDone();
        (await server.ActAsync($"zaken/{file}", "besluiten", "ind-beslismedewerker", """{"datum": "2024-01-17", "uitkomst": "inwilliging-vluchteling", "beleid": {"land": "SDN", "vanDatum": "2022-01-01"}}"""))
            .IsRefused("policy.other-version");
        (await server.ActAsync($"zaken/{file}", "besluiten", "ind-beslismedewerker", """{"datum": "2024-01-17", "uitkomst": "inwilliging-vluchteling"}""")).IsDone();
        var decided = (await server.GetAsync($"/zaken/{file}/gebeurtenissen", "ind-beslismedewerker")).Json["resultaten"]!.AsArray().Single(each => each!["soort"]!.GetValue<string>() == "application-decided")!;
        Assert.Equal("2023-01-01", decided["gegevens"]!["beleid"]!["vanDatum"]!.GetValue<string>());
    }

    [Fact] // Of fewer than five nothing is told, also by subtraction.
    public async Task How_many_it_is_about_is_told_to_who_makes_and_applies_it()
    {
        (await server.GetAsync("/landen/YEM/reikwijdte", Officer)).IsProblem(404);
        for (var i = 0; i < 4; i++)
        {
            await AwaitsDecisionAsync("YEM");
        }
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        var few = (await server.GetAsync("/landen/YEM/reikwijdte", Officer)).Json;
        Assert.Null(few["openZaken"]);
        Assert.Null(few["beslistermijnen"]!["overig"]);
        for (var i = 0; i < 3; i++)
        {
            await AwaitsDecisionAsync("YEM");
        }
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        var many = (await server.GetAsync("/landen/YEM/reikwijdte", "ind-beslismedewerker")).Json;
        Assert.Equal((7, 7, 0), (many["openZaken"]!.GetValue<int>(), many["beslistermijnen"]!["overig"]!.GetValue<int>(), many["beslistermijnen"]!["onderMoratorium"]!.GetValue<int>()));
        (await server.GetAsync("/landen/YEM/reikwijdte", "planner")).IsProblem(403);
    }

    [Fact]
    public async Task A_work_instruction_is_adopted_after_consultation()
    {
        async Task<Reply> Do(string resource, string json) => await server.ActAsync("landen/SOM", resource, Officer, json);
        (await Do("uitspraken", """{"datum": "2024-01-10", "uitspraak": {"ecli": "ECLI:NL:RVS:2023:1234", "gerecht": "Afdeling bestuursrechtspraak", "uitspraakDatum": "2023-06-01", "gevolg": "Per regio"}}""")).IsDone();
        (await Do("werkinstructies", """{"datum": "2024-01-10", "titel": "Somalië", "bron": "uitspraak", "kenmerk": "ECLI:NL:RVS:2023:1234"}""")).IsDone();
        (await Do("werkinstructie-vaststellingen", """{"datum": "2024-01-10", "werkinstructie": 1, "ingangsDatum": "2024-01-11"}""")).IsRefused("work-instruction.not-consulted");
        (await Do("adviesaanvragen", """{"datum": "2024-01-10", "werkinstructie": 1, "partner": "vluchtelingenwerk"}""")).IsDone();
        (await Do("adviezen", """{"datum": "2024-01-10", "werkinstructie": 1, "partner": "vluchtelingenwerk", "antwoord": "Akkoord"}""")).IsDone();
        (await Do("werkinstructie-vaststellingen", """{"datum": "2024-01-10", "werkinstructie": 1, "ingangsDatum": "2024-01-11"}""")).IsDone();
        foreach (var (on, holds) in ((string, bool)[])[("2024-01-10", false), ("2024-01-11", true)])
        {
            Assert.Equal(holds, (await server.GetAsync($"/landen/SOM?op={on}", "coa-medewerker")).Json["werkinstructies"]![0]!["geldt"]!.GetValue<bool>());
        }
        (await Do("werkinstructie-intrekkingen", """{"datum": "2024-01-12", "werkinstructie": 1, "bevindingen": "Vervangen"}""")).IsDone();
        Assert.Equal("ingetrokken", (await server.GetAsync("/landen/SOM", "coa-medewerker")).Json["werkinstructies"]![0]!["stand"]!.GetValue<string>());
    }
}
