using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Kakehashi.Themes.Models;

namespace Kakehashi.Themes.Tests;

public class DocumentTests
{
    static readonly Samples Samples = new(text => text);

    [Fact]
    public async Task The_head_tells_search_engines_and_shared_links_what_the_page_is()
    {
        var page = await Parsed(Samples.Issue() with { SharePicture = new("/media/a.aaaaaaaaaaaa.png", "橋", 800, 450), StructuredData = ["""{"name":"</script><b>&"}"""] });
        Assert.Equal("避難所の混み具合を知らせたい｜架け橋プラットフォーム", page.Title);
        Assert.Equal("https://kakehashi.example/issues/a/", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("https://kakehashi.example/media/a.aaaaaaaaaaaa.png", Meta(page, "og:image"));
        Assert.Equal("橋", Meta(page, "og:image:alt"));
        Assert.Equal("/feeds/articles.xml", page.QuerySelector("link[type='application/atom+xml']")!.GetAttribute("href"));
        var data = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent);
        Assert.Equal("</script><b>&", data.RootElement.GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_home_page_is_called_by_the_name_of_the_site_alone() =>
        Assert.Equal("架け橋プラットフォーム", (await Parsed(Samples.Home())).Title);

    [Fact]
    public async Task A_page_that_is_not_there_is_kept_out_of_search_engines()
    {
        var page = await Parsed(Samples.NotFound());
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Null(page.QuerySelector("link[rel=canonical]"));
    }

    [Fact]
    public async Task Navigation_marks_the_page_and_the_section_it_belongs_to()
    {
        Assert.Equal("page", await Mark(Samples.List()));
        Assert.Equal("true", await Mark(Samples.Issue()));
        Assert.Null(await Mark(Samples.Seed()));

        static async Task<string?> Mark(PageModel model) =>
            (await Parsed(model)).QuerySelector("nav[aria-label='メインメニュー'] a[href='/issues/']")!.GetAttribute("aria-current");
    }

    [Fact]
    public async Task The_breadcrumb_leads_from_home_to_the_page()
    {
        var items = (await Parsed(Samples.Issue())).QuerySelectorAll("nav[aria-label='現在位置'] li").ToList();
        Assert.Equal(["ホーム", "課題", "避難所の混み具合を知らせたい"], items.Select(item => item.TextContent.Trim()));
        Assert.Equal("page", items[^1].GetAttribute("aria-current"));
    }

    [Fact]
    public async Task The_notice_stands_before_everything_else_with_its_time()
    {
        var notice = (await Parsed(Samples.Home())).QuerySelector("body > section")!;
        Assert.Equal("2026-11-01T12:00:00+09:00", notice.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.True(notice.CompareDocumentPosition(notice.Owner!.QuerySelector("header")!).HasFlag(DocumentPositions.Following));
    }

    [Fact]
    public async Task Without_a_notice_there_is_no_banner() =>
        Assert.Null((await Parsed(Samples.Home() with { Shell = Samples.Shell() with { Notice = null } })).QuerySelector("#notice-title"));

    [Fact]
    public async Task Who_answers_can_be_called_and_written_to()
    {
        var contact = (await Parsed(Samples.Article())).QuerySelector(".contact")!;
        Assert.Equal(["tel:000-000-0000", "mailto:madoguchi@mihon.example"], contact.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task An_issue_without_texts_has_no_empty_part()
    {
        var empty = MarkdownText.Empty;
        var page = await Parsed(Samples.Issue() with
        {
            Body = empty, Background = empty, PresentState = empty, Direction = empty, Conditions = empty, Schedule = empty, HowToPropose = empty, Contact = null,
            DaysLeft = null,
        });
        Assert.Empty(page.QuerySelectorAll("main h2"));
        Assert.DoesNotContain(page.QuerySelectorAll("main section, main ul, main ol, main dl, main p"), element => element.TextContent.Trim().Length == 0);
        Assert.Empty(page.QuerySelectorAll("a[href='#proposal']"));
    }

    [Fact]
    public async Task Stages_say_in_words_how_far_an_issue_has_come()
    {
        var current = Assert.Single((await Parsed(Samples.Issue())).QuerySelectorAll("ol.stages [aria-current=step]"));
        Assert.Contains("提案募集中", current.TextContent, StringComparison.Ordinal);
        Assert.Contains("いまここ", current.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_tells_its_period_fee_and_capacity_as_a_prefecture_writes_them()
    {
        var facts = (await Parsed(Samples.Event())).QuerySelector(".facts")!;
        string Fact(string label) => facts.QuerySelectorAll("dt").Single(term => term.TextContent == label).NextElementSibling!.TextContent.Trim();
        Assert.Equal("2026年12月5日（土曜日）正午から午後2時まで", string.Concat(Fact("日時").Where(letter => !char.IsWhiteSpace(letter))));
        Assert.Equal(("無料", "1,200人"), (Fact("参加費"), Fact("定員")));
    }

    [Fact]
    public async Task Pages_between_are_left_out_of_the_page_numbers()
    {
        var list = await Parsed(Samples.List() with { Pagination = new(10, 20, 400, "/issues/") });
        Assert.Equal(["前のページ", "ページ1", "…", "ページ8", "ページ9", "ページ10", "ページ11", "ページ12", "…", "ページ20", "次のページ"], list.QuerySelectorAll(".pagination li").Select(item => item.TextContent.Trim()));
        Assert.Equal("/issues/page/11/", list.QuerySelector("a[rel=next]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    public async Task An_address_in_settings_that_could_run_code_is_not_linked(string href)
    {
        var program = Samples.Shell().Program with { Sponsors = [new("協賛者", href)], Navigation = [new("悪い", href)] };
        var page = await Parsed(Samples.Home() with { Shell = Samples.Shell() with { Program = program } });
        Assert.DoesNotContain(page.Links, link => link.GetAttribute("href") == href);
    }

    static string? Meta(IDocument page, string property) => page.QuerySelector($"meta[property='{property}']")?.GetAttribute("content");

    static async Task<IDocument> Parsed(PageModel model) => new HtmlParser().ParseDocument(await PageRenderer.RenderAsync(model));
}
