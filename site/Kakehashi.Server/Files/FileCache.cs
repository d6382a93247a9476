using System.Collections.Concurrent;

namespace Kakehashi.Server.Files;

/// <summary>Keeps recently served versions within a bound, by two generations.</summary>
/// <remarks>
/// When the young generation has filled half of the bound it becomes the old one, and the old one is dropped.
/// What is used in between moves to the young one, so files in use stay, without bookkeeping on each read.
/// </remarks>
internal sealed class FileCache(long capacityBytes)
{
    private const int EntryOverheadBytes = 1024;
    private readonly Lock turning = new();
    private volatile ConcurrentDictionary<string, FileVersion> young = new(StringComparer.Ordinal);
    private volatile ConcurrentDictionary<string, FileVersion> old = new(StringComparer.Ordinal);
    private long youngBytes;

    public FileVersion? Find(string fullPath)
    {
        if (young.TryGetValue(fullPath, out var version))
            return version;
        if (!old.TryGetValue(fullPath, out version))
            return null;
        Keep(fullPath, version);
        return version;
    }

    public void Keep(string fullPath, FileVersion version)
    {
        lock (turning)
        {
            youngBytes += Cost(version) - (young.TryGetValue(fullPath, out var replaced) ? Cost(replaced) : 0);
            young[fullPath] = version;
            if (youngBytes <= capacityBytes / 2)
                return;
            old = young;
            young = new(StringComparer.Ordinal);
            youngBytes = 0;
        }
    }

    private static long Cost(FileVersion version) => EntryOverheadBytes + (version.Bytes?.Length ?? 0);
}
