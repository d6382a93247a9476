using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Kakehashi.Content;
using Kakehashi.Site.Preview;
using Kakehashi.Site.Sources;

namespace Kakehashi.Site.Tests;

public sealed class PreviewTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_shown_as_the_page_it_will_be_and_nothing_is_published()
    {
        using var content = SmallProgram.Create(articles: 3);
        using var folder = new TestFolder();
        using var source = new FolderSource(content.Path);
        var snapshot = (await source.ReadAsync(Cancellation)).Snapshot!;
        await using var host = PreviewHost.Create(folder.Of("p.sock"), () => snapshot, new FakeTime(SmallProgram.Now));
        await host.StartAsync(Cancellation);
        using var http = Client(folder.Of("p.sock"));

        using var answer = await http.PostAsJsonAsync("preview", Draft("article-1", "書きかけの題名"), ContentJson.Options, Cancellation);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("書きかけの題名", page.QuerySelector("h1")!.TextContent.Trim());
        var style = page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        Assert.StartsWith("text/css", (await http.GetAsync(style, Cancellation)).Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(snapshot.Media["flow.svg"].File.Href, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/media/other.svg", Cancellation)).StatusCode);
        Assert.DoesNotContain(snapshot.Items, item => item.Title == "書きかけの題名");
    }

    [Fact]
    public async Task A_published_page_and_its_preview_are_the_same_bytes()
    {
        using var content = SmallProgram.Create(articles: 3);
        using var output = new TestFolder();
        await Build.PublishAsync(content, output.Path);
        using var source = new FolderSource(content.Path);
        var snapshot = (await source.ReadAsync(Cancellation)).Snapshot!;
        var type = ContentType.Find("article")!;
        var document = Content.Folder.FrontMatter.Read("", type, "article-2", await File.ReadAllTextAsync(content.Of("articles/article-2.md"), Cancellation)).Document!;
        Assert.Equal(await File.ReadAllTextAsync(output.Of("articles/article-2/index.html"), Cancellation), await PagePreview.RenderAsync(snapshot, document, SmallProgram.Now));
    }

    [Fact]
    public async Task Types_without_a_page_and_values_of_a_wrong_shape_are_refused()
    {
        using var content = SmallProgram.Create(articles: 1);
        using var folder = new TestFolder();
        using var source = new FolderSource(content.Path);
        var snapshot = (await source.ReadAsync(Cancellation)).Snapshot!;
        await using var host = PreviewHost.Create(folder.Of("p.sock"), () => snapshot, TimeProvider.System);
        await host.StartAsync(Cancellation);
        using var http = Client(folder.Of("p.sock"));
        var section = Draft("office", "事務局") with { Type = "section" };
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsJsonAsync("preview", section, ContentJson.Options, Cancellation)).StatusCode);
        var wrong = Draft("a", "題") with { Values = new JsonObject { ["tags"] = 1 } };
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsJsonAsync("preview", wrong, ContentJson.Options, Cancellation)).StatusCode);
    }

    static ItemDocument Draft(string slug, string title) => new()
    {
        Type = "article",
        Slug = slug,
        Values = new JsonObject { ["title"] = title, ["summary"] = "要約です。", ["category"] = "news", ["body"] = "![図](/media/flow.svg)" },
    };

    static HttpClient Client(string socket) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (_, cancellation) =>
        {
            var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancellation);
            return new NetworkStream(connection, ownsSocket: true);
        },
    })
    { BaseAddress = new Uri("http://preview/") };
}
