using Kakehashi.Content;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Kakehashi.Themes.Markdown;

/// <summary>Lets through only links and pictures that are safe, and adds what readers need to know about them.</summary>
static class Links
{
    const string Media = "/media/";

    public static void Rewrite(MarkdownDocument document, IReadOnlyList<MediaFile> media, string site)
    {
        foreach (var link in document.Descendants<LinkInline>().ToList())
            if (link.IsImage) RewritePicture(link, Find(link.Url, media));
            else RewriteLink(link, Find(link.Url, media), site);
        foreach (var link in document.Descendants<LinkInline>().Where(StandsAlone))
            link.GetAttributes().AddClass("alone");
        foreach (var link in document.Descendants<AutolinkInline>().ToList())
            if (SafeAddress.Of(link.IsEmail ? "mailto:" + link.Url : link.Url) is not { } address) link.ReplaceBy(new LiteralInline(link.Url));
            else if (SafeAddress.IsExternal(address, site)) link.InsertAfter(Note("（外部サイト）"));
    }

    static MediaFile? Find(string? url, IReadOnlyList<MediaFile> media) =>
        url is not null && url.StartsWith(Media, StringComparison.Ordinal) ? media.FirstOrDefault(file => file.Name == url[Media.Length..]) : null;

    // A picture from elsewhere would be a request to a third party: its alternative text stands for it.
    static void RewritePicture(LinkInline link, MediaFile? file)
    {
        if (file is not { IsPicture: true })
        {
            Unwrap(link);
            return;
        }
        link.Url = file.Href;
        if (Headings.PlainText(link).Length == 0 && file.Alt.Length > 0) link.AppendChild(new LiteralInline(file.Alt));
        var attributes = link.GetAttributes();
        if (file is { Width: { } width, Height: { } height })
        {
            attributes.AddProperty("width", width.ToString(System.Globalization.CultureInfo.InvariantCulture));
            attributes.AddProperty("height", height.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        attributes.AddProperty("loading", "lazy");
        attributes.AddProperty("decoding", "async");
    }

    static void RewriteLink(LinkInline link, MediaFile? file, string site)
    {
        if (file is not null)
        {
            link.Url = file.Href;
            if (link.FirstChild is null) link.AppendChild(new LiteralInline(file.Title ?? file.Name));
            link.AppendChild(new LiteralInline($"（{Words.Kind(file.ContentType)}：{Words.Size(file.Bytes)}）"));
        }
        else if (SafeAddress.Of(link.Url) is not { } address || address.StartsWith(Media, StringComparison.Ordinal) || link.FirstChild is null)
        {
            Unwrap(link);
        }
        else
        {
            link.Url = address;
            if (SafeAddress.IsExternal(address, site)) link.AppendChild(Note("（外部サイト）"));
        }
    }

    // Nothing else in its line: in a list of links, in a cell.
    static bool StandsAlone(LinkInline link) => !link.IsImage && link is { PreviousSibling: null, NextSibling: null, Parent.ParentBlock: ParagraphBlock };

    static LiteralInline Note(string words) => new(words);

    static void Unwrap(LinkInline link)
    {
        if (link.FirstChild is null) link.ReplaceBy(new LiteralInline(link.IsImage ? "" : link.Url ?? ""));
        else link.ReplaceBy(new ContainerInline(), copyChildren: true);
    }
}
