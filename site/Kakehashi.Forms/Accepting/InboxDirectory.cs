using Kakehashi.Content.Forms;
using Kakehashi.Content.Sealing;

namespace Kakehashi.Forms.Accepting;

/// <summary>The inbox on disk. This process adds; it never reads what came in before, and could not.</summary>
internal sealed class InboxDirectory
{
    private readonly string root;

    /// <summary>Makes it with its sub-directories where missing and possible; a place that cannot be written shows itself when something is accepted.</summary>
    public InboxDirectory(FormsOptions options, ILogger<InboxDirectory> log)
    {
        root = Path.GetFullPath(options.Inbox);
        foreach (var name in Inbox.Directories)
        {
            try
            {
                Directory.CreateDirectory(Path.Join(root, name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
            catch (Exception error) when (StorageFaultException.Covers(error))
            {
                log.LogError("The inbox {Directory} cannot be made: {Fault}", name, error.GetType().Name);
            }
        }
        New = new DurableDirectory(Of(Inbox.New));
        Files = new DurableDirectory(Of(Inbox.Files));
        Held = new DurableDirectory(Of(Inbox.Held));
    }

    public DurableDirectory New { get; }

    public DurableDirectory Files { get; }

    public DurableDirectory Held { get; }

    public string Of(string name) => Path.Join(root, name);

    public string Of(string directory, string name) => Path.Join(root, directory, name);

    /// <summary>When the submission of that number was written, filed by the CMS or not; null where there is none. Looked for in the order in which the CMS moves it.</summary>
    public DateTimeOffset? Find(ReceiptNumber receipt) =>
        ((string[])[Inbox.New, Inbox.Done, Inbox.Broken]).Select(place => new FileInfo(Of(place, receipt.FileName))).FirstOrDefault(file => file.Exists) is { } found
            ? new DateTimeOffset(found.LastWriteTimeUtc)
            : null;
}
