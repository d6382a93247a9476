using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Mail;

/// <summary>Tells people by mail what waits for them. Messages join the transaction of what they tell.</summary>
public sealed class Notifications(CmsOptions options)
{
    /// <summary>Adds the messages that follow from an action; none for actions that nobody waits for.</summary>
    internal async Task AddAsync(
        CmsDb db, ItemRecord item, RevisionRecord revision, EditorialAction action, string comment, Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        var recipients = (action, item.State) switch
        {
            (_, EditorialState.InCheck) when action == EditorialAction.Submit => await InRoleAsync(db, Role.Secretariat, ct),
            (EditorialAction.Submit or EditorialAction.Forward, EditorialState.AwaitingApproval) => await InRoleAsync(db, Role.Approver, ct),
            (EditorialAction.Return or EditorialAction.Approve or EditorialAction.Publish or EditorialAction.End, _) => [revision.AuthorId],
            _ => [],
        };
        var addresses = await db.Users.Where(account => recipients.Contains(account.Id) && account.Id != actor.Id && account.Email != null)
            .OrderBy(account => account.Id).Select(account => account.Email!).ToListAsync(ct);
        var type = ContentType.Find(item.Type)!;
        foreach (var address in addresses)
            db.Outbox.Add(new OutgoingMail
            {
                Id = Guid.CreateVersion7(now),
                Recipient = address,
                Subject = $"【{Event(action, item.State)}】{type.Label}「{revision.Title}」",
                Body = Text(type, item, revision, action, comment, actor),
                CreatedAt = now,
                DueAt = now,
            });
    }

    /// <summary>Adds one message for everybody in a role who has an address.</summary>
    /// <param name="body">Plain text, LF line ends; nothing personal.</param>
    internal static async Task AddToRoleAsync(CmsDb db, Role role, string subject, string body, DateTimeOffset now, CancellationToken ct)
    {
        var people = await InRoleAsync(db, role, ct);
        var addresses = await db.Users.Where(account => people.Contains(account.Id) && account.Email != null).OrderBy(account => account.Id).Select(account => account.Email!).ToListAsync(ct);
        foreach (var address in addresses)
            db.Outbox.Add(new OutgoingMail { Id = Guid.CreateVersion7(now), Recipient = address, Subject = subject, Body = body, CreatedAt = now, DueAt = now });
    }

    static Task<List<Guid>> InRoleAsync(CmsDb db, Role role, CancellationToken ct)
    {
        var name = RoleNames.Of(role);
        return db.UserRoles.Join(db.Roles.Where(r => r.Name == name), link => link.RoleId, r => r.Id, (link, _) => link.UserId).ToListAsync(ct);
    }

    static string Event(EditorialAction action, EditorialState state) => (action, state) switch
    {
        (EditorialAction.Submit, EditorialState.InCheck) => "確認のお願い",
        (EditorialAction.Submit or EditorialAction.Forward, _) => "承認のお願い",
        (EditorialAction.Return, _) => "差戻し",
        (EditorialAction.Approve, EditorialState.Approved) => "承認（公開予約）",
        (EditorialAction.End, _) => "公開終了",
        _ => "公開しました",
    };

    string Text(ContentType type, ItemRecord item, RevisionRecord revision, EditorialAction action, string comment, Actor actor)
    {
        var lines = new List<string> { $"{type.Label}「{revision.Title}」について、{actor.Name}から「{Event(action, item.State)}」のお知らせです。", "" };
        if (comment.Length > 0) lines.AddRange(["理由：", comment, ""]);
        if (item.State == EditorialState.Approved && item.PublishDue is { } due) lines.AddRange([$"公開の予定：{JapaneseTime.WordsWithWeekday(JapaneseTime.DateOf(due))}{JapaneseTime.TimeWords(due)}", ""]);
        lines.Add($"開いて確かめる：{new Uri(options.PublicAddress, $"items/{item.Id}")}");
        return string.Join('\n', lines);
    }
}
