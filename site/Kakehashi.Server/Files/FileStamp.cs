using Microsoft.Win32.SafeHandles;

namespace Kakehashi.Server.Files;

/// <summary>Tells one version of a file from the next without reading it.</summary>
/// <param name="Modified">UTC; as fine as the file system keeps it.</param>
/// <param name="Length">Bytes.</param>
internal readonly record struct FileStamp(DateTime Modified, long Length)
{
    // Kernels stamp files with a clock that ticks every few milliseconds: two versions written within
    // one tick look alike. A stamp is trusted only once its tick is surely over.
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(100);

    /// <returns>Null where there is no such file.</returns>
    public static FileStamp? Of(string fullPath)
    {
        var file = new FileInfo(fullPath);
        return file.Exists ? new FileStamp(file.LastWriteTimeUtc, file.Length) : null;
    }

    public static FileStamp Of(SafeFileHandle handle) => new(File.GetLastWriteTimeUtc(handle), RandomAccess.GetLength(handle));

    public bool IsSettled(DateTimeOffset now) => Modified < now.UtcDateTime - Settling;
}
