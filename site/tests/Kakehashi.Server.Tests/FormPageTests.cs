using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Server.Tests;

/// <summary>One address for a form: its page is a file, what is sent to it goes to the forms API.</summary>
public sealed class FormPageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/forms/join/", HttpStatusCode.OK, "the page")]
    [InlineData("HEAD", "/forms/join/", HttpStatusCode.OK, "")]
    [InlineData("POST", "/forms/join/", HttpStatusCode.OK, "api POST /forms/join/")]
    [InlineData("GET", "/forms/join", HttpStatusCode.MovedPermanently, "")]
    [InlineData("GET", "/forms/t/abc.def", HttpStatusCode.OK, "api GET /forms/t/abc.def")]
    [InlineData("GET", "/forms/elsewhere/", HttpStatusCode.OK, "api GET /forms/elsewhere/")]
    [InlineData("POST", "/forms/join/index.html", HttpStatusCode.OK, "api POST /forms/join/index.html")]
    public async Task A_page_is_read_from_the_files_and_everything_else_is_handed_on(string method, string path, HttpStatusCode status, string body)
    {
        await using var forms = await StartFormsAsync();
        await using var site = await StartSiteAsync(forms);
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), path);
        if (method == "POST") request.Content = new StringContent("a.name=x", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await site.Client.SendAsync(request, Cancel);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(body, await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Theory]
    [InlineData("/forms/join/form.json")]
    [InlineData("/forms/join/form%2Ejson")]
    [InlineData("/forms/join/FORM.JSON")]
    [InlineData("/forms/join/form.json.br")]
    [InlineData("/forms/none/form.json")]
    public async Task A_form_document_is_for_the_forms_api_alone(string path)
    {
        await using var forms = await StartFormsAsync();
        await using var site = await StartSiteAsync(forms);
        using var answer = await site.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_page_can_be_read_while_the_forms_api_is_down()
    {
        await using var site = await TestSite.StartAsync(("/index.html", "home"), ("/forms/join/index.html", "the page"));
        using var page = await site.GetAsync("/forms/join/");
        Assert.Equal("the page", await page.Content.ReadAsStringAsync(Cancel));
        using var link = await site.GetAsync("/forms/t/abc.def");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, link.StatusCode);
    }

    private static Task<TestSite> StartSiteAsync(WebApplication forms) => TestSite.StartAsync(
        options => options with { Forms = new Uri(forms.Urls.First()) },
        ("/index.html", "home"), ("/forms/join/index.html", "the page"), ("/forms/join/form.json", "{\"secret\":true}"), ("/forms/join/form.json.br", "x"));

    private static async Task<WebApplication> StartFormsAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var forms = builder.Build();
        forms.Run(context => context.Response.WriteAsync($"api {context.Request.Method} {context.Request.Path}", Cancel));
        await forms.StartAsync(Cancel);
        return forms;
    }
}
