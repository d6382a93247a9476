using System.Runtime.InteropServices;

namespace Kakehashi.Content;

/// <summary>Gives a file its name where there is none: of several that want one name at the same instant, one gets it.</summary>
/// <remarks><see cref="File.Move(string, string, bool)"/> looks first and renames then, so that on Unix the second replaces the first.</remarks>
public static partial class ExclusiveMove
{
    private const int NotPermitted = 1, Exists = 17, NotSupported = 95;

    /// <returns>False where a file of that name is there already; the one to be moved stays where it was.</returns>
    /// <exception cref="IOException">The system could not do it.</exception>
    public static bool Try(string from, string to)
    {
        if (OperatingSystem.IsWindows()) return TryByName(from, to);
        if (Link(from, to) == 0)
        {
            File.Delete(from);
            return true;
        }
        return Marshal.GetLastPInvokeError() switch
        {
            Exists => false,
            // File systems without links, as some network drives: as good as they can.
            NotPermitted or NotSupported => TryByName(from, to),
            var error => throw new IOException($"link {from} {to}: {Marshal.GetPInvokeErrorMessage(error)}", error),
        };
    }

    private static bool TryByName(string from, string to)
    {
        try
        {
            File.Move(from, to, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(to))
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string name);
}
