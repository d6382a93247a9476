namespace Kakehashi.Content.Types;

/// <summary>専門人材: the public part of the roster (W14).</summary>
[ContentType("specialist", "専門人材", "specialists")]
public sealed record Specialist : Item
{
    [Field(FieldKind.Text, "登録番号", Required = true, Max = 20, ListColumn = true)]
    public string Number { get; init; } = "";

    [Field(FieldKind.Choice, "対応の可否", Required = true, ListColumn = true)]
    public Availability Availability { get; init; }

    [Field(FieldKind.Tags, "専門の分野", Required = true, Max = 6)]
    public IReadOnlyList<string> Fields { get; init; } = [];

    [Field(FieldKind.Tags, "資格", Max = 10)]
    public IReadOnlyList<string> Qualifications { get; init; } = [];

    [Field(FieldKind.Choice, "支援の方法", Required = true)]
    public EventFormat Format { get; init; }

    [Field(FieldKind.Markdown, "支援の実績", Max = 8_000, Group = "内容")]
    public string Record { get; init; } = "";
}

public enum Availability
{
    [Label("相談を受け付けています")] Available,
    [Label("日程の調整が必要です")] Limited,
    [Label("現在は受け付けていません")] Unavailable,
}
