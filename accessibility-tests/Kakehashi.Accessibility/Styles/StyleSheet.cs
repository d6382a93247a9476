namespace Kakehashi.Accessibility.Styles;

/// <summary>The declarations between one pair of braces, or in one <c>style</c> attribute.</summary>
/// <param name="Selector">As written, white space folded; empty for an attribute.</param>
/// <param name="Condition">The media queries and other at-rules around it; empty when there are none.</param>
/// <param name="Line">Line of the sheet, 1 or more.</param>
public sealed record StyleBlock(string Selector, string Condition, int Line, IReadOnlyDictionary<string, string> Values)
{
    /// <returns>Lower-case value; empty when the property is not set here.</returns>
    public string this[string property] => Values.GetValueOrDefault(property, "");
}

/// <summary>A style sheet, read far enough to judge it: blocks and their declarations in order; of repeated properties the last counts.</summary>
/// <remarks>Whatever is no well-formed rule is passed over, as browsers do.</remarks>
public sealed class StyleSheet
{
    private readonly List<StyleBlock> blocks = [];

    private StyleSheet()
    {
    }

    public IReadOnlyList<StyleBlock> Blocks => blocks;

    public static StyleSheet Parse(string css)
    {
        var sheet = new StyleSheet();
        sheet.Read(WithoutComments(css));
        return sheet;
    }

    /// <param name="declarations">Value of a <c>style</c> attribute.</param>
    public static StyleSheet OfAttribute(string declarations)
    {
        var sheet = new StyleSheet();
        sheet.blocks.Add(new("", "", 1, Declarations(declarations)));
        return sheet;
    }

    private void Read(string css)
    {
        var around = new Stack<string>();
        var (start, line) = (0, 1);
        for (var at = 0; at < css.Length; at++)
            switch (css[at])
            {
                case '{':
                    var head = Words.Fold(css[start..at]);
                    var opened = line;
                    var close = css.IndexOfAny(['{', '}'], at + 1);
                    if (close >= 0 && css[close] == '}')
                    {
                        blocks.Add(new(head, string.Join(' ', around.Reverse()), opened, Declarations(css[(at + 1)..close])));
                        line += css.AsSpan(at, close - at).Count('\n');
                        at = close;
                    }
                    else
                    {
                        around.Push(head);
                    }
                    start = at + 1;
                    break;
                case '}':
                    around.TryPop(out _);
                    start = at + 1;
                    break;
                case ';':
                    start = at + 1;
                    break;
                case '\n':
                    line++;
                    break;
            }
    }

    private static Dictionary<string, string> Declarations(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var declaration in text.Split(';'))
            if (declaration.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
                values[declaration[..colon].Trim().ToLowerInvariant()] = Words.Fold(declaration[(colon + 1)..]).ToLowerInvariant();
        return values;
    }

    private static string WithoutComments(string css)
    {
        for (var start = css.IndexOf("/*", StringComparison.Ordinal); start >= 0; start = css.IndexOf("/*", start, StringComparison.Ordinal))
        {
            var end = css.IndexOf("*/", start + 2, StringComparison.Ordinal);
            var comment = css[start..(end < 0 ? css.Length : end + 2)];
            css = css.Replace(comment, new string('\n', comment.Count(character => character == '\n')), StringComparison.Ordinal);
        }
        return css;
    }
}
