using System.Buffers;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Kakehashi.Accessibility.Characters;

namespace Kakehashi.Accessibility.Rules.Language;

/// <summary>Words in another language say so, that they are read out in it.</summary>
/// <remarks>Latin letters count from a sentence on: names of companies and technology are words of Japanese too.</remarks>
public sealed partial class ForeignWords() : PageRule("foreign-words", Criteria.LanguageOfParts, Weight.Warning, MiChecker.LikelyProblem,
    "外国語の部分に言語が示されていません。lang=\"en\" のように、その部分の言語を書いてください。")
{
    private static readonly SearchValues<string> Languages =
        SearchValues.Create(["English", "简体中文", "繁體中文", "中文", "Português", "Español", "Tiếng Việt", "Tagalog", "Filipino", "Français", "Deutsch", "Bahasa Indonesia"], StringComparison.Ordinal);

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>案内です。</p>\n<p>Please bring your residence card to the counter.</p>", line: 2),
        Example.Bad("<p>多言語の案内：<a href=\"/ko/\">한국어</a></p>"),
        Example.Bad("<p><a href=\"/en/\">English</a>で読む</p>"),
        Example.Bad("<p>言語：<a href=\"/zh/\">简体中文</a></p>"),
        Example.Bad("<p>请在窗口领取。</p>"),
        Example.Good("<p lang=\"en\">Please bring your residence card to the counter.</p><a href=\"/ko/\" lang=\"ko\">한국어</a>"),
        Example.Good("<p>Sample Data Works と GIS、IoT、Wi-Fi を使います。</p><p>English で話せる職員がいます。</p>"),
    ];

    public override IEnumerable<Fault> Check(Page page)
    {
        if (page.Document.DocumentElement.GetAttribute("lang")?.StartsWith("ja", StringComparison.OrdinalIgnoreCase) != true)
            yield break;
        var prose = page.ProseText;
        var sentences = Sentence().Matches(prose).Where(match => FunctionWord().Count(match.ValueSpan) >= 2);
        var hangul = prose.AsSpan().ContainsAnyInRange('\uAC00', '\uD7A3') ? Hangul().Matches(prose) : Enumerable.Empty<Match>();
        var languages = prose.AsSpan().ContainsAny(Languages) ? NamesOfLanguages().Matches(prose).Where(match => page.ProseAt(match.Index).ParentElement!.Closest("a, option, button") is not null) : [];
        var found = sentences.Concat(hangul).Concat(languages).Select(match => (match.Index, match.Value)).Concat(ChineseOf(page));
        foreach (var (index, words) in found.OrderBy(words => words.Index))
            if (page.ProseAt(index).ParentElement is { } element && IsJapanese(element))
                yield return new(element, words);
    }

    /// <summary>Whether text that holds kanji unknown to Japan is Chinese: it has no kana, and either two such kanji or the name of a language.</summary>
    internal static bool IsChinese(string text, int unknown) =>
        (unknown > 1 || NamesOfLanguages().IsMatch(text)) && !text.AsSpan().ContainsAnyInRange('\u3041', '\u30FA');

    private static IEnumerable<(int Index, string Words)> ChineseOf(Page page) =>
        from place in page.OutsideJis
        where Jis0213.IsKanji(place.Character)
        group place by page.ProseAt(place.Index) into text
        where text.Count() > 1 && IsChinese(text.Key.Data, text.Count())
        select (text.First().Index, text.Key.Data.Trim());

    private static bool IsJapanese(IElement element) =>
        element.Closest("[lang]")?.GetAttribute("lang")?.StartsWith("ja", StringComparison.OrdinalIgnoreCase) == true;

    [GeneratedRegex(@"[\uAC00-\uD7A3]{2,}")]
    private static partial Regex Hangul();

    [GeneratedRegex(@"(?<=^[ \t]*)(English|简体中文|繁體中文|中文|Português|Español|Tiếng Việt|Tagalog|Filipino|Français|Deutsch|Bahasa Indonesia)(?=[ \t]*$)", RegexOptions.Multiline)]
    private static partial Regex NamesOfLanguages();

    [GeneratedRegex(@"[A-Za-z][A-Za-z'’-]*(?:[ ,]+[A-Za-z][A-Za-z'’-]*){5,}")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\b(the|of|and|to|for|is|are|in|on|at|you|your|we|our|with|from|by|this|that|please|can|will|be|a|an)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FunctionWord();
}
