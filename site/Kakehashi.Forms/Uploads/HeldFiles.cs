using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Sealing;
using Kakehashi.Forms.Accepting;

namespace Kakehashi.Forms.Uploads;

/// <summary>Attachments of visitors who have not sent yet: sealed as they arrive, their keys sealed to the CMS and gone from here.</summary>
internal sealed class HeldFiles(InboxDirectory inbox, CurrentKey key, HeldSpace space, FormsOptions options)
{
    private const int MaxNameCharacters = 120;

    /// <summary>Seals one file into <c>held/</c>, fsynced.</summary>
    /// <param name="name">As the browser told it; folders are cut off.</param>
    /// <param name="choice">What the question takes.</param>
    /// <returns>The file as it travels in the page, or a Japanese sentence that says what to do; never both.</returns>
    /// <exception cref="StorageFaultException">The file cannot be kept.</exception>
    /// <exception cref="IOException">The visitor's side broke off; nothing is kept.</exception>
    public async Task<(HeldFile? File, string? Mistake)> HoldAsync(string name, FileChoice choice, Stream body, CancellationToken cancellation)
    {
        name = ShownName(name);
        await using var upload = new UploadStream(body, options.Limits.FileBytes);
        var head = await upload.PeekAsync(cancellation);
        if (head.IsEmpty) return (null, $"「{name}」は中身が空です。ファイルを確かめて、選び直してください。");
        if (MediaKind.Detect(name, head.Span) is not { } kind || !choice.Takes(kind))
            return (null, $"「{name}」は受け付けられない種類です。{choice.Kinds()}を選んでください。");
        if (!space.Fits(options.Limits.FileBytes))
            return (null, "ただいまファイルを受け取れません。しばらくたってから選び直すか、ファイルを付けずに送ってください。");

        try
        {
            return await SealAsync(name, upload, cancellation);
        }
        catch (Exception error) when (!upload.IsBroken && StorageFaultException.Covers(error))
        {
            throw new StorageFaultException(error);
        }
    }

    /// <summary>Gives the files of a submission their lasting place, fsynced. Done before, it changes nothing.</summary>
    /// <returns>Files that are no longer there; empty when all is well.</returns>
    /// <exception cref="StorageFaultException">The disk cannot promise it.</exception>
    public async Task<IReadOnlyList<HeldFile>> KeepAsync(IReadOnlyCollection<HeldFile> files)
    {
        if (files.Count == 0) return [];
        try
        {
            var gone = files.Where(file => !TryKeep(file)).ToList();
            await inbox.Files.FlushAsync();
            return gone;
        }
        catch (Exception error) when (StorageFaultException.Covers(error))
        {
            throw new StorageFaultException(error);
        }
    }

    /// <summary>Forgets a file that the visitor takes back; what cannot be removed now is swept away later.</summary>
    public void Drop(HeldFile file)
    {
        try
        {
            File.Delete(inbox.Of(Inbox.Held, file.Id));
            space.Add(-file.Bytes);
        }
        catch (Exception error) when (StorageFaultException.Covers(error))
        {
        }
    }

    private async Task<(HeldFile?, string?)> SealAsync(string name, UploadStream upload, CancellationToken cancellation)
    {
        var (id, fileKey) = (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), RandomNumberGenerator.GetBytes(SealedFile.KeyBytes));
        var seal = key.Read();
        var draft = inbox.Of(Inbox.Tmp, id);
        try
        {
            await WriteAsync(draft, upload, fileKey, cancellation);
            if (upload.IsTooLong)
                return (null, $"「{name}」は大きすぎます。{options.Limits.FileBytes / 1024 / 1024}MBまでのファイルを選んでください。");
            File.Move(draft, inbox.Of(Inbox.Held, id));
        }
        finally
        {
            File.Delete(draft);
        }
        await inbox.Held.FlushAsync();
        space.Add(upload.Count);
        var secret = new HeldFileSecret(id, Base64Url.EncodeToString(fileKey), name, upload.Count, upload.Sha256());
        return (new HeldFile(id, name, upload.Count, Envelope.Seal(JsonSerializer.SerializeToUtf8Bytes(secret, ContentJson.Options), seal)), null);
    }

    private static async Task WriteAsync(string path, UploadStream upload, byte[] fileKey, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        await SealedFile.SealAsync(upload, file, fileKey, cancellation);
        file.Flush(flushToDisk: true);
    }

    private bool TryKeep(HeldFile file)
    {
        var kept = inbox.Of(Inbox.Files, file.Id);
        try
        {
            File.Move(inbox.Of(Inbox.Held, file.Id), kept, overwrite: true);
            space.Add(-file.Bytes);
            return true;
        }
        catch (FileNotFoundException)
        {
            // Sent twice, or sent again after a failure.
            return File.Exists(kept);
        }
    }

    // Browsers may tell folders; names may hold anything. Nothing here becomes a path.
    private static string ShownName(string name)
    {
        var shown = new StringBuilder();
        foreach (var rune in name[(name.LastIndexOfAny(['/', '\\']) + 1)..].EnumerateRunes().Where(IsShown).Take(MaxNameCharacters)) shown.Append(rune);
        return shown.ToString().Trim() is { Length: > 0 } clean ? clean : "ファイル";
    }

    // Control characters, and those that turn the direction of a line to hide an extension.
    private static bool IsShown(Rune rune) =>
        rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse);
}
