namespace Kakehashi.Content.Types;

/// <summary>アンケート: questions to anyone between two instants, anonymous or not (F07).</summary>
[ContentType("survey", "アンケート", "surveys", Without = [nameof(Image)])]
public sealed record Survey : Item
{
    [Field(FieldKind.DateTime, "回答の受付開始", Required = true, Group = "受付", ListColumn = true)]
    public DateTimeOffset OpensAt { get; init; }

    [Field(FieldKind.DateTime, "回答の締切", Required = true, Group = "受付", ListColumn = true)]
    public DateTimeOffset ClosesAt { get; init; }

    [Field(FieldKind.Boolean, "無記名で尋ねる", Group = "質問", Hint = "選ぶと、名前も連絡先も尋ねず、受け付けた記録にも残しません。")]
    public bool Anonymous { get; init; }

    [Field(FieldKind.Questions, "質問", Required = true, Group = "質問")]
    public IReadOnlyList<CustomQuestion> Questions { get; init; } = [];

    [Field(FieldKind.Reference, "関連するイベント", To = typeof(Event), Group = "関連")]
    public string? Event { get; init; }
}
