using Kakehashi.Content;
using Kakehashi.Site.Outputs;
using Kakehashi.Site.Planning.Pages;
using Kakehashi.Site.Sources;
using Kakehashi.Themes;
using Kakehashi.Themes.Models;

namespace Kakehashi.Site.Planning;

/// <summary>Decides what the site consists of. Pure: the same snapshot at the same instant gives the same plan; nothing is rendered.</summary>
public static class Planner
{
    /// <summary>All files of the site with their fingerprints.</summary>
    public static SitePlan Plan(Snapshot snapshot, DateTimeOffset now)
    {
        var clock = new SiteClock(now);
        var site = new PublicSite(snapshot, clock);
        var pages = Pages(site);
        var routes = pages.AsParallel().Select(page => (Route)new PageRoute(Address.File(page.Address), Fingerprint.Of(page), page))
            .Concat(Files(site, pages).AsParallel())
            .ToList();
        routes.Sort((a, b) => string.CompareOrdinal(a.File, b.File));
        return new SitePlan(JapaneseTime.DateOf(now), snapshot.Program, routes, clock.NextChange, [.. ClaimedTwice(routes)]);
    }

    /// <summary>Every page of the site; any order.</summary>
    public static IReadOnlyList<PageModel> Pages(PublicSite site)
    {
        var pages = ContentPages(site);
        return [.. pages, .. AccessibilityPages.Plan(site, pages)];
    }

    static List<PageModel> ContentPages(PublicSite site) =>
    [
        .. RootPages.Plan(site), .. ArticlePages.Plan(site), .. IssuePages.Plan(site), .. SeedPages.Plan(site),
        .. MemberPages.Plan(site), .. EventPages.Plan(site), .. SurveyPages.Plan(site), .. FormPages.Plan(site), .. OtherPages.Plan(site),
    ];

    static IEnumerable<Route> Files(PublicSite site, IReadOnlyList<PageModel> pages)
    {
        foreach (var asset in Theme.Assets)
            yield return new BytesRoute(Address.File(asset.Address), Fingerprint.Of(asset.Bytes.Span), asset.Bytes, Stage.Media);
        foreach (var media in site.Media.Used)
            yield return new MediaRoute(Address.File(media.File.Href), media.File.Hash, media);
        foreach (var (file, bytes) in FormPages.Documents(site)) yield return new BytesRoute(file, Fingerprint.Of(bytes.Span), bytes, Stage.Media);
        foreach (var (file, bytes) in AccessibilityPages.Files(site)) yield return Output(file, bytes);
        foreach (var (file, bytes) in SearchEngines.Write(site.Program, pages)) yield return Output(file, bytes);
        yield return Output(Address.File(ArticleFeed.Address), ArticleFeed.Write(site));
        yield return Output(Address.File(EventCalendar.Address), EventCalendar.Write(site, site.Items.Events));
        foreach (var happening in site.Items.Events.Where(happening => !site.Clock.HasPassed(happening.EndsAt)))
            yield return Output(Address.File(EventCalendar.AddressOf(happening)), EventCalendar.Write(site, [happening]));
        yield return Output("_redirects", Redirects.Write(site, pages.Select(page => page.Address).ToHashSet(StringComparer.Ordinal)));
    }

    static BytesRoute Output(string file, ReadOnlyMemory<byte> bytes) => new(file, Fingerprint.Of(bytes.Span), bytes, Stage.Outputs);

    // File systems that ignore case would let one page overwrite another.
    static IEnumerable<Problem> ClaimedTwice(List<Route> routes)
    {
        var seen = new HashSet<string>(routes.Count, StringComparer.OrdinalIgnoreCase);
        var twice = routes.Where(route => !seen.Add(route.File)).Select(route => route.File).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return twice.Count == 0 ? [] : routes.Where(route => twice.Contains(route.File)).GroupBy(route => route.File, StringComparer.OrdinalIgnoreCase)
            .Select(same => new Problem(same.Key, 0, $"{string.Join("と", same.Select(Name))}が同じアドレスを使います。どちらかの名前を変えてください。"));
    }

    static string Name(Route route) => route is PageRoute page ? $"「{page.Model.Title}」" : $"「{route.File}」";
}
