namespace Kakehashi.Content.Types;

/// <summary>会員: the public part of a registered organisation or laboratory (W10).</summary>
[ContentType("member", "会員", "members")]
public sealed record Member : Item
{
    [Field(FieldKind.Text, "名称のふりがな", Required = true, Max = 120, Hint = "五十音の一覧に使います。")]
    public string Kana { get; init; } = "";

    [Field(FieldKind.Choice, "種別", Required = true, ListColumn = true)]
    public MemberKind Kind { get; init; }

    [Field(FieldKind.Choice, "所在する地域", ChoicesFrom = "areas", Required = true, ListColumn = true)]
    public string Area { get; init; } = "";

    [Field(FieldKind.Text, "研究室・部署", Max = 80)]
    public string? Laboratory { get; init; }

    [Field(FieldKind.Tags, "得意な分野", Max = 6)]
    public IReadOnlyList<string> Strengths { get; init; } = [];

    [Field(FieldKind.Url, "ウェブサイト")]
    public string? Website { get; init; }
}

/// <summary>Kind of organisation, as visitors filter by it.</summary>
public enum MemberKind
{
    [Label("企業")] Company,
    [Label("大学・高専")] University,
    [Label("研究機関")] ResearchInstitute,
    [Label("団体・NPO")] Association,
}
