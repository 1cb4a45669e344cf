using System.Text.Json.Nodes;

namespace Schakel.Web;

/// <summary>Within a major version nothing of the interface goes away, and nothing more is asked of who uses it.</summary>
public sealed class ApiPromiseTests(ChainServer server) : IClassFixture<ChainServer>
{
    private const string Described = """
        {
          "info": { "version": "1.4.0" },
          "paths": { "/zaken": { "post": {
            "parameters": [{ "name": "sinds", "in": "query", "schema": { "type": "string", "format": "date" } }],
            "requestBody": { "content": { "application/json": { "schema": { "type": "object", "required": ["rol"], "properties": {
              "rol": { "type": "string", "enum": ["kind", "partner"] }, "aantal": { "type": "integer", "format": "int32" } } } } } },
            "responses": { "201": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Zaak" } } } } } } } },
          "components": { "schemas": { "Zaak": { "type": "object", "required": ["nummer"], "properties": {
            "nummer": { "type": "integer" }, "leden": { "type": "array", "items": { "type": "string" } } } } } }
        }
        """;

    [Fact]
    public async Task What_was_promised_is_there_and_the_promise_is_written_down()
    {
        var now = ApiPromise.Of((await server.GetAsync("/openapi.json", null)).Json);
        var broken = ApiPromise.Broken(await PromisedAsync(), now);
        Assert.True(broken.Count == 0, $"callers of the interface break on this, unless the major version rises:\n{string.Join('\n', broken)}");
        if (Environment.GetEnvironmentVariable("SCHAKEL_ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(Committed, string.Join('\n', now) + "\n", TestContext.Current.CancellationToken);
        }
        Assert.True(now.SetEquals(await PromisedAsync()), "docs/api-promise.txt is stale: run this test with SCHAKEL_ACCEPT=1 and read what is added.");
    }

    [Theory]
    [InlineData("/zaken", "/dossiers", "POST /zaken")]
    [InlineData("\"sinds\"", "\"vanaf\"", "POST /zaken | query sinds: string date")]
    [InlineData("\"201\"", "\"200\"", "POST /zaken | 201")]
    [InlineData("[\"rol\"]", "[\"rol\", \"aantal\"]", "must POST /zaken | application/json | aantal")]
    [InlineData("int32", "int64", "POST /zaken | application/json | aantal: integer int32")]
    [InlineData("\"kind\", ", "", "POST /zaken | application/json | rol = kind")]
    [InlineData("\"leden\"", "\"mensen\"", "Zaak | leden: array")]
    [InlineData("\"items\": { \"type\": \"string\" }", "\"items\": { \"type\": \"integer\" }", "Zaak | leden[]: string")]
    [InlineData("[\"nummer\"]", "[]", "Zaak | nummer always")]
    [InlineData("\"in\": \"query\"", "\"in\": \"query\", \"required\": true", "must POST /zaken | query sinds")]
    public void Taken_away_changed_or_asked_it_is_broken(string was, string becomes, string line) =>
        Assert.Contains(line, ApiPromise.Broken(Promise(Described), Promise(Changed(was, becomes))));

    [Theory]
    [InlineData("[\"rol\"]", "[]")]
    [InlineData("\"kind\", ", "\"kind\", \"ouder\", ")]
    [InlineData("\"leden\"", "\"naam\": { \"type\": \"string\" }, \"leden\"")]
    [InlineData("\"/zaken\"", "\"/huizen\": { \"post\": { \"parameters\": [{ \"name\": \"a\", \"in\": \"query\", \"required\": true, \"schema\": {} }], \"responses\": {} } }, \"/zaken\"")]
    public void What_is_added_or_asked_no_longer_breaks_nothing(string was, string becomes) =>
        Assert.Empty(ApiPromise.Broken(Promise(Described), Promise(Changed(was, becomes))));

    [Fact]
    public void A_higher_major_version_promises_anew() =>
        Assert.Empty(ApiPromise.Broken(Promise(Described), Promise(Changed("/zaken", "/dossiers").Replace("1.4.0", "2.0.0", StringComparison.Ordinal))));

    private static string Committed
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "Schakel.slnx")))
            {
                folder = Path.GetDirectoryName(folder)!;
            }
            return Path.Combine(folder, "docs", "api-promise.txt");
        }
    }

    private static async Task<SortedSet<string>> PromisedAsync() =>
        new(await File.ReadAllLinesAsync(Committed, TestContext.Current.CancellationToken), StringComparer.Ordinal);

    private static SortedSet<string> Promise(string described) => ApiPromise.Of(JsonNode.Parse(described)!);

    private static string Changed(string was, string becomes)
    {
        Assert.Contains(was, Described, StringComparison.Ordinal);
        return Described.Replace(was, becomes, StringComparison.Ordinal);
    }
}
