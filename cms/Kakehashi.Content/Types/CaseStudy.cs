namespace Kakehashi.Content.Types;

/// <summary>取組事例: what was done and what came of it (W13).</summary>
[ContentType("caseStudy", "取組事例", "cases")]
public sealed record CaseStudy : Item
{
    [Field(FieldKind.Text, "取り組んだ団体", Required = true, Max = 80, ListColumn = true)]
    public string Owner { get; init; } = "";

    [Field(FieldKind.Choice, "分野", ChoicesFrom = "fields", Required = true, ListColumn = true)]
    public string FieldOfWork { get; init; } = "";

    [Field(FieldKind.Number, "取り組んだ年度（西暦）", Required = true, Max = 2100)]
    public int FiscalYear { get; init; }

    [Field(FieldKind.LongText, "効果", Required = true, Max = 300)]
    public string Effect { get; init; } = "";

    [Field(FieldKind.Reference, "もとになった課題", To = typeof(Issue), Group = "関連")]
    public string? Issue { get; init; }

    [Field(FieldKind.References, "使ったシーズ", To = typeof(Seed), Group = "関連")]
    public IReadOnlyList<string> Seeds { get; init; } = [];

    [Field(FieldKind.References, "協力した会員", To = typeof(Member), Group = "関連")]
    public IReadOnlyList<string> Members { get; init; } = [];
}
