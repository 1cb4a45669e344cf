using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Schakel.Web.Api;

namespace Schakel.Web;

/// <summary>The description of the interface is open, true and committed.</summary>
public sealed class DescriptionTests(ChainServer server) : IClassFixture<ChainServer>
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Committed
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "Schakel.slnx")))
            {
                folder = Path.GetDirectoryName(folder)!;
            }
            return Path.Combine(folder, "docs", "openapi.json");
        }
    }

    [Fact]
    public async Task The_description_is_open_to_every_origin_and_the_rest_is_not()
    {
        var reply = await server.SendAsync(HttpMethod.Get, "/openapi.json", null, change: request => request.Headers.Add("Origin", "https://x.example"));
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("*", reply.Headers["Access-Control-Allow-Origin"]);
        Assert.Equal(reply.Headers[ApiVersion.Header], reply.Json["info"]!["version"]!.GetValue<string>());
        var file = await server.SendAsync(HttpMethod.Get, "/zaken", "ind-beslismedewerker", change: request => request.Headers.Add("Origin", "https://x.example"));
        Assert.DoesNotContain("Access-Control-Allow-Origin", file.Headers.Keys);
    }

    [Fact]
    public async Task The_committed_description_is_that_of_the_program()
    {
        var now = JsonNode.Parse((await server.GetAsync("/openapi.json", null)).Text)!.ToJsonString(Indented) + "\n";
        if (Environment.GetEnvironmentVariable("SCHAKEL_ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(Committed, now, TestContext.Current.CancellationToken);
        }
        Assert.True(now == await File.ReadAllTextAsync(Committed, TestContext.Current.CancellationToken), "docs/openapi.json is stale: run this test with SCHAKEL_ACCEPT=1 and read the change.");
    }
}
