namespace Kakehashi.Themes.Markdown;

/// <summary>Markdown as safe HTML.</summary>
/// <param name="Html">Fragment; empty for empty text. Holds only markup that <see cref="MarkdownHtml"/> writes.</param>
/// <param name="Headings">Headings in document order; may be empty.</param>
public sealed record RenderedMarkdown(string Html, IReadOnlyList<Heading> Headings);

/// <param name="Level">2–6.</param>
/// <param name="Id">Unique within its text.</param>
/// <param name="Text">Plain text; not empty.</param>
public sealed record Heading(int Level, string Id, string Text);
