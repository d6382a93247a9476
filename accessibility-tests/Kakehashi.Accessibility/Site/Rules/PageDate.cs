namespace Kakehashi.Accessibility.Site.Rules;

/// <summary>A page tells of when it is where its neighbours do.</summary>
public sealed class PageDate() : SiteRule("page-date", null, Weight.Advice, MiChecker.NeedsJudgement,
    "同じ種類のほかのページにある更新日（公開日）が、このページにありません。いつの内容か分かるように、日付を書いてください。")
{
    private const string Home = "<a href=\"/news/a/\">甲</a><a href=\"/news/b/\">乙</a><a href=\"/news/c/\">丙</a><a href=\"/news/d/\">丁</a><a href=\"/news/e/\">戊</a>";

    public override IReadOnlyList<SiteExample> Examples { get; } =
    [
        SiteExample.Bad(("index.html", "見本県", Home), Page("a"), Page("b"), Page("c"), Page("d"), ("news/e/index.html", "お知らせe", "<p>窓口が変わります。</p>")),
        SiteExample.Good(("index.html", "見本県", Home), Page("a"), Page("b"), Page("c"), Page("d"), ("news/e/index.html", "お知らせe", "<p>掲載日：令和8年3月2日</p>")),
    ];

    public override IEnumerable<SiteFault> Check(BuiltSite site) => Siblings.Without(site, page => page.HasDate);

    private static (string, string, string) Page(string name) => ($"news/{name}/index.html", $"お知らせ{name}", "<p>更新日：2026年3月2日</p>");
}
