using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Kakehashi.Accessibility.Documents;
using Kakehashi.Accessibility.Site;

namespace Kakehashi.Accessibility.Tests;

/// <summary>One piece of the corpus.</summary>
/// <param name="Id">Unique; for example 1.1.1-04.</param>
/// <param name="Criterion">Number of the criterion that is broken; null for writing rules without one, and where nothing is wrong.</param>
/// <param name="Rule">Id of the rule that must find it; empty where nothing is wrong.</param>
/// <param name="Note">Japanese: what is wrong; empty where nothing is.</param>
/// <param name="Pages">Path and whole page; one for all but the pieces that show a site.</param>
/// <param name="Documents">PDF files that the pages link to; mostly none.</param>
public sealed record Piece(string Id, string? Criterion, string Rule, string Note, IReadOnlyList<(string Path, string Html)> Pages, IReadOnlyList<(string Path, PdfFacts Facts)> Documents)
{
    /// <summary>The page; the first of a site.</summary>
    public string Html => Pages[0].Html;

    public bool IsSite => Pages.Count > 1 || Documents.Count > 0;
}

/// <summary>Pages with one known barrier each, and pages without any: the same for our rules and for every other checker.</summary>
/// <remarks>The files lie in <c>Corpus/</c>: fragments of HTML under a comment with their id, grouped by criterion or subject.</remarks>
public static partial class Corpus
{
    /// <summary>Order of criterion, then of the file.</summary>
    public static IReadOnlyList<Piece> Bad { get; } = [.. Fragments("bad"), .. Sites("bad.html")];

    /// <inheritdoc cref="Bad"/>
    public static IReadOnlyList<Piece> Good { get; } = [.. Fragments("good"), .. Sites("good.html")];

    public static string Folder { get; } = Path.Join(Here(), "Corpus");

    private static IEnumerable<Piece> Fragments(string folder) =>
        from file in Directory.GetFiles(Path.Join(Here(), "Corpus", folder), "*.html").Order(StringComparer.Ordinal)
        from part in Parts(File.ReadAllText(file))
        select new Piece(part.Id, CriterionOf(part.Id), part.Rule, part.Note, [("index.html", WholePage(part.Html))], []);

    private static IEnumerable<Piece> Sites(string file) =>
        from part in Parts(File.ReadAllText(Path.Join(Here(), "Corpus", "sites", file)))
        let pages = PageHead().Split(Document().Replace(part.Html, "")).Skip(1).Chunk(3)
        select new Piece(part.Id, CriterionOf(part.Id), part.Rule, part.Note, [.. pages.Select(page => (page[0], SiteExample.PageOf(page[1], page[2].Trim())))],
            [.. Document().Matches(part.Html).Select(file => (file.Groups[1].Value, SamplePdf.Parse(file.Groups[2].Value)))]);

    private static IEnumerable<(string Id, string Rule, string Note, string Html)> Parts(string text) =>
        Head().Split(text).Skip(1).Chunk(4).Select(part => (part[0], part[1].Trim(), part[2].Trim(), part[3].Trim()));

    private static string? CriterionOf(string id) => char.IsAsciiDigit(id[0]) ? id.Split('-')[0] : null;

    private static string WholePage(string html) => html.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) ? html : $"""
        <!doctype html>
        <html lang="ja">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>提案の募集について | 見本県デジタル推進課</title></head>
        <body><a href="#main">本文へ移動</a>
        <header><p><a href="/">見本県デジタル推進課</a></p><nav aria-label="メインメニュー"><ul><li><a href="/issues/">課題を見る</a></li></ul></nav></header>
        <main id="main"><h1>提案の募集について</h1>
        {html}
        </main>
        <footer><p>見本県デジタル推進課</p></footer></body></html>
        """;

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex(@"^<!-- = (\S+) ?((?!-->)\S*) ?(.*?) ?-->\n", RegexOptions.Multiline)]
    private static partial Regex Head();

    [GeneratedRegex(@"^<!-- pdf: (\S+) (.*) -->\n?", RegexOptions.Multiline)]
    private static partial Regex Document();

    [GeneratedRegex(@"^<!-- page: (\S+) (.*) -->\n", RegexOptions.Multiline)]
    private static partial Regex PageHead();
}
