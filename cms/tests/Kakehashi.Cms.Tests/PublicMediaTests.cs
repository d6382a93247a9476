using System.Net;
using System.Text.Json.Nodes;
using Kakehashi.Cms.Media;
using Kakehashi.Cms.Tests.Setting;
using Kakehashi.Content;
using Kakehashi.Content.Delivery;
using Kakehashi.Content.Types;
using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Tests;

/// <summary>Files are delivered exactly while something public uses them.</summary>
public sealed class PublicMediaTests(Installation cms) : IClassFixture<Installation>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    async Task<MediaRecord> AddAsync(string name) => Assert.IsType<MediaOutcome.Done>(await cms.Get<MediaLibrary>().AddAsync(
        name, new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"><title>{name}</title></svg>")),
        new MediaText("図"), cms.Editor, Ct)).File;

    static JsonObject Showing(MediaRecord file)
    {
        var values = Installation.Article();
        values["body"] = $"![図](/media/{file.Name})";
        return values;
    }

    async Task<HttpStatusCode> BytesAsync(MediaRecord file)
    {
        using var reader = await cms.ClientAsync(cms.Options.DeliveryKey);
        using var answer = await reader.GetAsync($"/delivery/v1/media/{file.Name}/{file.Hash}", Ct);
        return answer.StatusCode;
    }

    async Task<T> GetAsync<T>(string path)
    {
        using var reader = await cms.ClientAsync(cms.Options.DeliveryKey);
        return (await reader.GetFromJsonAsync<T>($"/delivery/v1/{path}", ContentJson.Options, Ct))!;
    }

    [Fact]
    public async Task A_picture_is_public_only_from_approval_to_end()
    {
        var file = await AddAsync("approved.svg");
        var item = await cms.CreateAsync("shows-approved", Showing(file));
        Installation.Done(await cms.Desk.ActAsync(item.Id, 1, EditorialAction.Submit, null, cms.Editor, Ct));
        Assert.Equal(HttpStatusCode.NotFound, await BytesAsync(file));
        Assert.DoesNotContain((await GetAsync<DeliveryProgram>("program")).Media, media => media.Name == file.Name);

        var since = (await GetAsync<DeliveryProgram>("program")).Sequence;
        Installation.Done(await cms.Desk.ActAsync(item.Id, 1, EditorialAction.Approve, null, cms.Approver, Ct));
        Assert.Equal(HttpStatusCode.OK, await BytesAsync(file));
        Installation.Done(await cms.Desk.ActAsync(item.Id, 1, EditorialAction.End, "終わりました。", cms.Approver, Ct));
        Assert.Equal(HttpStatusCode.NotFound, await BytesAsync(file));
        var told = (await GetAsync<DeliveryChanges>($"changes?since={since}")).Changes;
        Assert.Equal(["media", "item", "item", "media"], told.Select(change => change.Subject));
        Assert.All(told, change => Assert.Equal(ChangeKind.Remove, change.Kind));
    }

    [Fact]
    public async Task A_picture_of_two_items_stays_until_the_last_one_no_longer_shows_it()
    {
        var file = await AddAsync("both.svg");
        var first = await cms.PublishAsync(ContentType.Of<Article>(), "shows-first", Showing(file));
        var second = await cms.PublishAsync(ContentType.Of<Article>(), "shows-second", Showing(file));
        Installation.Done(await cms.Desk.ActAsync(first.Id, 1, EditorialAction.End, "終わりました。", cms.Approver, Ct));
        Assert.Equal(HttpStatusCode.OK, await BytesAsync(file));
        Installation.Done(await cms.Desk.SaveAsync(second.Id, 1, new("", Installation.Article("図のない版"), null, null), cms.Editor, Ct));
        Assert.Equal(HttpStatusCode.OK, await BytesAsync(file));
        await cms.ApproveAsync(second.Id, 2);
        Assert.Equal(HttpStatusCode.NotFound, await BytesAsync(file));
    }

    [Fact]
    public async Task A_new_description_is_told_only_of_public_files_and_audited()
    {
        var (shown, kept) = (await AddAsync("shown.svg"), await AddAsync("kept.svg"));
        await cms.PublishAsync(ContentType.Of<Article>(), "shows-shown", Showing(shown));
        var since = (await GetAsync<DeliveryProgram>("program")).Sequence;
        foreach (var file in new[] { shown, kept })
            Assert.IsType<MediaOutcome.Done>(await cms.Get<MediaLibrary>().DescribeAsync(file.Name, new MediaText("新しい説明"), cms.Editor, Ct));
        var change = Assert.Single((await GetAsync<DeliveryChanges>($"changes?since={since}")).Changes);
        Assert.Equal((shown.Name, "新しい説明"), (change.Name, change.Media!.Alt));
        await using var db = await cms.DbAsync();
        Assert.Contains(db.Audit, entry => entry.Action == "media.describe" && entry.Subject == $"media:{kept.Name}");
    }
}
