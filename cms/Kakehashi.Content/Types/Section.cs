namespace Kakehashi.Content.Types;

/// <summary>担当: who answers for an item. Kept once, shown on every page that refers to it (E10).</summary>
[ContentType("section", "担当", "sections", Placement = Placement.None,
    Without = [nameof(Summary), nameof(Body), nameof(Image), nameof(Files), nameof(Section)])]
public sealed record Section : Item
{
    [Field(FieldKind.Text, "所属", Required = true, Max = 80, Hint = "例：総合政策部 デジタル戦略課", ListColumn = true)]
    public string Department { get; init; } = "";

    [Field(FieldKind.Telephone, "電話番号", Required = true, ListColumn = true)]
    public string Telephone { get; init; } = "";

    [Field(FieldKind.Telephone, "ファクス番号")]
    public string? Fax { get; init; }

    [Field(FieldKind.Email, "メールアドレス", Required = true, ListColumn = true)]
    public string Email { get; init; } = "";

    [Field(FieldKind.Text, "受付時間", Required = true, Max = 80, Hint = "例：平日 午前8時30分から午後5時15分まで")]
    public string Hours { get; init; } = "";

    [Field(FieldKind.Address, "所在地", Max = 120)]
    public string? Address { get; init; }
}
