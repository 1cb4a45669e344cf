using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Schakel.Web;

/// <summary>Signing in at the issuer of one's organisation: authorization code with PKCE, and a level of assurance that is enough.</summary>
public sealed class IssuerTests
{
    [Fact]
    public async Task Who_comes_back_from_the_issuer_with_enough_assurance_has_a_session() =>
        Assert.Contains("Beslismedewerker IND", await SignedInAsync("http://eidas.europa.eu/LoA/substantial", "ind-beslismedewerker"), StringComparison.Ordinal);

    [Fact]
    public async Task With_low_assurance_one_does_not_get_in()
    {
        var page = await SignedInAsync("http://eidas.europa.eu/LoA/low", "ind-beslismedewerker");
        Assert.Contains("niet gelukt", page, StringComparison.Ordinal);
        Assert.DoesNotContain("U bent aangemeld als", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_function_that_is_unknown_here_one_does_not_get_in() =>
        Assert.DoesNotContain("U bent aangemeld als", await SignedInAsync("http://eidas.europa.eu/LoA/high", "koning"), StringComparison.Ordinal);

    [Fact]
    public async Task Where_an_issuer_is_configured_nobody_is_an_example()
    {
        await using var server = new ChainServer { Settings = settings => settings with { Issuer = new("http://127.0.0.1:9/") } };
        await server.InitializeAsync();
        using var browser = new Browser(server.Address);
        var page = await browser.GetAsync("/aanmelden");
        Assert.DoesNotContain("Voorbeeld", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await browser.PostAsync("/aanmelden", page, ("persoon", "planner.1"))).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await browser.GetAsync("/aanmelden/voorbeeldcode")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await browser.PostAsync("/oauth2/token", null, ("grant_type", "client_credentials"), ("client_id", "planner"), ("client_secret", "voorbeeld"))).Status);
    }

    private static async Task<string> SignedInAsync(string assurance, string function)
    {
        await using var issuer = await IssuerAsync(assurance, function);
        var address = issuer.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        await using var server = new ChainServer { Settings = settings => settings with { Issuer = new(address + "/") } };
        await server.InitializeAsync();
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new() };
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
            if (next.AbsolutePath == "/connect/authorize")
            {
                Assert.Contains("code_challenge_method=S256", next.Query, StringComparison.Ordinal);
                Assert.Contains("acr_values=", next.Query, StringComparison.Ordinal);
            }
        }
        throw new InvalidOperationException("Sent around without end.");
    }

    // An issuer that signs everyone in as one person.
    private static async Task<WebApplication> IssuerAsync(string assurance, string function)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.EnableDegradedMode();
            server.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token");
            server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
            server.UseAspNetCore().DisableTransportSecurityRequirement();
            server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(_ => default));
            server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(_ => default));
            server.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                var identity = new ClaimsIdentity("test");
                identity.AddClaim(new Claim("sub", "u1"));
                identity.AddClaim(new Claim("functie", function));
                identity.AddClaim(new Claim("nummer", "4711"));
                identity.AddClaim(new Claim("acr", assurance));
                identity.SetDestinations(_ => [OpenIddictConstants.Destinations.IdentityToken]);
                context.Principal = new ClaimsPrincipal(identity);
                context.Principal.SetScopes("openid");
                return default;
            }));
        });
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseAuthentication();
        app.UseAuthorization();
        await app.StartAsync();
        return app;
    }
}
