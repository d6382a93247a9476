using System.Text.Json.Serialization;
using Kakehashi.Content;
using Kakehashi.Content.Types;

namespace Kakehashi.Themes.Models;

/// <summary>All that one page shows. A page is a pure function of its model: same model, same bytes.</summary>
/// <remarks>Models hold values only, so that serialising one gives a fingerprint of the page. What depends on the clock is in the model as words.</remarks>
public abstract record PageModel
{
    /// <summary>What all pages share.</summary>
    public required Shell Shell { get; init; }

    /// <summary>Root-relative address with a trailing slash.</summary>
    public required string Address { get; init; }

    /// <summary>Heading of the page (h1).</summary>
    public required string Title { get; init; }

    /// <summary>For search results; not empty.</summary>
    public required string Description { get; init; }

    /// <summary>Way from the home page, this page excluded; empty only on the home page and its direct children.</summary>
    public IReadOnlyList<Link> Breadcrumb { get; init; } = [];

    /// <summary>Who answers for the page; null on pages of no section.</summary>
    public Section? Contact { get; init; }

    /// <summary>Date of publication shown; null on lists.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>Date of the last change shown; null when never changed.</summary>
    public DateOnly? UpdatedOn { get; init; }

    /// <summary>Picture for sharing (OGP); null = the theme's own.</summary>
    public PictureView? SharePicture { get; init; }

    /// <summary>First part of the document's title; says beforehand what has become of a form.</summary>
    [JsonIgnore]
    public virtual string HeadTitle => Title;

    /// <summary>Whether search engines and site maps may list it.</summary>
    [JsonIgnore]
    public virtual bool IsListed => true;

    /// <summary>JSON-LD objects, ready to be written into the page; may be empty.</summary>
    public IReadOnlyList<string> StructuredData { get; init; } = [];
}

/// <summary>What stands on every page.</summary>
/// <param name="Program">Settings of the programme.</param>
/// <param name="Notice">Banner in force, or null.</param>
/// <param name="Stylesheet">Fingerprinted address of the style sheet.</param>
public sealed record Shell(ProgramSettings Program, Notice? Notice, string Stylesheet);

/// <summary>A picture ready to be shown.</summary>
/// <param name="Href">Fingerprinted address.</param>
/// <param name="Alt">Alternative text; empty only for decoration.</param>
public sealed record PictureView(string Href, string Alt, int? Width, int? Height);

/// <summary>A document to download.</summary>
/// <param name="Title">Link text without kind and size.</param>
/// <param name="Kind">PDF形式, Excel形式 …</param>
/// <param name="Bytes">Length; shown in KB or MB.</param>
public sealed record DownloadView(string Title, string Href, string Kind, long Bytes);

/// <summary>Markdown with the media that it uses, so that both are part of the fingerprint.</summary>
/// <param name="Markdown">Source text; may be empty.</param>
/// <param name="Media">Files it refers to, ordered by name.</param>
public sealed record MarkdownText(string Markdown, IReadOnlyList<MediaFile> Media)
{
    public static MarkdownText Empty { get; } = new("", []);

    public bool IsEmpty => Markdown.Length == 0;
}

/// <summary>State in words; the tone only adds colour to what the words say.</summary>
public sealed record Status(string Text, Tone Tone);

public enum Tone
{
    Neutral,
    Open,
    Soon,
    Closed,
    Done,
}

/// <summary>Short form of an item in lists and beside related items.</summary>
/// <param name="Type">Name of the content type.</param>
/// <param name="Kicker">Category, kind or field in words; null = none.</param>
/// <param name="Status">State in words; null = none.</param>
/// <param name="Date">Date that orders it, with its label (公開日, 開催日, 締切); null = none.</param>
/// <param name="Facts">Further label and value pairs in order; may be empty.</param>
/// <param name="IsNew">Published within the last seven days (新着).</param>
public sealed record Card(
    string Type, string Title, string Href, string Summary, string? Kicker, Status? Status,
    LabelledDate? Date, IReadOnlyList<Fact> Facts, PictureView? Picture, bool IsNew);

public sealed record LabelledDate(string Label, DateOnly Date);

public sealed record Fact(string Label, string Value);
