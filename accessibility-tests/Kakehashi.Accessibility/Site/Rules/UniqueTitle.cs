namespace Kakehashi.Accessibility.Site.Rules;

/// <summary>No two pages bear the same title.</summary>
public sealed class UniqueTitle() : SiteRule("unique-title", Criteria.PageTitled, Weight.Warning, MiChecker.LikelyProblem,
    "同じページタイトルのページがほかにあります。内容の違いが分かる題名にしてください。")
{
    public override IReadOnlyList<SiteExample> Examples { get; } =
    [
        SiteExample.Bad(("index.html", "見本県", "<a href=\"/a/\">第1回</a><a href=\"/b/\">第2回</a>"), ("a/index.html", "定例会", ""), ("b/index.html", "定例会", "")),
        SiteExample.Good(("index.html", "見本県", "<a href=\"/a/\">第1回</a><a href=\"/b/\">第2回</a>"), ("a/index.html", "第1回定例会", ""), ("b/index.html", "第2回定例会", "")),
    ];

    public override IEnumerable<SiteFault> Check(BuiltSite site) =>
        from page in site.Pages
        where page.IsListed && page.Title.Length > 0
        group page by page.Title into same
        where same.Skip(1).Any()
        from page in same
        select new SiteFault(page, page.TitleLine, page.Title);
}
