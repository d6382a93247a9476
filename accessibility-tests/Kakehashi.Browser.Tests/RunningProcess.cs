using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;

namespace Kakehashi.Browser.Tests;

/// <summary>A program of <c>tools/</c> as a real process, from its first line to its orderly end.</summary>
sealed class RunningProcess : IAsyncDisposable
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(20);
    private readonly Process process;
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();
    private readonly List<string> output = [];

    private RunningProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data, isLast: line.Data is null);
        process.ErrorDataReceived += (_, line) => Keep(line.Data, isLast: false);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public static RunningProcess Start(string program, params IEnumerable<string> arguments) =>
        new(Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);

    /// <summary>Runs to the end.</summary>
    /// <returns>Everything printed.</returns>
    /// <exception cref="InvalidOperationException">The exit code is not 0; the message carries the output.</exception>
    public static async Task<string> RunAsync(string program, params IEnumerable<string> arguments)
    {
        await using var running = Start(program, arguments);
        await running.process.WaitForExitAsync();
        return running.process.ExitCode == 0 ? running.Output : throw new InvalidOperationException($"{program} ended with {running.process.ExitCode}:\n{running.Output}");
    }

    /// <summary>The next line of standard output that begins with these words.</summary>
    /// <exception cref="InvalidOperationException">The program ended, or the time was over, before such a line came.</exception>
    public async Task<string> LineAsync(string beginning, TimeSpan limit)
    {
        using var time = new CancellationTokenSource(limit);
        try
        {
            await foreach (var line in lines.Reader.ReadAllAsync(time.Token))
                if (line.StartsWith(beginning, StringComparison.Ordinal))
                    return line;
        }
        catch (OperationCanceledException)
        {
            // The message below tells it.
        }
        throw new InvalidOperationException($"No line '{beginning}…' within {limit.TotalSeconds} s:\n{Output}");
    }

    /// <summary>Asks the program to end (SIGTERM) and waits for it.</summary>
    /// <exception cref="InvalidOperationException">It did not end within 20 seconds.</exception>
    public async ValueTask DisposeAsync()
    {
        using var owned = process;
        if (process.HasExited)
            return;
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        using var time = new CancellationTokenSource(StopLimit);
        try
        {
            await process.WaitForExitAsync(time.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"The program did not stop within {StopLimit.TotalSeconds} s:\n{Output}");
        }
    }

    private string Output
    {
        get
        {
            lock (output)
                return string.Join('\n', output);
        }
    }

    private void Keep(string? line, bool isLast)
    {
        if (isLast)
            lines.Writer.TryComplete();
        if (line is null)
            return;
        lock (output)
            output.Add(line);
        lines.Writer.TryWrite(line);
    }
}
