using System.Net;
using Kakehashi.Cms.Accounts;
using Kakehashi.Content.Workflows;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Tests.Screens;

public sealed class AccountTests(StaffHost host) : IClassFixture<StaffHost>
{
    const string Old = "a-long-passphrase", Reminder = "最初のパスワードのままです。";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_made_password_is_pointed_out_until_its_owner_has_chosen_another()
    {
        await host.AccountAsync("mio", Role.Editor);
        using var keeper = await host.OpenAsync("sota");
        await keeper.GoAsync("/accounts");
        var mio = await IdAsync("mio");
        await keeper.PostAsync($"/accounts/{mio}/password", keeper.Token);
        var made = keeper.Page.QuerySelectorAll(".notice code")[1].TextContent;

        using var owner = await SignInAsync("mio", made);
        Assert.Contains(Reminder, owner.Page.Body!.TextContent, StringComparison.Ordinal);
        await owner.GoAsync("/account");
        await owner.SubmitAsync("パスワードを変える", ("current", "not-the-password"), ("new", "an-even-longer-passphrase"));
        Assert.Equal("今のパスワードが違います。確かめて、もう一度入力してください。", Assert.Single(owner.Mistakes));
        await owner.SubmitAsync("パスワードを変える", ("current", made), ("new", "short"));
        Assert.Contains("新しいパスワードは12文字以上にしてください。", owner.Mistakes);
        Assert.DoesNotContain(made, owner.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await owner.SubmitAsync("パスワードを変える", ("current", made), ("new", "an-even-longer-passphrase"));
        Assert.Equal(("今日", "パスワードを変えました。"), (owner.Heading, owner.Said));
        Assert.DoesNotContain(Reminder, owner.Page.Body!.TextContent, StringComparison.Ordinal);
        using var again = await SignInAsync("mio", "an-even-longer-passphrase");
        Assert.Equal("今日", again.Heading);
        await using var db = await host.DbAsync();
        Assert.True(await db.Audit.AnyAsync(entry => entry.Action == "account.ownPassword" && entry.Subject == "account:mio", Ct));
    }

    [Fact]
    public async Task A_password_typed_after_the_session_ended_is_not_carried_along()
    {
        using var owner = await host.OpenAsync("hana");
        await owner.GoAsync("/account");
        owner.LetSessionExpire();
        await owner.SubmitAsync("パスワードを変える", ("current", Old), ("new", "an-even-longer-passphrase"));
        Assert.Equal("サインイン", owner.Heading);
        Assert.Null(owner.Page.QuerySelector("[name=kept]"));
    }

    [Fact]
    public async Task A_stopped_account_does_not_sign_in_until_it_is_resumed()
    {
        await host.AccountAsync("leaver", Role.Editor);
        var id = await IdAsync("leaver");
        using var keeper = await host.OpenAsync("sota");
        await keeper.GoAsync("/accounts");
        await keeper.PostAsync($"/accounts/{id}/stopped", keeper.Token);
        Assert.Contains("利用を止めています", keeper.Page.Body!.TextContent, StringComparison.Ordinal);
        using (var stopped = await SignInAsync("leaver", Old)) Assert.Equal(HttpStatusCode.Unauthorized, stopped.Status);
        await keeper.PostAsync($"/accounts/{id}/resumed", keeper.Token);
        using (var resumed = await SignInAsync("leaver", Old)) Assert.Equal("今日", resumed.Heading);
        await keeper.GoAsync("/accounts");
        await keeper.PostAsync($"/accounts/{host.Operator.Id}/stopped", keeper.Token);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, keeper.Status);
        await keeper.GoAsync("/accounts");
        Assert.Equal(HttpStatusCode.OK, keeper.Status);
    }

    [Fact]
    public async Task An_account_keeps_at_least_one_role()
    {
        using var keeper = await host.OpenAsync("sota");
        await keeper.GoAsync("/accounts");
        await keeper.PostAsync($"/accounts/{host.OtherEditor.Id}/roles", keeper.Token);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, keeper.Status);
        var accounts = host.Get<UserManager<Account>>();
        Assert.True(await accounts.IsInRoleAsync((await accounts.FindByNameAsync("jiro"))!, "editor"));
    }

    [Fact]
    public async Task Without_a_role_no_screen_is_shown()
    {
        var item = await host.CreateAsync("not-for-everybody");
        await host.AccountAsync("nothing");
        using var browser = await SignInAsync("nothing", Old);
        foreach (var path in new[] { "/", $"/items/articles/{item.Id}", $"/preview/{item.Id}/1", "/media", "/account" })
        {
            await browser.GoAsync(path);
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, browser.Status));
        }
    }

    [Fact]
    public async Task A_refused_sign_in_does_not_tell_who_has_an_account_or_is_stopped()
    {
        await host.AccountAsync("known", Role.Editor);
        await host.AccountAsync("halted", Role.Editor);
        var accounts = host.Get<UserManager<Account>>();
        await accounts.SetLockoutEndDateAsync((await accounts.FindByNameAsync("halted"))!, DateTimeOffset.MaxValue);
        var answers = new List<string>();
        foreach (var user in new[] { "known", "halted", "unheard-of" })
        {
            using var browser = await SignInAsync(user, "not-the-password");
            Assert.Equal(HttpStatusCode.Unauthorized, browser.Status);
            answers.Add(browser.Page.QuerySelector("[role=alert]")!.TextContent);
        }
        Assert.Single(answers.Distinct());
    }

    static async Task<Browser> SignedAsync(Browser browser, string user, string password)
    {
        await browser.GoAsync("/sign-in");
        await browser.SubmitAsync("サインイン", ("user", user), ("password", password));
        return browser;
    }

    Task<Browser> SignInAsync(string user, string password) => SignedAsync(host.Open(), user, password);

    async Task<Guid> IdAsync(string user) => (await host.Get<UserManager<Account>>().FindByNameAsync(user))!.Id;
}
