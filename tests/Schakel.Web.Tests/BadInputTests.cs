using System.Text;
using System.Text.Json.Nodes;

namespace Schakel.Web;

/// <summary>What is sent wrong is refused with a reason, and nothing is half done.</summary>
public sealed class BadInputTests(ChainServer server) : IClassFixture<ChainServer>
{
    private async Task<Reply> SendRawAsync(byte[] body, string type = "application/json") => await server.SendAsync(
        HttpMethod.Post, $"/zaken/{await server.ArriveAsync()}/identificaties", "avim-registreerder", version: 1, change: request =>
        {
            request.Content = new ByteArrayContent(body);
            request.Headers.ExpectContinue = body.Length > 1_000_000;
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        });

    public static TheoryData<string, string> Bodies => new()
    {
        { "no JSON", "{" }, { "a list", "[]" }, { "a text", "\"x\"" }, { "a number", "1" }, { "twice the same field", """{"aanmeldcentrum":1,"aanmeldcentrum":2,"heeftReisdocument":false}""" },
        { "half a character", """{"toelichting":"\ud800","aanmeldcentrum":1,"heeftReisdocument":false}""" },
        { "too deep", new string('[', 100) + new string(']', 100) }, { "a number as text", """{"aanmeldcentrum":"1","heeftReisdocument":false}""" },
        { "a fraction", """{"aanmeldcentrum":1.5,"heeftReisdocument":false}""" }, { "too large a number", """{"aanmeldcentrum":99999999999999999999,"heeftReisdocument":false}""" },
        { "null", """{"aanmeldcentrum":null,"heeftReisdocument":false}""" }, { "a day with a time", """{"datum":"2024-01-15T00:00:00Z","aanmeldcentrum":1,"heeftReisdocument":false}""" },
        { "a field in capitals", """{"Aanmeldcentrum":1,"heeftReisdocument":false}""" }, { "the doer", """{"door":{"nummer":1,"rol":["avim"]},"aanmeldcentrum":1,"heeftReisdocument":false}""" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_does_not_fit_is_refused(string what, string body)
    {
        Assert.NotEmpty(what);
        (await SendRawAsync(Encoding.UTF8.GetBytes(body))).IsProblem(400);
    }

    [Fact]
    public async Task Text_that_is_no_UTF_8_is_refused() =>
        (await SendRawAsync([.. """{"toelichting":" """u8.ToArray(), 0xC3, 0x28, .. "\",\"aanmeldcentrum\":1,\"heeftReisdocument\":false}"u8.ToArray()])).IsProblem(400);

    [Fact]
    public async Task Ten_megabytes_are_too_large() =>
        (await SendRawAsync(Encoding.UTF8.GetBytes($$"""{"toelichting":"{{new string('x', 10_000_000)}}"}"""))).IsProblem(413);

    [Fact]
    public async Task Another_form_than_JSON_is_refused() => (await SendRawAsync("<a/>"u8.ToArray(), "application/xml")).IsProblem(415);

    [Fact]
    public async Task Numbers_too_large_to_compute_with_are_refused()
    {
        var file = await server.ArriveAsync();
        var reply = await server.ActAsync($"zaken/{file}", "verhuisaankondigingen", "coa-medewerker", """{"dagenVooruit": 2147483647}""");
        Assert.True((int)reply.Status is 400 or 409, reply.Text);
        reply.IsProblem((int)reply.Status);
    }

    [Theory]
    [InlineData("/zaken?pagina=0")]
    [InlineData("/zaken?pagina=x")]
    [InlineData("/zaken?paginaGrootte=101")]
    [InlineData("/zaken?stand=onzin")]
    public async Task A_question_out_of_bounds_is_refused(string path) => (await server.GetAsync(path, "ind-beslismedewerker")).IsProblem(400);

    [Theory]
    [InlineData("nl", "Niet gevonden")]
    [InlineData("en", "Not found")]
    [InlineData("fr, en;q=0.5, nl;q=0.8", "Niet gevonden")]
    public async Task A_problem_is_told_in_the_language_that_is_preferred(string language, string title)
    {
        var reply = await server.SendAsync(HttpMethod.Get, "/zaken/999999", "ind-beslismedewerker", change: request => request.Headers.Add("Accept-Language", language));
        Assert.Equal(title, reply.IsProblem(404).Json["title"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_day_without_law_is_refused_and_names_the_norm_or_the_fact()
    {
        var file = await server.ArriveAsync();
        var reply = await server.ActAsync($"zaken/{file}", "besluiten", "ind-beslismedewerker", """{"datum": "1800-01-01", "uitkomst": "ongegrond"}""");
        Assert.NotNull(reply.IsProblem(409).Json["norm"]);
        Assert.IsType<JsonObject>(reply.Json);
    }
}
