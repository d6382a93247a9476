using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Personal;
using Kakehashi.Cms.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Mail;

/// <summary>What the CMS sent or is about to send.</summary>
public static class MailEndpoints
{
    const int PageSize = 50;

    public static void MapMailScreens(this IEndpointRouteBuilder staff)
    {
        var mail = staff.MapGroup("/mail");
        mail.MapGet("", async (int? page, IDbContextFactory<CmsDb> databases, Viewer viewer, CancellationToken ct) =>
        {
            if (!viewer.MayReadRecords) return Pages.Failure(StatusCodes.Status403Forbidden);
            await using var db = await databases.CreateDbContextAsync(ct);
            var number = Math.Clamp(page ?? 1, 1, 100_000);
            var total = await db.Outbox.CountAsync(ct);
            var messages = await db.Outbox.AsNoTracking().OrderByDescending(message => message.CreatedAt).ThenByDescending(message => message.Id)
                .Skip((number - 1) * PageSize).Take(PageSize).ToListAsync(ct);
            return Pages.Show<MailScreen>(new { Messages = messages, Page = number, Pages = Math.Max(1, (total + PageSize - 1) / PageSize) });
        });
        mail.MapGet("{id:guid}", async (Guid id, IDbContextFactory<CmsDb> databases, PersonalMail personal, ViewLog views, Viewer viewer, CancellationToken ct) =>
        {
            if (!viewer.MayReadRecords) return Pages.Failure(StatusCodes.Status403Forbidden);
            await using var db = await databases.CreateDbContextAsync(ct);
            if (await db.Outbox.AsNoTracking().SingleOrDefaultAsync(message => message.Id == id, ct) is not { } found) return Pages.Failure(StatusCodes.Status404NotFound);
            if (found.Sealed is not null) await views.NoteAsync(viewer.Actor, [$"mail:{id}"], "送信メールの確認", ct);
            return Pages.Show<MessageScreen>(new { Message = found, Said = personal.Open(found) });
        });
    }
}
