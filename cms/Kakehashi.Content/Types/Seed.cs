namespace Kakehashi.Content.Types;

/// <summary>シーズ: technology or know-how that a member offers (W09).</summary>
[ContentType("seed", "シーズ", "seeds")]
public sealed record Seed : Item
{
    [Field(FieldKind.Text, "題名のふりがな", Required = true, Max = 120, Hint = "五十音の一覧に使います。")]
    public string Kana { get; init; } = "";

    [Field(FieldKind.Reference, "提供する会員", To = typeof(Member), Required = true, ListColumn = true)]
    public string Member { get; init; } = "";

    [Field(FieldKind.Choice, "分野", ChoicesFrom = "fields", Required = true, ListColumn = true)]
    public string FieldOfWork { get; init; } = "";

    [Field(FieldKind.Tags, "技術", Required = true, Max = 6, Hint = "例：AI、センサー、地理情報")]
    public IReadOnlyList<string> Technologies { get; init; } = [];

    [Field(FieldKind.Markdown, "解決できる困りごと", Required = true, Max = 4_000, Group = "内容")]
    public string Problem { get; init; } = "";

    [Field(FieldKind.Markdown, "仕組み", Required = true, Max = 8_000, Group = "内容")]
    public string How { get; init; } = "";

    [Field(FieldKind.Markdown, "導入の実績", Max = 4_000, Group = "内容")]
    public string Record { get; init; } = "";

    [Field(FieldKind.Choice, "費用の目安", Required = true, Group = "導入に必要なもの")]
    public CostClass Cost { get; init; }

    [Field(FieldKind.Text, "導入までの期間", Required = true, Max = 60, Group = "導入に必要なもの", Hint = "例：約2か月")]
    public string LeadTime { get; init; } = "";

    [Field(FieldKind.LongText, "用意していただくもの", Max = 400, Group = "導入に必要なもの")]
    public string Needs { get; init; } = "";
}

/// <summary>Order of cost for a trial, for comparison only.</summary>
public enum CostClass
{
    [Label("無料で試せます")] Free,
    [Label("50万円未満")] Under500Thousand,
    [Label("50万円以上200万円未満")] Under2Million,
    [Label("200万円以上")] Over2Million,
    [Label("内容により相談")] Negotiable,
}
