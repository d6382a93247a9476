using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Tests.Setting;
using Kakehashi.Content;
using Kakehashi.Content.Types;
using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Tests;

public sealed class EditorialDeskTests(Installation cms) : IClassFixture<Installation>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_approved_article_is_public()
    {
        var item = await cms.PublishArticleAsync("first");
        Assert.Equal(EditorialState.Published, item.State);
        var document = await cms.PublicAsync(item.Id);
        Assert.Equal("説明会を開きます", (string?)document!.Values["title"]);
        Assert.Equal(cms.Clock.GetUtcNow(), document.PublishAt);
    }

    [Fact]
    public async Task What_is_public_stays_while_its_next_revision_is_written_and_judged()
    {
        var item = await cms.PublishArticleAsync("stays");
        Installation.Done(await cms.Desk.SaveAsync(item.Id, 1, new Draft("stays-renamed", Installation.Article("新しい題名"), null, null), cms.Editor, Ct));
        Installation.Done(await cms.Desk.ActAsync(item.Id, 2, EditorialAction.Submit, null, cms.Editor, Ct));
        var before = await cms.PublicAsync(item.Id);
        Assert.Equal(("stays", "説明会を開きます"), (before!.Slug, (string?)before.Values["title"]));
        Installation.Done(await cms.Desk.ActAsync(item.Id, 2, EditorialAction.Approve, null, cms.Approver, Ct));
        var after = await cms.PublicAsync(item.Id);
        Assert.Equal(("stays-renamed", "新しい題名"), (after!.Slug, (string?)after.Values["title"]));
        Assert.Equal(["stays"], after.Aliases);
    }

    [Fact]
    public async Task A_japanese_only_title_gets_a_stable_ascii_address()
    {
        var outcome = await cms.Desk.CreateAsync(ContentType.Of<Article>(), new Draft("", Installation.Article("河川の水位を知らせます"), null, null), cms.Editor, Ct);
        var item = Installation.Done(outcome);
        Assert.True(Slug.IsValid(item.Slug));
        var saved = Installation.Done(await cms.Desk.SaveAsync(item.Id, 1, new Draft("", Installation.Article("別の題名"), null, null), cms.Editor, Ct));
        Assert.Equal(item.Slug, saved.Slug);
    }
}
