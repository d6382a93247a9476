using System.Text.Json.Nodes;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Tests.Setting;
using Kakehashi.Content;
using Kakehashi.Content.Types;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

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

    [Fact]
    public async Task Saving_over_a_newer_revision_is_told_and_loses_nothing()
    {
        var item = await cms.CreateAsync("conflict");
        Installation.Done(await cms.Desk.SaveAsync(item.Id, 1, new Draft("", Installation.Article("先の人"), null, null), cms.OtherEditor, Ct));
        var conflict = Assert.IsType<Outcome.Conflict>(await cms.Desk.SaveAsync(item.Id, 1, new Draft("", Installation.Article("後の人"), null, null), cms.Editor, Ct));
        Assert.Equal(("先の人", 2, cms.OtherEditor.Id), (conflict.Newest.Title, conflict.Newest.Number, conflict.Newest.AuthorId));
        Installation.Done(await cms.Desk.SaveAsync(item.Id, 2, new Draft("", Installation.Article("後の人"), null, null), cms.Editor, Ct));
    }

    [Fact]
    public async Task Of_many_who_save_at_once_on_the_same_revision_one_wins()
    {
        var item = await cms.CreateAsync("race");
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => cms.Desk.SaveAsync(item.Id, 1, new Draft("", Installation.Article($"題名{i}"), null, null), cms.Editor, Ct)));
        Assert.Single(outcomes.OfType<Outcome.Done>());
        Assert.Equal(7, outcomes.OfType<Outcome.Conflict>().Count());
    }

    [Fact]
    public async Task Saving_the_same_again_makes_no_revision()
    {
        var item = await cms.PublishArticleAsync("same");
        var saved = Installation.Done(await cms.Desk.SaveAsync(item.Id, 1, new Draft("", Installation.Article(), null, null), cms.Editor, Ct));
        Assert.Equal((EditorialState.Published, item.NewestRevisionId), (saved.State, saved.NewestRevisionId));
    }

    [Fact]
    public async Task An_address_taken_by_another_item_is_refused_naming_both()
    {
        await cms.CreateAsync("taken", Installation.Article("先の記事"));
        var invalid = Assert.IsType<Outcome.Invalid>(await cms.Desk.CreateAsync(ContentType.Of<Article>(), new Draft("taken", Installation.Article("後の記事"), null, null), cms.Editor, Ct));
        var problem = Assert.Single(invalid.Problems);
        Assert.Equal("slug", problem.Field);
        Assert.Contains("先の記事", problem.Message, StringComparison.Ordinal);
        Assert.Contains("後の記事", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_who_claim_one_address_at_once_one_gets_it()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            cms.Desk.CreateAsync(ContentType.Of<Article>(), new Draft("claimed", Installation.Article($"題名{i}"), null, null), cms.Editor, Ct)));
        Assert.Single(outcomes.OfType<Outcome.Done>());
        Assert.Equal(7, outcomes.OfType<Outcome.Invalid>().Count());
    }

    [Fact]
    public async Task A_former_address_stays_with_its_item_and_may_return_to_it()
    {
        var item = await cms.PublishArticleAsync("before");
        Installation.Done(await cms.Desk.SaveAsync(item.Id, 1, new Draft("after", Installation.Article(), null, null), cms.Editor, Ct));
        await cms.ApproveAsync(item.Id, 2);
        Assert.IsType<Outcome.Invalid>(await cms.Desk.CreateAsync(ContentType.Of<Article>(), new Draft("before", Installation.Article(), null, null), cms.Editor, Ct));
        Installation.Done(await cms.Desk.SaveAsync(item.Id, 2, new Draft("before", Installation.Article("戻す"), null, null), cms.Editor, Ct));
        await cms.ApproveAsync(item.Id, 3);
        var document = await cms.PublicAsync(item.Id);
        Assert.Equal(("before", "after"), (document!.Slug, Assert.Single(document.Aliases)));
    }

    [Fact]
    public async Task Pages_cannot_take_the_addresses_of_the_site_itself()
    {
        var values = new JsonObject { ["title"] = "題名" };
        var invalid = Assert.IsType<Outcome.Invalid>(await cms.Desk.CreateAsync(ContentType.Of<Page>(), new Draft("articles", values, null, null), cms.Editor, Ct));
        Assert.Equal("slug", Assert.Single(invalid.Problems).Field);
    }

    [Fact]
    public async Task Who_wrote_any_part_does_not_approve_it_even_as_approver()
    {
        var both = await cms.AccountAsync("both", Role.Editor, Role.Approver);
        var item = await cms.CreateAsync("four-eyes");
        Installation.Done(await cms.Desk.SaveAsync(item.Id, 1, new Draft("", Installation.Article("一部を直す"), null, null), both, Ct));
        Installation.Done(await cms.Desk.SaveAsync(item.Id, 2, new Draft("", Installation.Article("さらに直す"), null, null), cms.Editor, Ct));
        Installation.Done(await cms.Desk.ActAsync(item.Id, 3, EditorialAction.Submit, null, cms.Editor, Ct));
        Assert.IsType<Outcome.Forbidden>(await cms.Desk.ActAsync(item.Id, 3, EditorialAction.Approve, null, both, Ct));
        Assert.Null(await cms.PublicAsync(item.Id));
        Installation.Done(await cms.Desk.ActAsync(item.Id, 3, EditorialAction.Approve, null, cms.Approver, Ct));
    }

    [Fact]
    public async Task Incomplete_drafts_are_saved_but_not_submitted()
    {
        var item = await cms.CreateAsync("incomplete", new JsonObject { ["title"] = "題名だけ", ["section"] = "nowhere", ["image"] = new JsonObject { ["file"] = "no.png", ["alt"] = "図" } });
        var invalid = Assert.IsType<Outcome.Invalid>(await cms.Desk.ActAsync(item.Id, 1, EditorialAction.Submit, null, cms.Editor, Ct));
        Assert.Equal(["category", "image", "section", "summary"], invalid.Problems.Select(problem => problem.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Returning_needs_a_reason_and_reaches_the_author_by_mail()
    {
        var item = await cms.CreateAsync("returned", Installation.Article("戻される記事"));
        Installation.Done(await cms.Desk.ActAsync(item.Id, 1, EditorialAction.Submit, null, cms.Editor, Ct));
        var invalid = Assert.IsType<Outcome.Invalid>(await cms.Desk.ActAsync(item.Id, 1, EditorialAction.Return, " \n", cms.Approver, Ct));
        Assert.Equal("comment", Assert.Single(invalid.Problems).Field);
        Installation.Done(await cms.Desk.ActAsync(item.Id, 1, EditorialAction.Return, "日付を確かめてください。", cms.Approver, Ct));
        await using var db = await cms.DbAsync();
        var mails = await db.Outbox.Where(mail => mail.Subject.Contains("戻される記事") && mail.Recipient != "both@office.example").OrderBy(mail => mail.Recipient).ToListAsync(Ct);
        Assert.Equal([("hana@office.example", "【差戻し】"), ("ken@office.example", "【承認のお願い】")], mails.Select(mail => (mail.Recipient, mail.Subject[..(mail.Subject.IndexOf('】', StringComparison.Ordinal) + 1)])));
        Assert.Contains("日付を確かめてください。", mails[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_future_date_or_a_draft_leaves_the_public_version_where_it_is()
    {
        var item = await cms.PublishArticleAsync("dated");
        Installation.Done(await cms.Desk.SaveAsync(item.Id, 1, new Draft("", Installation.Article("先の話"), cms.Clock.GetUtcNow().AddYears(1), null), cms.Editor, Ct));
        Assert.Equal("説明会を開きます", (string?)(await cms.PublicAsync(item.Id))!.Values["title"]);
        Assert.Equal(EditorialState.Approved, (await cms.ApproveAsync(item.Id, 2)).State);
        Assert.Equal("説明会を開きます", (string?)(await cms.PublicAsync(item.Id))!.Values["title"]);
    }

    [Fact]
    public async Task Ending_what_is_public_leaves_the_draft_beside_it_alone()
    {
        var item = await cms.PublishArticleAsync("ending");
        Installation.Done(await cms.Desk.SaveAsync(item.Id, 1, new Draft("", Installation.Article("下書き"), null, null), cms.Editor, Ct));
        var ended = Installation.Done(await cms.Desk.ActAsync(item.Id, 2, EditorialAction.End, "誤りがありました。", cms.Approver, Ct));
        Assert.Equal(EditorialState.Draft, ended.State);
        Assert.Null(await cms.PublicAsync(item.Id));
        Assert.Equal(EditorialState.Published, (await cms.ApproveAsync(item.Id, 2)).State);
    }

    [Fact]
    public async Task A_programme_with_a_check_sends_submissions_to_the_secretariat_first()
    {
        var programs = cms.Get<Programs.ProgramStore>();
        var (number, text) = await programs.TextAsync(Ct);
        Assert.Empty(await programs.SaveAsync(number, text + "\nworkflow: { check: true }\n", cms.Operator, Ct));
        try
        {
            var item = await cms.CreateAsync("checked");
            Assert.Equal(EditorialState.InCheck, Installation.Done(await cms.Desk.ActAsync(item.Id, 1, EditorialAction.Submit, null, cms.Editor, Ct)).State);
            Assert.IsType<Outcome.NotLegal>(await cms.Desk.ActAsync(item.Id, 1, EditorialAction.Approve, null, cms.Approver, Ct));
            Assert.IsType<Outcome.Forbidden>(await cms.Desk.ActAsync(item.Id, 1, EditorialAction.Forward, null, cms.Editor, Ct));
            Assert.Equal(EditorialState.AwaitingApproval, Installation.Done(await cms.Desk.ActAsync(item.Id, 1, EditorialAction.Forward, null, cms.Secretariat, Ct)).State);
        }
        finally
        {
            Assert.Empty(await programs.SaveAsync(number + 1, text, cms.Operator, Ct));
        }
    }

    [Fact]
    public async Task The_same_new_item_sent_many_times_at_once_is_made_once()
    {
        var id = Guid.CreateVersion7();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            cms.Desk.CreateAsync(ContentType.Of<Article>(), id, new Draft("", Installation.Article("二度押し"), null, null), cms.Editor, Ct)));
        Assert.All(outcomes, outcome => Assert.Equal(id, Installation.Done(outcome).Id));
        var detail = (await cms.Get<ItemQueries>().FindAsync(id, Ct))!;
        Assert.Single(detail.Revisions);
        Assert.IsType<Outcome.Conflict>(await cms.Desk.CreateAsync(ContentType.Of<Article>(), id, new Draft("", Installation.Article("別の内容"), null, null), cms.Editor, Ct));
    }

    [Fact]
    public async Task What_is_typed_survives_until_it_is_saved()
    {
        var item = await cms.CreateAsync("autosaved");
        var autosaves = cms.Get<Autosaves>();
        var subject = Autosaves.SubjectOf(item.Id);
        Assert.True(await autosaves.KeepAsync(subject, 1, "{\"title\":\"途中\"}", cms.Editor, Ct));
        Assert.True(await autosaves.KeepAsync(subject, 1, "{\"title\":\"途中まで\"}", cms.Editor, Ct));
        Assert.Null(await autosaves.FindAsync(subject, cms.OtherEditor, Ct));
        Assert.Equal("{\"title\":\"途中まで\"}", (await autosaves.FindAsync(subject, cms.Editor, Ct))!.Form);
        Installation.Done(await cms.Desk.SaveAsync(item.Id, 1, new Draft("", Installation.Article("できた"), null, null), cms.Editor, Ct));
        Assert.Null(await autosaves.FindAsync(subject, cms.Editor, Ct));
    }
}
