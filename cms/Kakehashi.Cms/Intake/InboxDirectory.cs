using Kakehashi.Content.Forms;

namespace Kakehashi.Cms.Intake;

/// <summary>The directories between the forms process and the CMS, from the CMS's side.</summary>
public sealed class InboxDirectory(CmsOptions options)
{
    /// <summary>How long a filed submission stays in <see cref="Inbox.Done"/>: so long the forms process knows its number again.</summary>
    public static readonly TimeSpan DoneKept = TimeSpan.FromDays(30);

    static readonly TimeSpan BrokenKept = TimeSpan.FromDays(180);

    static readonly TimeSpan LeftBehind = TimeSpan.FromDays(2);

    /// <summary>Absolute path.</summary>
    public string Root { get; } = Path.GetFullPath(options.Inbox ?? Path.Combine(options.DataDirectory, "inbox"));

    /// <summary>Path of a file, or of a directory itself.</summary>
    /// <param name="directory">One of <see cref="Inbox"/>.</param>
    public string Of(string directory, string name = "") => Path.Combine(Root, directory, name);

    /// <summary>Makes what is missing.</summary>
    public void Prepare()
    {
        foreach (var directory in Inbox.Directories) Directory.CreateDirectory(Of(directory));
    }

    /// <summary>Names in a directory, those that came first standing first.</summary>
    public IReadOnlyList<string> Names(string directory) =>
        Directory.Exists(Of(directory))
            ? [.. new DirectoryInfo(Of(directory)).EnumerateFiles().OrderBy(file => file.LastWriteTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal).Select(file => file.Name)]
            : [];

    /// <summary>Leaves a link's ciphertext for the forms process, whole or not at all.</summary>
    internal Task WriteTicketAsync(string id, byte[] content, CancellationToken ct) => WriteAsync(Of(Inbox.Tickets, id), content, ct);

    /// <summary>Leaves the public keys for the forms process.</summary>
    internal Task WriteKeysAsync(byte[] content, CancellationToken ct) => WriteAsync(Of(Inbox.Keys), content, ct);

    /// <summary>Moves a file on; what was moved already, by another process, stays moved.</summary>
    internal void Move(string name, string from, string to)
    {
        try
        {
            File.Move(Of(from, name), Of(to, name), overwrite: true);
        }
        catch (FileNotFoundException)
        {
        }
    }

    /// <summary>Deletes what has served: filed submissions, links that nobody can use any more, drafts and attachments that were left behind.</summary>
    /// <param name="links">Ids of links that can still be used.</param>
    internal void Sweep(DateTimeOffset now, IReadOnlySet<string> links)
    {
        Prepare();
        var waits = Names(Inbox.New).Count + Names(Inbox.Broken).Count > 0;
        // Half a year is time to mend what is broken; it holds personal data too.
        foreach (var (directory, kept) in new[] { (Inbox.Done, DoneKept), (Inbox.Tickets, LeftBehind), (Inbox.UsedTickets, DoneKept), (Inbox.Tmp, LeftBehind), (Inbox.Held, LeftBehind), (Inbox.Files, DoneKept), (Inbox.Broken, BrokenKept) })
            foreach (var file in new DirectoryInfo(Of(directory)).EnumerateFiles().Where(file => file.LastWriteTimeUtc < (now - kept).UtcDateTime).ToList())
                if (!(directory == Inbox.Files && waits) && !links.Contains(file.Name)) file.Delete();
    }

    async Task WriteAsync(string path, byte[] content, CancellationToken ct)
    {
        Prepare();
        var temporary = Of(Inbox.Tmp, $"cms-{Guid.NewGuid():n}");
        await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
        {
            await file.WriteAsync(content, ct);
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
    }
}
