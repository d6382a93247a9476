namespace Kakehashi.Content.Types;

/// <summary>課題: a section's problem to be solved with digital technology (W08).</summary>
[ContentType("issue", "課題", "issues")]
public sealed record Issue : Item
{
    [Field(FieldKind.Choice, "段階", Required = true, ListColumn = true, Hint = "募集の開始と締切は日時から自動で判断します。")]
    public IssueStage Stage { get; init; }

    [Field(FieldKind.Text, "課題をもつ団体", Required = true, Max = 60, Hint = "例：見本市 危機管理課", ListColumn = true)]
    public string Owner { get; init; } = "";

    [Field(FieldKind.Choice, "分野", ChoicesFrom = "fields", Required = true)]
    public string FieldOfWork { get; init; } = "";

    [Field(FieldKind.Choice, "地域", ChoicesFrom = "areas", Required = true)]
    public string Area { get; init; } = "";

    [Field(FieldKind.DateTime, "提案募集の開始", Group = "募集")]
    public DateTimeOffset? OpensAt { get; init; }

    [Field(FieldKind.DateTime, "提案募集の締切", Group = "募集", ListColumn = true)]
    public DateTimeOffset? Deadline { get; init; }

    [Field(FieldKind.Markdown, "背景", Required = true, Max = 8_000, Group = "内容")]
    public string Background { get; init; } = "";

    [Field(FieldKind.Markdown, "現状", Required = true, Max = 8_000, Group = "内容")]
    public string PresentState { get; init; } = "";

    [Field(FieldKind.Markdown, "解決の方向性", Required = true, Max = 8_000, Group = "内容")]
    public string Direction { get; init; } = "";

    [Field(FieldKind.Markdown, "条件", Max = 8_000, Group = "内容")]
    public string Conditions { get; init; } = "";

    [Field(FieldKind.Markdown, "進め方と日程", Max = 8_000, Group = "内容")]
    public string Schedule { get; init; } = "";

    [Field(FieldKind.Markdown, "提案の方法", Max = 8_000, Group = "内容")]
    public string HowToPropose { get; init; } = "";

    [Field(FieldKind.References, "合いそうなシーズ", To = typeof(Seed), Group = "関連")]
    public IReadOnlyList<string> Seeds { get; init; } = [];
}

/// <summary>How far an issue has come, as the secretariat sets it; what the clock adds is derived when planning a page.</summary>
public enum IssueStage
{
    [Label("募集前")] Preparing,
    [Label("提案募集中")] Open,
    [Label("選定中")] Selecting,
    [Label("マッチング")] Matched,
    [Label("実証")] Trial,
    [Label("実装")] Implemented,
}
