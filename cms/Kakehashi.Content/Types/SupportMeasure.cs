namespace Kakehashi.Content.Types;

/// <summary>支援制度: a subsidy or other support that visitors may use (W13).</summary>
[ContentType("supportMeasure", "支援制度", "support-measures")]
public sealed record SupportMeasure : Item
{
    [Field(FieldKind.Text, "実施する機関", Required = true, Max = 80, ListColumn = true)]
    public string Provider { get; init; } = "";

    [Field(FieldKind.Text, "対象", Required = true, Max = 120)]
    public string Target { get; init; } = "";

    [Field(FieldKind.Money, "上限額（円）", Max = 2_000_000_000)]
    public int? Limit { get; init; }

    [Field(FieldKind.Text, "補助率", Max = 60)]
    public string? Rate { get; init; }

    [Field(FieldKind.Date, "受付の開始", Group = "受付")]
    public DateOnly? AppliesFrom { get; init; }

    [Field(FieldKind.Date, "受付の終了", Group = "受付", ListColumn = true)]
    public DateOnly? AppliesUntil { get; init; }

    [Field(FieldKind.Url, "案内のページ", Group = "受付")]
    public string? Website { get; init; }
}
