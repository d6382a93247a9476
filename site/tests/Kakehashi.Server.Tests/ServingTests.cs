using System.Net;

namespace Kakehashi.Server.Tests;

public sealed class ServingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_folder_address_serves_its_index_over_http_1_and_2(string version)
    {
        await using var site = await TestSite.StartAsync(("articles/water/index.html", "<h1>断水のお知らせ</h1>"));
        using var client = site.NewClient(Version.Parse(version));
        using var answer = await client.GetAsync("/articles/water/", Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Version.Parse(version), answer.Version);
        Assert.Equal("<h1>断水のお知らせ</h1>", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task A_folder_without_its_slash_redirects_and_keeps_the_query()
    {
        await using var site = await TestSite.StartAsync(("a/b/index.html", "b"));
        using var answer = await site.GetAsync("/a/b?page=2");
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/a/b/?page=2", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_double_slash_cannot_become_a_redirect_to_another_host()
    {
        await using var site = await TestSite.StartAsync(("evil.example/index.html", "x"));
        Assert.StartsWith("HTTP/1.1 404", await site.GetRawAsync("//evil.example"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers_and_no_server_name()
    {
        await using var site = await TestSite.StartAsync(("index.html", "home"));
        foreach (var path in (string[])["/", "/missing/", "/healthz", "/forms/contact", "/%zz"])
        {
            using var answer = await site.GetAsync(path);
            var headers = answer.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value));
            Assert.Equal("max-age=31536000", headers["Strict-Transport-Security"]);
            Assert.Equal(
                "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
                headers["Content-Security-Policy"]);
            Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
            Assert.Equal("strict-origin-when-cross-origin", headers["Referrer-Policy"]);
            Assert.Equal("same-origin", headers["Cross-Origin-Opener-Policy"]);
            Assert.Contains("geolocation=()", headers["Permissions-Policy"], StringComparison.Ordinal);
            Assert.DoesNotContain("Server", headers.Keys);
        }
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    public async Task Other_methods_than_get_and_head_are_refused_with_allow(string method)
    {
        await using var site = await TestSite.StartAsync(("index.html", "home"));
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), "/");
        using var answer = await site.Client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task Head_gives_the_headers_of_get_without_the_body()
    {
        await using var site = await TestSite.StartAsync(("index.html", "home"));
        var answer = await site.SendRawAsync("HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.Contains("Content-Length: 4\r\n", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("index.html", "text/html; charset=utf-8", null)]
    [InlineData("assets/site.css", "text/css; charset=utf-8", null)]
    [InlineData("assets/site.js", "text/javascript; charset=utf-8", null)]
    [InlineData("figure.svg", "image/svg+xml; charset=utf-8", null)]
    [InlineData("sitemap.xml", "application/xml; charset=utf-8", null)]
    [InlineData("articles/feed.xml", "application/atom+xml; charset=utf-8", null)]
    [InlineData("feeds/articles.xml", "application/atom+xml; charset=utf-8", null)]
    [InlineData("feeds/events.atom", "application/atom+xml; charset=utf-8", null)]
    [InlineData("events/pitch.ics", "text/calendar; charset=utf-8", null)]
    [InlineData("data.json", "application/json; charset=utf-8", null)]
    [InlineData("robots.txt", "text/plain; charset=utf-8", null)]
    [InlineData("site.webmanifest", "application/manifest+json; charset=utf-8", null)]
    [InlineData("list.csv", "text/csv; charset=utf-8", null)]
    [InlineData("a.png", "image/png", null)]
    [InlineData("A.JPG", "image/jpeg", null)]
    [InlineData("a.webp", "image/webp", null)]
    [InlineData("a.avif", "image/avif", null)]
    [InlineData("a.woff2", "font/woff2", null)]
    [InlineData("a.pdf", "application/pdf", "inline")]
    [InlineData("a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "inline")]
    [InlineData("a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "inline")]
    [InlineData("a.pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "inline")]
    [InlineData("a.exe", "application/octet-stream", "attachment")]
    [InlineData("README", "application/octet-stream", "attachment")]
    public async Task A_file_is_served_as_what_it_is(string file, string type, string? disposition)
    {
        await using var site = await TestSite.StartAsync((file, "content"));
        using var answer = await site.GetAsync("/" + file);
        Assert.Equal(type, answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(disposition, answer.Content.Headers.ContentDisposition?.ToString());
    }

    [Theory]
    [InlineData("/assets/site.0a1b2c3d.css", true)]
    [InlineData("/media/2026/plan.0a1b2c3d4e5f.pdf", true)]
    [InlineData("/assets/site.css", false)]
    [InlineData("/assets/site.0a1b2c.css", false)]
    [InlineData("/docs/plan.0a1b2c3d.pdf", false)]
    [InlineData("/a/", false)]
    public async Task Only_fingerprinted_files_are_kept_for_ever(string address, bool isForever)
    {
        await using var site = await TestSite.StartAsync((address.TrimEnd('/') + (address.EndsWith('/') ? "/index.html" : ""), "content"));
        using var answer = await site.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(isForever ? "public, max-age=31536000, immutable" : "no-cache", answer.Headers.GetValues("Cache-Control").Single());
    }

    [Fact]
    public async Task A_missing_page_shows_the_sites_own_404()
    {
        await using var site = await TestSite.StartAsync(("index.html", "home"));
        site.PublishCompressed("/404.html", "<h1>お探しのページはありません</h1>");
        using var plain = await site.GetAsync("/missing/");
        Assert.Equal(HttpStatusCode.NotFound, plain.StatusCode);
        Assert.Equal("<h1>お探しのページはありません</h1>", await plain.Content.ReadAsStringAsync(Cancel));
        using var compressed = await site.GetAsync("/missing/", ("Accept-Encoding", "br"), ("If-None-Match", "*"));
        Assert.Equal(HttpStatusCode.NotFound, compressed.StatusCode);
        Assert.Equal("br", compressed.Content.Headers.ContentEncoding.Single());
    }

    [Fact]
    public async Task A_site_without_its_own_404_still_answers_in_japanese()
    {
        await using var site = await TestSite.StartAsync();
        using var answer = await site.GetAsync("/missing/");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("ページが見つかりません", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_site_is_healthy_only_with_a_home_page()
    {
        await using var site = await TestSite.StartAsync();
        using var before = await site.GetAsync("/healthz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, before.StatusCode);
        site.Publish("/index.html", "home");
        using var after = await site.GetAsync("/healthz");
        Assert.Equal("ok", await after.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task Plain_http_is_redirected_to_the_same_address_over_https()
    {
        await using var site = await TestSite.StartAsync(("index.html", "home"));
        using var answer = await site.Client.GetAsync(new Uri(site.Http, "/articles/?page=2"), Cancel);
        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal($"https://127.0.0.1:{site.Https.Port}/articles/?page=2", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Behind_a_forwarded_port_the_redirect_names_the_public_one()
    {
        await using var site = await TestSite.StartAsync(options => options with { PublicPort = 443 });
        using var answer = await site.Client.GetAsync(new Uri(site.Http, "/a/"), Cancel);
        Assert.Equal("https://127.0.0.1/a/", answer.Headers.Location!.OriginalString);
    }
}
