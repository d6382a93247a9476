using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Site;

/// <summary>What one page tells the rest of its site; holds no document.</summary>
/// <param name="Path">Relative to the site's root, with forward slashes.</param>
/// <param name="Title">Folded text of the title; may be empty.</param>
/// <param name="TitleLine">1 or more.</param>
/// <param name="IsListed">False when the page asks search engines to leave it out, as error and receipt pages do.</param>
/// <param name="HasSearch">True when readers can search from here.</param>
/// <param name="IsListing">True when more than half of its words stand in lists and links: it leads to pages more than it is one.</param>
/// <param name="HasDate">True when it tells when it was published or updated.</param>
/// <param name="HasContact">True when its own part tells whom to ask.</param>
/// <param name="Anchors">Ids, and names of old-style anchors.</param>
/// <param name="References">Everything on the page that points into this site, in document order of its kind.</param>
public sealed partial record SitePage(string Path, string Title, int TitleLine, bool IsListed, bool HasSearch, bool IsListing, bool HasDate, bool HasContact, IReadOnlySet<string> Anchors, IReadOnlyList<Reference> References)
{
    /// <param name="root">As for <see cref="Reference.AddressOf"/>.</param>
    internal static SitePage Of(Page page, string path, Uri root)
    {
        var title = page.Elements("title") is [var first, ..] ? first : null;
        return new(
            path,
            title is null ? "" : Words.Fold(title.TextContent),
            LineOf(title),
            !page.Elements("meta").Any(IsNoIndex),
            page.Elements("search").Count > 0 || page.Elements("input").Any(input => input.GetAttribute("type") == "search") || page.Elements("form").Any(form => form.GetAttribute("role") == "search"),
            IsListOf(page),
            Dated().IsMatch(page.ProseText),
            TellsContact(page),
            page.Ids.Keys.Concat(page.Having("name").Where(anchor => anchor.LocalName == "a").Select(anchor => anchor.GetAttribute("name")!)).ToHashSet(StringComparer.Ordinal),
            [.. Collect(page, Reference.AddressOf(path, root))]);
    }

    private static bool IsNoIndex(IElement meta) =>
        meta.GetAttribute("name") == "robots" && meta.GetAttribute("content")?.Contains("noindex", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsListOf(Page page)
    {
        var (main, listed, all) = (page.Main, 0, 0);
        foreach (var text in page.Prose)
            if (Within(text, main) is { } isListed)
                (listed, all) = (listed + (isListed ? text.Length : 0), all + text.Length);
        return listed * 2 > all;
    }

    // Null outside of the content.
    private static bool? Within(IText text, IElement main)
    {
        var isListed = false;
        for (var around = text.ParentElement; around is not null; around = around.ParentElement)
        {
            if (around == main)
                return isListed;
            isListed |= around.LocalName is "li" or "a";
        }
        return null;
    }

    private static bool TellsContact(Page page) =>
        page.Links.Any(link => link.GetAttribute("href")!.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) && RegionOf(link) == Region.Content)
        || page.Headings.Concat(page.Elements("dt")).Concat(page.Elements("th")).Any(label => Contact().IsMatch(label.TextContent) && RegionOf(label) == Region.Content);

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

    [GeneratedRegex(@"(?:更新|公開|掲載|登録|作成)(?:年月)?日?時?[\s：:]*(?:令和|平成|20[0-9]{2})")]
    private static partial Regex Dated();

    [GeneratedRegex("問い?合わ?せ|連絡先|担当")]
    private static partial Regex Contact();

    private static int LineOf(IElement? element) => element?.SourceReference?.Position.Line ?? 1;
}
