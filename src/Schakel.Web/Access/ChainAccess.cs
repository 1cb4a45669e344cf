using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Validation.AspNetCore;
using Schakel.Web.SignIn;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Schakel.Web.Access;

/// <summary>Who gets in (toegang): whoever has a token that names a function known here. Everything is denied until an endpoint says otherwise.</summary>
internal static class ChainAccess
{
    public const string TokenPath = "oauth2/token";

    /// <summary>Name of the session's cookie.</summary>
    public const string Session = "schakel";

    private const string ByRequest = "by-request";
    private const string Audience = "schakel";

    public static void AddChainAccess(this IServiceCollection services, WebSettings settings)
    {
        var openIddict = services.AddOpenIddict();
        if (settings.Issuer is null)
        {
            openIddict.AddServer(AddExampleServer);
        }
        openIddict.AddValidation(validation =>
        {
            if (settings.Issuer is { } issuer)
            {
                validation.SetIssuer(issuer).AddAudiences(Audience);
                validation.UseSystemNetHttp();
            }
            else
            {
                validation.UseLocalServer();
                validation.AddAudiences(Audience);
            }
            validation.UseAspNetCore();
        });
        var schemes = services.AddAuthentication(ByRequest).AddPolicyScheme(ByRequest, null, scheme => scheme.ForwardDefaultSelector = SchemeFor);
        schemes.AddSession(settings);
        if (settings.ClaimNames.Count > 0)
        {
            services.AddSingleton<IClaimsTransformation>(new IssuerClaims(settings.ClaimNames));
        }
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder(ByRequest)
            .RequireAuthenticatedUser()
            .RequireAssertion(context => Caller.From(context.User) is not null)
            .Build());
    }

    // The interface and what brings a token go by the token; pages go by the session. A session gives no way into the interface.
    private static string SchemeFor(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || http.Request.Headers.ContainsKey("Authorization")
            ? OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme : Session;

    // No database of clients and no tokens kept: the clients stand in one file, and a token lives for minutes.
    private static void AddExampleServer(OpenIddictServerBuilder server)
    {
        server.EnableDegradedMode();
        server.SetTokenEndpointUris(TokenPath);
        server.AllowClientCredentialsFlow();
        server.SetAccessTokenLifetime(TimeSpan.FromMinutes(15));
        server.AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32))); // New at each start, as tokens live for minutes; RSA keys would take seconds.
#pragma warning disable CA2000 // The server has the key for as long as it runs.
        server.AddSigningKey(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)));
#pragma warning restore CA2000
        server.DisableAccessTokenEncryption();
        server.UseAspNetCore().DisableTransportSecurityRequirement(); // This machine only; elsewhere TLS ends before it.
        server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(Validate));
        server.AddEventHandler<HandleTokenRequestContext>(handler => handler.UseInlineHandler(Give));
    }

    private static ValueTask Validate(ValidateTokenRequestContext context)
    {
        if (ExampleClients.Find(context.ClientId) is null || context.ClientSecret != ExampleClients.Secret)
        {
            context.Reject(Errors.InvalidClient, "Onbekende client of verkeerd geheim. Unknown client or wrong secret.");
        }
        return ValueTask.CompletedTask;
    }

    private static ValueTask Give(HandleTokenRequestContext context)
    {
        var client = ExampleClients.Find(context.ClientId)!;
        var asked = context.Request.GetParameter("nummer")?.ToString();
        var number = int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var own) && own > 0 ? own : client.Number;
        var identity = new ClaimsIdentity(OpenIddictServerDefaults(), Claims.Name, Claims.Role);
        identity.AddClaim(new Claim(Claims.Subject, client.Id));
        identity.AddClaim(new Claim(Caller.FunctionClaim, client.Function.Code));
        identity.AddClaim(new Claim(Caller.NumberClaim, number.ToString(CultureInfo.InvariantCulture)));
        foreach (var file in (context.Request.GetParameter("client")?.ToString() ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(100))
        {
            identity.AddClaim(new Claim(Caller.ClientClaim, file));
        }
        foreach (var tie in (string[])[Caller.SiteClaim, Caller.MunicipalityClaim, Caller.TeamClaim, Caller.NameClaim])
        {
            if (context.Request.GetParameter(tie)?.ToString() is { Length: > 0 } value)
            {
                identity.AddClaim(new Claim(tie, value));
            }
        }
        identity.SetDestinations(_ => [Destinations.AccessToken]);
        var principal = new ClaimsPrincipal(identity);
        principal.SetAudiences(Audience);
        context.Principal = principal;
        return ValueTask.CompletedTask;
    }

    private static string OpenIddictServerDefaults() => OpenIddict.Server.AspNetCore.OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;
}
