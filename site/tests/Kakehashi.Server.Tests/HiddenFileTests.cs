using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Kakehashi.Server.Tests;

public sealed class HiddenFileTests
{
    [Theory]
    [InlineData("/../secret.txt")]
    [InlineData("/a/../../secret.txt")]
    [InlineData("/%2e%2e/secret.txt")]
    [InlineData("/%2E%2E%2Fsecret.txt")]
    [InlineData("/..%2fsecret.txt")]
    [InlineData("/..%5csecret.txt")]
    [InlineData("/..\\secret.txt")]
    [InlineData("/%252e%252e/secret.txt")]
    [InlineData("/%c0%ae%c0%ae/secret.txt")]
    [InlineData("/%u002e%u002e/secret.txt")]
    [InlineData("/a/./index.html")]
    [InlineData("/index.html%00.png")]
    [InlineData("/%zz")]
    [InlineData("/%")]
    [InlineData("/%4")]
    [InlineData("/%ff%fe")]
    [InlineData("/link.txt")]
    [InlineData("/linked/secret.txt")]
    [InlineData("/.kakehashi/manifest.json")]
    [InlineData("/.env")]
    [InlineData("/a/.well-known/x.txt")]
    [InlineData("/_redirects")]
    [InlineData("/a/index.html.br")]
    [InlineData("/a/index.html.gz")]
    [InlineData("//secret.txt")]
    [InlineData("https://localhost/../secret.txt")]
    public async Task Nothing_hidden_or_outside_the_root_is_served(string target)
    {
        await using var site = await TestSite.StartAsync(
            ("a/index.html", "page"), ("a/index.html.br", "secret"), ("a/index.html.gz", "secret"), (".env", "secret"),
            (".kakehashi/manifest.json", "secret"), ("_redirects", "/secret /a/ 301"), ("a/.well-known/x.txt", "secret"),
            ("../secret.txt", "secret"), ("../outside/secret.txt", "secret"));
        File.CreateSymbolicLink(Path.Combine(site.Root, "link.txt"), Path.Combine(site.Root, "../secret.txt"));
        Directory.CreateSymbolicLink(Path.Combine(site.Root, "linked"), Path.Combine(site.Root, "../outside"));
        var answer = await site.GetRawAsync(target);
        Assert.Matches("^HTTP/1.1 40[04] ", answer);
        Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Well_known_files_are_served()
    {
        await using var site = await TestSite.StartAsync((".well-known/security.txt", "Contact: mailto:soudan@kakehashi.example"));
        Assert.StartsWith("HTTP/1.1 200", await site.GetRawAsync("/.well-known/security.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_in_japanese_are_served()
    {
        await using var site = await TestSite.StartAsync(("資料/募集要項.txt", "要項"));
        using var answer = await site.GetAsync("/" + Uri.EscapeDataString("資料") + "/" + Uri.EscapeDataString("募集要項.txt"));
        Assert.Equal("要項", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(300)]
    [InlineData(5_000)]
    [InlineData(20_000)]
    public async Task Too_long_an_address_is_a_client_error(int length)
    {
        await using var site = await TestSite.StartAsync(("index.html", "home"));
        Assert.Matches("^HTTP/1.1 4[01]4 ", await site.GetRawAsync("/" + new string('a', length)));
    }

    [Fact]
    public void No_target_names_a_file_outside_the_root()
    {
        var pieces = Gen.Elements(
            "/", "//", "..", ".", "%2e", "%2E%2e", "%2f", "%5c", "\\", "%25", "2e", "%00", "%", "a", "index.html", ".br",
            ".well-known", "_redirects", "?", "#", "%E6%A0%83", "%c0%af", "https://h", "\r\n", "é", " ");
        var targets = pieces.ArrayOf().Select(parts => "/" + string.Concat(parts))
            .Or(ArbMap.Default.GeneratorFor<string>().Where(text => text is not null).Select(text => "/" + text));
        var root = Path.GetFullPath("/srv/site");
        Prop.ForAll(targets.ToArbitrary(), target =>
        {
            if (SitePath.Parse(target, out var path) != PathVerdict.Accepted)
                return true;
            var segments = path.Value.Split('/');
            return Path.GetFullPath(root + path.Value) == root + path.Value
                && !segments.Any(segment => segment is "." or ".." || segment.Contains('\\') || segment.Any(char.IsControl))
                && segments.Skip(1).Where(segment => segment.StartsWith('.')).All(segment => segment == ".well-known")
                && path.Raw.All(char.IsAscii) && !path.Raw.StartsWith("//", StringComparison.Ordinal)
                && Encoding.UTF8.GetByteCount(path.Value) <= target.Length;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));
    }
}
