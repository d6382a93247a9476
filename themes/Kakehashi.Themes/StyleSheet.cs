using System.Text;
using System.Text.RegularExpressions;

namespace Kakehashi.Themes;

/// <summary>Joins the style files into one sheet.</summary>
static partial class StyleSheet
{
    const string Notice = "/*! Colours and type: @digital-go-jp/design-tokens 1.1.9, Copyright (c) 2023 デジタル庁, MIT License */\n";

    // Later files win over earlier ones of the same weight.
    static readonly string[] Files =
        ["tokens", "base", "layout", "header", "footer", "parts", "targets", "prose", "cards", "lists", "detail", "forms", "fields", "sending", "answers", "home", "results", "preferences", "print"];

    /// <summary>The sheet as UTF-8, without comments and indentation.</summary>
    /// <param name="read">Bytes of an embedded file by name.</param>
    public static byte[] Build(Func<string, byte[]> read)
    {
        string Text(string name) => Encoding.UTF8.GetString(read($"Styles/{name}.css"));
        var own = Compact(string.Concat(Files.Select(Text)));
        return Encoding.UTF8.GetBytes(Notice + TokensUsed(Text("vendor/design-tokens"), own) + own);
    }

    // Of some two hundred tokens a theme uses a few dozen.
    static string TokensUsed(string tokens, string styles) =>
        ":root{\n" + string.Concat(Token().Matches(tokens).Where(token => styles.Contains($"var({token.Groups[1].Value})", StringComparison.Ordinal)).Select(token => token.Value + "\n")) + "}\n";

    static string Compact(string css) => string.Join('\n', Comment().Replace(css, "").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)) + "\n";

    [GeneratedRegex(@"(--[a-z0-9-]+):[^;]*;")]
    private static partial Regex Token();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
