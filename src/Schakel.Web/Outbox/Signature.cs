using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Schakel.Web.Outbox;

/// <summary>
/// The signature of a delivery (ondertekening), by the Standard Webhooks scheme: HMAC-SHA256 with the subscriber's secret over id, moment
/// and body, so that a receiver knows who sent it, that it is whole, and that it is not an old one sent again.
/// </summary>
public static class Signature
{
    /// <summary>Header with the id of the message.</summary>
    public const string IdHeader = "webhook-id";

    /// <summary>Header with the moment of sending, in seconds since 1970.</summary>
    public const string TimeHeader = "webhook-timestamp";

    /// <summary>Header with the signature.</summary>
    public const string Header = "webhook-signature";

    private const string SecretMark = "whsec_";

    /// <summary>A secret as it is given to a subscriber.</summary>
    /// <param name="secret">The secret.</param>
    public static string Write(byte[] secret) => SecretMark + Convert.ToBase64String(secret);

    /// <summary>The signature of a message.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="id">Its id.</param>
    /// <param name="moment">When it is sent.</param>
    /// <param name="body">Its body.</param>
    public static string Of(byte[] secret, string id, DateTimeOffset moment, ReadOnlySpan<byte> body)
    {
        using var signing = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        signing.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{moment.ToUnixTimeSeconds()}.")));
        signing.AppendData(body);
        return "v1," + Convert.ToBase64String(signing.GetHashAndReset());
    }
}
