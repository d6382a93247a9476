namespace Kakehashi.Cms.Accessibility;

/// <summary>画面の写し: a picture that a judge added to a sheet as evidence. Internal; its bytes lie with the media files.</summary>
public sealed class EvidencePicture
{
    public required Guid Id { get; init; }

    public required int FiscalYear { get; init; }

    /// <summary>Root-relative address; null = the whole site.</summary>
    public string? Page { get; init; }

    /// <summary>Number of the criterion that it is evidence for; null = the sheet as a whole.</summary>
    public string? Criterion { get; init; }

    /// <summary>What it shows; never empty: it is the picture's alternative text.</summary>
    public required string Caption { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 of the bytes.</summary>
    public required string Hash { get; init; }

    /// <summary>image/png, image/jpeg or image/webp.</summary>
    public required string ContentType { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
