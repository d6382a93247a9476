using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using Kakehashi.Content;
using Kakehashi.Themes.Markdown;
using Kakehashi.Themes.Models;

namespace Kakehashi.Themes.Tests;

public class HostileTextTests
{
    const string Script = "</script></title><script>alert(1)</script><img src=x onerror=alert(1)>\"' onmouseover='x";

    static readonly MediaFile Picture = new("a.png", new string('a', 64), 1, "image/png", 1, 1, "\" onerror=x", null);

    // Pieces that mean something to Markdown, HTML or a browser's address parser.
    static readonly string[] Pieces =
    [
        "<script>", "</script>", "<img src=x onerror=alert(1)>", "<a href=javascript:x>", "<svg/onload=x>", "javascript:", "java\tscript:", "JAVASCRIPT&colon;", "data:text/html,<script>", "&#106;avascript:",
        "[a](", ")", "](", "![", "[", "]", "<", ">", "\"", "'", "`", "```\n", "\n\n", "\n", "# ", "> ", "- ", "| a | b |\n| --- | --- |\n| c | d |\n", "[^1]", "\n\n[^1]: ", "{onclick=x}", "{#id .c}",
        "<javascript:x>", "<https://a.example/\"onclick=x>", "[b]: javascript:x\n", "[b]", "/media/a.png", "\\", "&lt;", "&#x3C;script&#x3E;", "\u0000", "\u2028", " ", "文", "title=\"x\"", " \"onload=x\"",
    ];

    public static TheoryData<string> Kinds => [.. Samples.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task No_field_of_a_page_can_become_markup(string kind)
    {
        var harmless = await Rendered(text => text, kind);
        var hostile = await Rendered(text => text + Script, kind);
        Assert.Contains("alert(1)", hostile.DocumentElement.TextContent, StringComparison.Ordinal);
        AssertSafe(hostile.DocumentElement);
        Assert.Equal(harmless.QuerySelectorAll("script").Length, hostile.QuerySelectorAll("script").Length);
        Assert.Equal(harmless.QuerySelectorAll("img").Length, hostile.QuerySelectorAll("img").Length);
    }

    [Fact]
    public void No_markdown_can_carry_script() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1_000),
        Prop.ForAll(
            Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary(),
            markdown => AssertSafe(new HtmlParser().ParseDocument(MarkdownHtml.Render(new(markdown, [Picture]), new("https://kakehashi.example/")).Html).Body!)));

    static async Task<IDocument> Rendered(Func<string, string> text, string kind) =>
        new HtmlParser().ParseDocument(await PageRenderer.RenderAsync(new Samples(text).All().Single(page => page.GetType().Name == kind)));

    static void AssertSafe(IElement root)
    {
        Assert.Empty(root.QuerySelectorAll("script:not([type='application/ld+json']), iframe, object, embed, style, base, form:not([action^='/forms/'])"));
        foreach (var attribute in root.QuerySelectorAll("*").SelectMany(element => element.Attributes))
        {
            Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name == "style", attribute.Name);
            if (attribute.Name is "href" or "src")
                Assert.DoesNotMatch("(?i)^(javascript|data|vbscript):", new string([.. attribute.Value.Where(letter => letter > ' ')]));
        }
    }
}
