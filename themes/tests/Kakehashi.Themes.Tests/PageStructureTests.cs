using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Kakehashi.Themes.Models;

namespace Kakehashi.Themes.Tests;

public class PageStructureTests
{
    public static TheoryData<string> Kinds => [.. Samples.Kinds];

    [Fact]
    public void Every_page_model_has_a_sample() => Assert.Equal(
        typeof(PageModel).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PageModel)) && !type.IsAbstract).Select(type => type.Name).Order(StringComparer.Ordinal),
        Samples.Kinds.Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_page_has_one_h1_and_skips_no_heading_level(string kind)
    {
        var page = await Parsed(kind);
        Assert.Single(page.QuerySelectorAll("h1"));
        var levels = page.QuerySelectorAll("main h1, main h2, main h3, main h4, main h5, main h6").Select(heading => heading.LocalName[1] - '0').ToList();
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"h{pair.Second} after h{pair.First}"));
        Assert.All(page.QuerySelectorAll("h1,h2,h3,h4,h5,h6"), heading => Assert.NotEqual("", heading.TextContent.Trim()));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_page_has_its_landmarks_and_unique_ids(string kind)
    {
        var page = await Parsed(kind);
        Assert.Equal("ja", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Single(page.QuerySelectorAll("body > header"));
        Assert.Single(page.QuerySelectorAll("body > footer"));
        Assert.Equal("#main", page.QuerySelector("body a")!.GetAttribute("href"));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.All(page.QuerySelectorAll("[aria-labelledby]"), element => Assert.Contains(element.GetAttribute("aria-labelledby"), ids));
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.Contains(link.GetAttribute("href")![1..], ids));
        var names = page.QuerySelectorAll("nav, section[aria-label], section[aria-labelledby], [role=region]").Select(element => Name(page, element)).ToList();
        Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_page_keeps_to_the_strict_content_policy(string kind)
    {
        var page = await Parsed(kind);
        Assert.Empty(page.QuerySelectorAll("[style], style, iframe, object, embed, text:not(svg text)"));
        Assert.All(page.QuerySelectorAll("script"), script => Assert.Equal("application/ld+json", script.GetAttribute("type")));
        Assert.All(page.QuerySelectorAll("img[src], link[rel=stylesheet], link[rel=icon]"), element =>
            Assert.StartsWith("/", element.GetAttribute("src") ?? element.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_same_model_gives_the_same_bytes(string kind) =>
        Assert.Equal(await PageRenderer.RenderAsync(Samples.Of(kind)), await PageRenderer.RenderAsync(Samples.Of(kind)));

    static string Name(IDocument page, IElement element) =>
        element.GetAttribute("aria-label") ?? page.GetElementById(element.GetAttribute("aria-labelledby") ?? "")?.TextContent.Trim() ?? "";

    static async Task<IDocument> Parsed(string kind) => new HtmlParser().ParseDocument(await PageRenderer.RenderAsync(Samples.Of(kind)));
}
