using FsCheck;
using FsCheck.Fluent;
using AngleSharp.Html.Parser;
using Kakehashi.Themes.Markdown;

namespace Kakehashi.Themes.Tests;

public class LanguagePartTests
{
    [Theory]
    [InlineData("案内は{lang=en:Please bring your card.}です。", "<p>案内は<span lang=\"en\">Please bring your card.</span>です。</p>\n")]
    [InlineData("{lang=zh-Hans:请带上您的卡}", "<p><span lang=\"zh-Hans\">请带上您的卡</span></p>\n")]
    [InlineData("[{lang=ko:한국어}](/ko/)で", "<p><a href=\"/ko/\"><span lang=\"ko\">한국어</span></a>で</p>\n")]
    [InlineData("{lang=en:<b onclick=x>\"&'}", "<p><span lang=\"en\">&lt;b onclick=x&gt;&quot;&amp;'</span></p>\n")]
    [InlineData("{lang=en\" onclick=\"x:a}", "<p>{lang=en&quot; onclick=&quot;x:a}</p>\n")]
    [InlineData("{lang=e:a} {lang=:a} {lang=english:a} {lang=en: } {lang=en:a", "<p>{lang=e:a} {lang=:a} {lang=english:a} {lang=en: } {lang=en:a</p>\n")]
    [InlineData("{lang=en:**太字**ではない}", "<p><span lang=\"en\">**太字**ではない</span></p>\n")]
    [InlineData("`{lang=en:code}` \\{lang=en:a}", "<p><code>{lang=en:code}</code> {lang=en:a}</p>\n")]
    public void Words_in_another_language_say_so_and_everything_else_stays_text(string markdown, string html) =>
        Assert.Equal(html, MarkdownHtml.Render(new(markdown, []), new("https://kakehashi.example/")).Html);

    [Fact]
    public void A_heading_with_another_language_keeps_its_words_in_the_contents() =>
        Assert.Equal("案内 Guide", MarkdownHtml.Render(new("## 案内 {lang=en:Guide}", []), new("https://kakehashi.example/")).Headings.Single().Text);

    [Fact]
    public void Whatever_words_and_tag_are_written_the_words_come_back_and_the_tag_is_one() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1_000),
        Prop.ForAll(Gen.Elements("en", "zh-Hant", "x", "en-", "pt-BR", "\"", "en onload", "日本").ToArbitrary(), Gen.Elements("a", "<", ">", "\"", "&amp;", "*", "`", "[", "](x)", "文", " ", "\\", "|", "~").NonEmptyListOf().Select(string.Concat).ToArbitrary(), (tag, words) =>
        {
            var body = new HtmlParser().ParseDocument(MarkdownHtml.Render(new($"始め{{lang={tag}:{words}}}終わり", []), new("https://kakehashi.example/")).Html).Body!;
            Assert.All(body.QuerySelectorAll("[lang]"), part => Assert.Matches("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", part.GetAttribute("lang")!));
            if (body.QuerySelector("[lang]") is { } found) Assert.Equal(words.Trim(), found.TextContent);
        }));
}
