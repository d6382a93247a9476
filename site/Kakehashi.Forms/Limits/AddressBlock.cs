using System.Net;
using System.Net.Sockets;

namespace Kakehashi.Forms.Limits;

/// <summary>What limits count as one visitor: an IPv4 address, or the /64 of an IPv6 address.</summary>
/// <remarks>
/// Both are about one subscriber's line: a /64 is the smallest network a line gets, and its holder can use any address of it (RFC 6177).
/// An IPv4 /24 would hold hundreds of strangers behind one carrier; the limits per form hold when somebody owns many lines.
/// </remarks>
internal static class AddressBlock
{
    /// <summary>The block of whoever sent a request.</summary>
    /// <param name="peer">The other end of the connection; null where it is no network connection.</param>
    /// <param name="forwarded">X-Forwarded-For; believed only from a trusted peer, and then its last entry, which that peer added.</param>
    public static IPAddress Of(IPAddress? peer, string? forwarded, IReadOnlyCollection<IPAddress> proxies)
    {
        var address = Plain(peer ?? IPAddress.None);
        if ((IPAddress.IsLoopback(address) || proxies.Contains(address)) && forwarded?.Split(',', StringSplitOptions.TrimEntries)[^1] is { } last
            && IPAddress.TryParse(last, out var visitor)) address = Plain(visitor);
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
