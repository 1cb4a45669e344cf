using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace Schakel.Web.SignIn;

/// <summary>
/// What an issuer says, under our names (claims van de uitgever). Where another name is set for one of ours, ours counts for nothing in what the issuer
/// signs: there it may mean something else.
/// </summary>
/// <param name="names">The issuer's name, by ours.</param>
internal sealed class IssuerClaims(IReadOnlyDictionary<string, string> names) : IClaimsTransformation
{
    /// <inheritdoc/>
    public Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal) =>
        Task.FromResult(principal.Identity?.AuthenticationType == Access.ChainAccess.Session ? principal : Renamed(principal, names)); // A session holds our names.

    /// <summary>The same, under our names.</summary>
    /// <param name="principal">What the issuer says.</param>
    /// <param name="names">The issuer's name, by ours.</param>
    public static ClaimsPrincipal Renamed(ClaimsPrincipal principal, IReadOnlyDictionary<string, string> names)
    {
        if (names.Count == 0 || principal.Identity is not ClaimsIdentity identity)
        {
            return principal;
        }
        var claims = principal.Claims.Where(each => !names.ContainsKey(each.Type))
            .Concat(names.SelectMany(each => principal.FindAll(each.Value).Select(claim => new Claim(each.Key, claim.Value))));
        return new(new ClaimsIdentity(claims, identity.AuthenticationType, identity.NameClaimType, identity.RoleClaimType));
    }
}
