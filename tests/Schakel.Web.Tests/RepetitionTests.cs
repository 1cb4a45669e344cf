using System.Net;
using System.Text.Json.Nodes;

namespace Schakel.Web;

/// <summary>A key is one act: sent again with the same body it gives the first answer, with another body it is refused.</summary>
public sealed class RepetitionTests(ChainServer server) : IClassFixture<ChainServer>
{
    [Fact]
    public async Task A_household_act_sent_again_gives_the_first_answer_though_the_files_have_changed()
    {
        var household = await HouseholdAsync(921);
        var key = Keys.Next();
        var body = """{"datum": "2024-01-16", "opvanglocatie": 921, "opvangvorm": "centrale-ontvangstlocatie"}""";
        var first = await server.ActAsync($"huishoudens/{household}", "plaatsingen", "coa-medewerker", body, key);
        var position = server.Store.Log.Position;
        var again = await server.ActAsync($"huishoudens/{household}", "plaatsingen", "coa-medewerker", body, key);
        var reordered = await server.ActAsync(
            $"huishoudens/{household}", "plaatsingen", "coa-medewerker", """{"opvangvorm": "centrale-ontvangstlocatie", "datum": "2024-01-16", "opvanglocatie": 921}""", key);

        Assert.Equal(first.IsDone().Text, again.IsDone().Text);
        Assert.Equal(first.Text, reordered.IsDone().Text);
        Assert.Equal("true", again.Headers["Idempotency-Replayed"]);
        Assert.Equal(position, server.Store.Log.Position);
    }

    [Fact]
    public async Task A_household_act_with_the_key_of_another_one_is_refused()
    {
        var household = await HouseholdAsync(922);
        await server.OpenSiteAsync(923, 10, "centrale-ontvangstlocatie");
        var key = Keys.Next();
        (await PlaceAsync(household, 922, key)).IsDone();
        var position = server.Store.Log.Position;

        (await PlaceAsync(household, 923, key)).IsRefused("act.key-used-otherwise");
        (await PlaceAsync(await HouseholdAsync(924), 922, key)).IsRefused("act.key-used-otherwise");
        (await server.ActAsync($"huishoudens/{household}", "opvangbeeindigingen", "coa-medewerker", """{"datum": "2024-01-17", "reden": "gehuisvest"}""", key)).IsRefused("act.key-used-otherwise");
        Assert.DoesNotContain(server.Store.Log.ReadAll(position).SelectMany(page => page), each => each.Event is Chain.Reception.PersonPlaced or Chain.Reception.ReceptionEnded);
    }

    [Fact]
    public async Task A_refused_household_act_stays_refused_under_its_key_and_another_one_may_not_use_it()
    {
        var household = await HouseholdAsync(925);
        var key = Keys.Next();
        var first = await PlaceAsync(household, 999_925, key);
        Assert.Equal(first.IsProblem(409).Code, (await PlaceAsync(household, 999_925, key)).IsProblem(409).Code);
        (await PlaceAsync(household, 925, key)).IsRefused("act.key-used-otherwise");
    }

    [Fact]
    public async Task A_merge_sent_again_gives_the_first_answer_and_with_another_body_is_refused()
    {
        var (one, two, three) = (await server.ArriveAsync(), await server.ArriveAsync(), await server.ArriveAsync());
        var key = Keys.Next();
        Task<Reply> MergeAsync(int surviving) => server.ActAsync($"zaken/{three}", "samenvoegingen", "gegevensbeheerder", $$"""{"doorgaandeZaak": {{surviving}}, "grond": "vingerafdrukken"}""", key);
        var first = await MergeAsync(one);
        var again = await MergeAsync(one);

        Assert.Equal(first.IsDone().Text, again.IsDone().Text);
        (await MergeAsync(two)).IsRefused("act.key-used-otherwise");
    }

    [Fact]
    public async Task An_arrival_that_was_refused_stays_refused_under_its_key_and_another_one_may_not_use_it()
    {
        var key = Keys.Next();
        Task<Reply> ArriveAsync(string day) => server.SendAsync(HttpMethod.Post, "/aankomsten", "avim-registreerder", JsonNode.Parse(
            $$"""{"datum": "{{day}}", "geboren": "1990-05-01", "rol": "hoofdpersoon", "aanmeldcentrum": 1, "aanDeGrens": false}"""), key: key);
        (await ArriveAsync("2031-01-01")).IsRefused("act.in-the-future");
        (await ArriveAsync("2031-01-01")).IsRefused("act.in-the-future");
        (await ArriveAsync("2024-01-01")).IsRefused("act.key-used-otherwise");
    }

    [Fact]
    public async Task An_arrival_sent_again_gives_the_same_file()
    {
        var key = Keys.Next();
        Task<Reply> ArriveAsync() => server.SendAsync(HttpMethod.Post, "/aankomsten", "avim-registreerder", JsonNode.Parse(
            """{"datum": "2024-01-01", "geboren": "1990-05-01", "rol": "hoofdpersoon", "aanmeldcentrum": 1, "aanDeGrens": false}"""), key: key);
        var first = await ArriveAsync();
        await server.ArriveAsync();
        var again = await ArriveAsync();

        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.Equal((first.Location, first.Text), (again.IsDone().Location, again.Text));
    }

    private Task<Reply> PlaceAsync(int household, int site, Guid key) => server.ActAsync(
        $"huishoudens/{household}", "plaatsingen", "coa-medewerker", $$"""{"datum": "2024-01-16", "opvanglocatie": {{site}}, "opvangvorm": "centrale-ontvangstlocatie"}""", key);

    private async Task<int> HouseholdAsync(int site)
    {
        await server.OpenSiteAsync(site, 10, "centrale-ontvangstlocatie");
        var father = await server.ArriveAsync("1984-02-11");
        var household = (await server.GetAsync($"/zaken/{father}", "coa-medewerker")).Json["gezin"]!["huishouden"]!.GetValue<int>();
        await server.ArriveAsync("2012-06-30", $", \"huishouden\": {household}");
        return household;
    }
}
