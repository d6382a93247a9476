using System.Text.Json.Nodes;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Members;
using Kakehashi.Cms.Preview;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Types;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Submissions;

/// <summary>The public page that an approval would publish; nothing of it is stored.</summary>
/// <param name="Next">As it would be.</param>
/// <param name="Live">What visitors see now; null while there is no such page.</param>
/// <param name="Sent">Files that came along and that the page would show; their names are those of <see cref="SentMedia"/>.</param>
/// <param name="Problems">Why approval would be refused for the sake of a file.</param>
public sealed record SubmittedPage(ContentType Type, ItemRecord Item, RevisionRecord Next, RevisionRecord? Live, IReadOnlyList<(MediaFile Media, string Given)> Sent, IReadOnlyList<FieldProblem> Problems)
{
    /// <summary>For the preview.</summary>
    public IReadOnlyList<MediaFile> Media => [.. Sent.Select(file => file.Media)];

    /// <summary>For people: new files under the names that their sender gave them.</summary>
    public Draft ToDraft()
    {
        var draft = Next.ToDraft();
        var files = (draft.Values["files"] as JsonArray ?? []).Append(draft.Values["image"]).OfType<JsonObject>();
        foreach (var file in files) file["file"] = Sent.FirstOrDefault(sent => sent.Media.Name == file["file"]?.ToString()).Given ?? file["file"]?.ToString();
        return draft;
    }
}

/// <summary>The page with what is to be judged about it.</summary>
/// <param name="Differences">To what is published; empty for a new page.</param>
/// <param name="Report">What the accessibility rules say; null where they were not asked.</param>
public sealed record JudgedPage(SubmittedPage Page, IReadOnlyList<FieldDifference> Differences, PageReport? Report);

/// <summary>Lays out what members sent as the page it would become (E06).</summary>
public sealed class SubmittedPages(IDbContextFactory<CmsDb> databases, FieldSourceQueries sources, SeedFiles files, AccessibilityCheck accessibility, TimeProvider time)
{
    static readonly Dictionary<string, MediaFile> NoMedia = [];

    /// <summary>Null for submissions that make no page, and once they are judged.</summary>
    public async Task<JudgedPage?> JudgeAsync(SubmissionRecord record, Submission sent, CancellationToken ct)
    {
        if (await OfAsync(record, sent, ct) is not { } page) return null;
        var names = await sources.ForFormAsync(page.Type, NoMedia, ct);
        return new JudgedPage(page, page.Live is null ? [] : RevisionDifference.Between(page.Type, page.Live.ToDraft(), page.ToDraft(), names), await accessibility.OfAsync(page.Item, page.Next, page.Media, ct));
    }

    /// <summary>What the accessibility rules say about the page; null for submissions that make none.</summary>
    public async Task<PageReport?> ReportAsync(SubmissionRecord record, Submission sent, CancellationToken ct) =>
        await OfAsync(record, sent, ct) is { } page ? await accessibility.OfAsync(page.Item, page.Next, page.Media, ct) : null;

    /// <inheritdoc cref="JudgeAsync"/>
    public async Task<SubmittedPage?> OfAsync(SubmissionRecord record, Submission sent, CancellationToken ct)
    {
        if (record.Form is not (MemberRegistration.Name or MemberChange.Name or SeedRegistration.Name) || !MemberSubmission.Waits(record.State) && record.State != SubmissionState.Returned) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var member = record.MemberId is { } id ? await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct) : null;
        var (type, itemId, said) = record.Form == SeedRegistration.Name
            ? (ContentType.Of<Seed>(), record.ItemId, SeedAnswers.PageOf(sent.Answers))
            : (ContentType.Of<Member>(), record.Form == MemberChange.Name ? member?.ItemId : null, MemberAnswers.PageOf(sent.Answers));
        var (media, problems) = type == ContentType.Of<Seed>() ? await FilesAsync(db, record, sent, said, ct) : ([], []);
        if (type == ContentType.Of<Seed>() && member is not null) said["member"] = await db.Items.Where(item => item.Id == member.ItemId).Select(item => item.Slug).SingleOrDefaultAsync(ct);
        var item = itemId is { } there ? await db.Items.AsNoTracking().SingleOrDefaultAsync(one => one.Id == there, ct) : null;
        var live = item?.LiveRevisionId is { } shown ? await db.Revisions.AsNoTracking().SingleOrDefaultAsync(revision => revision.Id == shown, ct) : null;
        var values = live?.ReadValues() ?? [];
        foreach (var (field, value) in said) values[field] = value?.DeepClone();
        values["section"] ??= await SectionAsync(db, ct);
        var now = time.GetUtcNow();
        item ??= new ItemRecord { Id = record.Id, Type = type.Name, Slug = "preview", NewestRevisionId = record.Id, CreatedAt = now };
        item.PublishedAt ??= now;
        return new SubmittedPage(type, item, new RevisionRecord
        {
            Id = record.Id,
            ItemId = item.Id,
            Number = (live?.Number ?? 0) + 1,
            Slug = item.Slug,
            Title = values["title"]?.ToString() ?? "",
            Values = CanonicalValues.Of(type, values).ToJsonString(ContentJson.Options),
            ExpireAt = live?.ExpireAt,
            PublishAt = live?.PublishAt,
            AuthorId = Guid.Empty,
            CreatedAt = now,
        }, live, media, problems);
    }

    // Fills the page's fields for files as an approval would.
    async Task<(List<(MediaFile Media, string Given)> Sent, List<FieldProblem> Problems)> FilesAsync(CmsDb db, SubmissionRecord record, Submission sent, JsonObject said, CancellationToken ct)
    {
        var attached = await SeedFiles.SentAsync(db, record.Id, ct);
        List<(MediaFile Media, string Given)> shown = [];
        List<(string Question, string Name, string Title)> added = [];
        List<FieldProblem> problems = SeedFiles.MissingText(attached, sent.Answers) is { } missing ? [missing] : [];
        foreach (var one in attached)
        {
            var (file, problem) = await files.OpenAsync(one, ct);
            if (problem is not null) problems.Add(problem);
            if (file is null) continue;
            var media = SentMedia.Of(file);
            shown.Add((media, file.Given));
            added.Add((one.Question, media.Name, file.Title));
        }
        await SeedFiles.LayOutAsync(db, record.ItemId, sent, added, said, ct);
        return (shown, problems);
    }

    static Task<string?> SectionAsync(CmsDb db, CancellationToken ct)
    {
        var type = ContentType.Of<Section>().Name;
        return db.Items.Where(item => item.Type == type && item.LiveRevisionId != null).OrderBy(item => item.CreatedAt).Select(item => item.Slug).FirstOrDefaultAsync(ct);
    }
}
