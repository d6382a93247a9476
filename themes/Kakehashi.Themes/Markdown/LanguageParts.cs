using System.Text.RegularExpressions;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Kakehashi.Themes.Markdown;

/// <summary>Words in another language (JIS X 8341-3:2016 3.1.2): <c>{lang=en:Please bring your card.}</c>. Plain text alone stands in them.</summary>
sealed partial class LanguageParts : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.InsertBefore<Markdig.Parsers.Inlines.EscapeInlineParser>(new Parser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) => renderer.ObjectRenderers.Add(new Renderer());

    sealed class Parser : InlineParser
    {
        public Parser() => OpeningCharacters = ['{'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var match = Part().Match(slice.Text, slice.Start, slice.Length);
            if (!match.Success) return false;
            processor.Inline = new LanguagePart(match.Groups["tag"].Value, match.Groups["words"].Value.Trim());
            slice.Start += match.Length;
            return true;
        }
    }

    sealed class Renderer : HtmlObjectRenderer<LanguagePart>
    {
        protected override void Write(HtmlRenderer renderer, LanguagePart part)
        {
            if (renderer.EnableHtmlForInline) renderer.Write("<span lang=\"").Write(part.Tag).Write("\">");
            renderer.WriteEscape(part.Words);
            if (renderer.EnableHtmlForInline) renderer.Write("</span>");
        }
    }

    // A tag as BCP 47 forms it: letters, figures and hyphens, nothing that could leave its attribute. What fits not stays text.
    [GeneratedRegex(@"\G\{lang=(?<tag>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}):(?<words>[^{}\r\n]*[^{}\s][^{}\r\n]*)\}")]
    private static partial Regex Part();
}

/// <summary>Words in another language.</summary>
/// <param name="tag">Tag of the language, such as <c>en</c> or <c>zh-Hans</c>.</param>
/// <param name="words">Plain text; not empty.</param>
sealed class LanguagePart(string tag, string words) : LeafInline
{
    public string Tag { get; } = tag;

    public string Words { get; } = words;
}
