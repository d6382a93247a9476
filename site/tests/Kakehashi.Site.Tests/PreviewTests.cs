using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Kakehashi.Accessibility;
using Kakehashi.Content;
using Kakehashi.Content.Delivery;
using Kakehashi.Site.Preview;
using Kakehashi.Site.Publishing;
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
        await using var host = PreviewHost.Create(folder.Of("p.sock"), () => snapshot, new FakeTime(SmallProgram.Now), () => null);
        await host.StartAsync(Cancellation);
        using var http = Client(folder.Of("p.sock"));

        using var answer = await http.PostAsJsonAsync("preview", Asked(Draft("article-1", "書きかけの題名")), ContentJson.Options, Cancellation);
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
    public async Task A_draft_is_judged_as_its_publication_would_be()
    {
        using var content = SmallProgram.Create(articles: 3);
        using var folder = new TestFolder();
        using var source = new FolderSource(content.Path);
        var snapshot = (await source.ReadAsync(Cancellation)).Snapshot!;
        await using var host = PreviewHost.Create(folder.Of("p.sock"), () => snapshot, new FakeTime(SmallProgram.Now), () => null);
        await host.StartAsync(Cancellation);
        using var http = Client(folder.Of("p.sock"));
        var draft = Draft("article-1", "書きかけの題名");
        draft.Values["body"] = "[活動の記録](/articles/article-2/)と[別の記録](/articles/article-7/)です。\n\n締切は2026/4/30です。";
        using var answer = await http.PostAsJsonAsync("check", Asked(draft), ContentJson.Options, Cancellation);
        var findings = await answer.Content.ReadFromJsonAsync<List<Finding>>(ContentJson.Options, Cancellation);
        Assert.Equal([("/articles/article-1/", "dead-link", "/articles/article-7/"), ("/articles/article-1/", "date-form", "2026/4/30")], findings!.Select(finding => (finding.Path, finding.Rule, finding.Excerpt)));
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsJsonAsync("check", Asked(Draft("office", "事務局") with { Type = "section" }), ContentJson.Options, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Types_without_a_page_and_values_of_a_wrong_shape_are_refused()
    {
        using var content = SmallProgram.Create(articles: 1);
        using var folder = new TestFolder();
        using var source = new FolderSource(content.Path);
        var snapshot = (await source.ReadAsync(Cancellation)).Snapshot!;
        await using var host = PreviewHost.Create(folder.Of("p.sock"), () => snapshot, TimeProvider.System, () => null);
        await host.StartAsync(Cancellation);
        using var http = Client(folder.Of("p.sock"));
        var section = Draft("office", "事務局") with { Type = "section" };
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsJsonAsync("preview", Asked(section), ContentJson.Options, Cancellation)).StatusCode);
        var wrong = Draft("a", "題") with { Values = new JsonObject { ["tags"] = 1 } };
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsJsonAsync("preview", Asked(wrong), ContentJson.Options, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_picture_that_only_the_CMS_has_yet_is_shown_as_it_describes_it()
    {
        using var content = SmallProgram.Create(articles: 1);
        using var folder = new TestFolder();
        using var source = new FolderSource(content.Path);
        var snapshot = (await source.ReadAsync(Cancellation)).Snapshot!;
        await using var host = PreviewHost.Create(folder.Of("p.sock"), () => snapshot, TimeProvider.System, () => null);
        await host.StartAsync(Cancellation);
        using var http = Client(folder.Of("p.sock"));
        var fresh = new MediaFile("fresh.png", new string('a', 64), 10, "image/png", 640, 360, "新しい図", null);
        var draft = Draft("a", "題") with { Values = new JsonObject { ["title"] = "題", ["summary"] = "要約", ["category"] = "news", ["body"] = "![新しい図](/media/fresh.png)" } };

        using var answer = await http.PostAsJsonAsync("preview", Asked(draft, fresh), ContentJson.Options, Cancellation);

        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(fresh.Href, page.QuerySelector("main img[alt=新しい図]")!.GetAttribute("src"));
    }

    static PreviewRequest Asked(ItemDocument draft, params MediaFile[] media) => new(draft, null, media);

    [Fact]
    public async Task Every_public_page_is_told_with_its_title()
    {
        using var content = SmallProgram.Create(articles: 3);
        using var folder = new TestFolder();
        using var source = new FolderSource(content.Path);
        Snapshot? snapshot = null;
        await using var host = PreviewHost.Create(folder.Of("p.sock"), () => snapshot, new FakeTime(SmallProgram.Now), () => null);
        await host.StartAsync(Cancellation);
        using var http = Client(folder.Of("p.sock"));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("pages", Cancellation)).StatusCode);

        snapshot = (await source.ReadAsync(Cancellation)).Snapshot;
        var told = (await http.GetFromJsonAsync<List<PublicPage>>("pages", ContentJson.Options, Cancellation))!;
        Assert.Contains(told, page => page.Address == "/");
        Assert.Contains(new PublicPage("/articles/article-1/", snapshot!.Items.Single(item => item.Slug == "article-1").Title), told);
        Assert.Distinct(told.Select(page => page.Address));
    }

    [Fact]
    public async Task How_the_site_stands_is_told_and_a_fault_leaves_what_is_published()
    {
        using var folder = new TestFolder();
        SiteReport? stands = null;
        await using var host = PreviewHost.Create(folder.Of("p.sock"), () => null, TimeProvider.System, () => stands);
        await host.StartAsync(Cancellation);
        using var http = Client(folder.Of("p.sock"));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("status", Cancellation)).StatusCode);

        var finding = new Accessibility.Finding("articles/a/index.html", 12, "heading-order", Accessibility.Weight.Error, "見出しの段階が飛んでいます。", "日程");
        stands = new Outcome(new BuildResult(120, 2, 117, 0, 5, 6, [finding]), []).ToReport(SmallProgram.Now, null);
        stands = new Outcome(null, [new Problem("articles/b.md", 3, "参照先がありません。")], "届きません。\n   at Stack").ToReport(SmallProgram.Now.AddHours(1), stands);
        var told = (await http.GetFromJsonAsync<SiteReport>("status", ContentJson.Options, Cancellation))!;
        Assert.Equal((SmallProgram.Now, 120, 2, "届きません。"), (told.At, told.Pages, told.Rendered, told.Fault));
        Assert.Equal(new HeldPage("/articles/a/", "見出しの段階が飛んでいます。", "日程"), Assert.Single(told.Held));
        Assert.Equal("articles/b.md:3 参照先がありません。", Assert.Single(told.Problems).ToString());
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
