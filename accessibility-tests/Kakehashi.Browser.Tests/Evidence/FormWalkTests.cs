using System.Text;
using Microsoft.Playwright;

namespace Kakehashi.Browser.Tests;

public sealed class FormWalkTests(Chromium chromium)
{
    private const string Address = "https://form.example/forms/contact/";
    private int sent;

    [Fact]
    public async Task Every_step_after_sending_is_kept_up_to_the_end()
    {
        var answers = await WalkAsync(send: true);
        Assert.Equal(["/forms/contact/#error", "/forms/contact/#confirm", "/forms/contact/#done"], answers.Select(answer => answer.Step.Page));
        Assert.Contains("入力してください", Encoding.UTF8.GetString(answers[0].Html), StringComparison.Ordinal);
        Assert.Equal(2, sent);
    }

    [Fact]
    public async Task Nothing_is_sent_where_that_was_not_asked_for()
    {
        Assert.Equal(["/forms/contact/#error", "/forms/contact/#confirm"], (await WalkAsync(send: false)).Select(answer => answer.Step.Page));
        Assert.Equal(0, sent);
    }

    [Fact]
    public async Task A_page_without_such_a_form_has_no_steps()
    {
        await using var visit = await chromium.VisitAsync(Screen.Desktop);
        var page = await visit.NewPageAsync();
        await page.RouteAsync("**/*", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<main><h1>受け付けていません</h1></main>" }));
        Assert.Empty(await new FormWalk(page, send: true).WalkAsync(Address, "/forms/contact/"));
    }

    private async Task<IReadOnlyList<FormAnswer>> WalkAsync(bool send)
    {
        await using var visit = await chromium.VisitAsync(Screen.Desktop);
        var page = await visit.NewPageAsync();
        await page.RouteAsync("**/*", route => route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = Answer(route.Request) }));
        return await new FormWalk(page, send).WalkAsync(Address, "/forms/contact/");
    }

    // The first press of the last button is too quick, as a visitor's may be.
    private string Answer(IRequest request)
    {
        var posted = Uri.UnescapeDataString(request.PostData ?? "");
        if (posted.Contains("step=send", StringComparison.Ordinal))
            return ++sent == 1 ? Page("確認：問い合わせ", "send", "") : Page("完了：問い合わせ", "", "");
        var input = """<label>お名前<input name="name" required></label><label>メール<input name="mail" inputmode="email" required></label><label>任意<input name="other"></label><div aria-hidden="true"><input name="trap" required></div>""";
        if (!posted.Contains("step=confirm", StringComparison.Ordinal))
            return Page("問い合わせ", "confirm", input);
        return posted.Contains("mail=shiken@visitor.example", StringComparison.Ordinal) && posted.Contains("other=&", StringComparison.Ordinal) && posted.Contains("trap=&", StringComparison.Ordinal)
            ? Page("確認：問い合わせ", "send", "")
            : Page("エラー：問い合わせ", "confirm", "<p>お名前を入力してください。</p>" + input);
    }

    private static string Page(string title, string step, string fields) => $"""
        <!doctype html><html lang="ja"><title>{title}</title><main><form method="post" novalidate>{fields}{(step.Length > 0 ? $"<button name=\"step\" value=\"{step}\">次へ</button>" : "")}</form></main></html>
        """;
}
