using static Kakehashi.Accessibility.ConformanceLevel;

namespace Kakehashi.Accessibility;

/// <summary>The criteria that rules refer to.</summary>
public static class Criteria
{
    public static SuccessCriterion NonTextContent { get; } = new("1.1.1", "非テキストコンテンツ", A);
    public static SuccessCriterion InfoAndRelationships { get; } = new("1.3.1", "情報及び関係性", A);
    public static SuccessCriterion MeaningfulSequence { get; } = new("1.3.2", "意味のある順序", A);
    public static SuccessCriterion AudioControl { get; } = new("1.4.2", "音声の制御", A);
    public static SuccessCriterion ResizeText { get; } = new("1.4.4", "テキストのサイズ変更", AA);
    public static SuccessCriterion Keyboard { get; } = new("2.1.1", "キーボード", A);
    public static SuccessCriterion TimingAdjustable { get; } = new("2.2.1", "タイミング調整可能", A);
    public static SuccessCriterion PauseStopHide { get; } = new("2.2.2", "一時停止，停止及び非表示", A);
    public static SuccessCriterion BypassBlocks { get; } = new("2.4.1", "ブロックスキップ", A);
    public static SuccessCriterion PageTitled { get; } = new("2.4.2", "ページタイトル", A);
    public static SuccessCriterion FocusOrder { get; } = new("2.4.3", "フォーカス順序", A);
    public static SuccessCriterion LinkPurpose { get; } = new("2.4.4", "リンクの目的（コンテキスト内）", A);
    public static SuccessCriterion MultipleWays { get; } = new("2.4.5", "複数の手段", AA);
    public static SuccessCriterion HeadingsAndLabels { get; } = new("2.4.6", "見出し及びラベル", AA);
    public static SuccessCriterion LanguageOfPage { get; } = new("3.1.1", "ページの言語", A);
    public static SuccessCriterion LanguageOfParts { get; } = new("3.1.2", "一部分の言語", AA);
    public static SuccessCriterion ChangeOnRequest { get; } = new("3.2.5", "要求による変化", AAA);
    public static SuccessCriterion LabelsOrInstructions { get; } = new("3.3.2", "ラベル又は説明", A);
    public static SuccessCriterion Parsing { get; } = new("4.1.1", "構文解析", A);
    public static SuccessCriterion NameRoleValue { get; } = new("4.1.2", "名前（name），役割（role）及び値（value）", A);
}
