using System.Net;

namespace Kakehashi.Browser.Tests;

/// <summary>Reads the public site as feed readers and search engines do: one plain request after another.</summary>
sealed class SiteReader(Uri site) : IDisposable
{
    /// <summary>From an approval to the last file in place; after an outage the generator looks again within 30 seconds.</summary>
    public static readonly TimeSpan PublishLimit = TimeSpan.FromSeconds(60);

    /// <summary>Where a published article is told of.</summary>
    public static readonly IReadOnlyList<string> Lists = ["/articles/", "/sitemap/", "/feeds/articles.xml", "/sitemap.xml"];

    private readonly HttpClient client = new(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true }) { BaseAddress = site };

    /// <param name="address">Root-relative.</param>
    public async Task<(HttpStatusCode Status, string Text)> ReadAsync(string address)
    {
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>As <see cref="ReadAsync"/>; without a status where nobody answers.</summary>
    public async Task<(HttpStatusCode? Status, string Text)> TryReadAsync(string address)
    {
        try
        {
            return await ReadAsync(address);
        }
        catch (HttpRequestException fault)
        {
            return (null, fault.Message);
        }
    }

    /// <summary>Waits until the page stands, says this, and is in every list.</summary>
    public Task PublishedAsync(string address, string words) => Eventually.CompleteAsync(async () =>
    {
        var (status, text) = await ReadAsync(address);
        if (status != HttpStatusCode.OK || !text.Contains(words, StringComparison.Ordinal))
            return $"{address} answers {status} without 「{words}」";
        foreach (var list in Lists)
            if (!(await ReadAsync(list)).Text.Contains(address, StringComparison.Ordinal))
                return $"{list} does not name {address}";
        return null;
    }, PublishLimit);

    /// <summary>Waits until the page is not there any more, and no list names it.</summary>
    public Task GoneAsync(string address, TimeSpan limit) => Eventually.CompleteAsync(async () =>
    {
        if ((await ReadAsync(address)).Status is not HttpStatusCode.NotFound and var status)
            return $"{address} answers {status}";
        foreach (var list in Lists)
            if ((await ReadAsync(list)).Text.Contains(address, StringComparison.Ordinal))
                return $"{list} still names {address}";
        return null;
    }, limit);

    /// <summary>Waits until a page says this.</summary>
    public Task SaysAsync(string address, string words) => Eventually.CompleteAsync(
        async () => (await ReadAsync(address)).Text.Contains(words, StringComparison.Ordinal) ? null : $"{address} does not say 「{words}」", PublishLimit);

    public void Dispose() => client.Dispose();
}
