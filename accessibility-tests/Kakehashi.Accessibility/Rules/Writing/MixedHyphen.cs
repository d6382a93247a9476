using System.Buffers;
using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>Numbers of telephones, postal codes and houses are joined by the plain hyphen: copied and searched, they work.</summary>
public sealed partial class MixedHyphen() : ProseRule("mixed-hyphen", null, Weight.Warning, MiChecker.LikelyProblem,
    "番号が、ハイフンではない線（ー、―、－など）でつながれています。検索や読み上げのために、半角のハイフン（-）にしてください（028－600－0000 → 028-600-0000）。"), IMendText
{
    protected override SearchValues<char> Signs { get; } = SearchValues.Create("ー―—–−－‐‑─");

    protected override Regex Pattern => Number();

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。\nお問い合わせは028－600－0000へどうぞ。</p>", line: 2),
        Example.Bad("<p>〒320ー0000 見本県見本市</p>"),
        Example.Bad("<p>見本市本町1－2－3</p>"),
        Example.Good("<p>お問い合わせは028-600-0000へどうぞ。〒320-0000 見本市本町1-2-3</p><p>計画の期間は2026–2030年度、気温は−5度、2ー1の式です。</p>"),
    ];

    public string Mend(string text) => Replace(text, (match, _) => string.Concat(match.Value.Select(character => Signs.Contains(character) ? '-' : character)));

    protected override bool IsFault(Match match) => match.Value.AsSpan().IndexOfAny(Signs) >= 0;

    [GeneratedRegex("(?<![0-9])(?:0[0-9]{1,4}[-ー―—–−－‐‑─][0-9]{1,4}[-ー―—–−－‐‑─][0-9]{3,4}|〒 ?[0-9]{3}[ー―—–−－‐‑─][0-9]{4}|[0-9]{1,4}[ー―—–−－‐‑─][0-9]{1,3}[-ー―—–−－‐‑─][0-9]{1,4})(?![0-9])")]
    private static partial Regex Number();
}
