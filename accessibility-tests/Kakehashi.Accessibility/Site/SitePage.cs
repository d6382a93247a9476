using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Site;

/// <summary>What one page tells the rest of its site; holds no document.</summary>
/// <param name="Path">Relative to the site's root, with forward slashes.</param>
/// <param name="Title">Folded text of the title; may be empty.</param>
/// <param name="TitleLine">1 or more.</param>
/// <param name="IsListed">False when the page asks search engines to leave it out, as error and receipt pages do.</param>
/// <param name="HasSearch">True when readers can search from here.</param>
/// <param name="Anchors">Ids, and names of old-style anchors.</param>
/// <param name="References">Everything on the page that points into this site, in document order of its kind.</param>
public sealed record SitePage(string Path, string Title, int TitleLine, bool IsListed, bool HasSearch, IReadOnlySet<string> Anchors, IReadOnlyList<Reference> References)
{
    internal static SitePage Of(Page page, string path)
    {
        var title = page.Elements("title") is [var first, ..] ? first : null;
        return new(
            path,
            title is null ? "" : Words.Fold(title.TextContent),
            LineOf(title),
            !page.Elements("meta").Any(IsNoIndex),
            page.Elements("search").Count > 0 || page.Elements("input").Any(input => input.GetAttribute("type") == "search") || page.Elements("form").Any(form => form.GetAttribute("role") == "search"),
            page.Ids.Keys.Concat(page.Having("name").Where(anchor => anchor.LocalName == "a").Select(anchor => anchor.GetAttribute("name")!)).ToHashSet(StringComparer.Ordinal),
            [.. Collect(page, Reference.AddressOf(path))]);
    }

    private static bool IsNoIndex(IElement meta) =>
        meta.GetAttribute("name") == "robots" && meta.GetAttribute("content")?.Contains("noindex", StringComparison.OrdinalIgnoreCase) == true;

    private static IEnumerable<Reference> Collect(Page page, Uri address)
    {
        foreach (var element in page.Having("href"))
            if (Reference.Resolve(element.GetAttribute("href")!, address, LineOf(element), element.LocalName is "a" or "area") is { } reference)
                yield return RegionOf(element) is var region and not Region.Content ? reference with { Region = region, Name = page.NameOf(element) } : reference;
        foreach (var element in page.Having("src"))
            if (Reference.Resolve(element.GetAttribute("src")!, address, LineOf(element), isLink: false) is { } reference)
                yield return reference;
        foreach (var element in page.Having("srcset"))
            foreach (var candidate in element.GetAttribute("srcset")!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                if (Reference.Resolve(candidate.Split(' ')[0], address, LineOf(element), isLink: false) is { } reference)
                    yield return reference;
    }

    // A header within an article is the article's, not the site's.
    private static Region RegionOf(IElement element)
    {
        for (var around = element.ParentElement; around is not null; around = around.ParentElement)
            switch (around.LocalName)
            {
                case "main" or "article" or "section" or "aside":
                    return Region.Content;
                case "header" when around.ParentElement?.LocalName is not ("main" or "article" or "section" or "aside"):
                    return Region.Header;
                case "footer" when around.ParentElement?.LocalName is not ("main" or "article" or "section" or "aside"):
                    return Region.Footer;
            }
        return Region.Content;
    }

    private static int LineOf(IElement? element) => element?.SourceReference?.Position.Line ?? 1;
}
