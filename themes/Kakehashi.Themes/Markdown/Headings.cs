using System.Globalization;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Kakehashi.Themes.Markdown;

/// <summary>Gives headings levels without gaps and ids that do not depend on their words.</summary>
static class Headings
{
    /// <summary>Rewrites the document's headings; empty ones are taken out.</summary>
    /// <returns>The headings left, in order.</returns>
    public static List<Heading> Number(MarkdownDocument document, MarkdownContext context)
    {
        var headings = new List<Heading>();
        var blocks = document.Descendants<HeadingBlock>().ToList();
        var highest = blocks.Select(block => block.Level).DefaultIfEmpty(1).Min();
        var previous = context.FirstLevel - 1;
        foreach (var block in blocks)
        {
            var text = PlainText(block.Inline);
            if (text.Length == 0)
            {
                block.Parent!.Remove(block);
                continue;
            }
            // JIS X 8341-3:2016 1.3.1: a level is never skipped on the way down.
            block.Level = previous = Math.Min(Math.Min(block.Level - highest + context.FirstLevel, previous + 1), 6);
            var id = string.Create(CultureInfo.InvariantCulture, $"{context.IdPrefix}-{headings.Count + 1}");
            block.GetAttributes().Id = id;
            headings.Add(new(block.Level, id, text));
        }
        return headings;
    }

    /// <summary>What a reader would read aloud, alternative texts included.</summary>
    public static string PlainText(ContainerInline? inline) => string.Concat((inline?.Descendants() ?? []).Select(node => node switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LanguagePart part => part.Words,
        LineBreakInline => " ",
        _ => "",
    })).Trim();
}
