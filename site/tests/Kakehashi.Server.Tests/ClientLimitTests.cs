using System.Globalization;

namespace Kakehashi.Server.Tests;

public sealed class ClientLimitTests
{
    [Fact]
    public async Task Too_many_or_too_large_headers_are_refused()
    {
        await using var site = await TestSite.StartAsync(("index.html", "home"));
        var many = string.Concat(Enumerable.Range(0, 100).Select(i => string.Create(CultureInfo.InvariantCulture, $"X-{i}: 1\r\n")));
        var large = $"X-Large: {new string('a', 20_000)}\r\n";
        foreach (var headers in (string[])[many, large])
        {
            var answer = await site.SendRawAsync($"GET / HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n");
            Assert.StartsWith("HTTP/1.1 431", answer, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")]
    [InlineData("GET / HTTP/9.9\r\nHost: a\r\n\r\n")]
    [InlineData("GET /\u00e9 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")]
    [InlineData("GET index.html HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")]
    [InlineData("POST /forms/a HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\nConnection: close\r\n\r\nab")]
    [InlineData("POST /forms/a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, x\r\nConnection: close\r\n\r\n0\r\n\r\n")]
    public async Task A_request_that_is_none_is_a_client_error(string request)
    {
        await using var site = await TestSite.StartAsync(("index.html", "home"));
        Assert.Matches("^HTTP/1.1 (400|405|505) ", await site.SendRawAsync(request));
    }
}
