using Kakehashi.Content.Forms;
using Kakehashi.Forms.Accepting;

namespace Kakehashi.Forms.Uploads;

/// <summary>Keeps abandoned attachments from filling the disk: counts them, and sweeps away what is older than a day.</summary>
internal sealed class HeldSpace(InboxDirectory inbox, FormsOptions options, ILogger<HeldSpace> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private long used;

    /// <summary>Whether so many more bytes may be held.</summary>
    public bool Fits(long bytes) => Interlocked.Read(ref used) + bytes <= options.Limits.HeldBytes;

    public void Add(long bytes) => Interlocked.Add(ref used, bytes);

    /// <summary>Removes what nobody came back for, and counts the rest.</summary>
    public void Sweep()
    {
        var oldest = options.Time.GetUtcNow().UtcDateTime - options.Limits.Held;
        long left = 0;
        foreach (var place in (string[])[Inbox.Held, Inbox.Tmp])
        {
            foreach (var file in new DirectoryInfo(inbox.Of(place)).EnumerateFiles())
            {
                if (file.LastWriteTimeUtc < oldest) file.Delete();
                else left += file.Length;
            }
        }
        Interlocked.Exchange(ref used, left);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, options.Time);
        do
        {
            try
            {
                Sweep();
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                log.LogWarning("The inbox could not be swept: {Fault}", error.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
