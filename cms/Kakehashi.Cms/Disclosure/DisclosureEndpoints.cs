using System.Text.Json;
using System.Text.Json.Nodes;
using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Personal;
using Kakehashi.Cms.Store;
using Kakehashi.Cms.Submissions;
using Kakehashi.Content;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Disclosure;

/// <summary>個人情報 (F12): who looked, what is deleted when, and everything of one person to hand over or to delete.</summary>
public static class DisclosureEndpoints
{
    const int PageSize = 50;

    static readonly JsonSerializerOptions Indented = new(ContentJson.Options) { WriteIndented = true };

    public static void MapDisclosure(this IEndpointRouteBuilder staff)
    {
        var personal = staff.MapGroup("/personal").AddEndpointFilter(SubmissionReaders.OnlyAsync);
        personal.MapGet("", async (int? page, IDbContextFactory<CmsDb> databases, Retention retention, TimeProvider time, CancellationToken ct) =>
            Pages.Show<DisclosureScreen>(new { Looks = await LooksAsync(databases, Math.Clamp(page ?? 1, 1, 10_000), ct), Now = await retention.PreviewAsync(time.GetUtcNow(), ct), Soon = await retention.PreviewAsync(time.GetUtcNow().AddDays(30), ct) }));
        personal.MapPost("person", async (HttpContext context, PersonalRecords records, Viewer viewer, CancellationToken ct) => await FindAsync(await context.Request.ReadFormAsync(ct), records, viewer, ct));
        personal.MapPost("person/file", SaveAsync);
        personal.MapPost("person/deletion", DeleteAsync);
    }

    static async Task<LookList> LooksAsync(IDbContextFactory<CmsDb> databases, int page, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var looks = db.Audit.AsNoTracking().Where(entry => entry.Action == ViewLog.Action);
        var total = await looks.CountAsync(ct);
        var entries = await looks.OrderByDescending(entry => entry.Sequence).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var actors = entries.Select(entry => entry.ActorId).Distinct().ToList();
        var names = await db.Users.Where(account => actors.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.DisplayName, ct);
        var ids = entries.Select(entry => IdOf(entry.Subject)).OfType<Guid>().Distinct().ToList();
        var submissions = await db.Submissions.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        return new LookList([.. entries.Select(entry => new Look(entry.At, names.Called(entry.ActorId), IdOf(entry.Subject) is { } id && submissions.TryGetValue(id, out var record) ? record : null,
            entry.Subject.Split(':')[0], (string?)JsonNode.Parse(entry.Detail)!["why"] ?? ""))], page, Math.Max(1, (total + PageSize - 1) / PageSize));
    }

    static Guid? IdOf(string subject) => subject.Split(':') is [_, var id] && Guid.TryParse(id, out var parsed) ? parsed : null;

    static async Task<IResult> FindAsync(IFormCollection form, PersonalRecords records, Viewer viewer, CancellationToken ct, string? problem = null)
    {
        var address = form["address"].ToString();
        if (!viewer.MayHandleSubmissions) return Forbidden();
        var known = await records.ExportAsync(address, viewer.Actor, ct);
        Mistake[] mistakes = problem is not null ? [new("confirmed", problem)] : known is null ? [new("address", "メールアドレスの全体を入力してください。例：info@example.jp")] : [];
        return Pages.Show<PersonScreen>(new { Address = address, Known = known, Mistakes = (IReadOnlyList<Mistake>)mistakes }, mistakes.Length > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    static async Task<IResult> SaveAsync(HttpContext context, PersonalRecords records, Viewer viewer, CancellationToken ct)
    {
        if (!viewer.MayHandleSubmissions) return Forbidden();
        return await records.ExportAsync((await context.Request.ReadFormAsync(ct))["address"].ToString(), viewer.Actor, ct) is { } known
            ? Results.File(JsonSerializer.SerializeToUtf8Bytes(known, Indented), "application/json", "kojin-joho.json")
            : Pages.Failure(StatusCodes.Status400BadRequest);
    }

    static async Task<IResult> DeleteAsync(HttpContext context, PersonalRecords records, Viewer viewer, Status status, CancellationToken ct)
    {
        var form = await context.Request.ReadFormAsync(ct);
        if (!viewer.MayHandleSubmissions) return Forbidden();
        if (form["confirmed"] != "yes") return await FindAsync(form, records, viewer, ct, "消去すると元に戻せません。確かめて、チェックを付けてください。");
        if (await records.DeleteAsync(form["address"].ToString(), viewer.Actor, ct) is { } refused) return await FindAsync(form, records, viewer, ct, refused);
        status.Say(context, "この方の個人情報を消去しました。");
        return Results.Redirect("/personal");
    }

    static IResult Forbidden() => Pages.Failure(StatusCodes.Status403Forbidden, "この操作はできません", "個人情報の開示と消去は事務局の役割で行えます。");
}

/// <summary>One look at personal data.</summary>
/// <param name="Record">The submission, where it was one.</param>
/// <param name="Kind">First part of the subject: submission, member, mail.</param>
public sealed record Look(DateTimeOffset At, string Who, SubmissionRecord? Record, string Kind, string Why);

/// <summary>A page of looks, newest first.</summary>
public sealed record LookList(IReadOnlyList<Look> Looks, int Page, int Pages);
