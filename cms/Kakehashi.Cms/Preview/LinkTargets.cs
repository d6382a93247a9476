using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Preview;

/// <summary>Where links in a text lead.</summary>
static class LinkTargets
{
    /// <summary>Decoded path with slashes around, without query and fragment; empty for what leads out of the site.</summary>
    /// <param name="site">Public address of the site's root: whole addresses below it lead into the site, however their host is written.</param>
    /// <param name="from">Address of the page, root-relative.</param>
    public static string Resolve(Uri site, string from, string href) =>
        Uri.TryCreate(new Uri(site, from), href, out var target) && target.Scheme is "https" or "http" && target.IdnHost == site.IdnHost && (target.Port == site.Port || target.IsDefaultPort && site.IsDefaultPort) ? Uri.UnescapeDataString(target.AbsolutePath).TrimEnd('/') + "/" : "";

    /// <summary>Those of the addresses that visitors will see by then, though not yet: approved for that instant at the latest.</summary>
    /// <param name="at">Null = now; nothing is to come by then.</param>
    public static async Task<IReadOnlySet<string>> PublicByAsync(CmsDb db, IEnumerable<string> addresses, DateTimeOffset? at, CancellationToken ct)
    {
        var wanted = addresses.ToHashSet(StringComparer.Ordinal);
        if (at is not { } instant || wanted.Count == 0) return wanted.Where(_ => false).ToHashSet(StringComparer.Ordinal);
        var held = await db.Addresses.AsNoTracking().Where(claim => wanted.Contains(claim.Address)).Join(db.Items.AsNoTracking(), claim => claim.ItemId, item => item.Id, (claim, item) => new { claim.Address, item }).ToListAsync(ct);
        return held.Where(found => DraftCheck.IsPublicAt(found.item, SlugOf(found.Address), instant)).Select(found => found.Address).ToHashSet(StringComparer.Ordinal);
    }

    static string SlugOf(string address) => address.TrimEnd('/').Split('/')[^1];
}
