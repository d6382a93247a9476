using System.Globalization;
using Kakehashi.Content;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Types;
using Kakehashi.Themes.Models;

namespace Kakehashi.Site.Planning.Pages;

/// <summary>Home, fixed pages, site map and 404.</summary>
static class RootPages
{
    const int Teasers = 3;
    const int News = 6;
    const int MostLinks = 100;

    public static IEnumerable<PageModel> Plan(PublicSite site) =>
        [Home(site), .. site.Items.Pages.Select(page => Fixed(site, page)), Sitemap(site), NotFound(site)];

    static HomePage Home(PublicSite site) => new()
    {
        Shell = site.Shell,
        Address = "/",
        Title = site.Program.Name,
        Description = site.Program.Description,
        StructuredData = [StructuredData.Organization(site.Program), StructuredData.WebSite(site.Program)],
        OpenIssues = site.Cards.Of(site.Items.Issues.Where(issue => Statuses.Stage(issue, site.Clock) == IssueStage.Open).Take(Teasers)),
        NextEvents = site.Cards.Of(site.Items.Events.Where(happening => !site.Clock.HasPassed(happening.EndsAt)).Take(Teasers)),
        NewSeeds = site.Cards.Of(site.Items.Seeds.OrderByDescending(seed => seed.PublishAt).ThenBy(seed => seed.Slug, StringComparer.Ordinal).Take(Teasers)),
        News = site.Cards.Of(site.Items.Articles.Take(News)),
        Categories = ArticlePages.Listing(site).Links(0).Links,
        Figures =
        [
            new Fact("会員", Count(site.Items.Members.Count, "団体")),
            new Fact("課題", Count(site.Items.Issues.Count, "件")),
            new Fact("シーズ", Count(site.Items.Seeds.Count, "件")),
            new Fact("マッチング", Count(site.Items.Issues.Count(issue => issue.Stage >= IssueStage.Matched), "件")),
        ],
    };

    static DetailPage Fixed(PublicSite site, Page page) => site.Complete(new ContentPage
    {
        Shell = site.Shell,
        Address = $"/{page.Slug}/",
        Title = page.Title,
        Description = page.Summary,
        Body = site.Media.Text(page.Body),
        Form = FormPages.LinkTo(site, page.Slug, null, page.Slug switch
        {
            MemberRegistration.Name => "会員登録を申し込む",
            MemberLink.Name => "会員の手続きを始める",
            _ => $"{page.Title}のフォームを開く",
        }),
    }, page, []);

    static SitemapPage Sitemap(PublicSite site) => new()
    {
        Shell = site.Shell,
        Address = "/sitemap/",
        Title = "サイトマップ",
        Description = $"{site.Program.Name}のページの一覧です。",
        Groups =
        [
            new SitemapGroup(new Link("ホーム", "/"), [.. Links(site, site.Items.Pages), .. AccessibilityPages.Links(site), .. OpenForms(site)]),
            Group(site, IssuePages.Listing(site)),
            Group(site, SeedPages.Listing(site)),
            Group(site, EventPages.Listing(site)),
            Group(site, SurveyPages.Listing(site)),
            Group(site, ArticlePages.Listing(site)),
            Group(site, OtherPages.Cases(site)),
            Group(site, OtherPages.SupportMeasures(site)),
            Group(site, MemberPages.Listing(site)),
            Group(site, OtherPages.WorkingGroups(site)),
            Group(site, OtherPages.Specialists(site)),
        ],
    };

    static NotFoundPage NotFound(PublicSite site) => new()
    {
        Shell = site.Shell,
        Address = "/404.html",
        Title = "お探しのページが見つかりません",
        Description = "アドレスが変わったか、公開が終わったページです。",
    };

    // A list too long to be read through is entered by its own divisions.
    static SitemapGroup Group<T>(PublicSite site, Listing<T> listing) where T : Item => new(
        new Link(listing.Label, $"/{ContentType.Of<T>().Folder}/"),
        listing.Items.Count <= MostLinks || listing.Facets.Count == 0
            ? Links(site, listing.Items)
            : [.. listing.Facets.SelectMany((_, i) => listing.Links(i).Links).Select(link => new Link(link.Label, link.Href))]);

    static IEnumerable<Link> OpenForms(PublicSite site) =>
        site.Forms.Where(form => form.Subject is null && form.IsListed).Select(form => new Link($"{form.Title}（フォーム）", form.Address));

    static IReadOnlyList<Link> Links(PublicSite site, IEnumerable<Item> items) =>
        [.. site.Cards.Of(items).Select(card => new Link(card.Title, card.Href))];

    static string Count(int number, string unit) => number.ToString("N0", CultureInfo.InvariantCulture) + unit;
}
