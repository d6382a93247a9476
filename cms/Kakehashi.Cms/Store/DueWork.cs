namespace Kakehashi.Cms.Store;

/// <summary>Work that stands in the database with its due time. It is looked for again and again, and survives the database's absence.</summary>
public abstract class DueWork(TimeSpan interval, ILogger log) : BackgroundService
{
    /// <summary>Does everything that is due.</summary>
    /// <returns>How much was tried.</returns>
    public async Task<int> RunDueAsync(CancellationToken ct)
    {
        var done = 0;
        while (await RunOneAsync(ct)) done++;
        return done;
    }

    /// <summary>Takes one piece that nobody else has taken, in one transaction.</summary>
    /// <returns>False when nothing is due.</returns>
    protected abstract Task<bool> RunOneAsync(CancellationToken ct);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval);
        try
        {
            do
            {
                try
                {
                    await RunDueAsync(stoppingToken);
                }
                catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
                {
                    log.LogError(exception, "{Work} failed; trying again.", GetType().Name);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }
}
