using System.Text.Json.Nodes;
using Kakehashi.Cms.Intake;
using Kakehashi.Cms.Media;
using Kakehashi.Cms.Submissions;
using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Types;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Members;

/// <summary>シーズの登録と変更 (F03): public once the office approves, pictures and documents included.</summary>
public sealed class Seeds(PublicPages pages, SeedFiles files, IServiceScopeFactory scopes) : FormHandler
{
    public override string Form => SeedRegistration.Name;

    public override string Headline(Submission submission) => submission.Answers.Text("title");

    public override async Task<string?> FileAsync(Filing filing, CancellationToken ct)
    {
        var (db, record) = (filing.Db, filing.Record);
        if (await db.ActiveMemberAsync(record.MemberId, ct) is not { } member) return ActiveMembers.Gone;
        if (filing.Submission.Subject is not { } slug) return null;
        var page = await db.Items.AsNoTracking().SingleAsync(item => item.Id == member.ItemId, ct);
        record.ItemId = (await PublicPages.SeedsOfAsync(db, page, ct)).Find(item => item.Slug == slug || item.Aliases.Contains(slug, StringComparer.Ordinal))?.Id;
        return record.ItemId is null ? "変更しようとしたシーズは公開されていないため、受け付けられませんでした。" : null;
    }

    public override async Task<Decision?> ApproveAsync(Approval approval, CancellationToken ct)
    {
        var (db, record) = (approval.Db, approval.Record);
        if (await db.ActiveMemberAsync(record.MemberId, ct) is not { } member) return new Decision.NotLegal(ActiveMembers.Gone);
        var said = SeedAnswers.PageOf(approval.Submission.Answers);
        said["member"] = await db.Items.Where(item => item.Id == member.ItemId).Select(item => item.Slug).SingleAsync(ct);
        if (await TakeFilesAsync(approval, said, ct) is { } refused) return refused;
        var (item, refusal) = await pages.PublishAsync(approval, ContentType.Of<Seed>(), record.ItemId, said, member.Id, ct);
        record.ItemId = item?.Id ?? record.ItemId;
        return refusal;
    }

    // Into the media library, and into the page's fields.
    async Task<Decision?> TakeFilesAsync(Approval approval, JsonObject said, CancellationToken ct)
    {
        var (answers, sent) = (approval.Submission.Answers, await SeedFiles.SentAsync(approval.Db, approval.Record.Id, ct));
        if (SeedFiles.MissingText(sent, answers) is { } missing) return new Decision.Invalid([missing]);
        List<(string Question, string Name, string Title)> added = [];
        await using var scope = scopes.CreateAsyncScope();
        var library = scope.ServiceProvider.GetRequiredService<MediaLibrary>();
        foreach (var record in sent)
        {
            var (file, problem) = await files.OpenAsync(record, ct);
            if (file is null) return new Decision.Invalid([problem!]);
            var text = record.Question == SeedAnswers.Image ? new MediaText(answers.Text(SeedAnswers.ImageText)) : new MediaText(Title: file.Title);
            var kept = await library.PutAsync(approval.Db, file.Given, file.Bytes, file.Kind, text, approval.Actor, ct);
            added.Add((record.Question, kept.Name, file.Title));
        }
        await SeedFiles.LayOutAsync(approval.Db, approval.Record.ItemId, approval.Submission, added, said, ct);
        return null;
    }
}
