using System.Collections.Frozen;
using Kakehashi.Accessibility.Documents;

namespace Kakehashi.Accessibility.Site;

/// <summary>The files of a site and how addresses lead to them. For one thread.</summary>
public sealed class BuiltSite
{
    private const int LongestChain = 5;
    private readonly IReadOnlySet<string> files;
    private readonly FrozenDictionary<string, SitePage> pages;
    private readonly IReadOnlyDictionary<string, PdfFacts> documents;
    private readonly Redirects redirects;
    private readonly Uri root;
    private readonly Dictionary<string, string?> followed = new(StringComparer.Ordinal);

    internal BuiltSite(IReadOnlySet<string> files, IEnumerable<SitePage> pages, Redirects redirects, IReadOnlyDictionary<string, PdfFacts>? documents = null, Uri? root = null)
    {
        this.root = root ?? Reference.Root;
        this.documents = documents ?? FrozenDictionary<string, PdfFacts>.Empty;
        this.files = files;
        this.redirects = redirects;
        this.pages = pages.ToFrozenDictionary(page => page.Path, StringComparer.Ordinal);
        Pages = [.. this.pages.Values.OrderBy(page => page.Path, StringComparer.Ordinal)];
    }

    /// <summary>By path.</summary>
    public IReadOnlyList<SitePage> Pages { get; }

    /// <summary>The home page; null for a site without <c>index.html</c>.</summary>
    public SitePage? Home => PageAt("index.html");

    /// <summary>The page in this file; null when the file is no page.</summary>
    public SitePage? PageAt(string file) => pages.GetValueOrDefault(file);

    /// <summary>The PDF file there; null when it is none, or was not looked into.</summary>
    public PdfFacts? DocumentAt(string file) => documents.GetValueOrDefault(file);

    /// <summary>Where an address of this site ends up, redirects followed.</summary>
    /// <returns>A file; an empty string when it leads out of the files (to the forms API or another site); null when it leads nowhere.</returns>
    public string? Follow(string path) =>
        followed.TryGetValue(path, out var file) ? file : followed[path] = Find(path);

    private string? Find(string path)
    {
        for (var step = 0; step < LongestChain; step++)
        {
            if (FileAt(path) is { } file)
                return file;
            if (path.StartsWith("/forms/", StringComparison.Ordinal))
                return "";
            if (redirects.Find(path) is not { } target)
                return null;
            if (Reference.Resolve(target, root, 1, isLink: true) is not { } next)
                return "";
            path = next.Path;
        }
        return null;
    }

    private string? FileAt(string path)
    {
        var file = path.TrimStart('/');
        if (file.Length > 0 && file[^1] != '/' && files.Contains(file))
            return file;
        var index = file.Length == 0 ? "index.html" : file.TrimEnd('/') + "/index.html";
        return files.Contains(index) ? index : null;
    }
}
