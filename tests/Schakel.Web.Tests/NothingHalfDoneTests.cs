using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Schakel.Chain.Registration;

namespace Schakel.Web;

/// <summary>What cannot be is refused with a reason, and the log and the rows are afterwards as they were.</summary>
public sealed class NothingHalfDoneTests(ChainServer server) : IClassFixture<ChainServer>
{
    private const string Identify = """{"datum": "2024-01-16", "aanmeldcentrum": 1, "heeftReisdocument": false}""";

    // Each makes what is needed, and gives what is then sent. What the law or a fact forbids is told with its norm, what cannot be read by its sentence.
    private static readonly Dictionary<string, (int Status, string? Code, string Told, Func<ChainServer, Task<Func<Task<Reply>>>> Prepare)> Cases = new()
    {
        ["steps in the wrong order"] = Case(409, "application.none-open", "Vw 28", async server =>
        {
            var file = await server.ArriveAsync();
            return () => server.ActAsync($"zaken/{file}", "besluiten", "ind-beslismedewerker", """{"datum": "2024-02-01", "uitkomst": "ongegrond"}""");
        }),
        ["a version that is not the present one"] = Case(412, null, "Intussen gewijzigd: u las versie 7", async server =>
        {
            var file = await server.ArriveAsync();
            return () => server.SendAsync(HttpMethod.Post, $"/zaken/{file}/identificaties", "avim-registreerder", JsonNode.Parse(Identify), version: 7);
        }),
        ["the same act sent twice"] = Case(201, null, "", async server =>
        {
            var (file, key) = (await server.ArriveAsync(), Keys.Next());
            Task<Reply> SendAsync() => server.SendAsync(HttpMethod.Post, $"/zaken/{file}/identificaties", "avim-registreerder", JsonNode.Parse(Identify), version: 1, key: key);
            (await SendAsync()).IsDone();
            return SendAsync;
        }),
        ["a lawyer for somebody who departed"] = Case(409, "person.departed", "fact", async server =>
        {
            var taken = await server.SendAsync(HttpMethod.Post, "/overnames", "gegevensbeheerder", JsonNode.Parse(
                """{"datum": "2024-01-10", "geboren": "1990-05-01", "rol": "hoofdpersoon", "fase": "terugkeer", "data": {"indieningsDatum": "2022-01-10"}, "opvangvorm": "asielzoekerscentrum"}"""));
            var file = taken.IsDone().Location!.Split('/')[^1];
            (await server.ActAsync($"zaken/{file}", "vertrekken", "dtv-regievoerder", """{"datum": "2024-03-01", "soort": "zelfstandig"}""")).IsDone();
            return () => server.ActAsync($"zaken/{file}", "toevoegingen", "raad-voor-rechtsbijstand", """{"datum": "2024-03-02"}""");
        }),
        ["a move to a full place"] = Case(409, "site.full", "site-capacity", async server =>
        {
            await server.OpenSiteAsync(951, 10, "centrale-ontvangstlocatie");
            await server.OpenSiteAsync(952, 1, "asielzoekerscentrum");
            var (first, second) = (await PlacedAsync(server, 951), await PlacedAsync(server, 951));
            (await MoveAsync(server, first, 952, "asielzoekerscentrum")).IsDone();
            return () => MoveAsync(server, second, 952, "asielzoekerscentrum");
        }),
        ["a move of an adult to a place for minors"] = Case(409, "modality.only-minors-alone", "AMV", async server =>
        {
            await server.OpenSiteAsync(953, 10, "centrale-ontvangstlocatie");
            await server.OpenSiteAsync(954, 10, "amv-opvang");
            var file = await PlacedAsync(server, 953);
            return () => MoveAsync(server, file, 954, "amv-opvang");
        }),
        ["a minor into border detention"] = Case(409, "border.minor", "border-procedure", async server =>
        {
            var arrived = await server.SendAsync(HttpMethod.Post, "/aankomsten", "kmar-grenswachter", JsonNode.Parse(
                """{"datum": "2024-01-15", "geboren": "2012-05-01", "rol": "alleenstaande-minderjarige", "aanmeldcentrum": 1, "aanDeGrens": true}"""));
            var file = arrived.IsDone().Location!.Split('/')[^1];
            return () => server.ActAsync($"zaken/{file}", "toegangsweigeringen", "kmar-grenswachter", """{"datum": "2024-01-15"}""");
        }),
        ["a day after today"] = Case(409, "act.in-the-future", "fact", async server =>
        {
            var file = await server.ArriveAsync();
            return () => server.ActAsync($"zaken/{file}", "identificaties", "avim-registreerder", """{"datum": "2031-01-01", "aanmeldcentrum": 1, "heeftReisdocument": false}""");
        }),
        ["a V-number with a wrong check digit"] = Case(409, "v-number.wrong-check-digits", "fact", async server =>
        {
            var file = await server.ArriveAsync();
            (await server.ActAsync($"zaken/{file}", "identificaties", "avim-registreerder", Identify)).IsDone();
            Assert.False(VNumber.TryParse("9000000001", out _));
            return () => server.ActAsync($"zaken/{file}", "v-nummers", "avim-registreerder", """{"nummer": "9000000001"}""");
        }),
        ["ten megabytes of JSON"] = Case(413, null, "Het verzoek is groter dan hier is toegestaan", async server =>
        {
            var file = await server.ArriveAsync();
            return () => SendRawAsync(server, file, Encoding.UTF8.GetBytes($$"""{"toelichting":"{{new string('x', 10_000_000)}}"}"""));
        }),
        ["text that is no UTF-8"] = Case(400, null, "De inhoud is geen JSON-object in UTF-8", async server =>
        {
            var file = await server.ArriveAsync();
            return () => SendRawAsync(server, file, [.. """{"toelichting":" """u8.ToArray(), 0xC3, 0x28, .. "\",\"aanmeldcentrum\":1,\"heeftReisdocument\":false}"u8.ToArray()]);
        }),
        ["half a household moved"] = Case(409, "site.full", "site-capacity", async server =>
        {
            await server.OpenSiteAsync(955, 10, "centrale-ontvangstlocatie");
            await server.OpenSiteAsync(956, 1, "asielzoekerscentrum");
            var father = await server.ArriveAsync("1984-02-11");
            var household = (await server.GetAsync($"/zaken/{father}", "coa-medewerker")).Json["gezin"]!["huishouden"]!.GetValue<int>();
            await server.ArriveAsync("2012-06-30", $", \"huishouden\": {household}");
            (await server.ActAsync($"huishoudens/{household}", "plaatsingen", "coa-medewerker",
                """{"datum": "2024-01-16", "opvanglocatie": 955, "opvangvorm": "centrale-ontvangstlocatie"}""")).IsDone();
            return () => server.ActAsync($"huishoudens/{household}", "verhuizingen", "coa-medewerker", """{"datum": "2024-01-20", "opvanglocatie": 956, "opvangvorm": "asielzoekerscentrum"}""");
        }),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_refused_with_a_reason_and_nothing_changed(string what)
    {
        var (status, code, told, prepare) = Cases[what];
        var send = await prepare(server);
        var before = State();

        var reply = await send();

        Assert.Equal(before, State());
        if (status == (int)HttpStatusCode.Created)
        {
            Assert.Equal("true", reply.IsDone().Headers["Idempotency-Replayed"]);
            return;
        }
        reply.IsProblem(status);
        Assert.Equal(code, reply.Code);
        if (code is null)
        {
            Assert.StartsWith(told, reply.Json["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(told, reply.Json["norm"]!.GetValue<string>());
        }
    }

    private static (int Status, string? Code, string Told, Func<ChainServer, Task<Func<Task<Reply>>>> Prepare) Case(int status, string? code, string told, Func<ChainServer, Task<Func<Task<Reply>>>> prepare) =>
        (status, code, told, prepare);

    private string State()
    {
        using var rows = server.Store.CreateContext();
        return string.Join('\n',
        [
            $"{server.Store.Log.Position}",
            .. rows.Files.AsNoTracking().OrderBy(row => row.Person).AsEnumerable().Select(row => row.ToString()),
            .. rows.Steps.AsNoTracking().OrderBy(row => row.Person).ThenBy(row => row.Ordinal).AsEnumerable().Select(row => row.ToString()),
            .. rows.Sites.AsNoTracking().OrderBy(row => row.Site).AsEnumerable().Select(row => row.ToString()),
            .. rows.Slots.AsNoTracking().OrderBy(row => row.Site).ThenBy(row => row.Slot).AsEnumerable().Select(row => row.ToString()),
        ]);
    }

    private static async Task<int> PlacedAsync(ChainServer server, int site)
    {
        var file = await server.ArriveAsync();
        (await server.ActAsync($"zaken/{file}", "plaatsingen", "coa-medewerker", $$"""{"datum": "2024-01-16", "opvanglocatie": {{site}}, "opvangvorm": "centrale-ontvangstlocatie"}""")).IsDone();
        return file;
    }

    private static Task<Reply> MoveAsync(ChainServer server, int file, int site, string modality) => server.ActAsync(
        $"zaken/{file}", "verhuizingen", "coa-medewerker", $$"""{"datum": "2024-01-20", "opvanglocatie": {{site}}, "opvangvorm": "{{modality}}"}""");

    private static Task<Reply> SendRawAsync(ChainServer server, int file, byte[] body) => server.SendAsync(
        HttpMethod.Post, $"/zaken/{file}/identificaties", "avim-registreerder", version: 1, change: request =>
        {
            request.Content = new ByteArrayContent(body);
            request.Headers.ExpectContinue = body.Length > 1_000_000;
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        });
}
