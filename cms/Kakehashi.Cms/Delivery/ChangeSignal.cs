using Npgsql;

namespace Kakehashi.Cms.Delivery;

/// <summary>Wakes whoever waits for changes, as soon as PostgreSQL tells of one, from whichever process it comes.</summary>
sealed class ChangeSignal(CmsOptions options, ILogger<ChangeSignal> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends at the next signal. Take it before reading, so that no change falls between.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(options.ConnectionString) { Pooling = false, KeepAlive = 30 }.ConnectionString);
                connection.Notification += (_, _) => Wake();
                await connection.OpenAsync(stoppingToken);
                await using (var listen = new NpgsqlCommand("LISTEN delivery", connection)) await listen.ExecuteNonQueryAsync(stoppingToken);
                Wake();
                while (true) await connection.WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is NpgsqlException or IOException or OperationCanceledException)
            {
                log.LogWarning("Not listening for changes ({Reason}); trying again.", exception.Message);
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    void Wake() => Interlocked.Exchange(ref next, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
}
