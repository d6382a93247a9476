using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Auditing;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Publishing;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Kakehashi.Content.Folder;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Programs;

/// <summary>The programme's settings: the text of <c>program.yaml</c>, every version kept, the newest in force and public.</summary>
public sealed class ProgramStore(IDbContextFactory<CmsDb> databases, AuditTrail audit, TimeProvider time)
{
    /// <summary>In force until the first settings are saved; not public.</summary>
    public const string Unset = "name: 事業の名前（未設定）\ndescription: 未設定\nurl: https://site.example/\norganisation: 未設定\nprefecture: 未設定\n";

    volatile Parsed parsed = new(0, ProgramFile.Read("program.yaml", Unset).Settings!);

    /// <summary>Settings in force.</summary>
    public async Task<ProgramSettings> CurrentAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var number = await db.Programs.MaxAsync(p => (int?)p.Number, ct) ?? 0;
        if (parsed is { } known && known.Number == number) return known.Settings;
        var text = await db.Programs.Where(p => p.Number == number).Select(p => p.Text).SingleAsync(ct);
        return (parsed = new(number, ProgramFile.Read("program.yaml", text).Settings!)).Settings;
    }

    /// <summary>Number and text in force; 0 and <see cref="Unset"/> before the first save.</summary>
    public async Task<(int Number, string Text)> TextAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var newest = await db.Programs.AsNoTracking().OrderByDescending(p => p.Number).FirstOrDefaultAsync(ct);
        return newest is null ? (0, Unset) : (newest.Number, newest.Text);
    }

    /// <summary>Puts a new text in force and publishes it. The same text again changes nothing.</summary>
    /// <param name="baseNumber">Number that the editor saw.</param>
    /// <returns>Mistakes with their lines; empty when it was saved.</returns>
    public async Task<IReadOnlyList<Problem>> SaveAsync(int baseNumber, string text, Actor actor, CancellationToken ct)
    {
        if (!actor.Roles.Overlaps([Role.Operator, Role.Secretariat]))
            return [new Problem("program.yaml", 0, "設定の変更は、事務局か運用管理者に頼んでください。")];
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"LOCK TABLE programs IN EXCLUSIVE MODE", ct);
        if ((await db.Programs.MaxAsync(p => (int?)p.Number, ct) ?? 0) != baseNumber)
            return [new Problem("program.yaml", 0, "ほかの人が設定を変更しました。読み込み直して、変更をもう一度入力してください。")];
        var file = ProgramFile.Read("program.yaml", text);
        if (file.Problems.Count > 0) return file.Problems;
        var before = await PutAsync(db, text, file.Settings!, actor, ct);
        if (await PublicUses.OfTermsAsync(db, before, file.Settings!, ct) is { Count: > 0 } uses) return [.. uses.Select(use => new Problem("program.yaml", 0, use))];
        await transaction.CommitAsync(ct);
        return [];
    }

    /// <summary>Writes a new version in the caller's transaction.</summary>
    /// <returns>What was in force before.</returns>
    internal async Task<ProgramSettings> PutAsync(CmsDb db, string text, ProgramSettings settings, Actor actor, CancellationToken ct)
    {
        var newest = await db.Programs.OrderByDescending(p => p.Number).FirstOrDefaultAsync(ct);
        var before = ProgramFile.Read("program.yaml", newest?.Text ?? Unset).Settings!;
        if (newest?.Text == text) return before;
        var (number, now) = ((newest?.Number ?? 0) + 1, time.GetUtcNow());
        db.Programs.Add(new ProgramVersion { Number = number, Text = text, AuthorId = actor.Id, CreatedAt = now });
        await Publisher.PutProgramAsync(db, settings, now, ct);
        await audit.AppendAsync(db, actor, "program.save", "program", new() { ["number"] = number }, ct);
        return before;
    }

    sealed record Parsed(int Number, ProgramSettings Settings);
}
