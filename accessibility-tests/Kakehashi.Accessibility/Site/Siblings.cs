namespace Kakehashi.Accessibility.Site;

/// <summary>Pages of one kind, as far as a site shows it: those that lie side by side in a folder below the root.</summary>
internal static class Siblings
{
    private const int Fewest = 4;

    /// <summary>Pages that lack what at least four of five beside them have. The kinds of a site's pages are unknown: this is the nearest thing that can be seen from outside.</summary>
    public static IEnumerable<SiteFault> Without(BuiltSite site, Func<SitePage, bool> has) =>
        from same in site.Pages.Where(page => page.IsListed && !page.IsListing).GroupBy(FolderOf, StringComparer.Ordinal)
        where same.Key.Length > 0
        let pages = same.ToList()
        where pages.Count >= Fewest && pages.Count(has) * 5 >= pages.Count * 4
        from page in pages
        where !has(page)
        select new SiteFault(page, page.TitleLine, page.Title);

    // news/2026/index.html and news/2026.html both lie in news.
    private static string FolderOf(SitePage page)
    {
        var name = page.Path.EndsWith("/index.html", StringComparison.Ordinal) ? page.Path[..^"/index.html".Length] : page.Path;
        return name.LastIndexOf('/') is > 0 and var slash ? name[..slash] : "";
    }
}
