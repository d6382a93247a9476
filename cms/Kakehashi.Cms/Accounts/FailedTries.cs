using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Kakehashi.Cms.Frame;

namespace Kakehashi.Cms.Accounts;

/// <summary>Counts wrong passwords by address, in this process alone, so that nobody tries many or locks everybody out.</summary>
public sealed class FailedTries(TimeProvider time)
{
    /// <summary>Wrong passwords that one address may send within <see cref="Window"/>.</summary>
    public const int Limit = 10;

    /// <summary>Begins with an address's first try.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    const int ManyAddresses = 10_000;

    readonly ConcurrentDictionary<string, Count> counts = new(StringComparer.Ordinal);

    /// <summary>Counts a try before its password is looked at, so that tries sent at once count as well.</summary>
    /// <returns>False when the address has used up its tries; nothing is to be looked at.</returns>
    public bool Begin(IPAddress? address)
    {
        var now = time.GetUtcNow();
        if (counts.Count > ManyAddresses)
            foreach (var (old, _) in counts.Where(pair => pair.Value.Until <= now)) counts.TryRemove(old, out _);
        return counts.AddOrUpdate(KeyOf(address), _ => new(1, now + Window), (_, count) => count.Until <= now ? new(1, now + Window) : count with { Tries = count.Tries + 1 }).Tries <= Limit;
    }

    /// <summary>The password was right: that try is not counted.</summary>
    public void TakeBack(IPAddress? address)
    {
        if (counts.TryGetValue(KeyOf(address), out var count)) counts.TryUpdate(KeyOf(address), count with { Tries = Math.Max(0, count.Tries - 1) }, count);
    }

    /// <summary>The page for an address that has used up its tries.</summary>
    public static IResult Refusal() => Pages.Failure(StatusCodes.Status429TooManyRequests, "しばらくお待ちください",
        "パスワードの間違いが続いたため、受け付けを止めています。1分ほど待ってから、もう一度お試しください。");

    // Whoever has one IPv6 address has its whole /64.
    static string KeyOf(IPAddress? address) => address switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.MapToIPv4().ToString(),
    };

    sealed record Count(int Tries, DateTimeOffset Until);
}
