namespace Kakehashi.Accessibility.Site.Rules;

/// <summary>In header and footer, what leads to one place bears one name on every page.</summary>
/// <remarks>The names that most pages use are the right ones; a page may use any of them.</remarks>
public sealed class TargetName() : SiteRule("target-name", Criteria.ConsistentIdentification, Weight.Warning, MiChecker.Problem,
    "同じ行き先のリンクが、ほかのページと違う名前です。どのページでも同じ名前にしてください。")
{
    private const string Menu = "<header><a href=\"/\">見本県</a><a href=\"/a/\">課題を見る</a></header><main><h1>見本</h1></main>";
    private const string Renamed = "<header><a href=\"/\">見本県</a><a href=\"/a/\">困りごとの一覧</a></header><main><h1>見本</h1></main>";

    public override IReadOnlyList<SiteExample> Examples { get; } =
    [
        SiteExample.Bad(("index.html", "見本県", Menu + "<p><a href=\"/b/\">見本</a></p>"), ("a/index.html", "見本の課題", Menu), ("b/index.html", "見本のシーズ", Renamed)),
        SiteExample.Good(("index.html", "見本県", Menu + "<p><a href=\"/b/\">見本</a></p>"), ("a/index.html", "見本の課題", Menu), ("b/index.html", "見本のシーズ", Menu)),
    ];

    public override IEnumerable<SiteFault> Check(BuiltSite site) =>
        from target in site.Pages.SelectMany(page => page.References.Where(IsRepeated).Select(link => (page, link)))
            .GroupBy(row => (row.link.Region, row.link.Path, row.link.Fragment))
        where target.Select(row => row.link.Name).Distinct(StringComparer.Ordinal).Skip(1).Any()
        let pages = target.GroupBy(row => row.page).ToList()
        let usual = target.GroupBy(row => row.link.Name, StringComparer.Ordinal).Where(name => name.Count() * 2 >= pages.Count).Select(name => name.Key).ToHashSet(StringComparer.Ordinal)
        where usual.Count > 0
        from page in pages
        where !page.Any(row => usual.Contains(row.link.Name))
        select new SiteFault(page.Key, page.First().link.Line, page.First().link.Name);

    private static bool IsRepeated(Reference reference) => reference.IsLink && reference.Region != Region.Content && reference.Name.Length > 0;
}
