using Kakehashi.Themes.Models;
using Markdig;
using Markdig.Renderers;

namespace Kakehashi.Themes.Markdown;

/// <summary>Turns authors' Markdown into HTML that cannot carry script. Safe to share between threads.</summary>
public static class MarkdownHtml
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseFootnotes()
        .UseCjkFriendlyEmphasis()
        .Use<LanguageParts>()
        .Build();

    /// <summary>Renders one text.</summary>
    /// <param name="text">Source and the media it uses; raw HTML in it becomes text.</param>
    /// <param name="context">Where the text will stand.</param>
    public static RenderedMarkdown Render(MarkdownText text, MarkdownContext context)
    {
        if (text.IsEmpty) return new("", []);
        var document = Markdig.Markdown.Parse(text.Markdown, Pipeline);
        Links.Rewrite(document, text.Media, context.Site);
        var headings = Headings.Number(document, context);
        Tables.Name(document, context.Label);
        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<Markdig.Extensions.Tables.HtmlTableRenderer>(new TableRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<Markdig.Extensions.Footnotes.HtmlFootnoteGroupRenderer>(new FootnoteGroupRenderer(context.IdPrefix));
        renderer.ObjectRenderers.ReplaceOrAdd<Markdig.Extensions.Footnotes.HtmlFootnoteLinkRenderer>(new FootnoteLinkRenderer(context.IdPrefix));
        renderer.Render(document);
        return new(writer.ToString(), headings);
    }
}
