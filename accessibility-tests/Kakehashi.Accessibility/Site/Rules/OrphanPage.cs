namespace Kakehashi.Accessibility.Site.Rules;

/// <summary>Every page can be reached by links from the home page.</summary>
/// <remarks>Error pages and pages that ask not to be listed are reached in other ways. A site without <c>index.html</c> is not judged.</remarks>
public sealed class OrphanPage() : SiteRule("orphan-page", Criteria.MultipleWays, Weight.Warning, MiChecker.LikelyProblem,
    "トップページからリンクをたどって着けないページです。一覧やサイトマップからリンクしてください。")
{
    public override IReadOnlyList<SiteExample> Examples { get; } =
    [
        SiteExample.Bad(("index.html", "見本県", ""), ("lost/index.html", "迷子", "")),
        SiteExample.Good(("index.html", "見本県", "<a href=\"/found/\">課題</a>"), ("found/index.html", "課題", ""), ("404.html", "ページが見つかりません", "")),
    ];

    public override IEnumerable<SiteFault> Check(BuiltSite site)
    {
        if (site.Home is not { } home)
            return [];
        var reached = Reach(site, home);
        return site.Pages.Where(page => page.IsListed && !IsErrorPage(page) && !reached.Contains(page.Path)).Select(page => new SiteFault(page, 1, page.Title));
    }

    internal static HashSet<string> Reach(BuiltSite site, SitePage home)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { home.Path };
        var waiting = new Queue<SitePage>([home]);
        while (waiting.TryDequeue(out var page))
            foreach (var reference in page.References)
                if (reference.IsLink && site.Follow(reference.Path) is { } file && site.PageAt(file) is { } next && reached.Add(file))
                    waiting.Enqueue(next);
        return reached;
    }

    private static bool IsErrorPage(SitePage page) => page.Path is "404.html" or "50x.html" or "500.html" or "503.html";
}
