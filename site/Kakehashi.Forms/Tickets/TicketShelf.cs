using System.Text.Json;
using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Sealing;
using Kakehashi.Forms.Accepting;

namespace Kakehashi.Forms.Tickets;

/// <summary>Links from mails. What they open is ciphertext here; only the key in the link opens it, and only until the first accepted submission.</summary>
internal sealed class TicketShelf(InboxDirectory inbox, TimeProvider time)
{
    private const int MaxBytes = 8 * 1024 * 1024;

    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    /// <summary>What a link opens.</summary>
    /// <returns>Null for every link that does not: unknown, of another key, expired, used.</returns>
    public TicketDocument? Open(TicketLink link)
    {
        try
        {
            var file = new FileInfo(inbox.Of(Inbox.Tickets, link.Id));
            if (file is not { Exists: true, Length: <= MaxBytes } || File.Exists(inbox.Of(Inbox.UsedTickets, link.Id))) return null;
            var document = JsonSerializer.Deserialize<TicketDocument>(link.Open(File.ReadAllBytes(file.FullName)), ContentJson.Options);
            return document is not null && time.GetUtcNow() <= document.ExpiresAt ? document : null;
        }
        catch (Exception error) when (error is BrokenSealException or JsonException || StorageFaultException.Covers(error))
        {
            return null;
        }
    }

    /// <summary>Waits for this link's turn: what is sent twice at once is judged one after the other. Dispose to end the turn.</summary>
    public async Task<IDisposable> TakeTurnAsync(TicketLink link, CancellationToken cancellation)
    {
        var turn = turns[(uint)string.GetHashCode(link.Id, StringComparison.Ordinal) % turns.Length];
        await turn.WaitAsync(cancellation);
        return new Turn(turn);
    }

    /// <summary>Marks a link as used and removes what it opened.</summary>
    /// <remarks>The submission that used it is durable by now and carries the link: should this fail, the CMS still takes it once only.</remarks>
    public void Use(TicketLink link)
    {
        try
        {
            File.WriteAllBytes(inbox.Of(Inbox.UsedTickets, link.Id), []);
            File.Delete(inbox.Of(Inbox.Tickets, link.Id));
        }
        catch (Exception error) when (StorageFaultException.Covers(error))
        {
        }
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
