using System.Security.Cryptography;
using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Members;
using Kakehashi.Content;
using Kakehashi.Content.Sealing;

namespace Kakehashi.Cms.Submissions;

/// <summary>Files of submissions at the addresses that a preview of their page gives them. The library does not have them, and who may not read submissions cannot fetch them.</summary>
static class SentMedia
{
    /// <summary>A file as the preview names it: no name in the library has an underscore.</summary>
    public static MediaFile Of(SeedFile file) => new($"sent_{file.Record.Id:n}{file.Kind.Extension}", Convert.ToHexStringLower(SHA256.HashData(file.Bytes)), file.Bytes.Length,
        file.Kind.ContentType, file.Kind.Width, file.Kind.Height, "", file.Title);

    public static void MapSentMedia(this IEndpointRouteBuilder staff) =>
        staff.MapGet("/media/sent_{file:guid}.{print:length(12)}.{extension:alpha}", SendAsync).AddEndpointFilter(SubmissionReaders.OnlyAsync);

    static async Task<IResult> SendAsync(Guid file, HttpContext context, SubmissionReading reading, Viewer viewer, CancellationToken ct)
    {
        using var content = new MemoryStream();
        try
        {
            if (await reading.OpenFileAsync(file, viewer.Actor, "公開後の見た目の表示", content, ct) is not { } open || SeedFiles.Clean(open, content.ToArray()).File is not { } seed)
                return Pages.Failure(StatusCodes.Status404NotFound);
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
            context.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
            return Of(seed).IsPicture ? Results.File(seed.Bytes, seed.Kind.ContentType) : Results.File(seed.Bytes, "application/octet-stream", FileDownload.NameOf(open));
        }
        catch (Exception exception) when (exception is BrokenSealException or IOException)
        {
            return Pages.Failure(StatusCodes.Status404NotFound);
        }
    }
}
