using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Kakehashi.Cms.Submissions;

namespace Kakehashi.Cms.Intake;

/// <summary>Asks a ClamAV daemon, where one is set up (clamd's INSTREAM command).</summary>
public sealed class VirusScanner(CmsOptions options, TimeProvider time, ILogger<VirusScanner> log)
{
    /// <summary>How long one that did not answer in time is not asked again.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(10);

    DateTimeOffset resting;

    /// <summary>How long one file may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether there is one, and it was not silent a short while ago.</summary>
    public bool IsThere => options.ClamAv is { Length: > 0 } && resting <= time.GetUtcNow();

    /// <summary>What it says of the content; <see cref="ScanState.Unscanned"/> where there is no scanner, or it does not answer, or has not just now.</summary>
    /// <param name="content">Read to its end.</param>
    public async Task<ScanState> ScanAsync(Stream content, CancellationToken ct)
    {
        if (!IsThere) return ScanState.Unscanned;
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limited.CancelAfter(Patience);
        try
        {
            using var socket = await ConnectAsync(options.ClamAv!, limited.Token);
            await using var stream = new NetworkStream(socket);
            return await AskAsync(stream, content, limited.Token) switch
            {
                var answer when answer.EndsWith(" OK", StringComparison.Ordinal) => ScanState.Clean,
                // With AlertExceedsMax, what it did not look through to the end is "found" as well.
                var answer when answer.Contains(" Heuristics.Limits.Exceeded", StringComparison.Ordinal) => Unscanned(answer),
                var answer when answer.EndsWith(" FOUND", StringComparison.Ordinal) => ScanState.Infected,
                var answer => Unscanned(answer),
            };
        }
        catch (Exception exception) when (exception is SocketException or IOException or FormatException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            // Whoever waits for the next file waits no longer.
            if (exception is OperationCanceledException) resting = time.GetUtcNow() + Rest;
            return Unscanned(exception.GetType().Name);
        }
    }

    ScanState Unscanned(string why)
    {
        log.LogWarning("The virus scanner did not judge a file ({Why}).", why);
        return ScanState.Unscanned;
    }

    static async Task<string> AskAsync(NetworkStream clamd, Stream content, CancellationToken ct)
    {
        try
        {
            await SendAsync(clamd, content, ct);
        }
        catch (IOException)
        {
            // It hangs up in the middle of a file larger than its StreamMaxLength, and has said so.
        }
        var answer = new byte[1024];
        var length = await clamd.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, ct);
        return Encoding.UTF8.GetString(answer, 0, length).TrimEnd('\0', '\n');
    }

    static async Task SendAsync(NetworkStream clamd, Stream content, CancellationToken ct)
    {
        await clamd.WriteAsync("zINSTREAM\0"u8.ToArray(), ct);
        var chunk = new byte[4 + 64 * 1024];
        while (await content.ReadAsync(chunk.AsMemory(4), ct) is > 0 and var read)
        {
            BinaryPrimitives.WriteInt32BigEndian(chunk, read);
            await clamd.WriteAsync(chunk.AsMemory(0, 4 + read), ct);
        }
        await clamd.WriteAsync(new byte[4], ct);
    }

    // A path of a Unix socket, or host:port.
    static async Task<Socket> ConnectAsync(string address, CancellationToken ct)
    {
        var (socket, end) = address.StartsWith('/')
            ? (new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified), (System.Net.EndPoint)new UnixDomainSocketEndPoint(address))
            : (new Socket(SocketType.Stream, ProtocolType.Tcp), HostOf(address));
        try
        {
            await socket.ConnectAsync(end, ct);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    static System.Net.DnsEndPoint HostOf(string address) =>
        address.LastIndexOf(':') is > 0 and var colon && int.TryParse(address.AsSpan(colon + 1), out var port) && port is > 0 and < 65536
            ? new(address[..colon], port)
            : throw new FormatException($"ClamAv \"{address}\" is neither a path nor host:port.");
}
