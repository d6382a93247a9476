using Kakehashi.Content;

namespace Kakehashi.Cms.Store;

/// <summary>Files that only the CMS's own user may read.</summary>
static class PrivateFile
{
    const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidOperationException">Others may read or write it.</exception>
    public static byte[] Read(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
            throw new InvalidOperationException($"{path} can be read by others than its owner: run chmod 600 on it, and change the keys if others may have read it.");
        return File.ReadAllBytes(path);
    }

    /// <summary>Writes the file whole and durably, unless there is one already; of several processes one wins.</summary>
    /// <returns>Whether this call made it.</returns>
    public static bool TryCreate(string path, byte[] content)
    {
        var temporary = WriteBeside(path, content);
        if (ExclusiveMove.Try(temporary, path)) return true;
        File.Delete(temporary);
        return false;
    }

    /// <summary>Writes the file whole and durably in place of what is there.</summary>
    public static void Replace(string path, byte[] content) => File.Move(WriteBeside(path, content), path, overwrite: true);

    static string WriteBeside(string path, byte[] content)
    {
        var directory = Path.GetDirectoryName(path)!;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(directory);
        else Directory.CreateDirectory(directory, Owner | UnixFileMode.UserExecute);
        var temporary = $"{path}.{Guid.NewGuid():n}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = Owner;
        using var file = new FileStream(temporary, options);
        file.Write(content);
        file.Flush(flushToDisk: true);
        return temporary;
    }
}
