using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Kakehashi.Cms.Tests.Screens;

/// <summary>Follows links and sends forms as a browser without script does.</summary>
public sealed class Browser(Uri start) : IDisposable
{
    readonly CookieContainer cookies = new();
    readonly HttpClient client = new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false, ServerCertificateCustomValidationCallback = (_, _, _, _) => true });

    public IHtmlDocument Page { get; private set; } = null!;

    public HttpStatusCode Status { get; private set; }

    public Uri Location { get; private set; } = new("about:blank");

    public string ContentSecurityPolicy { get; private set; } = "";

    public string Heading => Page.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>What the screen says about the last action; empty when it says nothing.</summary>
    public string Said => Page.QuerySelector("#status")?.TextContent.Trim() ?? "";

    /// <summary>Links of the error summary.</summary>
    public IReadOnlyList<string> Mistakes => [.. Page.QuerySelectorAll("#mistakes li").Select(item => item.TextContent.Trim())];

    /// <summary>Takes a file with this browser's session; the page that is open stays.</summary>
    public Task<HttpResponseMessage> GetAsync(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(start, path));
        request.Headers.Add("Cookie", cookies.GetCookieHeader(start));
        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task GoAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    /// <summary>Sends the form that has this button, with some of its fields filled in.</summary>
    /// <param name="button">Visible text of the button.</param>
    public Task SubmitAsync(string button, params (string Name, string Value)[] filled)
    {
        var pressed = Button(button) ?? throw new InvalidOperationException($"No button 「{button}」 on 「{Heading}」.");
        var form = pressed.Form!;
        var fields = Fields(form).Where(field => !filled.Any(value => value.Name == field.Key))
            .Concat(filled.Select(value => KeyValuePair.Create(value.Name, value.Value)));
        if (pressed.Name is { Length: > 0 } name) fields = fields.Where(field => field.Key != name).Append(KeyValuePair.Create(name, pressed.Value));
        return SendAsync(HttpMethod.Post, new Uri(Location, form.GetAttribute("action")!).PathAndQuery, new FormUrlEncodedContent(fields));
    }

    /// <summary>Sends the form that has this button with one file, and with some of its other fields filled in.</summary>
    public Task UploadAsync(string button, string field, string name, byte[] bytes, params (string Name, string Value)[] filled)
    {
        var form = (Button(button) ?? throw new InvalidOperationException($"No button 「{button}」 on 「{Heading}」.")).Form!;
        var content = new MultipartFormDataContent();
        foreach (var (key, value) in Fields(form).Where(pair => pair.Key != field && !filled.Any(value => value.Name == pair.Key)).Concat(filled.Select(value => KeyValuePair.Create(value.Name, value.Value)))) content.Add(new StringContent(value), key);
        content.Add(new ByteArrayContent(bytes), field, name);
        return SendAsync(HttpMethod.Post, new Uri(Location, form.GetAttribute("action")!).PathAndQuery, content);
    }

    /// <summary>The token of any form on this screen.</summary>
    public string Token => Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    /// <summary>Posts fields directly, with a token where one is given.</summary>
    public Task PostAsync(string path, string? token, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields
            .Select(field => KeyValuePair.Create(field.Name, field.Value))
            .Concat(token is null ? [] : [KeyValuePair.Create("__RequestVerificationToken", token)])));

    public bool HasButton(string text) => Button(text) is not null;

    /// <summary>Value of a text control.</summary>
    public string ValueOf(string name) => Page.QuerySelector($"[name='{name}']") switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => throw new InvalidOperationException($"No control {name}."),
    };

    /// <summary>Forgets the session, as after eight hours; other cookies stay.</summary>
    public void LetSessionExpire()
    {
        foreach (Cookie cookie in cookies.GetCookies(start))
            if (cookie.Name == "__Host-kakehashi") cookie.Expired = true;
    }

    public void Dispose() => client.Dispose();

    IHtmlButtonElement? Button(string text) => Page.QuerySelectorAll<IHtmlButtonElement>("button")
        .FirstOrDefault(button => button.GetAttribute("aria-hidden") is null && button.ChildNodes.OfType<IText>().Any(node => node.Text.Trim() == text));

    static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form) =>
        from element in form.QuerySelectorAll("input,select,textarea").Concat(form.Id is { Length: > 0 } id ? form.Owner!.QuerySelectorAll($"[form='{id}']").Where(control => !form.Contains(control)) : [])
        let name = element.GetAttribute("name")
        where name is not null
        let value = element switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => null,
            IHtmlInputElement input => input.Value,
            IHtmlTextAreaElement area => area.Value,
            IHtmlSelectElement list => list.Value ?? "",
            _ => null,
        }
        where value is not null
        select KeyValuePair.Create(name, value);

    async Task SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, new Uri(start, path)) { Content = content };
        request.Headers.Add("Accept", "text/html");
        if (cookies.GetCookieHeader(start) is { Length: > 0 } header) request.Headers.Add("Cookie", header);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : []) cookies.SetCookies(start, cookie);
        if (response.StatusCode is HttpStatusCode.Redirect && response.Headers.Location is { } next)
        {
            await SendAsync(HttpMethod.Get, new Uri(new Uri(start, path), next).PathAndQuery, null);
            return;
        }
        Status = response.StatusCode;
        ContentSecurityPolicy = string.Concat(response.Headers.GetValues("Content-Security-Policy"));
        Location = new Uri(start, path);
        Page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
