using System.Text;
using System.Text.RegularExpressions;
using Kakehashi.Accessibility;

namespace Kakehashi.Cms.Mending;

/// <summary>Mends the words of a source text: what is no prose in it (code, addresses of links, marks of tables) stays as it is.</summary>
static partial class Prose
{
    const char Stand = '\uFFFC';

    /// <summary>The text with the rule's mend applied to some of its lines.</summary>
    /// <param name="source">Markdown, or plain text.</param>
    /// <param name="first">First line to mend, from 0.</param>
    /// <param name="count">Lines to mend, as far as there are.</param>
    public static string Mend(string source, int first, int count, IMendText rule)
    {
        var kept = new List<string>();
        var lines = Foreign().Replace(source, match => string.Join('\n', match.Value.Split('\n').Select(piece =>
        {
            kept.Add(piece);
            return Stand;
        }))).Split('\n');
        for (var line = first; line - first < count && line < lines.Length; line++) lines[line] = rule.Mend(lines[line]);
        var result = new StringBuilder(source.Length);
        var next = 0;
        foreach (var character in string.Join('\n', lines))
            if (character == Stand) result.Append(kept[next++]);
            else result.Append(character);
        return result.ToString();
    }

    // In this order: code blocks and spans, addresses of links and pictures, definitions, words in another language, what stands in angle brackets, bare addresses, notes, entities, the bars of tables.
    [GeneratedRegex("""
        ^[ ]{0,3}(```+|~~~+)[^\n]*(?:\n(?![ ]{0,3}\1)[^\n]*)*(?:\n[^\n]*)?
        |^(?:[ ]{4}|\t)[^\n]*
        |(`+)[^\n]*?(?<!`)\2(?!`)
        |\]\((?:[^()\n]|\([^()\n]*\))*\)
        |^[ ]{0,3}\[[^\]\n]+\]:[^\n]*
        |\{lang=[^{}\n]*\}
        |<[^<>\n]+>
        |https?://[^\s<>、。）」]+
        |[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+
        |\[\^[^\]\n]+\]
        |&[#A-Za-z0-9]+;
        |[ \t\u00A0\u3000]*\|[ \t\u00A0\u3000]*
        |\uFFFC
        """, RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Foreign();
}
