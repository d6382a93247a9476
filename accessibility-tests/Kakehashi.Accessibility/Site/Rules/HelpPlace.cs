using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Site.Rules;

/// <summary>Where help is offered in header or footer, it stands in the same of the two on every page.</summary>
public sealed partial class HelpPlace() : SiteRule("help-place", Criteria.ConsistentHelp, Weight.Warning, MiChecker.Problem,
    "お問い合わせへのリンクの位置が、ほかのページと違います。どのページでも同じ場所（ヘッダーかフッター）に置いてください。")
{
    private const string Above = "<header><a href=\"/\">見本県</a><a href=\"/contact/\">お問い合わせ</a></header><main><h1>見本</h1></main>";
    private const string Below = "<header><a href=\"/\">見本県</a></header><main><h1>見本</h1></main><footer><a href=\"/contact/\">お問い合わせ</a></footer>";

    public override IReadOnlyList<SiteExample> Examples { get; } =
    [
        SiteExample.Bad(("index.html", "見本県", Above + "<p><a href=\"/a/\">見本</a></p>"), ("contact/index.html", "見本の問い合わせ", Above), ("a/index.html", "見本の課題", Below)),
        SiteExample.Good(("index.html", "見本県", Above + "<p><a href=\"/a/\">見本</a></p>"), ("contact/index.html", "見本の問い合わせ", Above), ("a/index.html", "見本の課題", Above)),
    ];

    public override IEnumerable<SiteFault> Check(BuiltSite site)
    {
        var pages = site.Pages.Select(page => (page, links: page.References.Where(IsHelp).ToList())).Where(row => row.links.Count > 0).ToList();
        if (pages.Count < 2)
            return [];
        var usual = pages.GroupBy(row => row.links[0].Region).MaxBy(same => same.Count())!.Key;
        return pages.Where(row => row.links.All(link => link.Region != usual)).Select(row => new SiteFault(row.page, row.links[0].Line, row.links[0].Name));
    }

    private static bool IsHelp(Reference reference) => reference.IsLink && reference.Region != Region.Content && Help().IsMatch(reference.Name);

    [GeneratedRegex("^(お?問い?合わ?せ|ヘルプ|相談窓口|お困りの方へ)")]
    private static partial Regex Help();
}
