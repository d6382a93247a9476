using System.Text.Json;
using Kakehashi.Content;
using Kakehashi.Content.Forms;

namespace Kakehashi.Forms.Steps;

/// <summary>An attachment and the question it answers, as they travel in the page.</summary>
internal sealed record Attachment(string Question, HeldFile File)
{
    private const string KeptPrefix = "kept:";

    /// <summary>Name of a file that the CMS has already; null for one that came by this form.</summary>
    public string? Kept => File.Id.StartsWith(KeptPrefix, StringComparison.Ordinal) ? File.Id[KeptPrefix.Length..] : null;

    public static Attachment Of(KeptFile file) => new(file.Question, new HeldFile(KeptPrefix + file.Name, file.Title, file.Bytes, ""));

    /// <summary>Value of the hidden field.</summary>
    public string Write(PageSignature signature) => signature.Sign("file " + Question, JsonSerializer.SerializeToUtf8Bytes(File, ContentJson.Options));

    /// <returns>Null for what was not written here for that question.</returns>
    public static Attachment? Read(PageSignature signature, string question, string value) =>
        signature.Verify("file " + question, value) is { } content ? new(question, JsonSerializer.Deserialize<HeldFile>(content, ContentJson.Options)!) : null;
}
