using System.Text.Json.Nodes;
using Kakehashi.Cms.Personal;
using Kakehashi.Content.Forms;

namespace Kakehashi.Cms.Submissions;

/// <summary>Seals and opens what is personal in submissions, each value in its own row and column. Whoever opens for a person's eyes notes it in the <see cref="ViewLog"/> first.</summary>
public sealed class SubmissionVault(PersonalCipher cipher)
{
    public byte[] Seal(Guid submission, Submission content) => cipher.SealJson(content, ContentOf(submission));

    /// <summary>What the visitor sent; null once its personal data were deleted.</summary>
    /// <exception cref="UnreadablePersonalDataException">It was changed or moved, or its key is missing.</exception>
    public Submission? Open(SubmissionRecord record) => record.Content is { } kept ? cipher.OpenJson<Submission>(kept, ContentOf(record.Id)) : null;

    /// <summary>A line of the history with its text sealed.</summary>
    /// <param name="text">Null for none.</param>
    public SubmissionEvent Line(Guid submission, DateTimeOffset at, Guid actor, SubmissionEventKind kind, string? text, Content.Workflows.SubmissionAction? action = null)
    {
        var id = Guid.CreateVersion7(at);
        return new()
        {
            Id = id,
            SubmissionId = submission,
            At = at,
            ActorId = actor,
            Kind = kind,
            Action = action,
            Text = string.IsNullOrEmpty(text) ? null : cipher.Seal(text, TextOf(id)),
        };
    }

    /// <summary>Text of a line; null for none and once deleted.</summary>
    public string? Open(SubmissionEvent line) => line.Text is { } kept ? cipher.Open(kept, TextOf(line.Id)) : null;

    /// <summary>The former answers that a line of a resubmission or mend keeps; null for other lines.</summary>
    public JsonObject? FormerAnswers(SubmissionEvent line) =>
        line is { Kind: SubmissionEventKind.Mend } or { Action: Content.Workflows.SubmissionAction.Resubmit } && Open(line) is { } json ? JsonNode.Parse(json) as JsonObject : null;

    /// <summary>Name that the sender's file had; null once deleted.</summary>
    public string? NameOf(SubmissionFile file) => file.Name is { } kept ? cipher.Open(kept, NamePlace(file.Id)) : null;

    internal byte[] SealName(Guid file, string name) => cipher.Seal(name, NamePlace(file));

    internal byte[] SealKey(Guid file, byte[] key) => cipher.Seal(key, KeyPlace(file));

    /// <summary>Key of the file's bytes; null once deleted.</summary>
    internal byte[]? KeyOf(SubmissionFile file) => file.Key is { } kept ? cipher.OpenBytes(kept, KeyPlace(file.Id)) : null;

    internal static Place ContentOf(Guid submission) => new("submissions", submission, "content");

    internal static Place TextOf(Guid line) => new("submission_events", line, "text");

    internal static Place NamePlace(Guid file) => new("submission_files", file, "name");

    internal static Place KeyPlace(Guid file) => new("submission_files", file, "key");
}
