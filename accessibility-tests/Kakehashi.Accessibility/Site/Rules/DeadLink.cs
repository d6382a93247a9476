namespace Kakehashi.Accessibility.Site.Rules;

/// <summary>What points into the site finds a file, or a redirect to one.</summary>
public sealed class DeadLink() : SiteRule("dead-link", null, Weight.Error, MiChecker.Problem,
    "サイト内の行き先がありません。リンク先や画像の住所（URL）を確かめ、正しいものに直すか、リンクを外してください。")
{
    public override IReadOnlyList<SiteExample> Examples { get; } =
    [
        SiteExample.Bad(("index.html", "見本県", "<a href=\"/issues/\">課題</a>")),
        SiteExample.Bad(("index.html", "見本県", "<img src=\"/media/river.svg\" alt=\"用水路\">")),
        SiteExample.Good(("index.html", "見本県", "<a href=\"/issues/\">課題</a>"), ("issues/index.html", "課題", "")),
    ];

    public override IEnumerable<SiteFault> Check(BuiltSite site) =>
        from page in site.Pages
        from reference in page.References
        where site.Follow(reference.Path) is null
        select new SiteFault(page, reference.Line, reference.Href);
}
