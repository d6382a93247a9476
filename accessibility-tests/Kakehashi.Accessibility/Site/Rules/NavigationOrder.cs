namespace Kakehashi.Accessibility.Site.Rules;

/// <summary>What repeats in header and footer comes in the same order on every page.</summary>
/// <remarks>The order of most pages is the right one. A page may leave links out or add some.</remarks>
public sealed class NavigationOrder() : SiteRule("navigation-order", Criteria.ConsistentNavigation, Weight.Warning, MiChecker.Problem,
    "メニューの並び順が、ほかのページと違います。どのページでも同じ順に並べてください。")
{
    private const string Menu = "<header><a href=\"/\">見本県</a><a href=\"/a/\">課題</a><a href=\"/b/\">シーズ</a></header><main><h1>見本</h1></main>";
    private const string Turned = "<header><a href=\"/\">見本県</a><a href=\"/b/\">シーズ</a><a href=\"/a/\">課題</a></header><main><h1>見本</h1></main>";
    private const string Shorter = "<header><a href=\"/\">見本県</a><a href=\"/b/\">シーズ</a></header><main><h1>見本</h1></main>";

    public override IReadOnlyList<SiteExample> Examples { get; } =
    [
        SiteExample.Bad(("index.html", "見本県", Menu), ("a/index.html", "見本の課題", Menu), ("b/index.html", "見本のシーズ", Turned)),
        SiteExample.Good(("index.html", "見本県", Menu), ("a/index.html", "見本の課題", Menu), ("b/index.html", "見本のシーズ", Shorter)),
    ];

    public override IEnumerable<SiteFault> Check(BuiltSite site) =>
        from region in new[] { Region.Header, Region.Footer }
        let orders = site.Pages.Select(page => (page, links: Links(page, region))).Where(row => row.links.Count > 1).ToList()
        where orders.Count > 1
        let usual = Places(orders.GroupBy(row => string.Join('\n', row.links.Select(link => link.Path)), StringComparer.Ordinal).MaxBy(same => same.Count())!.First().links)
        from row in orders
        let stray = FirstOutOfOrder(row.links, usual)
        where stray is not null
        select new SiteFault(row.page, stray.Line, stray.Name);

    private static List<Reference> Links(SitePage page, Region region) =>
        [.. page.References.Where(reference => reference.IsLink && reference.Region == region).DistinctBy(reference => reference.Path, StringComparer.Ordinal)];

    private static Dictionary<string, int> Places(List<Reference> links) =>
        links.Select((link, place) => (link.Path, place)).ToDictionary(row => row.Path, row => row.place, StringComparer.Ordinal);

    private static Reference? FirstOutOfOrder(List<Reference> links, Dictionary<string, int> usual)
    {
        var last = -1;
        foreach (var link in links)
            if (usual.TryGetValue(link.Path, out var place))
            {
                if (place < last)
                    return link;
                last = place;
            }
        return null;
    }
}
