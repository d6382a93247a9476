using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Auditing;
using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Media;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Accessibility;

/// <summary>Keeps pictures of pages as evidence. Every upload is hostile: its bytes decide what it is.</summary>
public sealed class PictureDesk(IDbContextFactory<CmsDb> databases, MediaFiles files, AuditTrail audit, TimeProvider time)
{
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>Pictures that one sheet may have.</summary>
    public const int MaxPictures = 20;

    const int MaxCaption = 200;

    /// <summary>Adds a picture to a sheet.</summary>
    /// <param name="criterion">One of the sheet that it is evidence for; null = the sheet as a whole.</param>
    /// <param name="file">Null = none was chosen.</param>
    public async Task<IReadOnlyList<Mistake>> AddAsync(int fiscalYear, Sheet sheet, string? criterion, string caption, IFormFile? file, Actor actor, CancellationToken ct)
    {
        var mistakes = new List<Mistake>();
        if (file is not { Length: > 0 }) mistakes.Add(new("picture", "画面の写しの画像を選んでください。"));
        else if (file.Length > MaxBytes) mistakes.Add(new("picture", $"画像が大きすぎます。{MaxBytes / 1024 / 1024}MB以下にしてください。"));
        if (caption.Length is 0 or > MaxCaption || caption.Any(char.IsControl)) mistakes.Add(new("caption", $"何の画面かを、{MaxCaption}文字までの1行で書いてください。"));
        if (criterion is not null && sheet.Rows.All(row => row.Criterion.Number != criterion)) mistakes.Add(new("criterion", "達成基準は、一覧から選んでください。"));
        if (mistakes.Count > 0) return mistakes;
        using var bytes = new MemoryStream();
        await file!.CopyToAsync(bytes, ct);
        if (KindOf(file.FileName, bytes.ToArray()) is not { } kind)
            return [new("picture", "画面の写しは、PNG、JPEG、WebPの画像にしてください。名前の終わりと中身が合っているかも確かめてください。")];
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.EvidencePictures.CountAsync(picture => picture.FiscalYear == fiscalYear && picture.Page == sheet.Page, ct) >= MaxPictures)
            return [new("picture", $"1つの判定票に付けられる画面の写しは{MaxPictures}枚までです。")];
        var now = time.GetUtcNow();
        db.EvidencePictures.Add(new EvidencePicture
        {
            Id = Guid.CreateVersion7(now),
            FiscalYear = fiscalYear,
            Page = sheet.Page,
            Criterion = criterion,
            Caption = caption,
            Hash = await files.KeepAsync(bytes.ToArray(), ct),
            ContentType = kind.ContentType,
            AccountId = actor.Id,
            At = now,
        });
        await db.SaveChangesAsync(ct);
        await audit.AppendAsync(db, actor, "accessibility.picture", $"accessibility:{fiscalYear}", new() { ["page"] = sheet.Page, ["criterion"] = criterion }, ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    /// <summary>What a file is by name and bytes; null unless it may be evidence.</summary>
    public static MediaKind? KindOf(string name, byte[] bytes) =>
        MediaKind.Detect(name, bytes) is { ContentType: "image/png" or "image/jpeg" or "image/webp" } kind ? kind : null;
}
