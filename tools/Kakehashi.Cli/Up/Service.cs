using System.Diagnostics;

namespace Kakehashi.Cli.Up;

/// <summary>One process of the installation, started from this program under another command.</summary>
/// <remarks>The child's standard input stays open as long as this process lives: when it closes, the child stops by itself,
/// so that nothing is left behind even where this process is killed.</remarks>
public sealed class Service : IAsyncDisposable
{
    readonly Process process;
    readonly ProcessStartInfo start;
    readonly string logs;
    readonly StreamWriter log;
    readonly Task reading;
    readonly List<string> announcements = [];
    readonly Queue<string> lastLines = new();

    const long LogLimitBytes = 10_000_000;

    Service(string name, ProcessStartInfo start, string logs)
    {
        (Name, this.start, this.logs) = (name, start, logs);
        log = OpenLog(Path.Combine(logs, name + ".log"));
        process = Process.Start(start)!;
        reading = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
    }

    /// <summary>cms, forms or site.</summary>
    public string Name { get; }

    /// <summary>Completes when the process has ended.</summary>
    public Task Ended => process.WaitForExitAsync();

    /// <summary>Lines <c>sign-in …</c> that it printed for the person who started it; passwords are in no log.</summary>
    public IReadOnlyList<string> Announcements
    {
        get { lock (announcements) return [.. announcements]; }
    }

    /// <summary>Starts a command of this program.</summary>
    /// <param name="name">Command below <c>run</c>.</param>
    /// <param name="logs">Directory of log files.</param>
    public static Service Start(string name, IEnumerable<string> arguments, string logs, IReadOnlyDictionary<string, string> environment)
    {
        Installation.CreatePrivate(logs);
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(Service).Assembly.Location);
        foreach (var argument in (string[])["run", name, "--while-input-open", .. arguments]) start.ArgumentList.Add(argument);
        foreach (var (key, value) in environment) start.Environment[key] = value;
        return new Service(name, start, logs);
    }

    /// <summary>Starts the same command once more; the log goes on.</summary>
    public Service StartAgain() => new(Name, start, logs);

    /// <summary>Waits until its health address answers.</summary>
    /// <exception cref="SetupException">It ended, or did not become healthy in time; the message holds its last words.</exception>
    public async Task WaitUntilHealthyAsync(HttpClient client, Uri health, TimeSpan limit, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        while (!process.HasExited && Stopwatch.GetElapsedTime(started) < limit)
        {
            try
            {
                using var response = await client.GetAsync(health, cancellation);
                if (response.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
            {
                // Listening, but not answering yet.
            }
            await Task.Delay(TimeSpan.FromMilliseconds(150), cancellation);
        }
        throw new SetupException($"{Name} が動き始めませんでした。記録（logs/{Name}.log）を確かめてください。\n{LastWords()}");
    }

    /// <summary>The end of what it printed.</summary>
    public string LastWords()
    {
        lock (lastLines) return string.Join('\n', lastLines);
    }

    /// <summary>Asks it to stop, and ends it where it does not within ten seconds.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.StandardInput.Close();
            try
            {
                await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
            }
            catch (TimeoutException)
            {
                process.Kill(entireProcessTree: true);
            }
        }
        await reading.WaitAsync(TimeSpan.FromSeconds(2)).ContinueWith(_ => { }, TaskScheduler.Default);
        await log.DisposeAsync();
        process.Dispose();
    }

    // What happened before a start tells why it was needed: logs go on, and one older file is kept.
    static StreamWriter OpenLog(string path)
    {
        if (File.Exists(path) && new FileInfo(path).Length > LogLimitBytes) File.Move(path, path + ".1", overwrite: true);
        return new StreamWriter(path, append: true) { AutoFlush = true };
    }

    async Task ReadAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("sign-in ", StringComparison.Ordinal))
            {
                lock (announcements) announcements.Add(line);
                continue;
            }
            lock (lastLines)
            {
                lastLines.Enqueue(line);
                if (lastLines.Count > 20) lastLines.Dequeue();
                log.WriteLine(line);
            }
        }
    }
}
