using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>Katakana is full-width.</summary>
public sealed partial class HalfWidthKana() : PageRule("half-width-kana", null, Weight.Error, MiChecker.Problem,
    "半角カタカナがあります。全角カタカナに直してください（ｼｰｽﾞ → シーズ）。"), IMendText
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。\nｼｰｽﾞを探す</p>", line: 2),
        Example.Bad("<img src=\"a.svg\" alt=\"会員ﾘｽﾄ\">"),
        Example.Good("<p>シーズを探す</p><p>入力例：<kbd>ﾔﾏﾀﾞ ﾀﾛｳ</kbd></p>"),
    ];

    private const string FullWidth = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜";
    private const string Voiced = "ガギグゲゴザジズゼゾダヂヅデドバビブベボヴ";
    private const string Voiceless = "カキクケコサシスセソタチツテトハヒフヘホウ";

    // These characters alone, by table: normalisation would change names around them too. Marks of voice join their letter.
    public string Mend(string text) => Run().Replace(text, match =>
    {
        var kana = new StringBuilder();
        foreach (var full in match.Value.Select(half => FullWidth[half - '\uFF66']))
        {
            var letter = kana.Length == 0 ? '\0' : kana[^1];
            if (full == '゛' && Voiceless.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at) kana[^1] = Voiced[at];
            else if (full == '゜' && "ハヒフヘホ".IndexOf(letter, StringComparison.Ordinal) is >= 0 and var p) kana[^1] = "パピプペポ"[p];
            else kana.Append(full);
        }
        return kana.ToString();
    });

    public override IEnumerable<Fault> Check(Page page) =>
        (Holds(page.ProseText) ? page.Prose.SelectMany(text => Faults(text.ParentElement!, text.Data)) : [])
            .Concat(page.Having("alt").SelectMany(image => Faults(image, image.GetAttribute("alt")!)));

    private static bool Holds(string text) => text.AsSpan().ContainsAnyInRange('\uFF66', '\uFF9F');

    private static IEnumerable<Fault> Faults(IElement element, string text) =>
        !Holds(text) ? [] : Run().Matches(text).Select(match => new Fault(element, match.Value));

    [GeneratedRegex("[\uFF66-\uFF9F]+")]
    private static partial Regex Run();
}
