namespace Kakehashi.Forms.Limits;

/// <summary>How much one visitor, one form and one file may ask for. The defaults suit a prefecture's site.</summary>
public sealed record FormsLimits
{
    /// <summary>Largest request, in bytes, files included.</summary>
    public long RequestBytes { get; init; } = 60L * 1024 * 1024;

    /// <summary>Largest file, in bytes.</summary>
    public long FileBytes { get; init; } = 20L * 1024 * 1024;

    /// <summary>Most text of one request, in bytes of UTF-8.</summary>
    public int TextBytes { get; init; } = 1024 * 1024;

    /// <summary>Most fields of one request.</summary>
    public int Fields { get; init; } = 1_000;

    /// <summary>Bytes that all files of visitors who have not sent yet may take.</summary>
    public long HeldBytes { get; init; } = 4L * 1024 * 1024 * 1024;

    /// <summary>How long files of visitors who have not sent yet are kept, and how long a check page stays good.</summary>
    public TimeSpan Held { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Least time between the check page and sending; nobody reads faster.</summary>
    public TimeSpan Reading { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest time for one request: 20 MB over a slow line.</summary>
    public TimeSpan Request { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Requests of one address block a minute.</summary>
    public int RequestsPerMinute { get; init; } = 120;

    /// <summary>Submissions of one address block a minute: a class in one room still gets through in a few.</summary>
    public int SubmissionsPerMinute { get; init; } = 20;

    /// <summary>Submissions of one form a minute, from everywhere: an application that opens at ten o'clock.</summary>
    public int SubmissionsPerFormPerMinute { get; init; } = 600;
}
