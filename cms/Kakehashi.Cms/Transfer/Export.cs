using System.Data;
using Kakehashi.Cms.Accessibility;
using Kakehashi.Cms.Media;
using Kakehashi.Cms.Programs;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Kakehashi.Content.Folder;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Transfer;

/// <summary>Writes everything that the CMS holds as a programme's folder: the same content gives the same bytes.</summary>
public sealed class Export(IDbContextFactory<CmsDb> databases, MediaFiles files)
{
    /// <summary>Writes the folder. Files of an earlier export that are no longer part of it go.</summary>
    /// <param name="folder">Empty, missing, or a programme's folder.</param>
    /// <returns>Files written.</returns>
    /// <exception cref="IOException">The folder holds something else, or a media file is missing.</exception>
    public async Task<int> RunAsync(string folder, CancellationToken ct)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !File.Exists(Path.Combine(folder, "program.yaml")))
            throw new IOException($"{folder} には事業のフォルダーではないものが入っています。空のフォルダーを指定してください。");
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var snapshot = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var written = new HashSet<string>(StringComparer.Ordinal);
        async Task WriteAsync(string path, ReadOnlyMemory<byte> bytes)
        {
            var target = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await File.WriteAllBytesAsync(target, bytes, ct);
            written.Add(path);
        }

        var program = await db.Programs.OrderByDescending(p => p.Number).Select(p => p.Text).FirstOrDefaultAsync(ct) ?? ProgramStore.Unset;
        await WriteAsync("program.yaml", Utf8(program));
        foreach (var media in await db.Media.AsNoTracking().OrderBy(m => m.Name).ToListAsync(ct))
        {
            await WriteAsync($"media/{media.Name}", await File.ReadAllBytesAsync(files.PathOf(media.Hash), ct));
            await WriteAsync($"media/{media.Name}{Sidecar.Ending}", Utf8(new Sidecar(media.Alt, media.Decorative, media.Title ?? "").Write()));
        }
        var items = await db.Items.AsNoTracking().ToListAsync(ct);
        var revisions = await db.Revisions.AsNoTracking()
            .Where(r => db.Items.Any(i => i.NewestRevisionId == r.Id || i.LiveRevisionId == r.Id || i.EndedRevisionId == r.Id)).ToDictionaryAsync(r => r.Id, ct);
        foreach (var item in items)
        {
            var place = ContentType.Find(item.Type)!.Folder;
            if (ExportedItem.Published(item, revisions) is { } published) await WriteAsync($"{place}/{published.Slug}.md", Utf8(FolderFile.Write(published)));
            if (ExportedItem.Draft(item, revisions) is { } draft) await WriteAsync($"{place}/{draft.Slug}{FolderFile.DraftEnding}", Utf8(FolderFile.Write(draft)));
        }
        var judgements = (await db.Judgements.AsNoTracking().ToListAsync(ct)).ToLookup(judgement => judgement.FiscalYear);
        foreach (var open in (await db.AccessibilityTests.AsNoTracking().OrderBy(test => test.FiscalYear).ToListAsync(ct)).Select(record => OpenTest.Of(record, judgements[record.FiscalYear])))
        {
            var test = new AccessibilityTest(open.Record.FiscalYear, open.Test.Write());
            if (open.Record.PublicDocument is { } published) await WriteAsync($"{AccessibilityTest.Folder}/{test.FileName}", Utf8(published));
            if (open.HasNews) await WriteAsync($"{AccessibilityTest.Folder}/{test.DraftFileName}", Utf8(test.Document));
        }
        foreach (var (name, text) in await EvaluationShelf.FilesAsync(db, ct)) await WriteAsync($"{AccessibilityTest.Folder}/{name}", Utf8(text));
        foreach (var (name, bytes) in await PictureShelf.FilesAsync(db, files, ct)) await WriteAsync($"{AccessibilityTest.Folder}/{name}", bytes);
        RemoveOthers(folder, written);
        return written.Count;
    }

    static void RemoveOthers(string folder, HashSet<string> written)
    {
        foreach (var place in ContentType.All.Select(type => type.Folder).Append("media").Append(AccessibilityTest.Folder))
            if (Directory.Exists(Path.Combine(folder, place)))
                foreach (var file in Directory.GetFiles(Path.Combine(folder, place)).Concat(Directory.GetDirectories(Path.Combine(folder, place)).Where(IsOfPictures).SelectMany(Directory.GetFiles)))
                    if (!written.Contains(Path.GetRelativePath(folder, file))) File.Delete(file);
    }

    static bool IsOfPictures(string folder) => PictureShelf.YearOf(Path.GetFileName(folder)) is not null;

    static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
