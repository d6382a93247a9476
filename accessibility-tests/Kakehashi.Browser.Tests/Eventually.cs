using System.Diagnostics;

namespace Kakehashi.Browser.Tests;

/// <summary>Looks again and again until nothing is missing any more.</summary>
static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <param name="missing">Says in words what is missing; null when nothing is.</param>
    /// <param name="limit">Fails, with those words, when something is missing still.</param>
    public static async Task CompleteAsync(Func<Task<string?>> missing, TimeSpan limit)
    {
        var started = Stopwatch.GetTimestamp();
        string? words;
        while ((words = await missing()) is not null && Stopwatch.GetElapsedTime(started) < limit)
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        Assert.True(words is null, $"After {limit.TotalSeconds} s: {words}");
    }
}
