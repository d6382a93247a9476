using Kakehashi.Cms.Personal;
using Kakehashi.Cms.Store;
using Kakehashi.Cms.Submissions;
using Kakehashi.Content.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Intake;

/// <summary>Has attachments judged that came while the virus scanner was away.</summary>
public sealed class ScanWork(IDbContextFactory<CmsDb> databases, VirusScanner scanner, PersonalFiles files, SubmissionVault vault, TimeProvider time, ILogger<ScanWork> log)
    : DueWork(TimeSpan.FromMinutes(1), log)
{
    /// <summary>How long a file that was not judged lets others go first.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromHours(1);

    readonly Dictionary<Guid, DateTimeOffset> waiting = [];

    protected override async Task<bool> RunOneAsync(CancellationToken ct)
    {
        if (!scanner.IsThere) return false;
        var now = time.GetUtcNow();
        var held = waiting.Where(pair => pair.Value > now).Select(pair => pair.Key).ToList();
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.SubmissionFiles.AsNoTracking().Where(one => one.Scan == ScanState.Unscanned && one.Key != null && !held.Contains(one.Id)).OrderBy(one => one.Id).FirstOrDefaultAsync(ct) is not { } file) return false;
        waiting[file.Id] = now + RetryAfter;
        try
        {
            using var plain = new MemoryStream((int)file.Bytes);
            await files.OpenAsync(file.Id, vault.KeyOf(file)!, plain, ct);
            plain.Position = 0;
            var found = await scanner.ScanAsync(plain, ct);
            if (found == ScanState.Unscanned) return true;
            await db.SubmissionFiles.Where(one => one.Id == file.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Scan, found), ct);
            waiting.Remove(file.Id);
        }
        catch (Exception exception) when (exception is BrokenSealException or IOException or UnreadablePersonalDataException)
        {
            log.LogError(exception, "Attachment {Id} cannot be opened for the virus scanner.", file.Id);
        }
        return true;
    }
}
