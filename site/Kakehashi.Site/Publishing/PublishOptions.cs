namespace Kakehashi.Site.Publishing;

/// <summary>How a site is published.</summary>
public sealed record PublishOptions
{
    /// <summary>Pages with an accessibility error are held back.</summary>
    public bool Rules { get; init; } = true;

    /// <summary>Text files get <c>.br</c> and <c>.gz</c> siblings.</summary>
    public bool Compression { get; init; } = true;
}
