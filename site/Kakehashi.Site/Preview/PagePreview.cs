using Kakehashi.Accessibility;
using Kakehashi.Content;
using Kakehashi.Site.Planning;
using Kakehashi.Site.Publishing;
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
        if (AddressOf(draft) is not { } address) return null;
        var site = new PublicSite(With(snapshot, draft, now), new SiteClock(now));
        return await PageRenderer.RenderAsync(Planner.Pages(site).First(page => page.Address == address));
    }

    /// <summary>Judges a draft as the publication would, links into the site included.</summary>
    /// <returns>Findings by line, under the page's address; null for types that have no page.</returns>
    /// <exception cref="System.Text.Json.JsonException">A value does not have its field's shape.</exception>
    public static async Task<IReadOnlyList<Finding>?> CheckAsync(Snapshot snapshot, ItemDocument draft, DateTimeOffset now)
    {
        if (AddressOf(draft) is not { } address) return null;
        var plan = Planner.Plan(With(snapshot, draft, now), now);
        var route = plan.Routes.OfType<PageRoute>().First(page => page.Model.Address == address);
        return [.. (await new PlannedPages(plan).CheckAsync(await PageRenderer.RenderAsync(route.Model), route)).Select(finding => finding with { Path = address })];
    }

    static string? AddressOf(ItemDocument draft) =>
        (ContentType.Find(draft.Type) ?? throw new System.Text.Json.JsonException($"No type is called {draft.Type}.")).Address(draft.Slug);

    static Snapshot With(Snapshot snapshot, ItemDocument draft, DateTimeOffset now)
    {
        var published = draft.PublishAt is { } from && from <= now ? from : now;
        return snapshot.With(ContentType.Find(draft.Type)!.ToItem(draft with { PublishAt = published, ExpireAt = null }));
    }
}
