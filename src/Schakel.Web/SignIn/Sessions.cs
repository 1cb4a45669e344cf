using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Schakel.Web.Access;

namespace Schakel.Web.SignIn;

/// <summary>
/// Sessions of people who use pages (sessies): a cookie that no script reads and no other site sends, that ends half an hour after the last
/// use and twelve hours after the beginning. Its keys are kept, so that a restart signs nobody out.
/// </summary>
internal static class Sessions
{
    public const string Issuer = "openid";
    public const string ReturnParameter = "terug";
    public const string Path = "/aanmelden";

    private const string BeganClaim = "sinds";
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    // Levels of assurance that are substantial or higher (NL GOV profile of OpenID Connect: acr; eIDAS).
    private static readonly string[] Substantial =
        ["http://eidas.europa.eu/LoA/substantial", "http://eidas.europa.eu/LoA/high", "urn:etoegang:core:assurance-class:loa3", "urn:etoegang:core:assurance-class:loa4"];

    /// <summary>Adds the session's cookie, protection of forms, and signing in at the issuer where there is one.</summary>
    public static void AddSession(this AuthenticationBuilder schemes, WebSettings settings)
    {
        schemes.Services.AddDataProtection().SetApplicationName("schakel").PersistKeysToFileSystem(FolderFor(settings.KeysFolder));
        schemes.Services.AddAntiforgery(forms =>
        {
            forms.Cookie = new CookieBuilder { Name = "schakel-formulier", HttpOnly = true, SameSite = SameSiteMode.Strict, SecurePolicy = CookieSecurePolicy.SameAsRequest, IsEssential = true };
            forms.SuppressXFrameOptionsHeader = false;
        });
        schemes.AddCookie(ChainAccess.Session, session =>
        {
            session.Cookie = new CookieBuilder
            {
                Name = ChainAccess.Session,
                HttpOnly = true,
                // Whoever comes back from the issuer comes from another site: strict would lose them their session at once.
                SameSite = settings.Issuer is null ? SameSiteMode.Strict : SameSiteMode.Lax,
                SecurePolicy = CookieSecurePolicy.SameAsRequest,
                IsEssential = true,
            };
            (session.LoginPath, session.AccessDeniedPath, session.LogoutPath, session.ReturnUrlParameter) = (Path, Path, "/afmelden", ReturnParameter);
            (session.ExpireTimeSpan, session.SlidingExpiration) = (Idle, true);
            session.TimeProvider = settings.Clock;
            session.Events.OnValidatePrincipal = async context =>
            {
                var began = context.Principal?.FindFirstValue(BeganClaim);
                if (!long.TryParse(began, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                    || settings.Clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds) > Longest)
                {
                    context.RejectPrincipal();
                    await context.HttpContext.SignOutAsync(ChainAccess.Session).ConfigureAwait(false);
                }
            };
        });
        if (settings.Issuer is { } issuer)
        {
            schemes.AddOpenIdConnect(Issuer, open => AtIssuer(open, issuer, settings));
        }
    }

    /// <summary>What a session holds: of which the caller is made again, and when it began. Nothing else.</summary>
    public static ClaimsPrincipal Of(Caller caller, TimeProvider clock) => new(new ClaimsIdentity(
        caller.Claims().Append(new(BeganClaim, clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))), ChainAccess.Session, Caller.NameClaim, null));

    private static void AtIssuer(OpenIdConnectOptions open, Uri issuer, WebSettings settings)
    {
        open.Authority = issuer.ToString();
        open.RequireHttpsMetadata = issuer.Scheme == Uri.UriSchemeHttps || !issuer.IsLoopback;
        (open.ClientId, open.ClientSecret) = (settings.ClientId, settings.ClientKey is null ? settings.ClientSecret : null);
        if (settings.ClientKey is { } key)
        {
            var assertion = ClientAssertion.Of(key, settings.ClientKeyId, settings.ClientId, settings.Clock);
            open.Events.OnAuthorizationCodeReceived = async context =>
            {
                var there = await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted).ConfigureAwait(false);
                (context.TokenEndpointRequest!.ClientAssertionType, context.TokenEndpointRequest.ClientAssertion) = (ClientAssertion.Type, assertion.For(there.TokenEndpoint));
            };
        }
        IReadOnlyList<string> enough = settings.Assurance.Count > 0 ? settings.Assurance : Substantial;
        (open.ResponseType, open.UsePkce, open.SaveTokens, open.MapInboundClaims) = (OpenIdConnectResponseType.Code, true, false, false);
        open.ResponseMode = OpenIdConnectResponseMode.Query; // A form posted by another site would not bring the strict cookies along.
        open.SignInScheme = ChainAccess.Session;
        open.CallbackPath = Path + "/terugkeer";
        open.SignedOutCallbackPath = "/afgemeld";
        open.TimeProvider = settings.Clock;
        (open.NonceCookie.SameSite, open.CorrelationCookie.SameSite) = (SameSiteMode.Lax, SameSiteMode.Lax);
        (open.NonceCookie.SecurePolicy, open.CorrelationCookie.SecurePolicy) = (CookieSecurePolicy.SameAsRequest, CookieSecurePolicy.SameAsRequest);
        open.Scope.Clear();
        open.Scope.Add("openid");
        open.Events.OnRedirectToIdentityProvider = context =>
        {
            context.ProtocolMessage.AcrValues = enough[0];
            return Task.CompletedTask;
        };
        open.Events.OnTokenValidated = context =>
        {
            if (!enough.Contains(context.Principal?.FindFirstValue("acr")))
            {
                context.Fail("The level of assurance (acr) is not enough.");
            }
            else if (context.Principal is { } principal && Caller.From(IssuerClaims.Renamed(principal, settings.ClaimNames)) is { } caller)
            {
                context.Principal = Of(caller, settings.Clock);
            }
            else
            {
                context.Fail("The token names no function that is known here.");
            }
            return Task.CompletedTask;
        };
        open.Events.OnRemoteFailure = context =>
        {
            context.HandleResponse();
            context.Response.Redirect(Path + "?fout=organisatie"); // Why stands in no address; the page says what to do.
            return Task.CompletedTask;
        };
    }

    private static DirectoryInfo FolderFor(string keys)
    {
        var folder = System.IO.Path.Combine(keys, "sessies");
        return OperatingSystem.IsWindows() ? Directory.CreateDirectory(folder)
            : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
