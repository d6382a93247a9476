using System.Net.Sockets;
using Kakehashi.Content;
using Kakehashi.Content.Delivery;

namespace Kakehashi.Cms.Preview;

/// <summary>A file of the theme.</summary>
public sealed record ThemeAsset(byte[] Bytes, string ContentType);

/// <summary>Asks the site process for a page as the theme shows it. It may be away; then there is no preview, and nothing else is missing.</summary>
public sealed class PreviewClient(CmsOptions options) : IDisposable
{
    readonly HttpClient? client = Connect(options);

    /// <summary>The page of a draft as HTML; null where the site process is not reachable or cannot show this type.</summary>
    /// <param name="media">Files that the draft uses; the site may not have them yet.</param>
    public async Task<string?> RenderAsync(ItemDocument document, ProgramSettings program, IReadOnlyList<MediaFile> media, CancellationToken ct)
    {
        if (client is null) return null;
        try
        {
            using var response = await client.PostAsJsonAsync("/preview", new PreviewRequest(document, program, media), ContentJson.Options, ct);
            return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync(ct) : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>A file below <c>/assets/</c>; null where there is none.</summary>
    public async Task<ThemeAsset?> GetAssetAsync(string path, CancellationToken ct)
    {
        if (client is null) return null;
        try
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative), ct);
            return response.IsSuccessStatusCode
                ? new ThemeAsset(await response.Content.ReadAsByteArrayAsync(ct), response.Content.Headers.ContentType?.ToString() ?? "application/octet-stream")
                : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    public void Dispose() => client?.Dispose();

    static HttpClient? Connect(CmsOptions options)
    {
        if (options.PreviewSocket is { } socket)
        {
            var handler = new SocketsHttpHandler
            {
                ConnectCallback = async (_, ct) =>
                {
                    var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                    try
                    {
                        await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), ct);
                        return new NetworkStream(connection, ownsSocket: true);
                    }
                    catch
                    {
                        connection.Dispose();
                        throw;
                    }
                },
            };
            return new HttpClient(handler) { BaseAddress = new Uri("http://preview/"), Timeout = TimeSpan.FromSeconds(10) };
        }
        return options.PreviewUrl is { } url ? new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(10) } : null;
    }
}
