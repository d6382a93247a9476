using System.Xml.Linq;
using Kakehashi.Browser.Tests;

[assembly: AssemblyFixture(typeof(SampleSite))]

namespace Kakehashi.Browser.Tests;

/// <summary>The sample programme, built from its folder and served by the real server.</summary>
public sealed class SampleSite : IAsyncLifetime
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);
    private readonly string parent = Directory.CreateTempSubdirectory("kakehashi-site-").FullName;
    private RunningProcess? server;

    /// <summary>Root of the built files.</summary>
    public string Folder => Path.Join(parent, "public");

    /// <summary>Origin with a trailing slash.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Root-relative addresses to look at: at most two of every kind of page, ordinal, and the page of a wrong address.</summary>
    public IReadOnlyList<string> Pages { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await RunningProcess.RunAsync(Repository.Tool("kakehashi"), "build", "--content", Path.Join(Repository.Root, "content", "programs", "tochigi-platform"), "--out", Folder);
        server = RunningProcess.Start(Repository.Tool("kakehashi"), "serve", Folder, "--port", "0");
        var line = await server.LineAsync("serving https://", StartLimit);
        Address = new UriBuilder(line["serving ".Length..]) { Host = "localhost" }.Uri;
        Pages = [.. Drawn(Listed()), "/no-such-page/"];
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        Directory.Delete(parent, recursive: true);
    }

    private IEnumerable<string> Listed() =>
        XDocument.Load(Path.Join(Folder, "sitemap.xml")).Descendants().Where(element => element.Name.LocalName == "loc").Select(location => new Uri(location.Value).AbsolutePath);

    // The longest page of a kind shows most; the first by name stands for the ordinary ones.
    private IEnumerable<string> Drawn(IEnumerable<string> addresses) =>
        addresses.GroupBy(Kind, StringComparer.Ordinal)
            .SelectMany(kind => new[] { kind.Min(StringComparer.Ordinal)!, kind.OrderByDescending(Length).ThenBy(address => address, StringComparer.Ordinal).First() })
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private long Length(string address) => new FileInfo(Path.Join(Folder, address, "index.html")).Length;

    // /issues/river-level/ is of the kind /issues/*; every filter and further page of a list is of the kind /issues/*/.
    private static string Kind(string address) => address.Trim('/').Split('/') switch
    {
        [var list, _] => $"/{list}/*",
        [var list, _, _, ..] => $"/{list}/*/",
        _ => address,
    };
}
