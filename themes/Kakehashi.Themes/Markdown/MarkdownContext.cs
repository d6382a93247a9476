namespace Kakehashi.Themes.Markdown;

/// <summary>Where a text will stand in its page.</summary>
/// <param name="Site">Address of the site's root with a trailing slash; links elsewhere are marked.</param>
/// <param name="Label">Name of the part of the page, such as 本文 or 背景; names tables that have no heading above them.</param>
/// <param name="FirstLevel">Level of the text's highest heading, 2–6.</param>
/// <param name="IdPrefix">Starts every id of the text; unique in the page.</param>
public sealed record MarkdownContext(string Site, string Label = MarkdownContext.WholeText, int FirstLevel = 2, string IdPrefix = "heading")
{
    /// <summary>Label of a text that is the whole of what its page says.</summary>
    public const string WholeText = "本文";
}
