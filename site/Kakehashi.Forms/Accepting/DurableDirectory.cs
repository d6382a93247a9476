using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Kakehashi.Forms.Accepting;

/// <summary>Makes the names in a directory survive a power failure. Everybody who waits at the same time shares one fsync.</summary>
/// <param name="path">Must exist.</param>
internal sealed partial class DurableDirectory(string path)
{
    private readonly Lock gate = new();
    private Task current = Task.CompletedTask;
    private Task? waiting;

    public string Path => path;

    /// <summary>Returns once an fsync that began after this call is over.</summary>
    /// <exception cref="IOException">The system could not promise it.</exception>
    public Task FlushAsync()
    {
        lock (gate)
        {
            return waiting ??= FlushAfterAsync(current);
        }
    }

    private async Task FlushAfterAsync(Task before)
    {
        await before.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.RunContinuationsAsynchronously, TaskScheduler.Default).ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        lock (gate)
        {
            // Names given from now on need the next fsync.
            (current, waiting) = (waiting!, null);
        }
        Flush();
    }

    private void Flush()
    {
        using var directory = new SafeFileHandle(Open(path, ReadOnlyDirectory), ownsHandle: true);
        if (directory.IsInvalid || Synchronize((int)directory.DangerousGetHandle()) != 0)
            throw new IOException($"fsync of {path}: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    // O_RDONLY | O_DIRECTORY | O_CLOEXEC; O_DIRECTORY has another value on ARM.
    private static int ReadOnlyDirectory => RuntimeInformation.ProcessArchitecture is Architecture.Arm64 or Architecture.Arm ? 0x84000 : 0x90000;

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Synchronize(int descriptor);
}
