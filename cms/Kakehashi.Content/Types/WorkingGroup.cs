namespace Kakehashi.Content.Types;

/// <summary>ワーキンググループ: members and municipalities working on one theme (W12).</summary>
[ContentType("workingGroup", "ワーキンググループ", "working-groups")]
public sealed record WorkingGroup : Item
{
    [Field(FieldKind.Text, "テーマ", Required = true, Max = 100, ListColumn = true)]
    public string Theme { get; init; } = "";

    [Field(FieldKind.Date, "発足した日", ListColumn = true)]
    public DateOnly? StartedOn { get; init; }

    [Field(FieldKind.Tags, "参加する県・市町", Max = 30)]
    public IReadOnlyList<string> Municipalities { get; init; } = [];

    [Field(FieldKind.References, "参加する会員", To = typeof(Member))]
    public IReadOnlyList<string> Members { get; init; } = [];

    [Field(FieldKind.References, "取り組む課題", To = typeof(Issue), Group = "関連")]
    public IReadOnlyList<string> Issues { get; init; } = [];
}
