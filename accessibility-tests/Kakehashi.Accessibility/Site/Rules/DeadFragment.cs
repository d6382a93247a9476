namespace Kakehashi.Accessibility.Site.Rules;

/// <summary>A link to a place within another page finds that place.</summary>
public sealed class DeadFragment() : SiteRule("dead-fragment", null, Weight.Error, MiChecker.Problem,
    "リンク先のページに、# の後に書いた場所がありません。行き先の見出しのid を確かめて直してください。")
{
    public override IReadOnlyList<SiteExample> Examples { get; } =
    [
        SiteExample.Bad(("index.html", "見本県", "<a href=\"/flow/#step-2\">第2段階</a>"), ("flow/index.html", "流れ", "<h2 id=\"step-1\">第1段階</h2>")),
        SiteExample.Good(("index.html", "見本県", "<a href=\"/flow/#step-1\">第1段階</a>"), ("flow/index.html", "流れ", "<h2 id=\"step-1\">第1段階</h2>")),
    ];

    public override IEnumerable<SiteFault> Check(BuiltSite site) =>
        from page in site.Pages
        from reference in page.References
        where reference.IsLink && reference.Fragment is not ("" or "top")
        let target = site.Follow(reference.Path) is { } file ? site.PageAt(file) : null
        where target is not null && !target.Anchors.Contains(reference.Fragment)
        select new SiteFault(page, reference.Line, reference.Href);
}
