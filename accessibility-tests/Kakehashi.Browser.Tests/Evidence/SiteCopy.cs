using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Kakehashi.Browser.Tests;

/// <summary>A copy of a running site: every page of its sitemap, its page for wrong addresses, and every file that these refer to.</summary>
sealed partial class SiteCopy : IDisposable
{
    /// <summary>Page that answers wrong addresses.</summary>
    public const string NotFound = "/404.html";

    private readonly HttpClient http;
    private readonly string redirects;

    private SiteCopy(Uri site)
    {
        // Only the certificate of a site on this machine may be made by itself.
        http = new(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, errors) => errors == System.Net.Security.SslPolicyErrors.None || site.IsLoopback }) { BaseAddress = site };
        redirects = Path.Join(Folder, "_redirects");
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("kakehashi-copy-").FullName;

    /// <summary>Origin that the sitemap names, with a trailing slash.</summary>
    public Uri Origin { get; private set; } = null!;

    /// <summary>Root-relative addresses of the sitemap, ordinal.</summary>
    public IReadOnlyList<string> Pages { get; private set; } = [];

    /// <param name="site">Origin where the site runs, with a trailing slash.</param>
    /// <exception cref="HttpRequestException">The site does not answer, or has no sitemap.</exception>
    public static async Task<SiteCopy> TakeAsync(Uri site, CancellationToken cancellation)
    {
        var copy = new SiteCopy(site);
        var listed = await copy.ListedAsync("/sitemap.xml", cancellation);
        copy.Origin = new(listed[0].GetLeftPart(UriPartial.Authority) + "/");
        copy.Pages = [.. listed.Select(page => page.AbsolutePath).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        foreach (var page in copy.Pages.Append(NotFound))
            await copy.FetchAsync(page, cancellation);
        var wanted = copy.Pages.Append(NotFound).SelectMany(copy.ReferencesOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        foreach (var address in wanted.Where(address => !File.Exists(copy.FileOf(address))))
            await copy.FetchAsync(address, cancellation);
        return copy;
    }

    /// <summary>Where a page's source lies.</summary>
    public string FileOf(string address) => Path.Join(Folder, Uri.UnescapeDataString(address.EndsWith('/') ? address + "index.html" : address));

    /// <summary>Address of a page by its path in the folder.</summary>
    public static string AddressOf(string file) => "/" + (file.EndsWith("index.html", StringComparison.Ordinal) ? file[..^"index.html".Length] : file);

    public void Dispose()
    {
        http.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task<List<Uri>> ListedAsync(string sitemap, CancellationToken cancellation)
    {
        var root = XDocument.Parse(await http.GetStringAsync(new Uri(sitemap, UriKind.Relative), cancellation)).Root!;
        var found = root.Descendants().Where(element => element.Name.LocalName == "loc").Select(location => new Uri(location.Value)).ToList();
        if (root.Name.LocalName == "urlset")
            return found;
        var all = new List<Uri>();
        foreach (var part in found)
            all.AddRange(await ListedAsync(part.AbsolutePath, cancellation));
        return all;
    }

    private IEnumerable<string> ReferencesOf(string page) =>
        from Match reference in Reference().Matches(File.ReadAllText(FileOf(page)))
        from part in reference.Groups["set"].Success ? reference.Groups["set"].Value.Split(',').Select(candidate => candidate.Trim().Split(' ')[0]) : [reference.Groups["one"].Value]
        where Uri.TryCreate(new Uri(Origin, page), part, out var target) && target.Host == Origin.Host && !target.AbsolutePath.StartsWith("/forms/", StringComparison.Ordinal)
        select new Uri(new Uri(Origin, page), part).AbsolutePath;

    // What leads nowhere stays away, so that the rules find it missing.
    private async Task FetchAsync(string address, CancellationToken cancellation)
    {
        using var response = await http.GetAsync(new Uri(address, UriKind.Relative), cancellation);
        if (!response.IsSuccessStatusCode && address != NotFound)
            return;
        if (response.RequestMessage!.RequestUri!.AbsolutePath is var reached && reached != address)
        {
            await File.AppendAllTextAsync(redirects, $"{address} {reached} 301\n", cancellation);
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(FileOf(address))!);
        await using var file = File.Create(FileOf(address));
        await response.Content.CopyToAsync(file, cancellation);
    }

    [GeneratedRegex("""\b(?:(?:href|src)="(?<one>[^"#?]*)|srcset="(?<set>[^"]+))""")]
    private static partial Regex Reference();
}
