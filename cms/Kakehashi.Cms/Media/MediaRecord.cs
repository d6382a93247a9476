using Kakehashi.Content;

namespace Kakehashi.Cms.Media;

/// <summary>A file of the media library; its bytes stand on disk under their hash.</summary>
public sealed class MediaRecord
{
    /// <summary>ASCII name with extension; unique; never changes.</summary>
    public required string Name { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 of the stored bytes.</summary>
    public required string Hash { get; set; }

    /// <summary>Length in bytes.</summary>
    public required long Bytes { get; set; }

    public required string ContentType { get; set; }

    public int? Width { get; set; }

    public int? Height { get; set; }

    /// <summary>Empty for decorative pictures and for documents.</summary>
    public string Alt { get; set; } = "";

    public bool Decorative { get; set; }

    /// <summary>Title of a document; null for pictures.</summary>
    public string? Title { get; set; }

    public required Guid AddedBy { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>As pages need it.</summary>
    public MediaFile ToMediaFile() => new(Name, Hash, Bytes, ContentType, Width, Height, Alt, Title);
}
