using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Schakel.Web;

/// <summary>With an issuer of one's own its tokens get in, and no others.</summary>
public sealed class IssuerTests : IAsyncLifetime
{
    private readonly RsaSecurityKey _key = KeyOf("one");
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private WebApplication _issuer = null!;
    private ChainServer _server = null!;
    private int _file;

    private string Issuer => _issuer.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/";

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _issuer = builder.Build();
        _issuer.Urls.Add("http://127.0.0.1:0");
        _issuer.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Issuer,
            ["jwks_uri"] = Issuer + "keys",
        }));
        _issuer.MapGet("/keys", () =>
        {
            var known = _key.Rsa.ExportParameters(includePrivateParameters: false);
            return Results.Json(new Dictionary<string, object>
            {
                ["keys"] = new[]
                {
                    new Dictionary<string, string>
                    {
                        ["kty"] = "RSA",
                        ["use"] = "sig",
                        ["alg"] = "RS256",
                        ["kid"] = _key.KeyId,
                        ["n"] = Base64UrlEncoder.Encode(known.Modulus),
                        ["e"] = Base64UrlEncoder.Encode(known.Exponent),
                    },
                },
            });
        });
        await _issuer.StartAsync();
        _server = new ChainServer { Settings = settings => settings with { Issuer = new Uri(Issuer) } };
        await _server.InitializeAsync();
        _file = 1;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _issuer.StopAsync();
        await _issuer.DisposeAsync();
        _key.Rsa.Dispose();
    }

    [Fact]
    public async Task A_token_of_the_issuer_for_a_known_function_gets_in_and_acts()
    {
        var arrived = await PostAsync(Token(), """{"datum": "2024-01-15", "geboren": "1990-05-01", "rol": "hoofdpersoon", "aanmeldcentrum": 1, "aanDeGrens": false}""");
        arrived.IsDone();
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(Token())).Status);
        var doer = _server.Store.Log.ReadStream(new(Chain.StreamKind.CaseFile, 1))[0].Envelope.Doer;
        Assert.Equal((4711L, Chain.OfficialRoles.AliensPolice), (doer.Number, doer.Role));
    }

    [Fact]
    public async Task A_token_for_another_audience_is_refused() => await AssertRefusedAsync(Token(audience: "another"), 401);

    [Fact]
    public async Task A_token_that_has_expired_is_refused() => await AssertRefusedAsync(Token(until: _now.AddHours(-1)), 401);

    [Fact]
    public async Task A_token_signed_with_another_key_is_refused()
    {
        using var other = RSA.Create(2048);
        await AssertRefusedAsync(Token(key: new RsaSecurityKey(other) { KeyId = "one" }), 401);
    }

    [Fact]
    public async Task A_token_of_another_issuer_is_refused() => await AssertRefusedAsync(Token(issuer: "http://127.0.0.1:1/"), 401);

    [Fact]
    public async Task A_token_for_a_function_that_is_not_known_here_is_refused() => await AssertRefusedAsync(Token(function: "minister"), 403);

    [Fact]
    public async Task A_token_without_a_number_is_refused() => await AssertRefusedAsync(Token(number: "0"), 403);

    [Fact]
    public async Task The_example_clients_are_not_there()
    {
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = "planner", ["client_secret"] = "voorbeeld" });
        using var answer = await _server.Client.PostAsync(new Uri("/oauth2/token", UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.NotEqual("application/json", answer.Content.Headers.ContentType?.MediaType); // Who asks is sent to the page for signing in.
        Assert.DoesNotContain("access_token", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static RsaSecurityKey KeyOf(string id)
    {
#pragma warning disable CA2000 // Disposed with the tests.
        return new(RSA.Create(2048)) { KeyId = id };
#pragma warning restore CA2000
    }

    private async Task AssertRefusedAsync(string token, int status)
    {
        (await GetAsync(token)).IsProblem(status);
        (await PostAsync(token, """{"datum": "2024-01-15", "geboren": "1990-05-01", "rol": "hoofdpersoon", "aanmeldcentrum": 1, "aanDeGrens": false}""")).IsProblem(status);
        Assert.Equal(0, _server.Store.Log.Position);
    }

    private Task<Reply> GetAsync(string token) => _server.SendAsync(HttpMethod.Get, $"/zaken/{_file}", null, change: request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token));

    private Task<Reply> PostAsync(string token, string json) => _server.SendAsync(
        HttpMethod.Post, "/aankomsten", null, System.Text.Json.Nodes.JsonNode.Parse(json), change: request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token));

    private string Token(
        string? issuer = null, string audience = "schakel", DateTimeOffset? until = null, SecurityKey? key = null, string function = "avim-registreerder", string number = "4711")
    {
        var expires = until ?? _now.AddMinutes(10);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Issuer,
            Audience = audience,
            Expires = expires.UtcDateTime,
            IssuedAt = expires.AddMinutes(-20).UtcDateTime,
            TokenType = "at+jwt",
            SigningCredentials = new(key ?? _key, SecurityAlgorithms.RsaSha256),
            Claims = new Dictionary<string, object> { ["sub"] = "somebody", ["functie"] = function, ["nummer"] = number },
        });
    }
}
