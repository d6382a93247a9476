using System.Net;
using Kakehashi.Forms.Limits;
using Kakehashi.Forms.Tests.Setting;

namespace Kakehashi.Forms.Tests;

public sealed class FormsHostTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/forms/healthz")]
    public async Task The_host_says_that_it_is_healthy(string address)
    {
        await using var site = await FormsSite.StartAsync();
        Assert.Equal("ok", await site.Client.GetStringAsync(address, Cancel));
    }

    [Theory]
    [InlineData("GET", "/forms/contact/", HttpStatusCode.OK)]
    [InlineData("GET", "/forms/verify/", HttpStatusCode.OK)]
    [InlineData("GET", "/forms/nothing/", HttpStatusCode.NotFound)]
    [InlineData("POST", "/forms/nothing/", HttpStatusCode.NotFound)]
    [InlineData("GET", "/forms/contact/some/where/", HttpStatusCode.NotFound)]
    [InlineData("GET", "/forms/..%2f..%2fetc/passwd/", HttpStatusCode.NotFound)]
    [InlineData("GET", "/forms/t/nonsense", HttpStatusCode.NotFound)]
    [InlineData("GET", "/", HttpStatusCode.NotFound)]
    public async Task Every_answer_is_a_japanese_page_that_nobody_keeps_and_that_runs_nothing_foreign(string method, string address, HttpStatusCode status)
    {
        await using var site = await FormsSite.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), address);
        using var answer = await site.Client.SendAsync(request, Cancel);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal(("no-store", "same-origin", "nosniff"), (answer.Headers.CacheControl!.ToString(), answer.Headers.GetValues("Referrer-Policy").Single(), answer.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.False(answer.Headers.Contains("Server"));
        Assert.Contains("<html lang=\"ja\"", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_without_any_form_says_so()
    {
        await using var site = await FormsSite.StartAsync();
        Directory.Delete(site.Documents, recursive: true);
        using var answer = await site.Client.GetAsync("/forms/contact/", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("<h1>この手続きは受け付けていません</h1>", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_choose_where_it_listens_and_what_it_reads()
    {
        Assert.Equal((IPAddress.Loopback, 8445), (FormsOptions.Read([]).Address, FormsOptions.Read([]).Port));
        var options = FormsOptions.Read(["--port", "9000", "--address", "::1", "--inbox", "/srv/inbox", "--documents", "/srv/forms", "--key-file", "/srv/page.key", "--origins", "https://a.example, https://b.example", "--proxies", "10.0.0.5", "--limits:submissionsPerMinute", "7"]);
        Assert.Equal((IPAddress.IPv6Loopback, 9000, "/srv/inbox", "/srv/forms", "/srv/page.key"), (options.Address, options.Port, options.Inbox, options.Documents, options.KeyFile));
        Assert.Equal(["https://a.example", "https://b.example"], options.Origins);
        Assert.Equal([IPAddress.Parse("10.0.0.5")], options.Proxies);
        Assert.Equal(new FormsLimits { SubmissionsPerMinute = 7 }, options.Limits);
    }

    [Theory]
    [InlineData("--port", "70000")]
    [InlineData("--port", "x")]
    [InlineData("--address", "localhost")]
    [InlineData("--proxies", "proxy")]
    public void A_wrong_argument_is_named(string name, string value) =>
        Assert.Contains($"'{value}'", Assert.Throws<FormatException>(() => FormsOptions.Read([name, value])).Message, StringComparison.Ordinal);
}
