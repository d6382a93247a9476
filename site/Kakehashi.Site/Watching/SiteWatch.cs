using System.Diagnostics;
using Kakehashi.Site.Planning;
using Kakehashi.Site.Publishing;
using Kakehashi.Site.Sources;

namespace Kakehashi.Site.Watching;

/// <summary>Keeps a published site at what its source and the clock say.</summary>
/// <remarks>Content with mistakes and a source that is down leave the site as it is.</remarks>
/// <param name="report">Told of every run, one at a time.</param>
public sealed class SiteWatch(ISource source, Publisher publisher, TimeProvider time, Action<Outcome> report)
{
    static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(30);

    // Timers do not reach further than some weeks.
    static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    DateTimeOffset? wakeAt;

    /// <summary>Content last read without mistakes; null before the first.</summary>
    public Snapshot? Current { get; private set; }

    /// <summary>Runs until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var change = Task.CompletedTask;
        while (true)
        {
            if (change.IsFaulted)
            {
                report(new Outcome(null, [], change.Exception.ToString()));
                change = PauseAsync(cancellation);
            }
            else if (change.IsCompleted)
            {
                report(await AttemptAsync(ReadAndPublishAsync, cancellation));
                change = source.WaitForChangeAsync(cancellation);
            }
            else if (wakeAt <= time.GetUtcNow()) report(await AttemptAsync(PublishAsync, cancellation));
            await WaitAsync(change, cancellation);
        }
    }

    Task PauseAsync(CancellationToken cancellation) => Task.Delay(RetryAfter, time, cancellation);

    async Task WaitAsync(Task change, CancellationToken cancellation)
    {
        var wait = wakeAt - time.GetUtcNow() is { } left && left < LongestWait ? left : LongestWait;
        if (wait <= TimeSpan.Zero) return;
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(change, Task.Delay(wait, time, timer.Token));
        await timer.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    async Task<Outcome> AttemptAsync(Func<CancellationToken, Task<Outcome>> run, CancellationToken cancellation)
    {
        try
        {
            return await run(cancellation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            // Whatever went wrong, visitors keep what is published.
            wakeAt = time.GetUtcNow() + RetryAfter;
            return new Outcome(null, [], exception.ToString());
        }
    }

    async Task<Outcome> ReadAndPublishAsync(CancellationToken cancellation)
    {
        var since = Stopwatch.GetTimestamp();
        var reading = await source.ReadAsync(cancellation);
        if (reading.Snapshot is null) return new Outcome(null, reading.Problems);
        Current = reading.Snapshot;
        return await PublishAsync(since, cancellation);
    }

    Task<Outcome> PublishAsync(CancellationToken cancellation) => PublishAsync(Stopwatch.GetTimestamp(), cancellation);

    async Task<Outcome> PublishAsync(long since, CancellationToken cancellation)
    {
        if (Current is null) return await ReadAndPublishAsync(cancellation);
        var plan = Planner.Plan(Current, time.GetUtcNow());
        wakeAt = plan.NextChange;
        if (plan.Problems.Count > 0) return new Outcome(null, plan.Problems);
        return new Outcome(await publisher.PublishAsync(plan, since, cancellation), SettingsLinks.Dead(plan));
    }
}
