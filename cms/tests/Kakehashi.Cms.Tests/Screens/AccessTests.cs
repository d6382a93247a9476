using System.Net;
using System.Text.RegularExpressions;
using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Tests.Screens;

public sealed partial class AccessTests(StaffHost host) : IClassFixture<StaffHost>
{
    [Fact]
    public async Task Nothing_can_be_posted_without_the_token_of_our_own_form()
    {
        using var everybody = await host.OpenAsync("hana");
        var posts = host.Routes.Where(route => route.Method == "POST").ToList();
        Assert.True(posts.Count > 10);
        foreach (var (_, pattern) in posts)
        {
            await everybody.PostAsync(Filled(pattern), null, ("step", "save"), ("title", "よそから送られた題名"));
            Assert.True(everybody.Status == HttpStatusCode.BadRequest, $"{pattern} answered {everybody.Status}");
        }
    }

    [Fact]
    public async Task Nothing_is_shown_to_nobody()
    {
        using var nobody = host.Open();
        foreach (var (_, pattern) in host.Routes.Where(route => route.Method == "GET" && route.Pattern is not ("/sign-in" or "/denied")))
        {
            await nobody.GoAsync(Filled(pattern));
            Assert.True(nobody.Heading == "サインイン", $"{pattern} showed 「{nobody.Heading}」");
        }
    }

    [Theory]
    [InlineData("hana", "/settings", HttpStatusCode.Forbidden)]
    [InlineData("hana", "/records", HttpStatusCode.Forbidden)]
    [InlineData("hana", "/mail", HttpStatusCode.Forbidden)]
    [InlineData("hana", "/reasons/csv", HttpStatusCode.Forbidden)]
    [InlineData("yuki", "/reasons", HttpStatusCode.OK)]
    [InlineData("ken", "/reasons", HttpStatusCode.OK)]
    [InlineData("hana", "/accounts", HttpStatusCode.Forbidden)]
    [InlineData("ken", "/items/articles/new", HttpStatusCode.Forbidden)]
    [InlineData("ken", "/accounts", HttpStatusCode.Forbidden)]
    [InlineData("yuki", "/settings", HttpStatusCode.OK)]
    [InlineData("yuki", "/accounts", HttpStatusCode.Forbidden)]
    [InlineData("sota", "/accounts", HttpStatusCode.OK)]
    [InlineData("sota", "/items/articles/new", HttpStatusCode.Forbidden)]
    public async Task Each_role_opens_its_own_screens(string user, string path, HttpStatusCode expected)
    {
        using var browser = await host.OpenAsync(user);
        await browser.GoAsync(path);
        Assert.Equal(expected, browser.Status);
    }

    [Fact]
    public async Task Each_role_is_offered_its_own_decisions_and_refused_the_others()
    {
        var item = await host.CreateAsync("waiting");
        await host.Desk.ActAsync(item.Id, 1, EditorialAction.Submit, null, host.Editor, TestContext.Current.CancellationToken);
        foreach (var (user, approve, giveBack) in new[] { ("hana", false, false), ("yuki", false, true), ("ken", true, true), ("sota", false, false) })
        {
            using var browser = await host.OpenAsync(user);
            await browser.GoAsync($"/review/{item.Id}");
            Assert.Equal((user, approve, giveBack), (user, browser.HasButton("承認する"), browser.HasButton("差し戻す")));
            if (approve) continue;
            await browser.PostAsync($"/review/{item.Id}", browser.Token, ("action", "Approve"), ("base", "1"));
            Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        }
        Assert.Null(await host.PublicAsync(item.Id));
    }

    [Fact]
    public async Task What_is_under_approval_cannot_be_edited_until_it_is_recalled()
    {
        var item = await host.CreateAsync("locked");
        await host.Desk.ActAsync(item.Id, 1, EditorialAction.Submit, null, host.Editor, TestContext.Current.CancellationToken);
        using var editor = await host.OpenAsync("hana");
        await editor.GoAsync($"/items/articles/{item.Id}/edit");
        Assert.Equal(HttpStatusCode.Conflict, editor.Status);
        await editor.GoAsync($"/items/articles/{item.Id}");
        await editor.PostAsync($"/items/articles/{item.Id}/edit", editor.Token, ("step", "save"), ("base", "1"), ("title", "書き換え"));
        Assert.Equal(HttpStatusCode.Conflict, editor.Status);
        await editor.GoAsync($"/items/articles/{item.Id}");
        await editor.SubmitAsync("引き戻す");
        Assert.Equal("引き戻しました。下書きとして直せます。", editor.Said);
        await editor.GoAsync($"/items/articles/{item.Id}/edit");
        Assert.Equal(HttpStatusCode.OK, editor.Status);
    }

    [Fact]
    public async Task A_carried_form_of_somebody_else_is_not_believed()
    {
        using var browser = host.Open();
        await browser.GoAsync("/sign-in");
        await browser.SubmitAsync("サインイン", ("user", "hana"), ("password", "a-long-passphrase"), ("kept", Convert.ToBase64String("{\"Path\":\"/settings\"}"u8)));
        Assert.Equal("今日", browser.Heading);
    }

    [Fact]
    public async Task Sign_in_leads_nowhere_but_into_this_cms()
    {
        using var browser = host.Open();
        await browser.GoAsync("/sign-in?returnUrl=https%3A%2F%2Felsewhere.example%2F");
        Assert.Equal("/", browser.ValueOf("returnUrl"));
        await browser.GoAsync("/sign-in?returnUrl=%2F%2Felsewhere.example%2F");
        Assert.Equal("/", browser.ValueOf("returnUrl"));
    }

    static string Filled(string pattern) => Parameter().Replace(pattern, match => match.Groups[1].Value switch
    {
        "folder" => "articles",
        "number" => "1",
        "year" => "2026",
        "name" => "venue.png",
        "path" => "items/articles/new/8e4b6f0e-7d0c-4c35-9d5e-6a0b5a3f2c11",
        _ => "8e4b6f0e-7d0c-4c35-9d5e-6a0b5a3f2c11",
    });

    [GeneratedRegex(@"\{\**(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
