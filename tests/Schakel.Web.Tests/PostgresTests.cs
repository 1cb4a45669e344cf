using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Schakel.Web.Workbench.Taking;

namespace Schakel.Web;

/// <summary>The interface on PostgreSQL does what it does on SQLite.</summary>
public sealed class PostgresTests : IAsyncLifetime
{
    private readonly ChainServer _server = new() { Postgres = Store.PostgresCluster.NewDatabase() };

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_family_arrives_is_placed_once_and_read_and_stands_in_the_worklists()
    {
        await _server.OpenSiteAsync(931, 10, "centrale-ontvangstlocatie");
        var father = await _server.ArriveAsync("1984-02-11", day: "2025-09-20");
        var household = (await _server.GetAsync($"/zaken/{father}", "coa-medewerker")).Json["gezin"]!["huishouden"]!.GetValue<int>();
        var child = await _server.ArriveAsync("2012-06-30", $", \"huishouden\": {household}", day: "2025-09-20");
        var key = Keys.Next();
        var body = """{"datum": "2025-09-20", "opvanglocatie": 931, "opvangvorm": "centrale-ontvangstlocatie"}""";
        var first = await _server.ActAsync($"huishoudens/{household}", "plaatsingen", "coa-medewerker", body, key);
        var again = await _server.ActAsync($"huishoudens/{household}", "plaatsingen", "coa-medewerker", body, key);
        Assert.Equal(first.IsDone().Text, again.IsDone().Text);
        Assert.Equal("true", again.Headers["Idempotency-Replayed"]);
        (await _server.ActAsync($"huishoudens/{household}", "plaatsingen", "coa-medewerker", body.Replace("931", "932", StringComparison.Ordinal), key)).IsRefused("act.key-used-otherwise");

        foreach (var member in new[] { father, child })
        {
            var read = await _server.GetAsync($"/zaken/{member}", "coa-medewerker");
            Assert.Equal(HttpStatusCode.OK, read.Status);
            Assert.Equal(931, read.Json["opvang"]!["opvanglocatie"]!.GetValue<int>());
        }
        var listed = await _server.GetAsync($"/zaken?huishouden={household}", "gegevensbeheerder");
        Assert.Equal(2, listed.Json["totaal"]!.GetValue<int>());
        var work = await _server.GetAsync("/werkvoorraden/avim-registreerder?paginaGrootte=100", "avim-registreerder");
        Assert.Equal([father, child], work.Json["resultaten"]!.AsArray().Where(each => each!["code"]!.GetValue<string>() == "identify-person").Select(each => each!["zaak"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_worklist_holds_what_is_mine_and_what_nobody_has_taken_up()
    {
        int[] files = [await _server.ArriveAsync(), await _server.ArriveAsync(), await _server.ArriveAsync()];
        var (shelf, registrar) = (_server.App.Services.GetRequiredService<TakingShelf>(), new Access.Caller(Access.Function.Find("avim-registreerder")!, 41, []));
        foreach (var (number, file) in ((int, int)[])[(41, files[0]), (42, files[1])])
        {
            shelf.Change(registrar with { Number = number }, _server.Today, new(0, TakeKind.Taken, [], [], 0), set => set.Take([file], number, _server.Today));
        }
        using var official = new Workbench.Official(_server.Address, _server.App.Services, registrar);
        foreach (var (van, holds) in ((string, int[])[])[("", files), ("&van=mij", [files[0]]), ("&van=niemand", [files[2]])])
        {
            var page = await official.GetAsync("/werk?stand=alles&regels=1000" + van);
            Assert.Equal(holds, files.Where(each => page.Text.Contains($"data-sleutel=\"{each}.", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_stale_version_is_412_and_a_refusal_names_its_norm()
    {
        var file = await _server.ArriveAsync();
        (await _server.ActAsync($"zaken/{file}", "identificaties", "avim-registreerder", """{"aanmeldcentrum": 1, "heeftReisdocument": false}""")).IsDone();
        (await _server.SendAsync(HttpMethod.Post, $"/zaken/{file}/aanvragen", "ind-hoormedewerker", System.Text.Json.Nodes.JsonNode.Parse("""{"volgnummer": 1}"""), version: 1)).IsProblem(412);
        var refused = await _server.ActAsync($"zaken/{file}", "besluiten", "ind-beslismedewerker", """{"uitkomst": "ongegrond"}""");
        Assert.False(string.IsNullOrEmpty(refused.IsProblem(409).Json["norm"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_person_is_found_by_V_number()
    {
        var file = await _server.ArriveAsync();
        (await _server.ActAsync($"zaken/{file}", "identificaties", "avim-registreerder", """{"aanmeldcentrum": 1, "heeftReisdocument": false}""")).IsDone();
        var number = Chain.Registration.VNumber.Synthetic(81).ToString();
        (await _server.ActAsync($"zaken/{file}", "v-nummers", "avim-registreerder", $$"""{"nummer": "{{number}}"}""")).IsDone();
        await _server.Store.Models.AwaitAsync(_server.Store.Log.Position, TestContext.Current.CancellationToken);
        var found = await _server.SendAsync(HttpMethod.Post, "/zaken/_zoek", "ind-hoormedewerker", System.Text.Json.Nodes.JsonNode.Parse($$"""{"vNummer": "{{number}}"}"""));
        Assert.Equal([file], found.Json["resultaten"]!.AsArray().Select(each => each!["zaak"]!.GetValue<int>()));
    }
}
