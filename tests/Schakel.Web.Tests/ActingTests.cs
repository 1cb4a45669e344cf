using System.Net;
using System.Text.Json.Nodes;

namespace Schakel.Web;

/// <summary>Acts over HTTP: done once, on what was seen, by whom the law empowers, and refused with the norm.</summary>
public sealed class ActingTests(ChainServer server) : IClassFixture<ChainServer>
{
    [Fact]
    public async Task A_person_arrives_and_gets_a_file()
    {
        var file = await server.ArriveAsync();
        var reply = await server.GetAsync($"/zaken/{file}", "ind-beslismedewerker");
        Assert.Equal(HttpStatusCode.OK, reply.HasHeaders().Status);
        Assert.Equal(file, reply.Json["nummer"]!.GetValue<int>());
        Assert.Equal("\"1\"", reply.ETag);
        Assert.Equal("hier", reply.Json["aanwezigheid"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task The_same_key_opens_one_file()
    {
        var key = Keys.Next();
        var body = """{"datum": "2024-01-15", "geboren": "1990-05-01", "rol": "hoofdpersoon", "aanmeldcentrum": 1, "aanDeGrens": false}""";
        var both = await Task.WhenAll(
            server.SendAsync(HttpMethod.Post, "/aankomsten", "avim-registreerder", JsonNode.Parse(body), key: key),
            server.SendAsync(HttpMethod.Post, "/aankomsten", "avim-registreerder", JsonNode.Parse(body), key: key));
        Assert.Equal(both[0].IsDone().Location, both[1].IsDone().Location);
        var other = await server.SendAsync(HttpMethod.Post, "/aankomsten", "avim-registreerder", JsonNode.Parse(body.Replace("1990", "1991", StringComparison.Ordinal)), key: key);
        other.IsRefused("act.key-used-otherwise");
    }

    [Fact]
    public async Task Many_who_arrive_at_once_get_files_and_households_of_their_own()
    {
        var files = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => server.ArriveAsync()));
        Assert.Equal(20, files.Distinct().Count());
        var households = new HashSet<int>();
        foreach (var file in files)
        {
            households.Add((await server.GetAsync($"/zaken/{file}", "ind-beslismedewerker")).Json["gezin"]!["huishouden"]!.GetValue<int>());
        }
        Assert.Equal(20, households.Count);
    }

    [Fact]
    public async Task A_stale_version_is_refused_with_the_present_one()
    {
        var file = await server.ArriveAsync();
        var body = """{"aanmeldcentrum": 1, "heeftReisdocument": false}""";
        (await server.ActAsync($"zaken/{file}", "identificaties", "avim-registreerder", body)).IsDone();
        var stale = await server.SendAsync(HttpMethod.Post, $"/zaken/{file}/aanvragen", "ind-hoormedewerker", JsonNode.Parse("""{"volgnummer": 1}"""), version: 1);
        Assert.NotEqual("\"1\"", stale.IsProblem(412).ETag);
        var without = await server.SendAsync(HttpMethod.Post, $"/zaken/{file}/aanvragen", "ind-hoormedewerker", JsonNode.Parse("""{"volgnummer": 1}"""));
        without.IsProblem(428);
    }

    [Fact]
    public async Task Sent_twice_an_act_is_done_once()
    {
        var file = await server.ArriveAsync();
        var key = Keys.Next();
        var body = JsonNode.Parse("""{"aanmeldcentrum": 1, "heeftReisdocument": false}""");
        var first = await server.SendAsync(HttpMethod.Post, $"/zaken/{file}/identificaties", "avim-registreerder", body, version: 1, key: key);
        var again = await server.SendAsync(HttpMethod.Post, $"/zaken/{file}/identificaties", "avim-registreerder", body, version: 1, key: key);
        Assert.Equal(first.IsDone().Text, again.IsDone().Text);
        Assert.Equal("true", again.Headers["Idempotency-Replayed"]);
        Assert.DoesNotContain("Idempotency-Replayed", first.Headers.Keys);
    }

    [Fact]
    public async Task Without_a_key_nothing_is_done()
    {
        var file = await server.ArriveAsync();
        var reply = await server.SendAsync(
            HttpMethod.Post, $"/zaken/{file}/identificaties", "avim-registreerder", JsonNode.Parse("{}"), version: 1, change: request => request.Headers.Remove("Idempotency-Key"));
        reply.IsProblem(400);
    }

    [Fact]
    public async Task All_faults_of_a_body_are_told_at_once()
    {
        var file = await server.ArriveAsync();
        var reply = await server.ActAsync($"zaken/{file}", "identificaties", "avim-registreerder", """{"aanmeldcentrum": "een", "onbekend": 1, "datum": "2024-02-30"}""");
        var fields = reply.IsProblem(400).Json["velden"]!.AsObject().Select(each => each.Key);
        Assert.Equal(["aanmeldcentrum", "datum", "heeftReisdocument", "onbekend"], fields);
    }

    [Fact]
    public async Task A_function_without_the_power_is_refused_before_anything_else()
    {
        var file = await server.ArriveAsync();
        (await server.ActAsync($"zaken/{file}", "besluiten", "coa-medewerker", """{"uitkomst": "ongegrond"}""")).IsProblem(403);
        (await server.ActAsync($"zaken/{file}", "besluiten", "aanvrager", """{"uitkomst": "ongegrond"}""", number: file)).IsProblem(403);
    }

    [Fact]
    public async Task Steps_in_the_wrong_order_are_refused_with_the_norm()
    {
        var file = await server.ArriveAsync();
        var reply = await server.ActAsync($"zaken/{file}", "besluiten", "ind-beslismedewerker", """{"datum": "2024-02-01", "uitkomst": "ongegrond"}""");
        Assert.False(string.IsNullOrEmpty(reply.IsProblem(409).Json["norm"]!.GetValue<string>()));
        Assert.StartsWith("urn:schakel:weigering:", reply.Json["type"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_future_day_is_refused() =>
        (await server.ActAsync($"zaken/{await server.ArriveAsync()}", "identificaties", "avim-registreerder",
            """{"datum": "2031-01-01", "aanmeldcentrum": 1, "heeftReisdocument": false}""")).IsRefused("act.in-the-future");

    [Fact]
    public async Task A_V_number_with_a_wrong_check_digit_is_refused()
    {
        var file = await server.ArriveAsync();
        (await server.ActAsync($"zaken/{file}", "identificaties", "avim-registreerder", """{"aanmeldcentrum": 1, "heeftReisdocument": false}""")).IsDone();
        var wrong = await server.ActAsync($"zaken/{file}", "v-nummers", "avim-registreerder", """{"nummer": "9000000001"}""");
        Assert.NotEmpty(wrong.IsProblem(409).Code!);
        (await server.ActAsync($"zaken/{file}", "v-nummers", "avim-registreerder", $$"""{"nummer": "{{Chain.Registration.VNumber.Synthetic(5)}}"}""")).IsDone();
    }

    [Fact]
    public async Task A_full_site_takes_nobody_in()
    {
        await server.OpenSiteAsync(901, 1, "asielzoekerscentrum");
        var body = """{"datum": "2024-01-16", "opvanglocatie": 901, "opvangvorm": "asielzoekerscentrum"}""";
        (await server.ActAsync($"zaken/{await server.ArriveAsync()}", "plaatsingen", "coa-medewerker", body)).IsDone();
        (await server.ActAsync($"zaken/{await server.ArriveAsync()}", "plaatsingen", "coa-medewerker", body)).IsProblem(409);
    }

    [Fact]
    public async Task A_minor_goes_into_no_border_detention()
    {
        var reply = await server.SendAsync(HttpMethod.Post, "/aankomsten", "kmar-grenswachter", JsonNode.Parse(
            """{"datum": "2024-01-15", "geboren": "2012-05-01", "rol": "alleenstaande-minderjarige", "aanmeldcentrum": 1, "aanDeGrens": true}"""));
        var file = reply.IsDone().Location!.Split('/')[^1];
        Assert.NotEmpty((await server.ActAsync($"zaken/{file}", "toegangsweigeringen", "kmar-grenswachter", """{"datum": "2024-01-15"}""")).IsProblem(409).Code!);
    }

    [Fact]
    public async Task A_family_moves_whole_or_not_at_all()
    {
        await server.OpenSiteAsync(911, 10, "centrale-ontvangstlocatie");
        await server.OpenSiteAsync(912, 1, "asielzoekerscentrum");
        var father = await server.ArriveAsync("1984-02-11");
        var household = (await server.GetAsync($"/zaken/{father}", "coa-medewerker")).Json["gezin"]!["huishouden"]!.GetValue<int>();
        var child = await server.ArriveAsync("2012-06-30", $", \"huishouden\": {household}");
        (await server.ActAsync($"huishoudens/{household}", "plaatsingen", "coa-medewerker",
            """{"datum": "2024-01-16", "opvanglocatie": 911, "opvangvorm": "centrale-ontvangstlocatie"}""")).IsDone();
        (await server.ActAsync($"huishoudens/{household}", "verhuizingen", "coa-medewerker",
            """{"datum": "2024-01-20", "opvanglocatie": 912, "opvangvorm": "asielzoekerscentrum"}""")).IsProblem(409);
        foreach (var member in new[] { father, child })
        {
            Assert.Equal(911, (await server.GetAsync($"/zaken/{member}", "coa-medewerker")).Json["opvang"]!["opvanglocatie"]!.GetValue<int>());
        }
    }

    [Fact]
    public async Task Two_files_of_one_person_are_merged_and_a_wrong_merge_is_undone()
    {
        var (one, two) = (await server.ArriveAsync(), await server.ArriveAsync());
        (await server.ActAsync($"zaken/{two}", "samenvoegingen", "gegevensbeheerder", $$"""{"doorgaandeZaak": {{one}}, "grond": "vingerafdrukken"}""")).IsDone();
        (await server.ActAsync($"zaken/{two}", "identificaties", "avim-registreerder", """{"aanmeldcentrum": 1, "heeftReisdocument": false}""")).IsRefused("file.merged");
        (await server.ActAsync($"zaken/{two}", "splitsingen", "gegevensbeheerder", """{"vergissing": "twee-personen"}""")).IsDone();
        (await server.ActAsync($"zaken/{two}", "identificaties", "avim-registreerder", """{"aanmeldcentrum": 1, "heeftReisdocument": false}""")).IsDone();
    }

    [Fact]
    public async Task What_lies_ahead_is_told_to_who_has_to_do_it()
    {
        var file = await server.ArriveAsync(day: "2025-09-20");
        (await server.ActAsync($"zaken/{file}", "identificaties", "avim-registreerder", """{"datum": "2025-09-21", "aanmeldcentrum": 1, "heeftReisdocument": false}""")).IsDone();
        (await server.ActAsync($"zaken/{file}", "aanvragen", "ind-hoormedewerker", """{"datum": "2025-09-22", "volgnummer": 1}""")).IsDone();
        var hearing = await server.GetAsync($"/zaken/{file}/volgende-stappen", "ind-hoormedewerker");
        var applicant = await server.GetAsync($"/zaken/{file}/volgende-stappen", "aanvrager", number: file);
        Assert.Contains(hearing.HasHeaders().Json.AsArray(), each => each!["code"]!.GetValue<string>() == "confirm-track");
        Assert.True(applicant.Json.AsArray().Count > hearing.Json.AsArray().Count);
        Assert.NotEmpty((await server.GetAsync($"/zaken/{file}/termijnen", "ind-hoormedewerker")).Json.AsArray());
        Assert.NotEmpty((await server.GetAsync($"/zaken/{file}/rechten", "coa-medewerker")).Json.AsArray());
        (await server.GetAsync($"/zaken/{file}/rechten", "avim-registreerder")).IsProblem(403);
        var work = await server.GetAsync("/werkvoorraden/ind-hoormedewerker?paginaGrootte=100", "ind-hoormedewerker");
        Assert.NotEmpty(work.HasHeaders().Json["resultaten"]!.AsArray());
        (await server.GetAsync("/werkvoorraden/ind-beslismedewerker", "ind-hoormedewerker")).IsProblem(403);
    }

    [Fact]
    public async Task A_person_is_found_by_V_number_and_by_nobody_outside_the_chain()
    {
        var file = await server.ArriveAsync();
        var number = Chain.Registration.VNumber.Synthetic(4711).ToString();
        (await server.ActAsync($"zaken/{file}", "identificaties", "avim-registreerder", """{"aanmeldcentrum": 1, "heeftReisdocument": false}""")).IsDone();
        (await server.ActAsync($"zaken/{file}", "v-nummers", "avim-registreerder", $$"""{"nummer": "{{number}}"}""")).IsDone();
        await server.Store.Models.AwaitAsync(server.Store.Log.Position, TestContext.Current.CancellationToken);
        var question = JsonNode.Parse($$"""{"vNummer": "{{number}}"}""");
        var found = await server.SendAsync(HttpMethod.Post, "/zaken/_zoek", "ind-hoormedewerker", question);
        Assert.Equal([file], found.HasHeaders().Json["resultaten"]!.AsArray().Select(each => each!["zaak"]!.GetValue<int>()));
        (await server.SendAsync(HttpMethod.Post, "/zaken/_zoek", "advocaat", question)).IsProblem(403);
        (await server.SendAsync(HttpMethod.Post, "/zaken/_zoek", "ind-hoormedewerker", new JsonObject())).IsProblem(400);
        (await server.SendAsync(HttpMethod.Post, "/zaken/_zoek", "ind-hoormedewerker", JsonNode.Parse("""{"vNummer": "9000000001"}"""))).IsProblem(400);
    }
}
