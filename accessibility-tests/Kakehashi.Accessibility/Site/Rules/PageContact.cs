namespace Kakehashi.Accessibility.Site.Rules;

/// <summary>A page tells whom to ask where its neighbours do.</summary>
public sealed class PageContact() : SiteRule("page-contact", null, Weight.Advice, MiChecker.NeedsJudgement,
    "同じ種類のほかのページにある担当課や問い合わせ先が、このページにありません。尋ねる先が分かるように、担当課と連絡先を書いてください。")
{
    private const string Home = "<a href=\"/news/a/\">甲</a><a href=\"/news/b/\">乙</a><a href=\"/news/c/\">丙</a><a href=\"/news/d/\">丁</a><a href=\"/news/e/\">戊</a>";

    public override IReadOnlyList<SiteExample> Examples { get; } =
    [
        SiteExample.Bad(("index.html", "見本県", Home), Page("a"), Page("b"), Page("c"), Page("d"), ("news/e/index.html", "お知らせe", "<p>窓口が変わります。</p>")),
        SiteExample.Good(("index.html", "見本県", Home), Page("a"), Page("b"), Page("c"), Page("d"), ("news/e/index.html", "お知らせe", "<dl><dt>担当課</dt><dd>総務課</dd></dl>")),
    ];

    public override IEnumerable<SiteFault> Check(BuiltSite site) => Siblings.Without(site, page => page.HasContact);

    private static (string, string, string) Page(string name) => ($"news/{name}/index.html", $"お知らせ{name}", "<h2>お問い合わせ先</h2><p>総務課</p>");
}
