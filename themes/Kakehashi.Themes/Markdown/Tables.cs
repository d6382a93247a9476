using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Kakehashi.Themes.Markdown;

/// <summary>Names the scrolling region of each table after what stands above it.</summary>
static class Tables
{
    /// <param name="part">Name of the part of the page the text stands in.</param>
    public static void Name(MarkdownDocument document, string part)
    {
        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        var above = part;
        foreach (var block in document.Descendants<Block>())
        {
            if (block is HeadingBlock heading) above = part == MarkdownContext.WholeText ? Headings.PlainText(heading.Inline) : $"{part}の{Headings.PlainText(heading.Inline)}";
            if (block is not Table table) continue;
            var count = used[above] = used.GetValueOrDefault(above) + 1;
            table.GetAttributes().AddProperty("aria-label", count == 1 ? $"{above}の表" : string.Create(CultureInfo.InvariantCulture, $"{above}の表{count}"));
        }
    }
}
