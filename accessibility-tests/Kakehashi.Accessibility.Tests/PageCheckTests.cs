using System.Text;

namespace Kakehashi.Accessibility.Tests;

public sealed class PageCheckTests
{
    [Fact]
    public void Findings_name_path_line_rule_weight_message_and_place()
    {
        var finding = Assert.Single(PageCheck.Check(Example.Bad("<p>申込みは\r\n<a href=\"/x/\">こちら</a></p>").Page, "issues/index.html"));

        Assert.Equal(("issues/index.html", 6, "link-words", Weight.Error), (finding.Path, finding.Line, finding.Rule, finding.Weight));
        Assert.Equal("<a href=\"/x/\">こちら", finding.Excerpt);
        Assert.StartsWith("リンクの言葉だけでは", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_with_a_byte_order_mark_and_windows_line_ends_give_the_same_findings()
    {
        var page = Example.Bad("<p>前文です。</p>\n<h4>飛んだ見出し</h4>\n<p>日　時</p>").Page;
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(page.ReplaceLineEndings("\r\n"))];

        Assert.Equal(PageCheck.Check(page, "a.html"), PageCheck.Check(bytes, "a.html"));
        Assert.Equal(2, PageCheck.Check(bytes, "a.html").Count);
    }

    [Fact]
    public void Findings_come_by_line()
    {
        var lines = PageCheck.Check(Example.Good("<p>日　時</p>\n<h4>飛び</h4>\n<p>会　場</p>\n<img src=\"a.svg\">").Page, "a.html").Select(finding => finding.Line).ToList();

        Assert.Equal(4, lines.Count);
        Assert.Equal(lines.Order(), lines);
    }

    [Theory]
    [InlineData("")]
    [InlineData("本文だけ")]
    [InlineData("<html")]
    [InlineData("\0<p \u0001=\"<>\" <a href=#><a href=## id=\"\"><svg><a/></svg><table><p>")]
    public void Anything_can_be_judged(string html) =>
        Assert.NotEmpty(PageCheck.Check(html, "a.html"));

    [Fact]
    public void Deep_nesting_does_not_overflow()
    {
        var deep = string.Concat(Enumerable.Repeat("<div>", 5_000)) + "<a href=\"/x/\">こちら</a>";

        Assert.Contains(PageCheck.Check(deep, "a.html"), finding => finding.Rule == "link-words");
    }

    [Fact]
    public void Pages_judged_at_the_same_time_do_not_disturb_each_other()
    {
        var pages = RuleSet.OfPages.SelectMany(rule => rule.Examples).Select(example => example.Page).ToList();
        var alone = pages.Select(page => PageCheck.Check(page, "a.html")).ToList();

        Parallel.For(0, pages.Count * 20, number => Assert.Equal(alone[number % pages.Count], PageCheck.Check(pages[number % pages.Count], "a.html")));
    }

    [Fact]
    public void What_is_hidden_is_not_judged() =>
        Assert.Empty(PageCheck.Check(Example.Good("<div hidden><a href=\"/x/\"></a><h5>隠</h5></div><div aria-hidden=\"true\"><img src=\"a.svg\"></div>").Page, "a.html"));
}
