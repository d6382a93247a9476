namespace Kakehashi.Accessibility.Site;

/// <summary>The file <c>_redirects</c>: lines of <c>/old/ /new/ 301</c>, <c>#</c> begins a comment.</summary>
internal sealed class Redirects(IReadOnlyDictionary<string, string> targets)
{
    /// <param name="file">Need not exist.</param>
    public static Redirects Read(string file) => Parse(File.Exists(file) ? File.ReadLines(file) : []);

    public static Redirects Parse(IEnumerable<string> lines)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines)
            if (line.Split('#', 2)[0].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries) is [var from, var to, ..])
                targets.TryAdd(Key(Uri.UnescapeDataString(from)), to);
        return new(targets);
    }

    /// <returns>Target as written; null when the path is not redirected.</returns>
    public string? Find(string path) => targets.GetValueOrDefault(Key(path));

    private static string Key(string path) => path.TrimEnd('/');
}
