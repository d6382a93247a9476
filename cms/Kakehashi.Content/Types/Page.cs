namespace Kakehashi.Content.Types;

/// <summary>固定ページ: about, rules, privacy and the like, at the root of the site (W01).</summary>
[ContentType("page", "固定ページ", "pages", Placement = Placement.Root)]
public sealed record Page : Item
{
    [Field(FieldKind.Number, "サイトマップでの順番", Max = 1_000)]
    public int Order { get; init; }
}
