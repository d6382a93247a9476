using System.Buffers;
using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>Loan words and abbreviations that most people do not know are explained once on the page.</summary>
/// <remarks>Only words of a list, each once: which words are known cannot be told from a text. An explanation stands in parentheses beside the word, in <c>abbr</c>, <c>dfn</c> or <c>ruby</c>, or begins with とは.</remarks>
public sealed partial class UnexplainedWord() : PageRule("unexplained-word", Criteria.ReadingLevel, Weight.Advice, MiChecker.NeedsJudgement,
    "なじみの薄い外来語や略語です。やさしい言葉に言い換えるか、初めに「PoC（効果を確かめる試み）」のように説明を添えてください。")
{
    private static readonly string[] Words =
    [
        "API", "BCP", "BPO", "BPR", "CSIRT", "EBPM", "KGI", "KPI", "LGWAN", "LPWA", "MaaS", "PDCA", "PFI", "PHR", "PoC", "RFI", "RFP", "RPA", "SLA",
        "SaaS", "アウトソーシング", "アカウンタビリティ", "アジャイル", "アセスメント", "インセンティブ", "エビデンス", "エンパワーメント",
        "オンプレミス", "カウンターパート", "ガバナンス", "コンセンサス", "コンソーシアム", "コンプライアンス", "サンドボックス", "スキーム",
        "ステークホルダー", "セーフティーネット", "タスクフォース", "ダッシュボード", "デジタルツイン", "デジタルデバイド", "トレーサビリティ",
        "ノーコード", "バックオフィス", "バックキャスト", "フィージビリティ", "フレームワーク", "プロトタイプ", "ベストプラクティス", "ペルソナ",
        "ポテンシャル", "ユースケース", "リスキリング", "リテラシー", "レガシーシステム", "レジリエンス", "ローコード", "ロードマップ",
    ];

    private static readonly SearchValues<string> Known = SearchValues.Create(Words, StringComparison.Ordinal);

    private static readonly Regex Word = new($"(?<![A-Za-zァ-ヺー])(?:{string.Join('|', Words)})(?![A-Za-zァ-ヺ])", RegexOptions.CultureInvariant);

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。\nステークホルダーの意見を聞きます。</p>", line: 2),
        Example.Bad("<p>RPAを導入しました。</p>"),
        Example.Good("<p>RPA（パソコンの操作の自動化）を導入しました。RPAは夜も動きます。</p><p>効果を確かめる試み（PoC）を行います。</p><p><abbr title=\"評価の指標\">KPI</abbr>を定めます。</p>"),
        Example.Good("<p>エビデンスとは、判断のもとになる事実のことです。関係者と話し合い、AIとセンサーを使います。GUIDEという名の催しです。</p>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.ProseText.AsSpan().ContainsAny(Known)
            ? from match in Word.Matches(page.ProseText).DistinctBy(match => match.Value, StringComparer.Ordinal)
              where !IsExplained(page, match.Value, match.Index)
              select new Fault(page.ProseAt(match.Index).ParentElement!, match.Value)
            : [];

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
