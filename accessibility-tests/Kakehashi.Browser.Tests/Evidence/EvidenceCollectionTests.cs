using Kakehashi.Accessibility.Evidence;

namespace Kakehashi.Browser.Tests;

/// <summary>A small site with one barrier, served by the real server and judged by every tool.</summary>
public sealed class EvidenceCollectionTests(Chromium chromium) : IDisposable
{
    private const string Barrier = """<p><img src="/picture.svg" width="40" height="40"></p>""";
    private static readonly DateOnly Day = new(2026, 11, 20);
    private readonly string folder = Directory.CreateTempSubdirectory("kakehashi-evidence-").FullName;

    [Fact]
    public async Task Tools_give_their_evidence_for_every_page_and_nobody_plays_a_person()
    {
        Write("index.html", Page("はじめ", """<p><a href="/b/">つぎのページ</a></p>"""));
        Write("b/index.html", Page("つぎ", Barrier + """<p><a href="/">はじめのページ</a></p>"""));
        Write("404.html", Page("見つかりません", """<p><a href="/">はじめのページ</a></p>"""));
        Write("picture.svg", """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>""");
        Write("sitemap.xml", """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://dx.example/</loc></url><url><loc>https://dx.example/b/</loc></url></urlset>""");
        await using var server = RunningProcess.Start(Repository.Tool("kakehashi"), "serve", folder, "--port", "0");
        var line = await server.LineAsync("serving https://", TimeSpan.FromMinutes(1));
        var told = new List<string>();

        var test = await new EvidenceCollection(chromium, new UriBuilder(line["serving ".Length..]) { Host = "localhost" }.Uri, "7", Day, send: false, told.Add).RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(("https://dx.example/", 2, 2026, null, null), (test.Site.AbsoluteUri, test.PageCount, test.FiscalYear, test.EndedOn, test.StatedOn));
        Assert.Equal(["/", "/404.html", "/b/"], test.Sample.Pages.Order(StringComparer.Ordinal));
        Assert.Equal(3, told.Count);
        Assert.All(test.Assertions, assertion => Assert.Equal(TestMode.Automatic, assertion.Mode));
        var picture = Found(test, "/b/", "1.1.1");
        Assert.Equal(Outcome.Failed, picture.Outcome);
        Assert.All(["axe", "IBM", "Siteimprove", "検査規則"], tool => Assert.Contains(tool, picture.By, StringComparison.Ordinal));
        Assert.Equal(Outcome.Inapplicable, Found(test, "/", "1.1.1").Outcome);
        Assert.Equal(Outcome.Inapplicable, Found(test, "/b/", "1.2.2").Outcome);
        Assert.Equal(Outcome.Passed, Found(test, "/", "3.1.1").Outcome);
        Assert.Contains("Nu", Found(test, "/", "4.1.1").By, StringComparison.Ordinal);
        Assert.Contains("Chromium", Found(test, "/", "1.4.10").By, StringComparison.Ordinal);
        Assert.Equal(6, test.Tools.Count);
        Assert.All(test.Tools, tool => Assert.Matches(@"^[0-9]+\.[0-9]+", tool.Version));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static Assertion Found(ConformanceTest test, string page, string criterion) =>
        Assert.Single(test.Assertions, assertion => assertion.Page == page && assertion.Criterion == criterion);

    private static string Page(string title, string body) => $"""
        <!doctype html><html lang="ja"><head><meta charset="utf-8"><title>{title}</title><meta name="viewport" content="width=device-width"></head>
        <body><a href="#main">本文へ移動</a><main id="main" class="{(title == "はじめ" ? "home" : title == "つぎ" ? "next" : "not-found")}"><h1>{title}のページ</h1>{body}</main></body></html>
        """;

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Join(folder, file))!);
        File.WriteAllText(Path.Join(folder, file), text);
    }
}
