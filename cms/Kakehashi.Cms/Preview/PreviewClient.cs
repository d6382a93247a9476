using System.Net.Sockets;
using Kakehashi.Accessibility;
using Kakehashi.Content;
using Kakehashi.Content.Delivery;

namespace Kakehashi.Cms.Preview;

/// <summary>A file of the theme.</summary>
public sealed record ThemeAsset(byte[] Bytes, string ContentType);

/// <summary>Asks the site process for a page as the theme shows it, and how the site stands. It may be away; then there is neither, and nothing else is missing.</summary>
public sealed class PreviewClient(CmsOptions options) : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // A screen waits no longer for what only stands beside it.
    static readonly TimeSpan Glance = TimeSpan.FromSeconds(2);

    readonly HttpClient? client = Connect(options);

    /// <summary>The page of a draft as HTML; null where the site process is not reachable or cannot show this type.</summary>
    /// <param name="media">Files that the draft uses; the site may not have them yet.</param>
    public async Task<string?> RenderAsync(ItemDocument document, ProgramSettings program, IReadOnlyList<MediaFile> media, CancellationToken ct)
    {
        using var response = await AskAsync((site, timely) => site.PostAsJsonAsync("/preview", new PreviewRequest(document, program, media), ContentJson.Options, timely), Patience, ct);
        return response is null ? null : await response.Content.ReadAsStringAsync(ct);
    }

    /// <summary>What the accessibility rules find on the page of a draft, links into the site included; null where the site process is not reachable or cannot show this type.</summary>
    /// <inheritdoc cref="RenderAsync"/>
    public async Task<IReadOnlyList<Finding>?> CheckAsync(ItemDocument document, ProgramSettings program, IReadOnlyList<MediaFile> media, CancellationToken ct)
    {
        using var response = await AskAsync((site, timely) => site.PostAsJsonAsync("/check", new PreviewRequest(document, program, media), ContentJson.Options, timely), Patience, ct);
        return response is null ? null : await response.Content.ReadFromJsonAsync<List<Finding>>(ContentJson.Options, ct);
    }

    /// <summary>Links of settings that lead nowhere, with the address as field name; null where the site process is not reachable.</summary>
    public async Task<IReadOnlyList<Problem>?> CheckSettingsAsync(ProgramSettings program, CancellationToken ct)
    {
        using var response = await AskAsync((site, timely) => site.PostAsJsonAsync("/settings", program, ContentJson.Options, timely), Patience, ct);
        return response is null ? null : await response.Content.ReadFromJsonAsync<List<Problem>>(ContentJson.Options, ct);
    }

    /// <summary>A file below <c>/assets/</c>; null where there is none.</summary>
    public async Task<ThemeAsset?> GetAssetAsync(string path, CancellationToken ct)
    {
        using var response = await AskAsync((site, timely) => site.GetAsync(new Uri(path, UriKind.Relative), timely), Patience, ct);
        return response is null
            ? null
            : new ThemeAsset(await response.Content.ReadAsByteArrayAsync(ct), response.Content.Headers.ContentType?.ToString() ?? "application/octet-stream");
    }

    /// <summary>How the public site stands; null where the site process is not reachable or has not published yet.</summary>
    public async Task<SiteReport?> StatusAsync(CancellationToken ct)
    {
        using var response = await AskAsync((site, timely) => site.GetAsync(new Uri("/status", UriKind.Relative), timely), Glance, ct);
        return response is null ? null : await response.Content.ReadFromJsonAsync<SiteReport>(ContentJson.Options, ct);
    }

    /// <summary>Titles of all public pages by address; null where the site process is not reachable or has not read the content yet.</summary>
    public async Task<IReadOnlyDictionary<string, string>?> PagesAsync(CancellationToken ct)
    {
        using var response = await AskAsync((site, timely) => site.GetAsync(new Uri("/pages", UriKind.Relative), timely), Patience, ct);
        return response is null
            ? null
            : (await response.Content.ReadFromJsonAsync<List<PublicPage>>(ContentJson.Options, ct))!.ToDictionary(page => page.Address, page => page.Title, StringComparer.Ordinal);
    }

    public void Dispose() => client?.Dispose();

    // Null for every answer but success, and for none in time.
    async Task<HttpResponseMessage?> AskAsync(Func<HttpClient, CancellationToken, Task<HttpResponseMessage>> ask, TimeSpan patience, CancellationToken ct)
    {
        if (client is null) return null;
        using var timely = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timely.CancelAfter(patience);
        try
        {
            var response = await ask(client, timely.Token);
            if (response.IsSuccessStatusCode) return response;
            response.Dispose();
            return null;
        }
        catch (Exception exception) when (exception is HttpRequestException || exception is OperationCanceledException && !ct.IsCancellationRequested)
        {
            return null;
        }
    }

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
            return new HttpClient(handler) { BaseAddress = new Uri("http://preview/") };
        }
        return options.PreviewUrl is { } url ? new HttpClient { BaseAddress = url } : null;
    }
}
