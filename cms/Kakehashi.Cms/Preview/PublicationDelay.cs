using Kakehashi.Cms.Editing;
using Kakehashi.Content.Delivery;

namespace Kakehashi.Cms.Preview;

/// <summary>Why visitors do not see yet what has gone live.</summary>
public static class PublicationDelay
{
    /// <returns>Japanese sentences; empty when nothing is known to hold it back.</returns>
    public static IReadOnlyList<string> Of(ItemDetail detail, SiteReport? site)
    {
        if (site is null || detail.Item.PublishedAt is not { } published || detail.Type.Address(detail.Item.Slug) is not { } address) return [];
        var held = site.Held.Where(page => page.Address == address).Select(page => $"{page.Message}（「{page.Excerpt}」）");
        if ((detail.Item.UpdatedAt ?? published) <= site.At) return [.. held];
        return [.. held, .. site.Problems.Select(problem => problem.ToString()), .. site.Fault is { } fault ? [fault] : Array.Empty<string>()];
    }
}
