using System.Net;

namespace Kakehashi.Server.Tests;

public sealed class RedirectsTests
{
    [Theory]
    [InlineData("/old/", 301, "/new/")]
    [InlineData("/old", 301, "/new/")]
    [InlineData("/old/?page=2", 301, "/new/?page=2")]
    [InlineData("/moved/", 302, "https://tochigi.example/a/")]
    [InlineData("/plain/", 301, "/new/")]
    [InlineData("/%E8%AA%B2%E9%A1%8C/", 301, "/issues/%E6%A0%83%E6%9C%A8/")]
    public async Task A_moved_page_redirects(string address, int status, string location)
    {
        await using var site = await TestSite.StartAsync(("_redirects", """
            # 移転したページ
            /old/    /new/   301
            /moved/  https://tochigi.example/a/  302
            /plain/  /new/   # 状態は省略できる
            /課題/   /issues/栃木/ 301
            """));
        using var answer = await site.GetAsync(address);
        Assert.Equal((status, location), ((int)answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Theory]
    [InlineData("/a/ //evil.example/ 301")]
    [InlineData("/a/ javascript:alert(1) 301")]
    [InlineData("/a/ /b/ 200")]
    [InlineData("/a/ /b/ x")]
    [InlineData("/a/")]
    public async Task A_line_that_is_not_a_redirect_is_left_out(string line)
    {
        await using var site = await TestSite.StartAsync(("_redirects", line + "\n/ok/ /new/ 301\n"));
        using var left = await site.GetAsync("/a/");
        using var kept = await site.GetAsync("/ok/");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.MovedPermanently), (left.StatusCode, kept.StatusCode));
    }

    [Fact]
    public async Task A_present_page_comes_before_a_redirect()
    {
        await using var site = await TestSite.StartAsync(("a/index.html", "here"), ("_redirects", "/a/ /b/ 301"));
        using var answer = await site.GetAsync("/a/");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_changed_list_holds_at_once()
    {
        await using var site = await TestSite.StartAsync();
        using var none = await site.GetAsync("/a/");
        site.Publish("/_redirects", "/a/ /b/");
        using var first = await site.GetAsync("/a/");
        site.Publish("/_redirects", "/a/ /c/");
        using var second = await site.GetAsync("/a/");
        File.Delete(Path.Combine(site.Root, "_redirects"));
        using var gone = await site.GetAsync("/a/");
        Assert.Equal(
            ["NotFound ", "MovedPermanently /b/", "MovedPermanently /c/", "NotFound "],
            new[] { none, first, second, gone }.Select(answer => $"{answer.StatusCode} {answer.Headers.Location}"));
    }
}
