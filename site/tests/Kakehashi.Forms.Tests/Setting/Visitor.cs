using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Kakehashi.Forms.Tests.Setting;

/// <summary>A browser without script: keeps a page, fills in its controls, presses its buttons.</summary>
internal sealed class Visitor(HttpClient client)
{
    private readonly List<(string Field, string Name, byte[] Bytes)> files = [];

    public IHtmlDocument Page { get; private set; } = null!;

    public HttpStatusCode Status { get; private set; }

    public string Heading => Page.QuerySelector("h1")!.TextContent.Trim();

    public string Text => Page.Body!.TextContent;

    public async Task OpenAsync(string address)
    {
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        await ReadAsync(answer);
    }

    public Visitor Type(string field, string text)
    {
        switch (Page.QuerySelectorAll("input, textarea, select").FirstOrDefault(control => control.GetAttribute("name") == field && (control is not IHtmlInputElement { Type: "radio" or "checkbox" } || control.GetAttribute("value") == text)))
        {
            case IHtmlInputElement { Type: "radio" or "checkbox" } box:
                box.IsChecked = true;
                break;
            case IHtmlInputElement input:
                input.Value = text;
                break;
            case IHtmlTextAreaElement area:
                area.Value = text;
                break;
            case IHtmlSelectElement select:
                select.Value = text;
                break;
            default:
                throw new InvalidOperationException($"The page has no control {field}: {Heading}");
        }
        return this;
    }

    public Visitor Choose(string field, string name, byte[] bytes)
    {
        Assert.NotNull(Page.QuerySelector($"input[type=file][name='{field}']"));
        files.Add((field, name, bytes));
        return this;
    }

    public string Value(string field) => Page.QuerySelectorAll("input, textarea, select").First(control => control.GetAttribute("name") == field) switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => "",
    };

    /// <summary>Presses the button of that step.</summary>
    public async Task PressAsync(string step)
    {
        using var request = Press(step);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        await ReadAsync(answer);
    }

    /// <summary>The request that the button would send.</summary>
    public HttpRequestMessage Press(string step)
    {
        var button = Page.QuerySelectorAll("button[name=step]").FirstOrDefault(button => button.GetAttribute("value") == step)
            ?? throw new InvalidOperationException($"The page has no button {step}: {Heading}");
        var form = (IHtmlFormElement)button.Closest("form")!;
        Assert.Equal(("post", "multipart/form-data"), (form.Method, form.Enctype));
        var body = new MultipartFormDataContent();
        foreach (var (name, value) in Successful(form)) body.Add(new StringContent(value), $"\"{name}\"");
        foreach (var (field, name, bytes) in files) body.Add(new ByteArrayContent(bytes), $"\"{field}\"", $"\"{name}\"");
        files.Clear();
        body.Add(new StringContent(step), "\"step\"");
        var request = new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action")) { Content = body };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return request;
    }

    private async Task ReadAsync(HttpResponseMessage answer)
    {
        Status = answer.StatusCode;
        Page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
    }

    private static IEnumerable<(string Name, string Value)> Successful(IHtmlFormElement form)
    {
        foreach (var control in form.Elements)
        {
            if (control.GetAttribute("name") is not { Length: > 0 } name || control.HasAttribute("disabled")) continue;
            if (control is IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: true } box) yield return (name, box.GetAttribute("value") ?? "on");
            else if (control is IHtmlInputElement { Type: not ("radio" or "checkbox" or "file" or "submit" or "button") } input) yield return (name, input.Value);
            else if (control is IHtmlTextAreaElement area) yield return (name, area.Value);
            else if (control is IHtmlSelectElement select) yield return (name, select.Value ?? "");
        }
    }
}
