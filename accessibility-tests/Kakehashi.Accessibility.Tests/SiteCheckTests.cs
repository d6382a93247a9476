using Kakehashi.Accessibility.Site;

namespace Kakehashi.Accessibility.Tests;

public sealed class SiteCheckTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("kakehashi-check-").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public void Sound_site_has_no_findings()
    {
        Write("index.html", Page("見本県", """<a href="issues/">課題</a> <a href="/issues/river/#plan">計画</a> <a href="/issues/river/図.html">水位の図</a> <img src="/media/a.svg" alt="流れ"> <a href="https://pref.example/x/">見本県</a>"""));
        Write("issues/index.html", Page("課題", """<a href="river">河川の水位</a> <a href="/forms/contact?x=1">お問い合わせ</a> <a href="?page=2">2ページ</a>"""));
        Write("issues/river/index.html", Page("河川の水位", """<h2 id="plan">計画</h2><a href="../../">見本県</a> <a href="%E5%9B%B3.html">水位の図</a>"""));
        Write("issues/river/図.html", Page("水位の図", ""));
        Write("404.html", Page("ページが見つかりません", ""));
        Write("media/a.svg", "<svg/>");

        var report = SiteCheck.Check(directory, Example.Today, TestContext.Current.CancellationToken);

        Assert.Empty(report.Findings);
        Assert.Equal(5, report.Pages);
    }

    [Fact]
    public void Links_and_pictures_that_lead_nowhere_are_errors()
    {
        Write("index.html", Page("見本県", "<a href=\"/issues/\">課題</a>\n<img src=\"media/a.svg\" srcset=\"media/b.svg 2x\" alt=\"流れ\">"));

        Assert.Equal(["dead-link:2 /issues/", "dead-link:3 media/a.svg", "dead-link:3 media/b.svg"], Found());
    }

    [Theory]
    [InlineData("https://dx.example/nowhere/", true)]
    [InlineData("HTTPS://DX.Example/nowhere/", true)]
    [InlineData("//dx.example/nowhere/", true)]
    [InlineData("https://dx.example:443/nowhere/", true)]
    [InlineData("http://dx.example/nowhere/?a=1", true)]
    [InlineData("https://dx.example/", false)]
    [InlineData("https://DX.EXAMPLE/?page=2", false)]
    [InlineData("https://dx.example/forms/contact", false)]
    [InlineData("https://www.dx.example/nowhere/", false)]
    [InlineData("https://dx.example:8443/nowhere/", false)]
    [InlineData("mailto:office@dx.example", false)]
    [InlineData("tel:028-000-0000", false)]
    public void Whole_addresses_of_the_site_itself_are_links_within_it(string href, bool isDead)
    {
        Write("index.html", Page("見本県", $"<a href=\"{href}\">案内</a>").Replace("<title>", "<link rel=\"canonical\" href=\"https://dx.example/\"><title>", StringComparison.Ordinal));

        Assert.Equal(isDead ? [$"dead-link:2 {href}"] : [], Found().Where(found => found.StartsWith("dead-link", StringComparison.Ordinal)));
    }

    [Fact]
    public void Redirects_are_followed_to_their_end()
    {
        Write("index.html", Page("見本県", "<a href=\"/old/\">旧</a>\n<a href=\"/gone/\">無</a>\n<a href=\"/away/\">外</a>\n<a href=\"/round/\">輪</a>"));
        Write("new/index.html", Page("新しいページ", ""));
        Write("_redirects", "/old /new/ 301\n/gone/ /nowhere/ # gone\n/away/ https://pref.example/ 302\n/round/ /round/\n");

        Assert.Equal(["dead-link:3 /gone/", "dead-link:5 /round/"], Found());
    }

    [Fact]
    public void Fragment_missing_from_another_page_is_an_error()
    {
        Write("index.html", Page("見本県", """<a href="/flow/#step-2">第2段階</a> <a href="/flow/#step-1">第1段階</a>"""));
        Write("flow/index.html", Page("流れ", """<h2 id="step-1">第1段階</h2>"""));

        Assert.Equal(["dead-fragment:2 /flow/#step-2"], Found());
    }

    [Fact]
    public void Titles_that_pages_share_are_reported_on_each_of_them()
    {
        Write("index.html", Page("見本県", """<a href="/a/">甲</a> <a href="/b/">乙</a>"""));
        Write("a/index.html", Page("定例会", ""));
        Write("b/index.html", Page("定例会", ""));

        Assert.Equal(["a/index.html", "b/index.html"], SiteCheck.Check(directory, Example.Today, TestContext.Current.CancellationToken).Findings.Where(finding => finding.Rule == "unique-title").Select(finding => finding.Path));
    }

    [Fact]
    public void Page_that_only_unreached_pages_link_to_is_an_orphan()
    {
        Write("index.html", Page("見本県", ""));
        Write("lost/index.html", Page("迷子", """<a href="/lost/deep/">奥</a>"""));
        Write("lost/deep/index.html", Page("奥", """<a href="/lost/">迷子</a>"""));

        Assert.Equal(["orphan-page:1 奥", "orphan-page:1 迷子"], Found());
    }

    [Fact]
    public void Page_rules_run_on_every_page_and_the_order_never_changes()
    {
        for (var number = 0; number < 40; number++)
            Write($"p{number:00}/index.html", Page($"ページ{number}", "<a href=\"/p00/\">こちら</a>\n<h4>飛んだ見出し</h4>"));

        var first = SiteCheck.Check(directory, Example.Today, TestContext.Current.CancellationToken).Findings;

        Assert.Equal(80, first.Count);
        Assert.Equal(first, SiteCheck.Check(directory, Example.Today, TestContext.Current.CancellationToken).Findings);
        Assert.Equal(first.OrderBy(finding => finding.Path, StringComparer.Ordinal).ThenBy(finding => finding.Line), first);
    }

    private IEnumerable<string> Found() =>
        SiteCheck.Check(directory, Example.Today, TestContext.Current.CancellationToken).Findings.Select(finding => $"{finding.Rule}:{finding.Line} {finding.Excerpt}");

    private void Write(string path, string text)
    {
        var file = Path.Join(directory, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private static string Page(string title, string body) =>
        $"<!doctype html><html lang=\"ja\"><head><title>{title}</title></head><body><main><h1>{title}</h1>\n{body}</main></body></html>";
}
