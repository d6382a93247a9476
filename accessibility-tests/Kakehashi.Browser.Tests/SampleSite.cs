using System.Text.RegularExpressions;
using System.Xml.Linq;
using Kakehashi.Browser.Tests;

[assembly: AssemblyFixture(typeof(SampleSite))]

namespace Kakehashi.Browser.Tests;

/// <summary>The sample programme, built from its folder and served by the real server.</summary>
public sealed partial class SampleSite : IAsyncLifetime
{
    private const int SampleSize = 20;
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);
    private readonly string parent = Directory.CreateTempSubdirectory("kakehashi-site-").FullName;
    private RunningProcess? server;

    /// <summary>Root of the built files.</summary>
    public string Folder => Path.Join(parent, "public");

    /// <summary>Origin with a trailing slash.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Root-relative addresses to look at, ordinal: one of every kind and a drawn sample, or every page; and the page of a wrong address.</summary>
    public IReadOnlyList<string> Pages { get; private set; } = [];

    /// <summary>Every kind of page that the theme has, by the class of its <c>main</c>, ordinal, with the address of its longest page.</summary>
    public IReadOnlyList<(string Kind, string Address)> Kinds { get; private set; } = [];

    /// <param name="address">Root-relative.</param>
    public string At(string address) => new Uri(Address, address).AbsoluteUri;

    public async ValueTask InitializeAsync()
    {
        await RunningProcess.RunAsync(Repository.Tool("kakehashi"), "build", "--content", Path.Join(Repository.Root, "content", "programs", "tochigi-platform"), "--out", Folder);
        server = RunningProcess.Start(Repository.Tool("kakehashi"), "serve", Folder, "--port", "0");
        var line = await server.LineAsync("serving https://", StartLimit);
        Address = new UriBuilder(line["serving ".Length..]) { Host = "localhost" }.Uri;
        Kinds = [.. Directory.EnumerateFiles(Folder, "*.html", SearchOption.AllDirectories)
            .GroupBy(ThemeKind, StringComparer.Ordinal).OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => (kind.Key, Path.GetRelativePath(Folder, kind.OrderByDescending(file => new FileInfo(file).Length).ThenBy(file => file, StringComparer.Ordinal).First())))];
        Pages = [.. (RunSettings.Full ? Listed() : Longest().Union(Drawn(), StringComparer.Ordinal)).Order(StringComparer.Ordinal), "/no-such-page/"];
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        Directory.Delete(parent, recursive: true);
    }

    private IEnumerable<string> Listed() =>
        XDocument.Load(Path.Join(Folder, "sitemap.xml")).Descendants().Where(element => element.Name.LocalName == "loc").Select(location => new Uri(location.Value).AbsolutePath);

    // The longest page of a kind shows most.
    private IEnumerable<string> Longest() =>
        Listed().GroupBy(Kind, StringComparer.Ordinal).Select(kind => kind.OrderByDescending(Length).ThenBy(address => address, StringComparer.Ordinal).First());

    private IEnumerable<string> Drawn() => Listed().OrderBy(RunSettings.Lot, StringComparer.Ordinal).Take(SampleSize);

    private long Length(string address) => new FileInfo(Path.Join(Folder, address, "index.html")).Length;

    private static string ThemeKind(string file) => MainClass().Match(File.ReadAllText(file)).Groups[1].Value;

    [GeneratedRegex("<main[^>]* class=\"([^\"]*)\"")]
    private static partial Regex MainClass();

    // /issues/river-level/ is of the kind /issues/*; every filter and further page of a list is of the kind /issues/*/.
    private static string Kind(string address) => address.Trim('/').Split('/') switch
    {
        [var list, _] => $"/{list}/*",
        [var list, _, _, ..] => $"/{list}/*/",
        _ => address,
    };
}
