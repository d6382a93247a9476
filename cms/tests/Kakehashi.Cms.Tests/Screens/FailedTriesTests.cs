using System.Net;
using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Tests.Setting;

namespace Kakehashi.Cms.Tests.Screens;

public sealed class FailedTriesTests(StaffHost host) : IClassFixture<StaffHost>
{
    [Fact]
    public async Task After_ten_wrong_passwords_an_address_waits_a_minute()
    {
        using var browser = host.Open();
        await browser.GoAsync("/sign-in");
        for (var i = 0; i < FailedTries.Limit; i++)
        {
            await browser.SubmitAsync("サインイン", ("user", $"guess-{i}"), ("password", "not-the-password"));
            Assert.Equal(HttpStatusCode.Unauthorized, browser.Status);
        }
        await browser.SubmitAsync("サインイン", ("user", "hana"), ("password", "a-long-passphrase"));
        Assert.Equal((HttpStatusCode.TooManyRequests, "しばらくお待ちください"), (browser.Status, browser.Heading));
        host.Clock.Advance(FailedTries.Window);
        await browser.GoAsync("/sign-in");
        await browser.SubmitAsync("サインイン", ("user", "hana"), ("password", "a-long-passphrase"));
        Assert.Equal("今日", browser.Heading);
    }

    [Fact]
    public void Right_passwords_are_not_counted_and_one_network_is_one_address()
    {
        var tries = new FailedTries(new FakeClock());
        for (var i = 0; i < 3 * FailedTries.Limit; i++)
        {
            Assert.True(tries.Begin(IPAddress.Loopback));
            tries.TakeBack(IPAddress.Loopback);
        }
        for (var i = 0; i < FailedTries.Limit; i++) Assert.True(tries.Begin(IPAddress.Parse($"2001:db8::{i + 1}")));
        Assert.False(tries.Begin(IPAddress.Parse("2001:db8::ffff")));
        Assert.True(tries.Begin(IPAddress.Parse("2001:db8:0:1::1")));
        Assert.True(tries.Begin(IPAddress.Parse("::ffff:127.0.0.1")));
    }
}
