namespace Kakehashi.Cms.Sheets;

/// <summary>Text that a spreadsheet would run as a formula gets an apostrophe in front, and loses it when it is read again.</summary>
/// <remarks>OWASP, CSV Injection. Japanese spreadsheets take the full-width signs for the same.</remarks>
static class Formulas
{
    const char Apostrophe = '\'';

    /// <summary>The text, harmless in a spreadsheet.</summary>
    public static string Neutralise(string text) => Runs(text) || Escaped(text) ? Apostrophe + text : text;

    /// <summary>What <see cref="Neutralise"/> was given.</summary>
    public static string Restore(string text) => Escaped(text) ? text[1..] : text;

    // An apostrophe typed before a formula is escaped once more, so that reading gives back every text.
    static bool Escaped(string text)
    {
        var rest = text.AsSpan().TrimStart(Apostrophe);
        return rest.Length < text.Length && Runs(rest);
    }

    static bool Runs(ReadOnlySpan<char> text) =>
        text is ['\t' or '\r' or '\n', ..] || text.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..];
}
