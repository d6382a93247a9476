using System.Collections.Frozen;
using System.Globalization;
using Kakehashi.Server.Files;
using Microsoft.Extensions.Logging;

namespace Kakehashi.Server;

/// <summary>Where a page went.</summary>
/// <param name="Location">Path or address; ASCII.</param>
/// <param name="Status">301, 302, 303, 307 or 308.</param>
internal sealed record Redirect(string Location, int Status)
{
    public string LocationFor(string query) => Location.AsSpan().ContainsAny('?', '#') ? Location : Location + query;
}

/// <summary>The site's <c>_redirects</c>: lines of <c>/old/ /new/ 301</c>; read again when the file changes.</summary>
/// <remarks>
/// The status may be left out (301); <c>#</c> starts a comment. The closing slash of the old path does not matter.
/// A page that is there comes before a redirect.
/// </remarks>
internal sealed class Redirects(SiteServerOptions options, ILogger<Redirects> log)
{
    private static readonly Uri Here = new("https://here.invalid");
    private readonly string fullPath = Path.Join(Path.GetFullPath(options.Directory), "_redirects");
    private volatile Snapshot snapshot = new(null, IsSettled: true, FrozenDictionary<string, Redirect>.Empty);

    private sealed record Snapshot(FileStamp? Stamp, bool IsSettled, FrozenDictionary<string, Redirect> ByPath);

    public Redirect? Find(string path) => Current().ByPath.GetValueOrDefault(Key(path));

    private Snapshot Current()
    {
        var now = options.Time.GetUtcNow();
        var stamp = FileStamp.Of(fullPath);
        if (snapshot is { IsSettled: true } last && last.Stamp == stamp)
            return last;
        var byPath = stamp is null ? FrozenDictionary<string, Redirect>.Empty : Read();
        return snapshot = new Snapshot(stamp, stamp?.IsSettled(now) ?? true, byPath);
    }

    private FrozenDictionary<string, Redirect> Read()
    {
        var byPath = new Dictionary<string, Redirect>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in File.ReadLines(fullPath))
        {
            number++;
            var words = line.Split('#', 2)[0].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
                continue;
            if (Parse(words) is { } redirect)
                byPath.TryAdd(Key(Uri.UnescapeDataString(words[0])), redirect);
            else
                log.LogWarning("_redirects:{Line} is left out: write /old/ /new/ 301", number);
        }
        return byPath.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static Redirect? Parse(string[] words)
    {
        var status = 301;
        if (words.Length is < 2 or > 3 || !words[0].StartsWith('/') || !Uri.TryCreate(Here, words[1], out var target))
            return null;
        if (words.Length == 3 && !int.TryParse(words[2], NumberStyles.None, CultureInfo.InvariantCulture, out status))
            return null;
        if (status is not (301 or 302 or 303 or 307 or 308) || target.Scheme is not ("https" or "http"))
            return null;
        var isLocal = words[1].StartsWith('/') && target.Host == Here.Host;
        return isLocal ? new Redirect(target.PathAndQuery + target.Fragment, status)
            : words[1].Contains("://", StringComparison.Ordinal) ? new Redirect(target.AbsoluteUri, status)
            : null;
    }

    private static string Key(string path) => path.Length > 1 ? path.TrimEnd('/') : path;
}
