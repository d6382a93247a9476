namespace Kakehashi.Content;

/// <summary>A file of the media library as pages need it.</summary>
/// <param name="Name">ASCII name with extension; unique, also across pictures and documents.</param>
/// <param name="Hash">Lower-case hexadecimal SHA-256 of the bytes.</param>
/// <param name="Bytes">Length in bytes.</param>
/// <param name="ContentType">Media type decided by the content, not by the name.</param>
/// <param name="Width">Pixels (or SVG user units); null for documents and pictures that do not tell.</param>
/// <param name="Height">As <paramref name="Width"/>.</param>
/// <param name="Alt">Alternative text of a picture; empty for decorative pictures and for documents.</param>
/// <param name="Title">Title of a document; null for pictures.</param>
public sealed record MediaFile(string Name, string Hash, long Bytes, string ContentType, int? Width, int? Height, string Alt, string? Title)
{
    /// <summary>Public address, fingerprinted so that it may be cached for ever: <c>/media/name.0123abcd4567.png</c>.</summary>
    public string Href
    {
        get
        {
            var dot = Name.LastIndexOf('.');
            return $"/media/{Name[..dot]}.{Hash[..12]}{Name[dot..]}";
        }
    }

    /// <summary>Whether it is shown in a page rather than downloaded.</summary>
    public bool IsPicture => ContentType.StartsWith("image/", StringComparison.Ordinal);
}
