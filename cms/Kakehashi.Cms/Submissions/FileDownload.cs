using Kakehashi.Cms.Frame;
using Kakehashi.Content.Sealing;

namespace Kakehashi.Cms.Submissions;

/// <summary>Attachments as downloads that a browser keeps and never opens by itself.</summary>
static class FileDownload
{
    static readonly Dictionary<string, string> Endings = new(StringComparer.Ordinal)
    {
        ["application/pdf"] = ".pdf", ["image/jpeg"] = ".jpg", ["image/png"] = ".png", ["image/webp"] = ".webp", ["image/svg+xml"] = ".svg",
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = ".docx",
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = ".xlsx",
        ["application/vnd.openxmlformats-officedocument.presentationml.presentation"] = ".pptx",
    };

    public static async Task<IResult> SendAsync(Guid id, Guid file, HttpContext context, SubmissionReading reading, Viewer viewer, CancellationToken ct)
    {
        // Whole before the first byte goes out: what was tampered with must not arrive in part.
        var bytes = new MemoryStream();
        try
        {
            if (await reading.OpenFileAsync(file, viewer.Actor, "添付ファイルの取出し", bytes, ct) is not { } open || open.File.SubmissionId != id) return Pages.Failure(StatusCodes.Status404NotFound);
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
            context.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
            bytes.Position = 0;
            return Results.File(bytes, "application/octet-stream", NameOf(open));
        }
        catch (Exception exception) when (exception is BrokenSealException or IOException)
        {
            return Pages.Failure(StatusCodes.Status404NotFound, "ファイルを開けません", "保存したファイルが見つからないか、壊れています。運用管理者に知らせてください。");
        }
    }

    /// <summary>A name that is only a name, with the ending of what the file really is.</summary>
    internal static string NameOf(OpenFile open)
    {
        var plain = string.Concat(open.Name.Split('/', '\\')[^1].Where(character => !char.IsControl(character) && character is not ('"' or '<' or '>' or ':' or '|' or '?' or '*')
            && char.GetUnicodeCategory(character) is not (System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Surrogate))).Trim(' ', '.');
        if (plain.Length > 100) plain = plain[..100];
        if (plain.Length == 0) plain = "tempu";
        var ending = Endings.GetValueOrDefault(open.File.ContentType);
        return ending is null || plain.EndsWith(ending, StringComparison.OrdinalIgnoreCase) || ending == ".jpg" && plain.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase) ? plain : plain + ending;
    }
}
