using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Schakel.Web.SignIn;

/// <summary>
/// Proof of which client asks a token (private_key_jwt; RFC 7523, and the NL GOV profile of OpenID Connect for confidential clients): a statement that
/// lives for a minute, serves once, is for one issuer alone, and is signed with a key that never leaves this machine.
/// </summary>
internal sealed class ClientAssertion
{
    /// <summary>What kind of proof it is.</summary>
    public const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static readonly TimeSpan Lives = TimeSpan.FromMinutes(1);
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    private readonly SigningCredentials _credentials;
    private readonly string _client;
    private readonly TimeProvider _clock;

    private ClientAssertion(SigningCredentials credentials, string client, TimeProvider clock) => (_credentials, _client, _clock) = (credentials, client, clock);

    /// <summary>Makes proofs with a key.</summary>
    /// <param name="pem">The private key, as PEM.</param>
    /// <param name="id">Its name at the issuer; absent when it needs none.</param>
    /// <param name="client">The client.</param>
    /// <param name="clock">Real time.</param>
    /// <exception cref="ArgumentException">It is no private key of RSA, 2048 bits or more, or on P-256.</exception>
    public static ClientAssertion Of(string pem, string? id, string client, TimeProvider clock) => new(Read(pem, id), client, clock);

    /// <summary>A proof for an issuer.</summary>
    /// <param name="endpoint">Where it gives tokens: nobody else takes it.</param>
    public string For(string endpoint)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = _client,
            Audience = endpoint,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lives,
            SigningCredentials = _credentials,
            Claims = new Dictionary<string, object> { ["sub"] = _client, ["jti"] = RandomNumberGenerator.GetHexString(32, lowercase: true) },
        });
    }

    private static SigningCredentials Read(string pem, string? id)
    {
        try
        {
            // The key lives for as long as the application, which signs with it.
#pragma warning disable CA2000
            if (pem.Contains("EC PRIVATE KEY", StringComparison.Ordinal) || !TryRsa(pem, out var rsa))
            {
                var curve = ECDsa.Create();
                curve.ImportFromPem(pem);
                return curve.KeySize == 256 ? new(new ECDsaSecurityKey(curve) { KeyId = id }, SecurityAlgorithms.EcdsaSha256)
                    : throw new ArgumentException($"The key of the client has {curve.KeySize} bits; a key on the curve P-256 has 256.");
            }
#pragma warning restore CA2000
            return rsa.KeySize >= 2048 ? new(new RsaSecurityKey(rsa) { KeyId = id }, SecurityAlgorithms.RsaSha256)
                : throw new ArgumentException($"The key of the client has {rsa.KeySize} bits; RSA asks 2048 or more.");
        }
        catch (CryptographicException e)
        {
            throw new ArgumentException("The key of the client is no private key in PEM, of RSA or on the curve P-256.", e);
        }
    }

    private static bool TryRsa(string pem, out RSA rsa)
    {
        rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(pem);
            return true;
        }
        catch (CryptographicException)
        {
            rsa.Dispose();
            return false; // A key of another kind in the same wrapping (PKCS 8).
        }
    }
}
