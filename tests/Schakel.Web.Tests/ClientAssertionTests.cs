using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Schakel.Web.SignIn;

namespace Schakel.Web;

/// <summary>Signing in at an issuer that gives no token to a client which does not sign who it is (private_key_jwt), and that has names of its own for claims.</summary>
public sealed class ClientAssertionTests
{
    private static readonly Dictionary<string, string> TheirNames = new() { ["functie"] = "rol", ["nummer"] = "personeelsnummer" };

    [Theory]
    [InlineData("rsa")]
    [InlineData("p-256")]
    public async Task Who_signs_with_the_key_that_the_issuer_knows_gets_in_under_the_issuers_names(string kind)
    {
        using var rsa = RSA.Create(2048);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var issuer = await Strict.StartAsync(kind == "rsa" ? new RsaSecurityKey(rsa) : new ECDsaSecurityKey(curve));
        var page = await SignedInAsync(issuer, settings => settings with
        {
            ClientKey = kind == "rsa" ? rsa.ExportPkcs8PrivateKeyPem() : curve.ExportPkcs8PrivateKeyPem(),
            ClaimNames = TheirNames,
            Assurance = ["urn:voorbeeld:sterk"],
        });
        Assert.Contains("Beslismedewerker IND", page, StringComparison.Ordinal);
        Assert.Equal("urn:voorbeeld:sterk", issuer.AskedFor);
        Assert.Null(issuer.Secret);
    }

    [Fact]
    public async Task With_another_key_or_with_a_secret_one_does_not_get_in()
    {
        using var known = RSA.Create(2048);
        using var other = RSA.Create(2048);
        await using var issuer = await Strict.StartAsync(new RsaSecurityKey(known));
        Assert.DoesNotContain("U bent aangemeld als", await SignedInAsync(issuer, settings => settings with { ClientKey = other.ExportPkcs8PrivateKeyPem(), ClaimNames = TheirNames, Assurance = ["urn:voorbeeld:sterk"] }), StringComparison.Ordinal);
        Assert.DoesNotContain("U bent aangemeld als", await SignedInAsync(issuer, settings => settings with { ClientSecret = "geheim", ClaimNames = TheirNames, Assurance = ["urn:voorbeeld:sterk"] }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_level_that_was_not_named_is_not_enough_and_our_own_name_counts_for_nothing_there()
    {
        using var key = RSA.Create(2048);
        await using var issuer = await Strict.StartAsync(new RsaSecurityKey(key));
        Assert.DoesNotContain("U bent aangemeld als", await SignedInAsync(issuer, settings => settings with { ClientKey = key.ExportPkcs8PrivateKeyPem(), ClaimNames = TheirNames }), StringComparison.Ordinal);
        // The issuer says functie=koning beside rol: without a name set it is read, and known to nobody.
        Assert.DoesNotContain("U bent aangemeld als", await SignedInAsync(issuer, settings => settings with { ClientKey = key.ExportPkcs8PrivateKeyPem(), Assurance = ["urn:voorbeeld:sterk"] }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_proof_serves_one_issuer_once_for_a_minute()
    {
        using var key = RSA.Create(2048);
        var assertion = ClientAssertion.Of(key.ExportPkcs8PrivateKeyPem(), "een", "schakel", TimeProvider.System);
        var (first, second) = (new JsonWebToken(assertion.For("https://uitgever.example/token")), new JsonWebToken(assertion.For("https://uitgever.example/token")));
        Assert.Equal(("schakel", "schakel", "een"), (first.Issuer, first.Subject, first.Kid));
        Assert.Equal(["https://uitgever.example/token"], first.Audiences);
        Assert.Equal(TimeSpan.FromMinutes(1), first.ValidTo - first.IssuedAt);
        Assert.NotEqual(first.Id, second.Id);
    }

    [Theory]
    [InlineData("geen sleutel")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")]
    public void What_is_no_key_is_told_when_the_program_starts(string pem) =>
        Assert.Throws<ArgumentException>(() => ClientAssertion.Of(pem, null, "schakel", TimeProvider.System));

    [Fact]
    public void A_key_that_is_too_short_is_told()
    {
#pragma warning disable CA5385 // Too short: that is what is tested.
        using var key = RSA.Create(1024);
#pragma warning restore CA5385
        Assert.Contains("2048", Assert.Throws<ArgumentException>(() => ClientAssertion.Of(key.ExportPkcs8PrivateKeyPem(), null, "schakel", TimeProvider.System)).Message, StringComparison.Ordinal);
    }

    [Fact] // A code of ours is known to no issuer: the portal's page led to an address that is not there.
    public async Task Where_an_issuer_is_configured_the_portal_leads_there_and_asks_for_no_code()
    {
        await using var server = new ChainServer { Settings = settings => settings with { Issuer = new("http://127.0.0.1:9/") } };
        await server.InitializeAsync();
        using var browser = new Browser(server.Address);
        var page = await browser.GetAsync("/mijn-zaak/aanmelden?terug=/mijn-zaak/dossier");
        Assert.Contains("href=\"/aanmelden/organisatie?terug=%2Fmijn-zaak%2Fdossier\"", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/aanmelden/code", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"code\"", page.Text, StringComparison.Ordinal);
    }

    private static async Task<string> SignedInAsync(Strict issuer, Func<WebSettings, WebSettings> set)
    {
        await using var server = new ChainServer { Settings = settings => set(settings with { Issuer = new(issuer.Address) }) };
        await server.InitializeAsync();
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new(), CheckCertificateRevocationList = true };
        using var client = new HttpClient(handler);
        var next = new Uri(server.Address + "/aanmelden/organisatie?terug=/aanmelden");
        for (var i = 0; i < 8; i++)
        {
            using var answer = await client.GetAsync(next, TestContext.Current.CancellationToken);
            if (answer.Headers.Location is not { } location)
            {
                return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            }
            next = new Uri(next, location);
        }
        throw new InvalidOperationException("Sent around without end.");
    }

    /// <summary>An issuer that signs everyone in as one person, and gives a token only for a code and a proof by the key that it knows.</summary>
    private sealed class Strict : IAsyncDisposable
    {
        private readonly RSA _key = RSA.Create(2048);
        private WebApplication _app = null!;
        private string? _nonce;

        public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/";

        public string? AskedFor { get; private set; }

        public string? Secret { get; private set; }

        public static async Task<Strict> StartAsync(SecurityKey client)
        {
            var issuer = new Strict();
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            issuer._app = builder.Build();
            issuer._app.Urls.Add("http://127.0.0.1:0");
            issuer._app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
            {
                ["issuer"] = issuer.Address,
                ["jwks_uri"] = issuer.Address + "keys",
                ["authorization_endpoint"] = issuer.Address + "authorize",
                ["token_endpoint"] = issuer.Address + "token",
            }));
            issuer._app.MapGet("/keys", () =>
            {
                var known = issuer._key.ExportParameters(includePrivateParameters: false);
                return Results.Json(new Dictionary<string, object>
                {
                    ["keys"] = new[] { new Dictionary<string, string> { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = "uitgever", ["n"] = Base64UrlEncoder.Encode(known.Modulus), ["e"] = Base64UrlEncoder.Encode(known.Exponent) } },
                });
            });
            issuer._app.MapGet("/authorize", (HttpRequest request) =>
            {
                (issuer._nonce, issuer.AskedFor) = (request.Query["nonce"], request.Query["acr_values"]);
                return Results.Redirect($"{request.Query["redirect_uri"]}?code=een-code&state={Uri.EscapeDataString(request.Query["state"]!)}");
            });
            issuer._app.MapPost("/token", async (HttpRequest request) => await issuer.GiveAsync(await request.ReadFormAsync(), client));
            await issuer._app.StartAsync();
            return issuer;
        }

        public async ValueTask DisposeAsync()
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
            _key.Dispose();
        }

        private async Task<IResult> GiveAsync(IFormCollection form, SecurityKey client)
        {
            Secret = form["client_secret"].ToString() is { Length: > 0 } secret ? secret : null;
            var proof = await new JsonWebTokenHandler().ValidateTokenAsync(form["client_assertion"], new TokenValidationParameters
            {
                ValidIssuer = "schakel",
                ValidAudience = Address + "token",
                IssuerSigningKey = client,
                RequireExpirationTime = true,
            });
            if (form["client_assertion_type"] != ClientAssertion.Type || form["code"] != "een-code" || !proof.IsValid)
            {
                return Results.Json(new { error = "invalid_client" }, statusCode: StatusCodes.Status401Unauthorized);
            }
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            return Results.Json(new
            {
                access_token = "niets",
                token_type = "Bearer",
                expires_in = 60,
                id_token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
                {
                    Issuer = Address,
                    Audience = "schakel",
                    IssuedAt = now,
                    Expires = now.AddMinutes(5),
                    SigningCredentials = new(new RsaSecurityKey(_key) { KeyId = "uitgever" }, SecurityAlgorithms.RsaSha256),
                    Claims = new Dictionary<string, object>
                    {
                        ["sub"] = "u1",
                        ["nonce"] = _nonce!,
                        ["acr"] = "urn:voorbeeld:sterk",
                        ["rol"] = "ind-beslismedewerker",
                        ["personeelsnummer"] = "4711",
                        ["functie"] = "koning",
                        ["nummer"] = "1",
                    },
                }),
            });
        }
    }
}
