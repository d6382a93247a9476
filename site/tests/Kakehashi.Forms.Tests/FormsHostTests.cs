using System.Net;

namespace Kakehashi.Forms.Tests;

public sealed class FormsHostTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/forms/healthz")]
    public async Task The_host_says_that_it_is_healthy(string address)
    {
        await using var host = FormsHost.Create(new FormsOptions { Port = 0 });
        await host.StartAsync(Cancel);
        using var client = new HttpClient { BaseAddress = new Uri(host.Urls.Single()) };
        Assert.Equal("ok", await client.GetStringAsync(address, Cancel));
    }

    [Theory]
    [InlineData("GET", "/forms/contact")]
    [InlineData("POST", "/forms/contact/check")]
    [InlineData("HEAD", "/forms/join.html")]
    public async Task A_form_that_is_not_open_says_so_and_shows_the_way_back(string method, string address)
    {
        await using var host = FormsHost.Create(new FormsOptions { Port = 0 });
        await host.StartAsync(Cancel);
        using var client = new HttpClient { BaseAddress = new Uri(host.Urls.Single()) };
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), address);
        using var answer = await client.SendAsync(request, Cancel);
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.False(answer.Headers.Contains("Server"));
        string[] expected = method == "HEAD" ? [] : ["<html lang=\"ja\">", "<h1>この手続きは受け付けていません</h1>", "<a href=\"/\">トップページへ戻る</a>"];
        Assert.All(expected, text => Assert.Contains(text, page, StringComparison.Ordinal));
    }

    [Fact]
    public void Arguments_choose_address_and_port()
    {
        Assert.Equal((IPAddress.Loopback, 8445), (FormsOptions.Read([]).Address, FormsOptions.Read([]).Port));
        var options = FormsOptions.Read(["--port", "9000", "--address", "::1"]);
        Assert.Equal((IPAddress.IPv6Loopback, 9000), (options.Address, options.Port));
    }

    [Theory]
    [InlineData("--port", "70000")]
    [InlineData("--port", "x")]
    [InlineData("--address", "localhost")]
    public void A_wrong_argument_is_named(string name, string value) =>
        Assert.Contains($"'{value}'", Assert.Throws<FormatException>(() => FormsOptions.Read([name, value])).Message, StringComparison.Ordinal);
}
