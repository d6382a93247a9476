using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace Kakehashi.Forms.Tests.Setting;

/// <summary>The forms API as a process of its own, over a <see cref="FormsSite"/>'s directories.</summary>
internal sealed class FormsProcess : IDisposable
{
    private static readonly string Command = Path.GetFullPath(Path.Join(AppContext.BaseDirectory, "..", "..", "Kakehashi.Forms", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "Kakehashi.Forms"));

    private readonly Process process;
    private readonly StringWriter said = new();

    private FormsProcess(Process process, Uri address)
    {
        this.process = process;
        // Every visitor of the test comes from this machine.
        Client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
        process.OutputDataReceived += (_, line) => said.WriteLine(line.Data);
        process.ErrorDataReceived += (_, line) => said.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public HttpClient Client { get; }

    /// <summary>All that it wrote to its output.</summary>
    public string Said => said.ToString();

    /// <param name="heapBytes">The most that its garbage-collected heap may hold; null for no limit.</param>
    public static async Task<FormsProcess> StartAsync(string inbox, string documents, string keyFile, long? heapBytes = null)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(Command,
        [
            "--port", port.ToString(CultureInfo.InvariantCulture), "--inbox", inbox, "--documents", documents, "--key-file", keyFile,
            "--limits:requestsPerMinute", "1000000", "--limits:submissionsPerMinute", "1000000", "--limits:submissionsPerFormPerMinute", "1000000",
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (heapBytes is { } bytes) start.Environment["DOTNET_GCHeapHardLimit"] = bytes.ToString("x", CultureInfo.InvariantCulture);
        var forms = new FormsProcess(Process.Start(start)!, new Uri($"http://127.0.0.1:{port}"));
        while (!await forms.IsHealthyAsync()) Assert.False(forms.process.HasExited, forms.Said);
        return forms;
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        Client.Dispose();
        process.Dispose();
        said.Dispose();
    }

    private async Task<bool> IsHealthyAsync()
    {
        try
        {
            return await Client.GetStringAsync("/healthz", TestContext.Current.CancellationToken) == "ok";
        }
        catch (HttpRequestException)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
