using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Personal;
using Kakehashi.Cms.Store;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Submissions;

/// <summary>A submission as its screen shows it.</summary>
/// <param name="Record">Detached.</param>
/// <param name="Submission">What was sent, as mended; null once its personal data were deleted.</param>
/// <param name="History">Oldest first.</param>
/// <param name="Files">In the order in which they came.</param>
public sealed record OpenSubmission(SubmissionRecord Record, Submission? Submission, IReadOnlyList<OpenEvent> History, IReadOnlyList<OpenFile> Files);

/// <summary>A line of the history with its text; of a resubmission or mend, the text is the former answers as JSON (see <see cref="SubmissionVault.FormerAnswers"/>).</summary>
public sealed record OpenEvent(SubmissionEvent Line, string? Text);

/// <param name="Name">As the sender named it; "" once deleted. For showing and for the name of a download, never for a path.</param>
public sealed record OpenFile(SubmissionFile File, string Name);

/// <summary>Opens submissions for people of the office. Every look is noted before anything is shown (F12).</summary>
public sealed class SubmissionReading(IDbContextFactory<CmsDb> databases, SubmissionVault vault, PersonalFiles files, ViewLog views)
{
    /// <summary>Opens one submission.</summary>
    /// <param name="why">The screen or purpose, in Japanese: 受付の確認.</param>
    /// <returns>Null where there is none, or the actor may not read what visitors sent.</returns>
    public async Task<OpenSubmission?> OpenAsync(Guid id, Actor actor, string why, CancellationToken ct) =>
        (await OpenManyAsync([id], actor, why, ct)).SingleOrDefault();

    /// <summary>Opens several, as for a list of participants; in the order of the ids. Those that are not there are left out.</summary>
    /// <inheritdoc cref="OpenAsync"/>
    public async Task<IReadOnlyList<OpenSubmission>> OpenManyAsync(IReadOnlyList<Guid> ids, Actor actor, string why, CancellationToken ct)
    {
        if (!actor.Roles.Any(MemberSubmission.MayRead)) return [];
        await using var db = await databases.CreateDbContextAsync(ct);
        var records = await db.Submissions.AsNoTracking().Where(record => ids.Contains(record.Id)).ToDictionaryAsync(record => record.Id, ct);
        await views.NoteAsync(actor, [.. records.Values.Where(record => record.Content is not null).Select(record => $"submission:{record.Id}").Order(StringComparer.Ordinal)], why, ct);
        var lines = (await db.SubmissionEvents.AsNoTracking().Where(line => ids.Contains(line.SubmissionId)).OrderBy(line => line.At).ThenBy(line => line.Id).ToListAsync(ct)).ToLookup(line => line.SubmissionId);
        var attached = (await db.SubmissionFiles.AsNoTracking().Where(file => ids.Contains(file.SubmissionId)).OrderBy(file => file.Question).ThenBy(file => file.Id).ToListAsync(ct)).ToLookup(file => file.SubmissionId);
        return
        [
            .. ids.Where(records.ContainsKey).Select(id => new OpenSubmission(records[id], vault.Open(records[id]),
                [.. lines[id].Select(line => new OpenEvent(line, vault.Open(line)))], [.. attached[id].Select(file => new OpenFile(file, vault.NameOf(file) ?? ""))])),
        ];
    }

    /// <summary>Writes a file's plain content, and notes who took it.</summary>
    /// <param name="why">As for <see cref="OpenAsync"/>.</param>
    /// <returns>The file; null where there is none, it was deleted, a virus was found in it, or the actor may not read it.</returns>
    public async Task<OpenFile?> OpenFileAsync(Guid id, Actor actor, string why, Stream to, CancellationToken ct)
    {
        if (!actor.Roles.Any(MemberSubmission.MayRead)) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.SubmissionFiles.AsNoTracking().SingleOrDefaultAsync(file => file.Id == id, ct) is not { } found || found.Scan == ScanState.Infected || vault.KeyOf(found) is not { } key) return null;
        await views.NoteAsync(actor, [$"submission:{found.SubmissionId}"], why, ct);
        await files.OpenAsync(id, key, to, ct);
        return new OpenFile(found, vault.NameOf(found) ?? "");
    }
}
