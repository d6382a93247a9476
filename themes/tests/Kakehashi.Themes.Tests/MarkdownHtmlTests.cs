using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Kakehashi.Content;
using Kakehashi.Themes.Markdown;
using Kakehashi.Themes.Models;

namespace Kakehashi.Themes.Tests;

public class MarkdownHtmlTests
{
    static readonly MarkdownContext Context = new("https://kakehashi.example/");

    [Fact]
    public void Emphasis_works_beside_Japanese_brackets() =>
        Assert.Equal("<p><strong>重要（必読）</strong>です</p>\n", Html("**重要（必読）**です"));

    [Fact]
    public void Raw_html_becomes_text()
    {
        var body = Parse("<script>alert(1)</script>\n\n文<b onclick=x>字</b>");
        Assert.Empty(body.QuerySelectorAll("script, b"));
        Assert.Contains("<script>alert(1)</script>", body.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[押す](javascript:alert(1))")]
    [InlineData("[押す](JaVaScRiPt:alert(1))")]
    [InlineData("[押す](java&#10;script:alert(1))")]
    [InlineData("[押す](<\u0001javascript:alert(1)>)")]
    [InlineData("[押す](data:text/html,x)")]
    [InlineData("[押す](//other.example/)")]
    [InlineData("[押す](/\\other.example/)")]
    [InlineData("[押す](vbscript:x)")]
    [InlineData("[押す](/media/missing.pdf)")]
    public void An_unsafe_link_becomes_its_text(string markdown)
    {
        var body = Parse(markdown);
        Assert.Empty(body.QuerySelectorAll("a"));
        Assert.Equal("押す", body.TextContent.Trim());
    }

    [Theory]
    [InlineData("[見る](/issues/)", "/issues/")]
    [InlineData("[見る](#part)", "#part")]
    [InlineData("[見る](mailto:a@b.example)", "mailto:a@b.example")]
    [InlineData("[見る](tel:000-000-0000)", "tel:000-000-0000")]
    [InlineData("[見る](https://kakehashi.example/issues/)", "https://kakehashi.example/issues/")]
    public void A_safe_link_stays(string markdown, string href)
    {
        var link = Assert.Single(Parse(markdown).QuerySelectorAll("a"));
        Assert.Equal(href, link.GetAttribute("href"));
        Assert.Equal("見る", link.TextContent);
    }

    [Theory]
    [InlineData("- [見る](/a/)", true)]
    [InlineData("| 名前 |\n| --- |\n| [見る](/a/) |", true)]
    [InlineData("- [見る](/a/)ことができます", false)]
    [InlineData("## [見る](/a/)", false)]
    public void A_link_alone_in_its_line_can_be_drawn_as_high_as_a_finger(string markdown, bool alone) =>
        Assert.Equal(alone, Parse(markdown).QuerySelector("a")!.ClassList.Contains("alone"));

    [Theory]
    [InlineData("[国の案内](https://outside.example/)", "国の案内（外部サイト）")]
    [InlineData("[まねた名前](https://kakehashi.example.evil.example/)", "まねた名前（外部サイト）")]
    public void A_link_to_another_site_says_so(string markdown, string text) =>
        Assert.Equal(text, Parse(markdown).QuerySelector("a")!.TextContent);

    [Fact]
    public void A_document_is_linked_by_its_fingerprint_with_kind_and_size()
    {
        var link = Parse("[募集要項](/media/youkou.pdf)", Media("youkou.pdf", "application/pdf", 122_880)).QuerySelector("a")!;
        Assert.Equal("/media/youkou.aaaaaaaaaaaa.pdf", link.GetAttribute("href"));
        Assert.Equal("募集要項（PDF形式：120KB）", link.TextContent);
    }

    [Fact]
    public void A_picture_has_its_size_and_loads_late()
    {
        var picture = Parse("![橋](/media/hashi.png)", Media("hashi.png", "image/png", 1, 800, 450)).QuerySelector("img")!;
        Assert.Equal("/media/hashi.aaaaaaaaaaaa.png", picture.GetAttribute("src"));
        Assert.Equal(("橋", "800", "450", "lazy"), (picture.GetAttribute("alt"), picture.GetAttribute("width"), picture.GetAttribute("height"), picture.GetAttribute("loading")));
    }

    [Fact]
    public void A_picture_without_words_takes_those_of_the_library() =>
        Assert.Equal("棚の説明", Parse("![](/media/hashi.png)", Media("hashi.png", "image/png", 1, 800, 450)).QuerySelector("img")!.GetAttribute("alt"));

    [Fact]
    public void A_picture_from_elsewhere_is_never_requested()
    {
        var body = Parse("![よその絵](https://tracker.example/a.png)");
        Assert.Empty(body.QuerySelectorAll("img"));
        Assert.Equal("よその絵", body.TextContent.Trim());
    }

    [Fact]
    public void Headings_start_at_the_given_level_without_gaps()
    {
        var rendered = MarkdownHtml.Render(new("# 一\n\n#### 二\n\n## 三\n\n#\n\n###### 四", []), Context with { FirstLevel = 3, IdPrefix = "part" });
        Assert.Equal([new(3, "part-1", "一"), new(4, "part-2", "二"), new(4, "part-3", "三"), new(5, "part-4", "四")], rendered.Headings);
        Assert.Equal(["part-1", "part-2", "part-3", "part-4"], Body(rendered.Html).QuerySelectorAll("h3,h4,h5").Select(heading => heading.Id));
    }

    [Fact]
    public void A_table_scrolls_by_keyboard_under_the_name_of_its_heading()
    {
        var region = Parse("## 日程\n\n| 日 | 所 | 数 |\n| --- | --- | ---: |\n| 1日 | 市 | 10 |").QuerySelector("div")!;
        Assert.Equal(("region", "0", "日程の表"), (region.GetAttribute("role"), region.GetAttribute("tabindex"), region.GetAttribute("aria-label")));
        Assert.Equal(["col", "col", "col"], region.QuerySelectorAll("thead th").Select(cell => cell.GetAttribute("scope")));
        Assert.Empty(region.QuerySelectorAll("tbody th, [style]"));
        Assert.Equal("align-right", region.QuerySelector("tbody td:last-child")!.ClassName);
    }

    [Theory]
    [InlineData("|  | 4月 | 5月 |\n| --- | --- | --- |\n| 会員 | 10 | 12 |")]
    [InlineData("| 項目 | 内容 |\n| --- | --- |\n| 会員 | 10 |")]
    public void The_first_column_heads_rows_where_it_names_them(string table)
    {
        var body = Parse(table);
        Assert.Equal("row", body.QuerySelector("tbody th")!.GetAttribute("scope"));
        Assert.All(body.QuerySelectorAll("th"), cell => Assert.NotEqual("", cell.TextContent.Trim()));
    }

    [Fact]
    public void A_footnote_and_its_mark_lead_to_each_other()
    {
        var body = Parse("文[^1]です。\n\n[^1]: 注です。");
        var mark = body.QuerySelector("sup a")!;
        var back = body.QuerySelector(".footnotes a")!;
        Assert.Equal("注です。", body.QuerySelector(mark.GetAttribute("href")!)!.QuerySelector("p")!.FirstChild!.TextContent);
        Assert.Equal(mark.Id, back.GetAttribute("href")![1..]);
        Assert.Equal("注1の位置へ戻る", back.TextContent);
    }

    [Fact]
    public void Attributes_cannot_be_written_by_authors() =>
        Assert.Empty(Parse("文字{.red onclick=alert(1) style=color:red}").QuerySelectorAll("[onclick], [style], [class]"));

    static MediaFile Media(string name, string type, long bytes, int? width = null, int? height = null) =>
        new(name, new string('a', 64), bytes, type, width, height, width is null ? "" : "棚の説明", null);

    static string Html(string markdown) => MarkdownHtml.Render(new(markdown, []), Context).Html;

    static IElement Parse(string markdown, params MediaFile[] media) => Body(MarkdownHtml.Render(new(markdown, media), Context).Html);

    static IElement Body(string html) => new HtmlParser().ParseDocument(html).Body!;
}
