using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Site.Rules;

/// <summary>Besides following menus there is a second way to every page: a site map, a search, or links on the home page.</summary>
public sealed partial class MultipleWays() : SiteRule("multiple-ways", Criteria.MultipleWays, Weight.Warning, MiChecker.LikelyProblem,
    "ページを探す方法が、リンクをたどることしかありません。サイトマップか検索を用意し、トップページからリンクしてください。")
{
    public override IReadOnlyList<SiteExample> Examples { get; } =
    [
        SiteExample.Bad(("index.html", "見本県", "<a href=\"/a/\">課題</a>"), ("a/index.html", "課題", "<a href=\"/a/1/\">河川の水位</a>"), ("a/1/index.html", "河川の水位", "")),
        SiteExample.Good(("index.html", "見本県", "<a href=\"/a/\">課題</a><a href=\"/sitemap/\">サイトマップ</a>"), ("a/index.html", "課題", "<a href=\"/a/1/\">河川の水位</a>"), ("a/1/index.html", "河川の水位", ""), ("sitemap/index.html", "サイトマップ", "")),
        SiteExample.Good(("index.html", "見本県", "<a href=\"/a/\">課題</a><a href=\"/b/\">シーズ</a>"), ("a/index.html", "課題", ""), ("b/index.html", "シーズ", "")),
    ];

    public override IEnumerable<SiteFault> Check(BuiltSite site)
    {
        if (site.Home is not { } home || home.HasSearch || home.References.Any(reference => reference.IsLink && SecondWay().IsMatch(reference.Path)))
            return [];
        var near = home.References.Where(reference => reference.IsLink).Select(reference => site.Follow(reference.Path)).Append(home.Path).ToHashSet(StringComparer.Ordinal);
        return OrphanPage.Reach(site, home).All(near.Contains) ? [] : [new SiteFault(home, 1, home.Title)];
    }

    [GeneratedRegex("/(site-?map|search|kensaku)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecondWay();
}
