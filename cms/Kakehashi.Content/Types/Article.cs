namespace Kakehashi.Content.Types;

/// <summary>記事: news, activity reports, cases, schemes, by category of the programme (W01).</summary>
[ContentType("article", "記事", "articles")]
public sealed record Article : Item
{
    [Field(FieldKind.Choice, "分類", ChoicesFrom = "categories", Required = true, ListColumn = true)]
    public string Category { get; init; } = "";

    [Field(FieldKind.Tags, "キーワード", Max = 8)]
    public IReadOnlyList<string> Tags { get; init; } = [];

    [Field(FieldKind.References, "関連する課題", To = typeof(Issue), Group = "関連")]
    public IReadOnlyList<string> Issues { get; init; } = [];

    [Field(FieldKind.References, "関連するシーズ", To = typeof(Seed), Group = "関連")]
    public IReadOnlyList<string> Seeds { get; init; } = [];

    [Field(FieldKind.References, "関連するイベント", To = typeof(Event), Group = "関連")]
    public IReadOnlyList<string> Events { get; init; } = [];
}
