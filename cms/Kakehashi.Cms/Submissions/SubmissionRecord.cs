using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Submissions;

/// <summary>受付: one submission with its place in the <see cref="MemberSubmission"/> workflow. What is personal stands in <see cref="Content"/> alone.</summary>
public sealed class SubmissionRecord
{
    public Guid Id { get; init; }

    /// <summary>Receipt number without hyphens; unique, so that what came twice is filed once.</summary>
    public required string Receipt { get; init; }

    /// <summary>Name of the form.</summary>
    public required string Form { get; init; }

    /// <summary>Slug of the issue, event or survey it is about; null for other forms.</summary>
    public string? Subject { get; init; }

    public SubmissionState State { get; set; }

    /// <summary>What lists show: organisation, title or topic; never a person's name. Empty where there is nothing of the kind.</summary>
    public required string Headline { get; set; }

    /// <summary>Ciphertext of the <see cref="Content.Forms.Submission"/> as JSON; null once its personal data were deleted.</summary>
    public byte[]? Content { get; set; }

    /// <summary>What is kept without personal data once <see cref="Content"/> is gone, as JSON: answers to questions of nobody's person (R06); null before.</summary>
    public string? Kept { get; set; }

    /// <summary>Blind index of the sender's address; null for anonymous ones and once deleted.</summary>
    public byte[]? AddressIndex { get; set; }

    /// <summary>Member it comes from or made; null for strangers.</summary>
    public Guid? MemberId { get; set; }

    /// <summary>Public item that it made or changes; null for none.</summary>
    public Guid? ItemId { get; set; }

    /// <summary>The earlier submission that this one corrects; null for first ones.</summary>
    public Guid? CorrectsId { get; set; }

    /// <summary>Who of the office takes care; null = nobody yet.</summary>
    public Guid? OwnerId { get; set; }

    /// <summary>When the forms process accepted it, UTC: as it says itself, between the CMS's last look at the inbox without it and the first look with it.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When the CMS filed it, UTC.</summary>
    public required DateTimeOffset FiledAt { get; init; }

    /// <summary>Until when the office promised to answer, UTC; null where nothing is promised or all is done.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>When it reached an end (approved, refused, closed, cancelled, lapsed), UTC; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>When its personal data are to be deleted, UTC; null while that is not known yet.</summary>
    public DateTimeOffset? DeletePersonalAt { get; set; }

    /// <summary>When they were deleted, UTC; null before.</summary>
    public DateTimeOffset? PersonalDeletedAt { get; set; }

    /// <summary>Points of the eligibility checklist that were ticked, by their text.</summary>
    public List<string> Checked { get; set; } = [];

    /// <summary>Row version (PostgreSQL xmin).</summary>
    public uint Version { get; private set; }
}

/// <summary>A file that came with a submission. Its bytes stand encrypted in the data directory under <see cref="Id"/>.</summary>
public sealed class SubmissionFile
{
    public Guid Id { get; init; }

    public required Guid SubmissionId { get; init; }

    /// <summary>Name of the question.</summary>
    public required string Question { get; init; }

    /// <summary>Ciphertext of the name that the sender's file had; null once deleted.</summary>
    public byte[]? Name { get; set; }

    /// <summary>Ciphertext of the key of the file's bytes; null once deleted, and with it the bytes are unreadable.</summary>
    public byte[]? Key { get; set; }

    /// <summary>Media type found in the content, not the one that was claimed.</summary>
    public required string ContentType { get; init; }

    /// <summary>Length of the plain file.</summary>
    public required long Bytes { get; init; }

    /// <summary>Of the plain file, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public ScanState Scan { get; set; }
}

/// <summary>What the virus scanner said.</summary>
public enum ScanState
{
    [Content.Label("未検査")] Unscanned,
    [Content.Label("検査済")] Clean,
    [Content.Label("ウイルスを検出")] Infected,
}

/// <summary>One line of a submission's history: a step of the workflow, a mail, a note of the consultation with the prefecture. Append-only.</summary>
public sealed class SubmissionEvent
{
    public Guid Id { get; init; }

    public required Guid SubmissionId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who acted; all zeros for the clock and for the sender.</summary>
    public required Guid ActorId { get; init; }

    public required SubmissionEventKind Kind { get; init; }

    /// <summary>The step, where there was one.</summary>
    public SubmissionAction? Action { get; init; }

    /// <summary>Ciphertext of the text: note, mail, changed answers; null for none and once deleted.</summary>
    public byte[]? Text { get; set; }
}

/// <summary>What a line of the history tells.</summary>
public enum SubmissionEventKind
{
    /// <summary>A step of the workflow.</summary>
    [Content.Label("手続き")] Step,

    /// <summary>A mail that was sent to the sender.</summary>
    [Content.Label("メール")] Mail,

    /// <summary>A note for colleagues.</summary>
    [Content.Label("メモ")] Note,

    /// <summary>What was talked over with the prefecture (F04).</summary>
    [Content.Label("県との協議")] Consultation,

    /// <summary>The office mended an answer, and the sender was told.</summary>
    [Content.Label("小さな修正")] Mend,
}
