namespace Kakehashi.Site.Sources;

/// <summary>Tells when anything below a folder changed, once writing has paused.</summary>
sealed class FolderWatch : IDisposable
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    readonly FileSystemWatcher watcher;
    volatile TaskCompletionSource changed = NewSignal();

    public FolderWatch(string root)
    {
        watcher = new FileSystemWatcher(root)
        {
            IncludeSubdirectories = true,
            InternalBufferSize = 64 * 1024,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        watcher.Changed += (_, _) => Signal();
        watcher.Created += (_, _) => Signal();
        watcher.Deleted += (_, _) => Signal();
        watcher.Renamed += (_, _) => Signal();
        // Lost events: what changed is found by looking, so a signal is enough.
        watcher.Error += (_, _) => Signal();
        watcher.EnableRaisingEvents = true;
    }

    /// <summary>Forgets what happened before a reading that sees it.</summary>
    public void Reset() => changed = NewSignal();

    public async Task WaitAsync(CancellationToken cancellation)
    {
        await changed.Task.WaitAsync(cancellation);
        await Task.Delay(Pause, cancellation);
    }

    public void Dispose() => watcher.Dispose();

    void Signal() => changed.TrySetResult();

    static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
