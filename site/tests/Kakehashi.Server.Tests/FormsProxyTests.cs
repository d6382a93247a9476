using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Kakehashi.Server.Tests;

public sealed class FormsProxyTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 30_000)]
    public async Task A_request_reaches_the_forms_api_as_it_was_sent()
    {
        await using var forms = await StartFormsAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            await context.Response.WriteAsync(
                $"{context.Request.Method} {context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget} {context.Request.ContentType} "
                + await reader.ReadToEndAsync(Cancel),
                Cancel);
        });
        await using var site = await StartSiteAsync(forms);
        var answer = await site.SendRawAsync(
            "POST /forms/%E8%AA%B2/a%7Eb?q=%2f&r=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 15\r\n\r\ntitle=%E8%AA%B2");
        Assert.Contains(
            "POST /forms/%E8%AA%B2/a%7Eb?q=%2f&r=1 application/x-www-form-urlencoded title=%E8%AA%B2", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Only_the_server_says_where_a_request_came_from(string version)
    {
        HeaderDictionary? seen = null;
        await using var forms = await StartFormsAsync(context =>
        {
            seen = new HeaderDictionary(context.Request.Headers.ToDictionary());
            return Task.CompletedTask;
        });
        await using var site = await StartSiteAsync(forms);
        using var client = site.NewClient(Version.Parse(version));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/forms/contact");
        foreach (var name in (string[])["X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Real-IP", "Forwarded"])
            request.Headers.TryAddWithoutValidation(name, "evil.example");
        request.Headers.TryAddWithoutValidation("Cookie", "a=1; b=2");
        request.Headers.TryAddWithoutValidation("X-Name", "value");
        using var answer = await client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("127.0.0.1", seen!["X-Forwarded-For"]);
        Assert.Equal("https", seen["X-Forwarded-Proto"]);
        Assert.Equal($"127.0.0.1:{site.Https.Port}", seen["X-Forwarded-Host"]);
        Assert.Equal("a=1; b=2", seen["Cookie"]);
        Assert.Equal("value", seen["X-Name"]);
        Assert.DoesNotContain(seen, header => header.Value.ToString().Contains("evil", StringComparison.Ordinal));
    }

    [Fact(Timeout = 30_000)]
    public async Task Headers_of_one_connection_do_not_pass_to_the_next()
    {
        HeaderDictionary? seen = null;
        await using var forms = await StartFormsAsync(context =>
        {
            seen = new HeaderDictionary(context.Request.Headers.ToDictionary());
            context.Response.Headers.Connection = "X-Inner";
            context.Response.Headers["X-Inner"] = "1";
            context.Response.Headers["Keep-Alive"] = "timeout=5";
            context.Response.Headers.Server = "forms";
            return Task.CompletedTask;
        });
        await using var site = await StartSiteAsync(forms);
        using var answer = await site.GetAsync(
            "/forms/a", ("Connection", "X-Outer"), ("X-Outer", "1"), ("TE", "trailers"), ("Upgrade", "websocket"),
            ("Proxy-Authorization", "Basic eA=="), ("X-Kept", "1"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain(answer.Headers, header => header.Key is "X-Inner" or "Keep-Alive" or "Server");
        Assert.Equal("1", seen!["X-Kept"]);
        Assert.DoesNotContain(seen.Keys, name => name is "X-Outer" or "TE" or "Upgrade" or "Proxy-Authorization" or "Connection");
    }

    [Fact(Timeout = 30_000)]
    public async Task The_answer_comes_back_with_its_own_headers_and_the_servers_protection()
    {
        await using var forms = await StartFormsAsync(context =>
        {
            context.Response.StatusCode = 303;
            context.Response.Headers.Location = "/forms/contact/receipt";
            context.Response.Headers.SetCookie = new(["a=1", "b=2"]);
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'";
            return Task.CompletedTask;
        });
        await using var site = await StartSiteAsync(forms);
        using var answer = await site.GetAsync("/forms/contact");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/forms/contact/receipt", answer.Headers.Location!.OriginalString);
        Assert.Equal(["a=1", "b=2"], answer.Headers.GetValues("Set-Cookie"));
        Assert.Equal("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("max-age=31536000", answer.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    [Fact(Timeout = 30_000)]
    public async Task Bodies_stream_both_ways()
    {
        var received = new TaskCompletionSource();
        var read = new TaskCompletionSource();
        await using var forms = await StartFormsAsync(async context =>
        {
            Assert.True(await context.Request.Body.ReadAsync(new byte[1], Cancel) > 0);
            received.SetResult();
            await context.Request.Body.CopyToAsync(Stream.Null, Cancel);
            await context.Response.WriteAsync("first", Cancel);
            await context.Response.Body.FlushAsync(Cancel);
            await read.Task.WaitAsync(Cancel);
            await context.Response.WriteAsync(" last", Cancel);
        });
        await using var site = await StartSiteAsync(forms);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/forms/a")
        {
            // The second half is sent only once the forms API holds the first.
            Content = new PushedContent([new byte[100], new byte[100]], afterFirst: received.Task),
        };
        using var answer = await site.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        await using var body = await answer.Content.ReadAsStreamAsync(Cancel);
        var first = new byte[5];
        await body.ReadExactlyAsync(first, Cancel);
        read.SetResult();
        using var rest = new StreamReader(body);
        Assert.Equal("first last", Encoding.ASCII.GetString(first) + await rest.ReadToEndAsync(Cancel));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Too_large_a_body_is_refused_in_words(bool isLengthKnown)
    {
        var accepted = 0;
        await using var forms = await StartFormsAsync(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            accepted++;
        });
        await using var site = await StartSiteAsync(forms, options => options with { FormsBodyLimitBytes = 10_000 });
        using HttpContent content = isLengthKnown ? new ByteArrayContent(new byte[10_001]) : new PushedContent([new byte[6_000], new byte[6_000]]);
        using var answer = await site.Client.PostAsync("/forms/a", content, Cancel);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("添付ファイルを小さくする", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var fitting = await site.Client.PostAsync("/forms/a", new ByteArrayContent(new byte[10_000]), Cancel);
        Assert.Equal((HttpStatusCode.OK, 1), (fitting.StatusCode, accepted));
    }

    [Fact(Timeout = 30_000)]
    public async Task While_the_forms_api_is_down_the_site_serves_and_says_so()
    {
        var port = FreePort();
        await using var site = await TestSite.StartAsync(
            options => options with { Forms = new Uri($"http://127.0.0.1:{port}") }, ("index.html", "home"));
        using var plain = await site.GetAsync("/forms/contact");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, plain.StatusCode);
        Assert.Contains("電話で", await plain.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(120), plain.Headers.RetryAfter!.Delta);
        site.Publish("/503.html", "<h1>ただいま停止しています</h1>");
        using var themed = await site.Client.PostAsync("/forms/contact", new StringContent("a=b"), Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, themed.StatusCode);
        Assert.Equal("<h1>ただいま停止しています</h1>", await themed.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("home", await site.Client.GetStringAsync("/", Cancel));

        await using var forms = await StartFormsAsync(context => context.Response.WriteAsync("back", Cancel), port);
        Assert.Equal("back", await site.Client.GetStringAsync("/forms/contact", Cancel));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_site_without_forms_says_so()
    {
        await using var site = await TestSite.StartAsync(("index.html", "home"));
        using var answer = await site.Client.PostAsync("/forms/contact", new StringContent("a=b"), Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_forms_api_that_never_answers_is_given_up()
    {
        await using var forms = await StartFormsAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var site = await StartSiteAsync(forms, options => options with { FormsTimeout = TimeSpan.FromMilliseconds(100) });
        using var answer = await site.GetAsync("/forms/contact");
        Assert.Equal(HttpStatusCode.GatewayTimeout, answer.StatusCode);
    }

    [Fact(Timeout = 30_000)]
    public async Task An_answer_that_breaks_off_is_not_passed_on_as_whole()
    {
        await using var forms = await StartFormsAsync(async context =>
        {
            await context.Response.WriteAsync("half", Cancel);
            await context.Response.Body.FlushAsync(Cancel);
            context.Abort();
        });
        await using var site = await StartSiteAsync(forms);
        await Assert.ThrowsAsync<HttpRequestException>(() => site.Client.GetStringAsync("/forms/contact", Cancel));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_visitor_who_leaves_is_not_waited_for()
    {
        var arrived = new TaskCompletionSource();
        var left = new TaskCompletionSource();
        await using var forms = await StartFormsAsync(async context =>
        {
            context.RequestAborted.Register(left.SetResult);
            arrived.SetResult();
            await left.Task;
        });
        await using var site = await StartSiteAsync(forms);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var request = site.Client.GetAsync("/forms/contact", leaving.Token);
        await arrived.Task.WaitAsync(Cancel);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await left.Task.WaitAsync(Cancel);
    }

    [Theory]
    [InlineData("/forms/../secret")]
    [InlineData("/forms/%2e%2e/secret")]
    [InlineData("/forms/..%2fsecret")]
    [InlineData("/forms//secret")]
    [InlineData("/forms")]
    public async Task An_address_that_leaves_the_forms_is_not_handed_on(string target)
    {
        var requests = 0;
        await using var forms = await StartFormsAsync(_ =>
        {
            requests++;
            return Task.CompletedTask;
        });
        await using var site = await StartSiteAsync(forms);
        Assert.Matches("^HTTP/1.1 40[04] ", await site.GetRawAsync(target));
        Assert.Equal(0, requests);
    }

    private static Task<TestSite> StartSiteAsync(WebApplication forms, Func<SiteServerOptions, SiteServerOptions>? configure = null) =>
        TestSite.StartAsync(options => (configure?.Invoke(options) ?? options) with { Forms = new Uri(forms.Urls.Single()) });

    private static async Task<WebApplication> StartFormsAsync(RequestDelegate handle, int port = 0)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var app = builder.Build();
        app.Run(handle);
        await app.StartAsync(Cancel);
        return app;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A body of unknown length, in pieces.</summary>
    private sealed class PushedContent(byte[][] pieces, Task? afterFirst = null) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            foreach (var piece in pieces)
            {
                await stream.WriteAsync(piece, Cancel);
                await stream.FlushAsync(Cancel);
                await (afterFirst ?? Task.CompletedTask).WaitAsync(Cancel);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
