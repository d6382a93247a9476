using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>Loan words and abbreviations that most people do not know are explained once on the page.</summary>
/// <remarks>Only words of a list, each once: which words are known cannot be told from a text. An explanation stands in parentheses beside the word, in <c>abbr</c>, <c>dfn</c> or <c>ruby</c>, or begins with とは.</remarks>
public sealed partial class UnexplainedWord() : PageRule("unexplained-word", Criteria.ReadingLevel, Weight.Advice, MiChecker.NeedsJudgement,
    "なじみの薄い外来語や略語です。やさしい言葉に言い換えるか、初めに「PoC（効果を確かめる試み）」のように説明を添えてください。")
{
    private static readonly FrozenSet<string> Words = FrozenSet.Create(StringComparer.Ordinal,
    [
        "API", "BCP", "BPO", "BPR", "CSIRT", "EBPM", "KGI", "KPI", "LGWAN", "LPWA", "MaaS", "PDCA", "PFI", "PHR", "PoC", "RFI", "RFP", "RPA", "SLA",
        "SaaS", "アウトソーシング", "アカウンタビリティ", "アジャイル", "アセスメント", "インセンティブ", "エビデンス", "エンパワーメント",
        "オンプレミス", "カウンターパート", "ガバナンス", "コンセンサス", "コンソーシアム", "コンプライアンス", "サンドボックス", "スキーム",
        "ステークホルダー", "セーフティーネット", "タスクフォース", "ダッシュボード", "デジタルツイン", "デジタルデバイド", "トレーサビリティ",
        "ノーコード", "バックオフィス", "バックキャスト", "フィージビリティ", "フレームワーク", "プロトタイプ", "ベストプラクティス", "ペルソナ",
        "ポテンシャル", "ユースケース", "リスキリング", "リテラシー", "レガシーシステム", "レジリエンス", "ローコード", "ロードマップ",
    ]);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = Words.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly SearchValues<char> Letters = SearchValues.Create([.. Range('A', 'Z'), .. Range('a', 'z'), .. Range('ァ', 'ヺ'), 'ー']);

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。\nステークホルダーの意見を聞きます。</p>", line: 2),
        Example.Bad("<p>RPAを導入しました。</p>"),
        Example.Good("<p>RPA（パソコンの操作の自動化）を導入しました。RPAは夜も動きます。</p><p>効果を確かめる試み（PoC）を行います。</p><p><abbr title=\"評価の指標\">KPI</abbr>を定めます。</p>"),
        Example.Good("<p>エビデンスとは、判断のもとになる事実のことです。関係者と話し合い、AIとセンサーを使います。GUIDEという名の催しです。</p>"),
    ];

    public override IEnumerable<Fault> Check(Page page)
    {
        HashSet<string>? met = null;
        for (var (index, length) = Next(page.ProseText, 0); length > 0; (index, length) = Next(page.ProseText, index + length))
            if (Known.TryGetValue(page.ProseText.AsSpan(index, length).TrimEnd('ー'), out var word) || Known.TryGetValue(page.ProseText.AsSpan(index, length), out word))
                if ((met ??= new(StringComparer.Ordinal)).Add(word) && !IsExplained(page, word, index))
                    yield return new(page.ProseAt(index).ParentElement!, word);
    }

    // The next run of letters and katakana: a word, as far as this list goes.
    private static (int Index, int Length) Next(string text, int from)
    {
        var start = text.AsSpan(from).IndexOfAny(Letters);
        if (start < 0)
            return (text.Length, 0);
        var rest = text.AsSpan(from + start);
        return (from + start, rest.IndexOfAnyExcept(Letters) is >= 0 and var length ? length : rest.Length);
    }

    private static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(code => (char)code);

    private static bool IsExplained(Page page, string word, int first)
    {
        var text = page.ProseText;
        for (var index = first; index >= 0; index = text.IndexOf(word, index + word.Length, StringComparison.Ordinal))
            if (Explanation().IsMatch(text, index + word.Length) || text.AsSpan(0, index).TrimEnd() is [.., '（' or '(' or '「'] || page.ProseAt(index).ParentElement!.Closest("abbr, dfn, ruby, dt") is not null)
                return true;
        return false;
    }

    [GeneratedRegex(@"\G[^\s。、（(]{0,6}\s?[（(]|\G」?とは")]
    private static partial Regex Explanation();
}
