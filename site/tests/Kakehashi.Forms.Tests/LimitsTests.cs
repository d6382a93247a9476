using System.Net;
using Kakehashi.Forms.Limits;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Forms.Tests;

public sealed class LimitsTests
{
    [Theory]
    [InlineData("192.0.2.7", null, "192.0.2.7")]
    [InlineData("192.0.2.7", "198.51.100.9", "192.0.2.7")]
    [InlineData("127.0.0.1", "198.51.100.9", "198.51.100.9")]
    [InlineData("127.0.0.1", "203.0.113.1, 198.51.100.9", "198.51.100.9")]
    [InlineData("::ffff:127.0.0.1", "198.51.100.9", "198.51.100.9")]
    [InlineData("10.0.0.5", "::ffff:198.51.100.9", "198.51.100.9")]
    [InlineData("127.0.0.1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    [InlineData("2001:db8:1:2:ffff::1", null, "2001:db8:1:2::")]
    [InlineData("127.0.0.1", "<script>", "127.0.0.1")]
    public void A_visitor_is_an_IPv4_address_or_a_64_block_and_only_a_trusted_proxy_may_name_him(string peer, string? forwarded, string block) =>
        Assert.Equal(IPAddress.Parse(block), AddressBlock.Of(IPAddress.Parse(peer), forwarded, [IPAddress.Parse("10.0.0.5")]));

    [Theory]
    [InlineData("same-origin", null, true)]
    [InlineData("none", null, true)]
    [InlineData("cross-site", null, false)]
    [InlineData("same-site", null, false)]
    [InlineData("cross-site", "https://dx.example", false)]
    [InlineData(null, "https://dx.example", true)]
    [InlineData(null, "https://DX.example", true)]
    [InlineData(null, "https://evil.example", false)]
    [InlineData(null, "null", false)]
    [InlineData(null, "", false)]
    [InlineData(null, null, true)]
    public void What_a_browser_says_about_the_sending_page_must_fit(string? fetchSite, string? origin, bool allowed)
    {
        var request = new DefaultHttpContext().Request;
        request.Host = new HostString("dx.example");
        if (fetchSite is not null) request.Headers["Sec-Fetch-Site"] = fetchSite;
        if (origin is not null) request.Headers.Origin = origin;
        Assert.Equal(allowed, SameSite.Allows(request, new FormsOptions()));
        Assert.Equal(allowed, SameSite.Allows(request, new FormsOptions { Origins = ["https://dx.example"] }));
    }

    [Fact]
    public void One_visitor_who_sends_too_much_does_not_stop_another()
    {
        using var limits = new VisitorLimits(new FormsOptions { Limits = new FormsLimits { SubmissionsPerMinute = 2, SubmissionsPerFormPerMinute = 4 } });
        var (one, other, third) = (From("192.0.2.1"), From("192.0.2.2"), From("192.0.2.3"));
        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(_ => limits.AllowsSubmission(one, "/forms/contact/")));
        Assert.Equal([true, true], Enumerable.Range(0, 2).Select(_ => limits.AllowsSubmission(other, "/forms/contact/")));
        Assert.False(limits.AllowsSubmission(third, "/forms/contact/"));
        Assert.True(limits.AllowsSubmission(third, "/forms/join/"));
    }

    private static DefaultHttpContext From(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
}
