using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Kakehashi.Cms.Personal;
using Kakehashi.Cms.Store;
using Kakehashi.Cms.Submissions;
using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Intake;

/// <summary>Opens attachments of a submission, judges them by their content, and keeps them sealed anew.</summary>
public sealed class AttachmentFiling(InboxDirectory inbox, SealingKeys keys, PersonalFiles files, SubmissionVault vault, VirusScanner scanner)
{
    /// <summary>Largest file that any form takes, in bytes.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>Most files that any submission has.</summary>
    public const int MaxFiles = 40;

    /// <summary>Keeps every new file of the submission. Doing it again, after a crash, replaces what was kept.</summary>
    /// <returns>Rows, not yet added, in the order of the submission.</returns>
    /// <exception cref="RefusedSubmissionException">A file is missing, too large, of a kind that is not accepted, or not what its envelope says.</exception>
    /// <exception cref="BrokenSealException">An envelope or a file is damaged.</exception>
    public async Task<IReadOnlyList<SubmissionFile>> KeepAsync(CmsDb db, Guid submission, IReadOnlyList<SubmittedFile> submitted, CancellationToken ct)
    {
        if (submitted.Count > MaxFiles) throw new RefusedSubmissionException("more files than any form takes");
        List<(string Question, Guid Id, HeldFileSecret Secret)> come = [];
        foreach (var file in submitted)
            if (file.Envelope is { } envelope) come.Add(Checked(file.Question, SecretOf(envelope)));
        // Two submissions with the same files wait for each other, in one order.
        foreach (var id in come.Select(file => file.Id).Distinct().Order())
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({$"attachment {id:n}"}, 0))", ct);
        List<SubmissionFile> kept = [];
        foreach (var (question, id, secret) in come)
        {
            var earlier = await db.SubmissionFiles.AsNoTracking().SingleOrDefaultAsync(file => file.Id == id, ct);
            // Who goes back in the browser and sends again sends the same file again: each submission keeps its own copy, until its own day.
            var own = earlier is null && !kept.Exists(file => file.Id == id) ? id : Guid.NewGuid();
            using var plain = earlier is not null && vault.KeyOf(earlier) is { } key ? await ReopenAsync(earlier, key, ct) : await OpenAsync(secret, ct);
            kept.Add(await KeepAsync(own, submission, question, secret, plain, ct));
        }
        return kept;
    }

    /// <summary>Takes the sealed files out of the inbox once the submission is filed.</summary>
    public void Remove(IReadOnlyList<SubmissionFile> filed)
    {
        foreach (var file in filed) File.Delete(inbox.Of(Inbox.Files, file.Id.ToString("n")));
    }

    HeldFileSecret SecretOf(string envelope)
    {
        try
        {
            return JsonSerializer.Deserialize<HeldFileSecret>(Envelope.Open(envelope, keys.Private), ContentJson.Options) is { Id: not null, Key: not null, Name: not null, Sha256: not null } secret
                ? secret
                : throw new RefusedSubmissionException("an attachment's envelope without its particulars");
        }
        catch (JsonException exception)
        {
            throw new RefusedSubmissionException("an attachment's envelope without its particulars", exception);
        }
    }

    static (string Question, Guid Id, HeldFileSecret Secret) Checked(string question, HeldFileSecret secret) =>
        Guid.TryParseExact(secret.Id, "n", out var id) && secret.Bytes is >= 0 and <= MaxBytes
            ? (question, id, secret)
            : throw new RefusedSubmissionException("an attachment's envelope with impossible particulars");

    async Task<SubmissionFile> KeepAsync(Guid id, Guid submission, string question, HeldFileSecret secret, MemoryStream plain, CancellationToken ct)
    {
        var bytes = plain.GetBuffer().AsSpan(0, (int)plain.Length);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (plain.Length != secret.Bytes || hash != secret.Sha256) throw new RefusedSubmissionException("an attachment that is not what its envelope says");
        if (MediaKind.Detect(secret.Name, bytes) is not { } kind) throw new RefusedSubmissionException("an attachment of a kind that no form takes");
        plain.Position = 0;
        var scan = await scanner.ScanAsync(plain, ct);
        plain.Position = 0;
        return new SubmissionFile
        {
            Id = id,
            SubmissionId = submission,
            Question = question,
            Name = vault.SealName(id, secret.Name),
            Key = vault.SealKey(id, await files.KeepAsync(id, plain, ct)),
            ContentType = kind.ContentType,
            Bytes = plain.Length,
            Sha256 = hash,
            Scan = scan,
        };
    }

    async Task<MemoryStream> ReopenAsync(SubmissionFile earlier, byte[] key, CancellationToken ct)
    {
        var plain = new MemoryStream((int)earlier.Bytes);
        await files.OpenAsync(earlier.Id, key, plain, ct);
        return plain;
    }

    // At most 20 MB, one file at a time.
    async Task<MemoryStream> OpenAsync(HeldFileSecret secret, CancellationToken ct)
    {
        var path = inbox.Of(Inbox.Files, secret.Id);
        if (!File.Exists(path)) throw new RefusedSubmissionException("an attachment that is not in the inbox");
        if (new FileInfo(path).Length != SealedFile.SealedLength(secret.Bytes)) throw new BrokenSealException("An attachment is not as long as its envelope says.");
        byte[] key;
        try
        {
            key = Base64Url.DecodeFromChars(secret.Key);
        }
        catch (FormatException exception)
        {
            throw new RefusedSubmissionException("an attachment's key that is none", exception);
        }
        if (key.Length != SealedFile.KeyBytes) throw new RefusedSubmissionException("an attachment's key that is none");
        var plain = new MemoryStream((int)secret.Bytes);
        await using var sealedFile = File.OpenRead(path);
        await SealedFile.OpenAsync(sealedFile, plain, key, ct);
        return plain;
    }
}
