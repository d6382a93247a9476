namespace Kakehashi.Forms.Accepting;

/// <summary>Nothing was kept, because this side could not: disk full, inbox not writable, no key. The visitor did nothing wrong.</summary>
internal sealed class StorageFaultException(Exception inner) : Exception("The inbox cannot keep anything now.", inner)
{
    /// <summary>Whether an error of the file system is of that kind.</summary>
    public static bool Covers(Exception error) => error is IOException or UnauthorizedAccessException;
}
