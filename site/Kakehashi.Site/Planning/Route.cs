using Kakehashi.Site.Sources;
using Kakehashi.Themes.Models;

namespace Kakehashi.Site.Planning;

/// <summary>One file of the site: where it goes, and what decides its bytes.</summary>
/// <param name="File">Path below the output folder, forward slashes; unique in a plan.</param>
/// <param name="Fingerprint">Lower-case hexadecimal SHA-256 of all that decides the bytes.</param>
public abstract record Route(string File, string Fingerprint)
{
    /// <summary>When it is published; lower stages first, so that a page never refers to what is not there yet.</summary>
    public abstract Stage Stage { get; }
}

/// <summary>Order of publishing.</summary>
public enum Stage
{
    /// <summary>Style sheet, fonts, pictures, documents, forms as the forms API reads them.</summary>
    Media,

    /// <summary>Pages of one item.</summary>
    Details,

    /// <summary>Pages that lead to others.</summary>
    Lists,

    /// <summary>Feeds, calendars, sitemap, redirects.</summary>
    Outputs,
}

/// <summary>An HTML page, rendered from its model by the theme.</summary>
public sealed record PageRoute(string File, string Fingerprint, PageModel Model) : Route(File, Fingerprint)
{
    /// <inheritdoc/>
    public override Stage Stage => Model is DetailPage ? Stage.Details : Stage.Lists;
}

/// <summary>A file whose bytes are known already.</summary>
public sealed record BytesRoute(string File, string Fingerprint, ReadOnlyMemory<byte> Bytes, Stage At) : Route(File, Fingerprint)
{
    /// <inheritdoc/>
    public override Stage Stage => At;
}

/// <summary>A file of the media library that a page uses.</summary>
public sealed record MediaRoute(string File, string Fingerprint, SourceMedia Media) : Route(File, Fingerprint)
{
    /// <inheritdoc/>
    public override Stage Stage => Stage.Media;
}
