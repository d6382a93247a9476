using Kakehashi.Content;
using Kakehashi.Site.Planning;
using Kakehashi.Site.Sources;
using Kakehashi.Themes;

namespace Kakehashi.Site.Preview;

/// <summary>The page of a draft as it would stand on the site now.</summary>
public static class PagePreview
{
    /// <summary>Renders a draft with the real theme among what is public.</summary>
    /// <returns>Whole HTML document; null for types that have no page.</returns>
    /// <exception cref="System.Text.Json.JsonException">A value does not have its field's shape.</exception>
    public static async Task<string?> RenderAsync(Snapshot snapshot, ItemDocument draft, DateTimeOffset now)
    {
        var type = ContentType.Find(draft.Type) ?? throw new System.Text.Json.JsonException($"No type is called {draft.Type}.");
        if (type.Address(draft.Slug) is not { } address) return null;
        var published = draft.PublishAt is { } from && from <= now ? from : now;
        var item = type.ToItem(draft with { PublishAt = published, ExpireAt = null });
        var site = new PublicSite(snapshot.With(item), new SiteClock(now));
        return await PageRenderer.RenderAsync(Planner.Pages(site).First(page => page.Address == address));
    }
}
