using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Kakehashi.Content;
using Kakehashi.Site.Sources;
using Kakehashi.Themes.Models;

namespace Kakehashi.Site.Planning;

/// <summary>Media as pages show them. Only what a public page uses is published: a draft's picture has no address before its page has.</summary>
/// <param name="media">Library by name.</param>
public sealed partial class MediaShelf(IReadOnlyDictionary<string, SourceMedia> media)
{
    // One instance for each text as it was read, so that its fingerprint is taken once and not in every plan.
    static readonly ConditionalWeakTable<string, MarkdownText> Plain = [];

    readonly ConcurrentDictionary<string, SourceMedia> used = new(StringComparer.Ordinal);

    /// <summary>Files that pages planned so far use; any order.</summary>
    public IEnumerable<SourceMedia> Used => used.Values;

    /// <summary>A picture in use, or null where there is none or its file is missing.</summary>
    public PictureView? Picture(Picture? picture) =>
        picture is not null && Use(picture.File) is { } file ? new PictureView(file.Href, picture.Alt, file.Width, file.Height) : null;

    /// <summary>Documents to download, in the author's order; those whose file is missing are left out.</summary>
    public IReadOnlyList<DownloadView> Downloads(IReadOnlyList<Attachment> attachments) =>
    [
        .. attachments.Select(attachment => (attachment, file: Use(attachment.File))).Where(pair => pair.file is not null)
            .Select(pair => new DownloadView(pair.attachment.Title, pair.file!.Href, Kind(pair.file), pair.file.Bytes)),
    ];

    /// <summary>Markdown with the files it refers to.</summary>
    public MarkdownText Text(string? markdown)
    {
        if (string.IsNullOrEmpty(markdown)) return MarkdownText.Empty;
        if (!markdown.Contains("/media/", StringComparison.Ordinal)) return Plain.GetValue(markdown, static text => new MarkdownText(text, []));
        var files = Reference().Matches(markdown).Select(match => match.Groups[1].Value)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(Use).OfType<MediaFile>();
        return new MarkdownText(markdown, [.. files]);
    }

    MediaFile? Use(string name)
    {
        if (!media.TryGetValue(name, out var found)) return null;
        used.TryAdd(name, found);
        return found.File;
    }

    static string Kind(MediaFile file) => Path.GetExtension(file.Name) switch
    {
        ".pdf" => "PDF形式",
        ".docx" => "Word形式",
        ".xlsx" => "Excel形式",
        ".pptx" => "PowerPoint形式",
        ".csv" => "CSV形式",
        _ => "画像",
    };

    // A reference definition ([x]: /media/…) counts as well as a link.
    [GeneratedRegex(@"/media/([a-z0-9-]+\.[a-z]+)")]
    private static partial Regex Reference();
}
