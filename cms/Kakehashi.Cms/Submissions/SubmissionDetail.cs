using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Members;
using Kakehashi.Content.Forms;

namespace Kakehashi.Cms.Submissions;

/// <summary>A file that came along.</summary>
/// <param name="Name">As the sender's browser told it; empty once deleted.</param>
/// <param name="Label">The question that it answers.</param>
public sealed record SentFile(SubmissionFile Record, string Name, string Label);

/// <summary>Somebody or something that is perhaps the same.</summary>
/// <param name="Why">In which respect, in Japanese.</param>
/// <param name="Href">Page of the staff's screens.</param>
public sealed record Likeness(string Name, string Why, string Href);

/// <summary>One submission as its page shows it.</summary>
/// <param name="Sent">What was sent; null once its personal data were deleted, and where its key is missing.</param>
/// <param name="IsUnreadable">It is there, and its key is not.</param>
/// <param name="History">Oldest first.</param>
/// <param name="Names">Display names by account.</param>
/// <param name="Others">Earlier and later submissions of the same matter, oldest first.</param>
public sealed record SubmissionDetail(
    SubmissionRecord Record, string? SubjectTitle, Submission? Sent, bool IsUnreadable, IReadOnlyList<SentFile> Files, IReadOnlyList<OpenEvent> History,
    IReadOnlyDictionary<Guid, string> Names, IReadOnlyList<(Guid Id, string Name)> Office, IReadOnlyList<SubmissionRecord> Others)
{
    /// <summary>The member that it comes from or made; null for strangers.</summary>
    public MemberRecord? Member { get; init; }

    /// <summary>Who or what is perhaps the same; empty where nothing is.</summary>
    public IReadOnlyList<Likeness> Likely { get; init; } = [];

    /// <summary>The public page that an approval would publish; null for submissions that make none.</summary>
    public JudgedPage? Page { get; init; }

    /// <summary>Items whose texts link to what an approval would end; empty for all but a withdrawal.</summary>
    public IReadOnlyList<LinkingItem> Linking { get; init; } = [];

    public string Receipt => SubmissionTable.ReceiptWords(Record.Receipt);
}
