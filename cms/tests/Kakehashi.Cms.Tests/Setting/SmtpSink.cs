using System.Net;
using System.Net.Sockets;

namespace Kakehashi.Cms.Tests.Setting;

/// <summary>A mail server that takes one message.</summary>
sealed class SmtpSink : IDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public SmtpSink()
    {
        listener.Start();
        Message = ReceiveAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The whole message as it was sent.</summary>
    public Task<string> Message { get; }

    public void Dispose() => listener.Dispose();

    async Task<string> ReceiveAsync()
    {
        using var client = await listener.AcceptTcpClientAsync();
        using var reader = new StreamReader(client.GetStream());
        await using var writer = new StreamWriter(client.GetStream()) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync("220 sink");
        var message = new StringWriter();
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("DATA", StringComparison.Ordinal))
            {
                await writer.WriteLineAsync("354 go on");
                while (await reader.ReadLineAsync() is { } text and not ".") message.WriteLine(text);
                await writer.WriteLineAsync("250 taken");
                return message.ToString();
            }
            await writer.WriteLineAsync("250 ok");
        }
        return "";
    }
}
