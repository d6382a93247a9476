using System.Net;

namespace Kakehashi.Server.Forms;

/// <summary>A request body on its way to the forms API, never held as a whole.</summary>
/// <param name="body">The client's bytes.</param>
/// <param name="length">Bytes; null where the client did not say.</param>
/// <param name="onProgress">Called after every piece handed on.</param>
internal sealed class ForwardedBody(Stream body, long? length, Action onProgress) : HttpContent
{
    private const int PieceSize = 32 * 1024;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var buffer = new byte[PieceSize];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            await stream.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            await stream.FlushAsync(cancellationToken);
            onProgress();
        }
    }

    protected override bool TryComputeLength(out long known)
    {
        known = length ?? 0;
        return length is not null;
    }
}
