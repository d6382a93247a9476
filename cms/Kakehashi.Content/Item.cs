using System.Text.Json.Serialization;

namespace Kakehashi.Content;

/// <summary>What every content type has. A typed, immutable view of an <see cref="ItemDocument"/>.</summary>
public abstract record Item
{
    /// <summary>ASCII name in the address; unique within the type.</summary>
    [JsonIgnore]
    public string Slug { get; init; } = "";

    /// <summary>Instant of first publication; never null for a published item.</summary>
    [JsonIgnore]
    public DateTimeOffset? PublishAt { get; init; }

    /// <summary>Instant of the last published change; null where it was never changed since.</summary>
    [JsonIgnore]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Instant from which it is no longer public; null = open-ended.</summary>
    [JsonIgnore]
    public DateTimeOffset? ExpireAt { get; init; }

    /// <summary>Former slugs that lead here; empty when there are none.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Aliases { get; init; } = [];

    [Field(FieldKind.Text, "題名", Required = true, Max = 80, ListColumn = true)]
    public string Title { get; init; } = "";

    [Field(FieldKind.LongText, "要約", Required = true, Max = 200, Hint = "一覧と検索結果に出る文です。120字くらいで書いてください。")]
    public string Summary { get; init; } = "";

    [Field(FieldKind.Markdown, "本文", Max = 60_000)]
    public string Body { get; init; } = "";

    [Field(FieldKind.Picture, "代表画像", Group = "画像と資料")]
    public Picture? Image { get; init; }

    [Field(FieldKind.Attachments, "添付資料", Max = 20, Group = "画像と資料")]
    public IReadOnlyList<Attachment> Files { get; init; } = [];

    [Field(FieldKind.Reference, "担当", To = typeof(Types.Section), Required = true, Group = "担当", Hint = "ページの終わりに連絡先として表示します。")]
    public string? Section { get; init; }
}

/// <summary>A picture in use. Alternative text is given, or the picture is declared decorative; never neither.</summary>
/// <param name="File">Name in the media library.</param>
/// <param name="Alt">What the picture tells; empty only where <paramref name="Decorative"/>.</param>
/// <param name="Decorative">The picture tells nothing that the text does not (JIS X 8341-3:2016 1.1.1).</param>
public sealed record Picture(string File, string Alt = "", bool Decorative = false);

/// <summary>A document offered for download.</summary>
/// <param name="File">Name in the media library.</param>
/// <param name="Title">Link text; kind and size are added from the file itself.</param>
public sealed record Attachment(string File, string Title);
