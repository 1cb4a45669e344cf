using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace Schakel.Web.Outbox;

// Whoever names an address makes our server call it: it must not be one that only our server can reach. The form is looked at when a
// subscription is opened; where the name leads is looked at when the connection is made, and it is that very address that is connected to,
// so that a name which leads elsewhere a moment later opens nothing.

/// <summary>Where may be delivered (toegestane adressen): https, and no network that is private, reserved or this machine.</summary>
public static class ReceiverAddress
{
    private const int Longest = 500;

    private static readonly ImmutableArray<IPNetwork> ClosedV4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    // Of IPv6 only what is given out for the whole world, without what leads to IPv4 or is for documents.
    private static readonly IPNetwork OpenV6 = IPNetwork.Parse("2000::/3");

    private static readonly ImmutableArray<IPNetwork> ClosedV6 =
        [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(IPNetwork.Parse)];

    /// <summary>Whether an address has the form of one where may be delivered.</summary>
    /// <param name="text">The address.</param>
    /// <param name="allowsLoopback">Whether this machine is allowed.</param>
    public static Uri? Parse(string? text, bool allowsLoopback)
    {
        if (text is not { Length: <= Longest } || !Uri.TryCreate(text, UriKind.Absolute, out var address) || address.UserInfo.Length > 0 || address.Fragment.Length > 0)
        {
            return null;
        }
        var mayBePlain = allowsLoopback && address.IsLoopback;
        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && mayBePlain))
        {
            return null;
        }
        return IPAddress.TryParse(address.DnsSafeHost, out var literal) ? (IsAllowed(literal, allowsLoopback) ? address : null)
            : address.IsLoopback && !allowsLoopback ? null : address;
    }

    /// <summary>Whether may be delivered at a number in the network.</summary>
    /// <param name="address">The number.</param>
    /// <param name="allowsLoopback">Whether this machine is allowed.</param>
    public static bool IsAllowed(IPAddress address, bool allowsLoopback)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (IPAddress.IsLoopback(plain))
        {
            return allowsLoopback;
        }
        return plain.AddressFamily == AddressFamily.InterNetwork ? !ClosedV4.Any(network => network.Contains(plain))
            : OpenV6.Contains(plain) && !ClosedV6.Any(network => network.Contains(plain));
    }

    /// <summary>Connects to a name or number, if it leads nowhere it may not.</summary>
    /// <param name="host">Name or number.</param>
    /// <param name="port">Port.</param>
    /// <param name="allowsLoopback">Whether this machine is allowed.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="AddressNotAllowedException">The name leads to a network where nothing is delivered.</exception>
    internal static async ValueTask<Stream> ConnectAsync(string host, int port, bool allowsLoopback, CancellationToken cancellation)
    {
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellation).ConfigureAwait(false);
        if (addresses.Length == 0 || !addresses.All(each => IsAllowed(each, allowsLoopback)))
        {
            throw new AddressNotAllowedException();
        }
#pragma warning disable CA2000 // The stream owns it; without a stream it is disposed below.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
#pragma warning restore CA2000
        try
        {
            await socket.ConnectAsync(addresses, port, cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A name leads to a network where nothing is delivered (adres niet toegestaan).</summary>
internal sealed class AddressNotAllowedException() : IOException("The name leads to a network where nothing is delivered.");
