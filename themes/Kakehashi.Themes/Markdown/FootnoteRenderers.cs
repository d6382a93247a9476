using System.Globalization;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Kakehashi.Themes.Markdown;

/// <summary>Notes at the end of a text, each with a way back that says where it leads.</summary>
sealed class FootnoteGroupRenderer(string prefix) : HtmlObjectRenderer<FootnoteGroup>
{
    protected override void Write(HtmlRenderer renderer, FootnoteGroup group)
    {
        renderer.EnsureLine();
        renderer.WriteLine("<ol class=\"footnotes\">");
        foreach (var note in group.OfType<Footnote>())
        {
            renderer.Write(string.Create(CultureInfo.InvariantCulture, $"<li id=\"{prefix}-note-{note.Order}\">"));
            renderer.WriteChildren(note);
            renderer.WriteLine("</li>");
        }
        renderer.WriteLine("</ol>");
    }
}

/// <summary>A mark in the text, or the way back from a note to its mark.</summary>
sealed class FootnoteLinkRenderer(string prefix) : HtmlObjectRenderer<FootnoteLink>
{
    protected override void Write(HtmlRenderer renderer, FootnoteLink link)
    {
        var order = link.Footnote.Order;
        renderer.Write(link.IsBackLink
            ? string.Create(CultureInfo.InvariantCulture, $"<a class=\"footnote-back\" href=\"#{prefix}-mark-{link.Index}\">注{order}の位置へ戻る</a>")
            : string.Create(CultureInfo.InvariantCulture, $"<sup><a id=\"{prefix}-mark-{link.Index}\" href=\"#{prefix}-note-{order}\">注{order}</a></sup>"));
    }
}
