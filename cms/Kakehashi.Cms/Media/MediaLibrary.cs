using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Auditing;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Publishing;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Media;

/// <summary>Pictures and documents (E05).</summary>
public sealed class MediaLibrary(IDbContextFactory<CmsDb> databases, MediaFiles files, AuditTrail audit, TimeProvider time)
{
    /// <summary>Largest file, in bytes.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>Adds a file under an ASCII name made from the name it came with. It becomes public with the first public item that uses it.</summary>
    /// <param name="uploadName">Any name; its extension must fit the content.</param>
    public async Task<MediaOutcome> AddAsync(string uploadName, Stream content, MediaText text, Actor actor, CancellationToken ct)
    {
        if (Refusal(actor) is { } refused) return refused;
        var (bytes, kind, problem) = await ReadAsync(uploadName, content, ct);
        if (problem is not null) return Invalid("file", problem);
        var picture = kind!.ContentType.StartsWith("image/", StringComparison.Ordinal);
        if (text.Problems(picture).ToList() is { Count: > 0 } problems) return new MediaOutcome.Invalid(problems);

        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var file = await PutAsync(db, uploadName, bytes, kind, text, actor, ct);
        await AuditAsync(db, file, actor, "media.add", ct);
        await transaction.CommitAsync(ct);
        return new MediaOutcome.Done(file);
    }

    /// <summary>Adds a file in the caller's transaction. Should that be rolled back, bytes are left that nothing refers to.</summary>
    /// <param name="bytes">As <see cref="Clean"/> gave them, with their kind.</param>
    internal async Task<MediaRecord> PutAsync(CmsDb db, string uploadName, byte[] bytes, MediaKind kind, MediaText text, Actor actor, CancellationToken ct)
    {
        var hash = await files.KeepAsync(bytes, ct);
        await db.Database.ExecuteSqlAsync($"LOCK TABLE media IN SHARE ROW EXCLUSIVE MODE", ct);
        var now = time.GetUtcNow();
        var file = new MediaRecord
        {
            Name = await FreeNameAsync(db, BaseName(uploadName, JapaneseTime.DateOf(now)), kind.Extension, ct),
            Hash = hash,
            Bytes = bytes.Length,
            ContentType = kind.ContentType,
            Width = kind.Width,
            Height = kind.Height,
            AddedBy = actor.Id,
            AddedAt = now,
        };
        Describe(file, text);
        db.Media.Add(file);
        await db.SaveChangesAsync(ct);
        return file;
    }

    /// <summary>Changes what is said about a file, at once also where it is public.</summary>
    public async Task<MediaOutcome> DescribeAsync(string name, MediaText text, Actor actor, CancellationToken ct)
    {
        if (Refusal(actor) is { } refused) return refused;
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Media.SingleOrDefaultAsync(m => m.Name == name, ct) is not { } file) return new MediaOutcome.NotFound();
        if (text.Problems(file.ToMediaFile().IsPicture).ToList() is { Count: > 0 } problems) return new MediaOutcome.Invalid(problems);
        Describe(file, text);
        await db.SaveChangesAsync(ct);
        await Publisher.RefreshMediaAsync(db, [file.ToMediaFile()], time.GetUtcNow(), ct);
        await AuditAsync(db, file, actor, "media.describe", ct);
        await transaction.CommitAsync(ct);
        return new MediaOutcome.Done(file);
    }

    /// <summary>Takes a file away that nothing uses.</summary>
    public async Task<MediaOutcome> RemoveAsync(string name, Actor actor, CancellationToken ct)
    {
        if (Refusal(actor) is { } refused) return refused;
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Media.SingleOrDefaultAsync(m => m.Name == name, ct) is not { } file) return new MediaOutcome.NotFound();
        if (await UsesAsync(db, name, ct) is [var use, ..])
            return Invalid("file", $"{ContentType.Find(use.Type)!.Label}「{use.Title}」で使っています。先にそちらから外してください。");
        db.Media.Remove(file);
        await db.SaveChangesAsync(ct);
        await audit.AppendAsync(db, actor, "media.remove", $"media:{name}", null, ct);
        await transaction.CommitAsync(ct);
        return new MediaOutcome.Done(file);
    }

    /// <summary>The file of that name, or null.</summary>
    public async Task<MediaRecord?> FindAsync(string name, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Media.AsNoTracking().SingleOrDefaultAsync(m => m.Name == name, ct);
    }

    /// <summary>Files whose name, alternative text or title contains the text; newest first.</summary>
    public async Task<IReadOnlyList<MediaRecord>> ListAsync(string text, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var all = db.Media.AsNoTracking();
        if (text.Trim() is { Length: > 0 } wanted)
            all = all.Where(m => EF.Functions.ILike(m.Name, Queries.Containing(wanted)) || EF.Functions.ILike(m.Alt, Queries.Containing(wanted)) || m.Title != null && EF.Functions.ILike(m.Title, Queries.Containing(wanted)));
        return await all.OrderByDescending(m => m.AddedAt).ThenBy(m => m.Name).ToListAsync(ct);
    }

    /// <summary>Items whose public or newest revision uses the file, ordered by title.</summary>
    public async Task<IReadOnlyList<MediaUse>> UsesAsync(string name, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await UsesAsync(db, name, ct);
    }

    static async Task<List<MediaUse>> UsesAsync(CmsDb db, string name, CancellationToken ct)
    {
        var pattern = Queries.Containing(name);
        var mentions = await db.Revisions.FromSql($"SELECT * FROM revisions WHERE values::text LIKE {pattern}").AsNoTracking()
            .Join(db.Items, r => r.ItemId, i => i.Id, (revision, item) => new { revision, item })
            .Where(pair => pair.revision.Id == pair.item.NewestRevisionId || pair.revision.Id == pair.item.LiveRevisionId).ToListAsync(ct);
        return [.. mentions.Where(pair => ContentSet.MediaIn(pair.revision.DocumentOf(pair.item)).Contains(name, StringComparer.Ordinal))
            .GroupBy(pair => pair.item.Id)
            .Select(same => new MediaUse(same.Key, same.First().item.Type, same.First().revision.Title, same.Any(pair => pair.revision.Id == pair.item.LiveRevisionId)))
            .OrderBy(use => use.Title, StringComparer.Ordinal).ThenBy(use => use.ItemId)];
    }

    static async Task<(byte[] Bytes, MediaKind? Kind, string? Problem)> ReadAsync(string name, Stream content, CancellationToken ct)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[81_920];
        while (await content.ReadAsync(chunk, ct) is > 0 and var read)
        {
            if (buffer.Length + read > MaxBytes) return ([], null, "ファイルは20MBまでです。小さくしてから登録してください。");
            buffer.Write(chunk, 0, read);
        }
        if (buffer.Length == 0) return ([], null, "ファイルを選んでください。");
        return Clean(name, buffer.ToArray());
    }

    /// <summary>Decides the kind and takes metadata out.</summary>
    internal static (byte[] Bytes, MediaKind? Kind, string? Problem) Clean(string name, byte[] bytes)
    {
        if (MediaKind.Detect(name, bytes) is not { } kind)
            return ([], null, $"「{name}」は登録できない種類か、内容と拡張子が合っていません。{MediaKind.Accepted}");
        return PhotoMetadata.Strip(kind.ContentType, bytes) is { } clean
            ? (clean, kind, null)
            : ([], null, $"「{name}」は壊れているようです。画像を保存し直してから登録してください。");
    }

    internal static void Describe(MediaRecord file, MediaText text)
    {
        var picture = file.ToMediaFile().IsPicture;
        (file.Alt, file.Decorative, file.Title) = picture ? (text.Alt.Trim(), text.Decorative, null) : ("", false, text.Title.Trim());
    }

    Task AuditAsync(CmsDb db, MediaRecord file, Actor actor, string action, CancellationToken ct) =>
        audit.AppendAsync(db, actor, action, $"media:{file.Name}", new() { ["hash"] = file.Hash }, ct);

    static async Task<string> FreeNameAsync(CmsDb db, string stem, string extension, CancellationToken ct)
    {
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? stem + extension : $"{stem}-{number}{extension}";
            if (!await db.Media.AnyAsync(m => m.Name == name, ct)) return name;
        }
    }

    // Letters and digits that ASCII has, words joined by hyphens; a name without any gets a made one.
    static string BaseName(string uploadName, DateOnly today)
    {
        var stem = FieldInput.HalfWidth(Path.GetFileNameWithoutExtension(uploadName.Replace('\\', '/'))).ToLowerInvariant();
        var words = new string([.. stem.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]).Split('-', StringSplitOptions.RemoveEmptyEntries);
        var slug = string.Join('-', words);
        slug = slug[..Math.Min(slug.Length, 70)].TrimEnd('-');
        return slug.Length < 3 ? Slug.Create(today) : slug;
    }

    static MediaOutcome.Invalid Invalid(string field, string message) => new([new FieldProblem(field, message)]);

    static MediaOutcome.Forbidden? Refusal(Actor actor) => actor.Roles.Any(role => Editorial.May(role, EditorialAction.Save))
        ? null
        : new("画像と資料の登録や変更は、編集者か事務局に頼んでください。");
}
