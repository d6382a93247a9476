using System.Text;
using System.Text.Json;
using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Sealing;

namespace Kakehashi.Forms.Accepting;

/// <summary>Maildir's protocol: written aside, fsynced, given its name where there was none, the name fsynced. Only then is a submission accepted.</summary>
internal sealed class Acceptance(InboxDirectory inbox, CurrentKey key)
{
    /// <summary>When a submission of that number came; null where there is none.</summary>
    public DateTimeOffset? Find(ReceiptNumber receipt) => inbox.Find(receipt);

    /// <summary>Returns once everything that was found would survive a power failure.</summary>
    /// <exception cref="StorageFaultException">That cannot be promised now.</exception>
    public async Task ConfirmAsync()
    {
        try
        {
            await inbox.New.FlushAsync();
        }
        catch (IOException error)
        {
            throw new StorageFaultException(error);
        }
    }

    /// <summary>Returns once the submission would survive a power failure. A number that is there already is left as it is.</summary>
    /// <exception cref="StorageFaultException">Nothing was accepted.</exception>
    public async Task AcceptAsync(ReceiptNumber receipt, Submission submission)
    {
        var draft = inbox.Of(Inbox.Tmp, $"{receipt.FileName}-{Guid.NewGuid():N}");
        try
        {
            var content = JsonSerializer.SerializeToUtf8Bytes(submission, ContentJson.Options);
            await WriteAsync(draft, Encoding.ASCII.GetBytes(Envelope.Seal(content, key.Read())));
            ExclusiveMove.Try(draft, inbox.Of(Inbox.New, receipt.FileName));
        }
        catch (Exception error) when (StorageFaultException.Covers(error))
        {
            throw new StorageFaultException(error);
        }
        finally
        {
            TryDelete(draft);
        }
        await ConfirmAsync();
    }

    private static async Task WriteAsync(string path, byte[] bytes)
    {
        await Task.Yield();
        using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.None);
        RandomAccess.Write(file, bytes, 0);
        RandomAccess.FlushToDisk(file);
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (StorageFaultException.Covers(error))
        {
            // Swept away later.
        }
    }
}
