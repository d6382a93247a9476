using System.Net;
using System.Text.Json;
using Kakehashi.Cms.Delivery;
using Kakehashi.Cms.Media;
using Kakehashi.Cms.Tests.Setting;
using Kakehashi.Content;
using Kakehashi.Content.Delivery;
using Kakehashi.Content.Types;
using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Tests;

public sealed class DeliveryApiTests(Installation cms) : IClassFixture<Installation>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    Task<HttpClient> ReaderAsync() => cms.ClientAsync(cms.Options.DeliveryKey);

    static async Task<T> GetAsync<T>(HttpClient client, string path) => (await client.GetFromJsonAsync<T>(path, ContentJson.Options, Ct))!;

    [Fact]
    public async Task Drafts_scheduled_ended_missing_and_every_request_without_the_right_key_get_one_and_the_same_answer()
    {
        var published = await cms.PublishArticleAsync("same-answer");
        var draft = await cms.CreateAsync("same-draft");
        var scheduled = await cms.CreateAsync("same-scheduled", publishAt: cms.Clock.GetUtcNow().AddYears(1));
        await cms.ApproveAsync(scheduled.Id, 1);
        var ended = await cms.PublishArticleAsync("same-ended");
        Installation.Done(await cms.Desk.ActAsync(ended.Id, 1, EditorialAction.End, "古くなりました。", cms.Secretariat, Ct));

        using var reader = await ReaderAsync();
        using var anonymous = await cms.ClientAsync();
        using var wrong = await cms.ClientAsync(cms.Options.DeliveryKey!.ToUpperInvariant());
        var answers = new List<string>();
        foreach (var id in new[] { draft.Id, scheduled.Id, ended.Id, Guid.NewGuid() })
            answers.Add(await AnswerAsync(reader, $"/delivery/v1/items/{id}"));
        foreach (var path in new[] { "no-such", "items/not-an-id", "items?type=nothing", "items?cursor=xyz", "media/a.png/0123" })
            answers.Add(await AnswerAsync(reader, $"/delivery/v1/{path}"));
        foreach (var client in new[] { anonymous, wrong })
            foreach (var path in new[] { "program", "items", $"items/{published.Id}", $"items/{draft.Id}", "changes", "openapi.json", "changes?wait=oops", "media/a.png/0123" })
                answers.Add(await AnswerAsync(client, $"/delivery/v1/{path}"));
        Assert.StartsWith("404 application/problem+json", Assert.Single(answers.Distinct()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync($"/delivery/v1/items/{published.Id}", Ct)).StatusCode);
    }

    static async Task<string> AnswerAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path, Ct);
        var headers = response.Headers.Where(header => header.Key != "Date").SelectMany(header => header.Value.Select(value => $"{header.Key}={value}")).Order(StringComparer.Ordinal);
        return $"{(int)response.StatusCode} {response.Content.Headers.ContentType} {string.Join(' ', headers)} {await response.Content.ReadAsStringAsync(Ct)}";
    }

    [Fact]
    public async Task Every_published_item_is_on_exactly_one_page()
    {
        var made = Enumerable.Range(0, 450).Select(_ => Guid.NewGuid()).ToHashSet();
        await using var db = await cms.DbAsync();
        db.PublicItems.AddRange(made.Select(id => new PublicItem { Id = id, Type = "page", Document = """{"type":"page","slug":"a","values":{}}""", Sequence = 1 }));
        await db.SaveChangesAsync(Ct);
        using var reader = await ReaderAsync();
        var seen = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = await GetAsync<DeliveryPage>(reader, $"/delivery/v1/items?type=page{(cursor is null ? "" : $"&cursor={cursor}")}");
            seen.AddRange(page.Items.Select(item => item.Id));
            cursor = page.Next;
        }
        while (cursor is not null);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(made, seen.ToHashSet());
    }

    [Fact]
    public async Task An_unchanged_answer_is_not_sent_twice()
    {
        var item = await cms.PublishArticleAsync("tagged");
        using var reader = await ReaderAsync();
        using var first = await reader.GetAsync($"/delivery/v1/items/{item.Id}", Ct);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/delivery/v1/items/{item.Id}");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await reader.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(Ct));
    }

    [Fact]
    public async Task A_waiting_reader_is_woken_by_the_next_publication()
    {
        using var reader = await ReaderAsync();
        var since = (await GetAsync<DeliveryPage>(reader, "/delivery/v1/items?type=seed")).Sequence;
        var waiting = GetAsync<DeliveryChanges>(reader, $"/delivery/v1/changes?since={since}&wait=60");
        var item = await cms.PublishArticleAsync("woken");
        var change = Assert.Single((await waiting.WaitAsync(TimeSpan.FromSeconds(20), Ct)).Changes);
        Assert.Equal((since + 1, "item", ChangeKind.Upsert, item.Id), (change.Sequence, change.Subject, change.Kind, change.Id));
        Assert.Equal("woken", change.Item!.Slug);
    }

    [Fact]
    public async Task An_old_change_does_not_tell_what_was_withdrawn_since()
    {
        using var reader = await ReaderAsync();
        var since = (await GetAsync<DeliveryPage>(reader, "/delivery/v1/items?type=seed")).Sequence;
        var item = await cms.PublishArticleAsync("withdrawn", "取り下げる題名");
        Installation.Done(await cms.Desk.ActAsync(item.Id, 1, EditorialAction.End, "誤りがありました。", cms.Approver, Ct));
        var text = await reader.GetStringAsync($"/delivery/v1/changes?since={since}", Ct);
        Assert.DoesNotContain("取り下げる題名", text, StringComparison.Ordinal);
        var changes = JsonSerializer.Deserialize<DeliveryChanges>(text, ContentJson.Options)!;
        Assert.Equal([ChangeKind.Remove, ChangeKind.Remove], changes.Changes.Select(change => change.Kind));
    }

    [Fact]
    public async Task Settings_and_the_media_of_public_items_are_delivered_and_their_changes_told()
    {
        using var reader = await ReaderAsync();
        var before = await GetAsync<DeliveryProgram>(reader, "/delivery/v1/program");
        Assert.Equal("見本DX推進プラットフォーム", before.Settings.Name);
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"/>"u8.ToArray();
        var added = Assert.IsType<MediaOutcome.Done>(await cms.Get<MediaLibrary>().AddAsync("図.svg", new MemoryStream(svg), new MediaText("図"), cms.Editor, Ct));
        var draft = await AnswerAsync(reader, $"/delivery/v1/media/{added.File.Name}/{added.File.Hash}");
        Assert.Equal(await AnswerAsync(reader, "/delivery/v1/media/a.png/0123"), draft);
        var values = Installation.Article();
        values["image"] = new System.Text.Json.Nodes.JsonObject { ["file"] = added.File.Name, ["alt"] = "図" };
        await cms.PublishAsync(ContentType.Of<Article>(), "with-media", values);
        var changes = (await GetAsync<DeliveryChanges>(reader, $"/delivery/v1/changes?since={before.Sequence}")).Changes;
        Assert.Equal(["media", "item"], changes.Select(told => told.Subject));
        var change = changes[0];
        Assert.Equal(("media", added.File.Name, 4), (change.Subject, change.Name, change.Media!.Width));
        Assert.Contains((await GetAsync<DeliveryProgram>(reader, "/delivery/v1/program")).Media, file => file.Hash == added.File.Hash);
        Assert.Equal(svg, await reader.GetByteArrayAsync($"/delivery/v1/media/{added.File.Name}/{added.File.Hash}", Ct));
    }

    [Fact]
    public async Task Script_in_any_field_is_told_as_text_that_cannot_run()
    {
        const string attack = "</script><script>alert(1)</script><img src=x onerror=alert(1)>";
        var values = Installation.Article();
        foreach (var name in new[] { "title", "summary", "body" }) values[name] = attack;
        values["tags"] = new System.Text.Json.Nodes.JsonArray("<b onclick=x>");
        var item = await cms.PublishAsync(ContentType.Of<Article>(), "attack", values);
        using var reader = await ReaderAsync();
        using var response = await reader.GetAsync($"/delivery/v1/items/{item.Id}", Ct);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        var text = await response.Content.ReadAsStringAsync(Ct);
        Assert.DoesNotContain('<', text);
        Assert.DoesNotContain('>', text);
        Assert.Equal(attack, (string?)JsonSerializer.Deserialize<DeliveryItem>(text, ContentJson.Options)!.Document.Values["title"]);
    }

    [Fact]
    public async Task The_api_describes_itself()
    {
        using var reader = await ReaderAsync();
        using var description = JsonDocument.Parse(await reader.GetStringAsync("/delivery/v1/openapi.json", Ct));
        var paths = description.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name);
        Assert.Equal(
            ["/delivery/v1/changes", "/delivery/v1/items", "/delivery/v1/items/{id}", "/delivery/v1/media/{name}/{hash}", "/delivery/v1/program"],
            paths.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_host_is_healthy_while_its_database_answers()
    {
        using var anonymous = await cms.ClientAsync();
        Assert.Equal("ok", await anonymous.GetStringAsync("/healthz", Ct));
    }
}
