using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>Katakana is full-width.</summary>
public sealed partial class HalfWidthKana() : PageRule("half-width-kana", null, Weight.Error, MiChecker.Problem,
    "半角カタカナがあります。全角カタカナに直してください（ｼｰｽﾞ → シーズ）。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。\nｼｰｽﾞを探す</p>", line: 2),
        Example.Bad("<img src=\"a.svg\" alt=\"会員ﾘｽﾄ\">"),
        Example.Good("<p>シーズを探す</p><p>入力例：<kbd>ﾔﾏﾀﾞ ﾀﾛｳ</kbd></p>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        (Holds(page.ProseText) ? page.Prose.SelectMany(text => Faults(text.ParentElement!, text.Data)) : [])
            .Concat(page.Having("alt").SelectMany(image => Faults(image, image.GetAttribute("alt")!)));

    private static bool Holds(string text) => text.AsSpan().ContainsAnyInRange('\uFF66', '\uFF9F');

    private static IEnumerable<Fault> Faults(IElement element, string text) =>
        !Holds(text) ? [] : Run().Matches(text).Select(match => new Fault(element, match.Value));

    [GeneratedRegex("[\uFF66-\uFF9F]+")]
    private static partial Regex Run();
}
