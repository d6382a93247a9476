using System.Net;
using AngleSharp.Dom;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Tests.Setting;
using Kakehashi.Content;
using Kakehashi.Content.Workflows;

namespace Kakehashi.Cms.Tests.Screens;

public sealed class EditingScreensTests(StaffHost host) : IClassFixture<StaffHost>
{
    static readonly (string, string)[] Complete =
    [
        ("title", "説明会を開きます"), ("summary", "要約です。"), ("body", "## 日程\n\n| 日付 | 内容 |\n| --- | --- |\n| 4月1日 | 開会 |"), ("section", "office"), ("category", "news"),
    ];

    [Fact]
    public async Task An_article_is_written_returned_mended_and_approved()
    {
        using var editor = await host.OpenAsync("hana");
        await editor.GoAsync("/items/articles/new");
        await editor.SubmitAsync("保存して提出する", Complete);
        Assert.Equal("提出しました。県の承認を待っています。", editor.Said);
        var id = editor.Location.Segments[^1];

        using var approver = await host.OpenAsync("ken");
        await approver.GoAsync($"/review/{id}");
        await approver.SubmitAsync("差し戻す");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, approver.Status);
        Assert.StartsWith("エラー：", approver.Page.Title, StringComparison.Ordinal);
        await approver.SubmitAsync("差し戻す", ("comment", "会場を書いてください。"));
        Assert.Equal("差し戻しました。書いた人に知らせました。", approver.Said);

        await editor.GoAsync($"/items/articles/{id}/edit");
        Assert.Contains("会場を書いてください。", editor.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await editor.SubmitAsync("保存して提出する", ("body", "会場は市民交流センターです。"));
        await approver.GoAsync($"/review/{id}");
        await approver.SubmitAsync("承認する");
        Assert.Equal("承認しました。公開しました。", approver.Said);
        Assert.Equal("会場は市民交流センターです。", (await host.PublicAsync(Guid.Parse(id)))!.Values["body"]!.ToString());
    }

    [Fact]
    public async Task An_autosave_that_arrives_after_the_save_brings_no_old_text_back()
    {
        using var editor = await host.OpenAsync("hana");
        await editor.GoAsync("/items/articles/new");
        var (address, token) = (editor.Location.AbsolutePath, editor.Token);
        await editor.SubmitAsync("下書きを保存する", ("title", "保存した題名"));
        var stored = editor.Location.AbsolutePath;
        await editor.PostAsync(address, token, ("step", "autosave"), ("base", "0"), ("title", "古い題名"));
        Assert.Equal(HttpStatusCode.Conflict, editor.Status);
        await editor.PostAsync(stored, token, ("step", "autosave"), ("base", "0"), ("title", "古い題名"));
        Assert.Equal(HttpStatusCode.Conflict, editor.Status);
        await editor.GoAsync(stored);
        Assert.Equal("保存した題名", editor.ValueOf("title"));
        await editor.PostAsync(stored, editor.Token, ("step", "autosave"), ("base", "1"), ("title", "続きの題名"));
        Assert.Equal(HttpStatusCode.OK, editor.Status);
        await editor.GoAsync(stored);
        Assert.Equal("続きの題名", editor.ValueOf("title"));
    }

    [Fact]
    public async Task A_new_item_sent_twice_is_one_item_submitted_once()
    {
        using var editor = await host.OpenAsync("hana");
        await editor.GoAsync("/items/articles/new");
        var (address, token) = (editor.Location.AbsolutePath, editor.Token);
        (string, string)[] form = [.. Complete, ("base", "0"), ("step", "submit")];
        await editor.PostAsync(address, token, form);
        var item = editor.Location.AbsolutePath;
        await editor.PostAsync(address, token, form);
        Assert.Equal((HttpStatusCode.OK, item), (editor.Status, editor.Location.AbsolutePath));
        Assert.Single((await host.Get<ItemQueries>().FindAsync(Guid.Parse(item.Split('/')[^1]), TestContext.Current.CancellationToken))!.Revisions);
        await editor.GoAsync(address);
        Assert.Equal(item, editor.Location.AbsolutePath);
    }

    [Fact]
    public async Task An_item_is_acted_on_only_under_the_address_of_its_own_type()
    {
        var item = await host.CreateAsync("own-type");
        using var editor = await host.OpenAsync("hana");
        await editor.GoAsync($"/items/articles/{item.Id}");
        var token = editor.Token;
        await editor.PostAsync($"/items/events/{item.Id}/state", token, ("action", "Submit"), ("base", "1"));
        Assert.Equal(HttpStatusCode.NotFound, editor.Status);
        await editor.PostAsync($"/items/events/{item.Id}/restored", token, ("revision", "1"), ("base", "1"));
        Assert.Equal(HttpStatusCode.NotFound, editor.Status);
        Assert.Equal(EditorialState.Draft, (await host.Get<ItemQueries>().FindAsync(item.Id, TestContext.Current.CancellationToken))!.Item.State);
    }

    [Fact]
    public async Task The_approver_calls_off_a_scheduled_publication()
    {
        var item = await host.CreateAsync("calls-off", publishAt: host.Clock.GetUtcNow().AddYears(1));
        await host.ApproveAsync(item.Id, 1);
        using var approver = await host.OpenAsync("ken");
        await approver.GoAsync($"/review/{item.Id}");
        Assert.Contains("公開をやめるときは、差し戻してください。", approver.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await approver.SubmitAsync("差し戻す", ("comment", "日程が変わりました。"));
        Assert.Equal("差し戻しました。書いた人に知らせました。", approver.Said);
    }

    [Fact]
    public async Task What_cannot_be_read_stays_in_its_field_and_is_explained()
    {
        using var editor = await host.OpenAsync("hana");
        await editor.GoAsync("/items/events/new");
        await editor.SubmitAsync("下書きを保存する", ("title", "勉強会"), ("startsAt.date", "来週の金曜"), ("startsAt.time", "１３：３０"), ("capacity", "三十人"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, editor.Status);
        Assert.Equal("来週の金曜", editor.ValueOf("startsAt.date"));
        Assert.Equal("三十人", editor.ValueOf("capacity"));
        Assert.Equal(2, editor.Mistakes.Count);
        Assert.All(editor.Page.QuerySelectorAll("#mistakes a"), link => Assert.NotNull(editor.Page.QuerySelector(link.GetAttribute("href")!)));
        Assert.Equal("true", editor.Page.QuerySelector("[name=capacity]")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Japanese_dates_are_taken_as_people_type_them()
    {
        using var editor = await host.OpenAsync("hana");
        await editor.GoAsync("/items/articles/new");
        await editor.SubmitAsync("下書きを保存する", ("title", "予約"), ("publishAt.date", "令和８年７月１日（水）"), ("publishAt.time", "午前９時"), ("expireAt.date", "2026/7/31"), ("expireAt.time", "17:15"));
        var detail = (await host.Get<ItemQueries>().FindAsync(Guid.Parse(editor.Location.Segments[^2].Trim('/')), TestContext.Current.CancellationToken))!;
        Assert.Equal(JapaneseTime.Parse("2026-07-01T09:00:00"), detail.Newest.PublishAt);
        Assert.Equal(JapaneseTime.Parse("2026-07-31T17:15:00"), detail.Newest.ExpireAt);
    }

    [Fact]
    public async Task Saving_over_a_newer_revision_shows_both_and_loses_nothing()
    {
        var item = await host.CreateAsync("shared");
        using var hana = await host.OpenAsync("hana");
        using var jiro = await host.OpenAsync("jiro");
        await hana.GoAsync($"/items/articles/{item.Id}/edit");
        await jiro.GoAsync($"/items/articles/{item.Id}/edit");
        await hana.SubmitAsync("下書きを保存する", ("title", "花の題名"));
        await jiro.SubmitAsync("下書きを保存する", ("title", "次郎の題名"));

        Assert.Equal(HttpStatusCode.Conflict, jiro.Status);
        Assert.Contains("花の題名", jiro.Page.QuerySelector("del")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("次郎の題名", jiro.Page.QuerySelector("ins")!.TextContent, StringComparison.Ordinal);

        await jiro.GoAsync($"/items/articles/{item.Id}/edit");
        Assert.Equal("次郎の題名", jiro.ValueOf("title"));
        await jiro.SubmitAsync("下書きを保存する");
        Assert.Equal(HttpStatusCode.Conflict, jiro.Status);
        await jiro.SubmitAsync("自分の入力を、新しい版として保存する");
        Assert.Equal("下書きを保存しました。", jiro.Said);
        var detail = (await host.Get<ItemQueries>().FindAsync(item.Id, TestContext.Current.CancellationToken))!;
        Assert.Equal(["次郎の題名", "花の題名", "説明会を開きます"], detail.Revisions.Select(revision => revision.Title));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Text_survives_a_session_that_expired_while_writing(bool isNew)
    {
        var address = isNew ? "/items/articles/new" : $"/items/articles/{(await host.CreateAsync("long-text")).Id}/edit";
        using var editor = await host.OpenAsync("hana");
        await editor.GoAsync(address);
        var edit = editor.Location.AbsolutePath;
        var body = "長い本文です。\n\n" + new string('あ', 50_000);
        editor.LetSessionExpire();
        await editor.SubmitAsync("下書きを保存する", ("title", "夜なべの記事"), ("body", body));

        Assert.Equal(HttpStatusCode.Unauthorized, editor.Status);
        Assert.Equal("サインイン", editor.Heading);
        await editor.SubmitAsync("サインイン", ("user", "hana"), ("password", "wrong"));
        await editor.SubmitAsync("サインイン", ("user", "hana"), ("password", "a-long-passphrase"));

        Assert.Equal(edit, editor.Location.AbsolutePath);
        Assert.Equal("サインインしました。入力していた内容は残っています。まだ保存していません。", editor.Said);
        Assert.Equal("夜なべの記事", editor.ValueOf("title"));
        Assert.Equal(body, editor.ValueOf("body"));
        await editor.SubmitAsync("下書きを保存する");
        Assert.Equal("下書きを保存しました。", editor.Said);
    }

    [Fact]
    public async Task A_review_comment_survives_an_expired_session()
    {
        var item = await host.CreateAsync("to-review");
        await host.Desk.ActAsync(item.Id, 1, EditorialAction.Submit, null, host.Editor, TestContext.Current.CancellationToken);
        using var approver = await host.OpenAsync("ken");
        await approver.GoAsync($"/review/{item.Id}");
        approver.LetSessionExpire();
        await approver.SubmitAsync("差し戻す", ("comment", "日程をもう一度確かめてください。お願いします。"));
        await approver.SubmitAsync("サインイン", ("user", "ken"), ("password", "a-long-passphrase"));
        Assert.Contains("日程をもう一度確かめてください。", approver.Page.Body!.TextContent, StringComparison.Ordinal);
        await approver.SubmitAsync("この内容で続ける");
        Assert.Equal("差し戻しました。書いた人に知らせました。", approver.Said);
    }

    [Fact]
    public async Task A_picture_is_added_from_within_the_form_and_the_text_stays()
    {
        using var editor = await host.OpenAsync("hana");
        await editor.GoAsync("/items/articles/new");
        await editor.SubmitAsync("画像", ("title", "写真つきの記事"), ("body", "前の段落\n\n後の段落"), ("body.at", "4"));
        Assert.Equal("「本文」に入れる画像を選ぶ", editor.Heading);
        await host.AddPictureAsync("venue.png", "会場の入口");
        await editor.GoAsync(editor.Location.PathAndQuery);
        await editor.SubmitAsync("これを使う");
        Assert.Equal("画像を入れました。", editor.Said);
        Assert.Equal("写真つきの記事", editor.ValueOf("title"));
        Assert.Equal("前の段落\n\n![会場の入口](/media/venue.png)\n\n後の段落", editor.ValueOf("body"));
    }

    [Fact]
    public async Task Whoever_registers_a_PDF_is_told_what_to_mend_in_it()
    {
        using var editor = await host.OpenAsync("hana");
        await editor.GoAsync("/media");
        await editor.UploadAsync("登録する", "file", "scan.pdf", Pdf("<</Type/Catalog/Lang(ja)>>"), ("title", "読み取った資料"));

        Assert.Equal("「scan.pdf」を登録しました。PDFに直すところが2つあります。", editor.Said);
        Assert.Equal("scan.pdf", editor.Heading);
        var card = editor.Page.QuerySelector("section[aria-labelledby=pdf]")!;
        Assert.Equal(["直してください：文字のないPDFです", "直してください：PDFの題名がないか"], card.QuerySelectorAll("li").Select(item => item.TextContent.Trim().Split('（', '、')[0]));

        await editor.GoAsync("/media");
        await editor.UploadAsync("登録する", "file", "sound.pdf", Pdf("<</Type/Catalog/Lang(ja)/MarkInfo<</Marked true>>/StructTreeRoot 3 0 R/ViewerPreferences<</DisplayDocTitle true>>>>", "2 0 obj<</Type/Font>>endobj 4 0 obj<</Title(Guide)>>endobj trailer<</Root 1 0 R/Info 4 0 R>>"), ("title", "募集要項"));
        Assert.Equal("「sound.pdf」を登録しました。", editor.Said);
        await editor.GoAsync("/media/sound.pdf/about");
        Assert.Contains("題名、言語、タグ、文字があります。", editor.Page.QuerySelector("section[aria-labelledby=pdf]")!.TextContent, StringComparison.Ordinal);
    }

    static byte[] Pdf(string catalog, string more = "trailer<</Root 1 0 R>>") => System.Text.Encoding.ASCII.GetBytes($"%PDF-1.7\n1 0 obj{catalog}endobj {more}\n%%EOF\n");

    [Fact]
    public async Task An_old_revision_is_restored_as_a_new_draft()
    {
        var item = await host.PublishArticleAsync("restored", "はじめの題名");
        await host.Desk.SaveAsync(item.Id, 1, new Draft("restored", Installation.Article("次の題名"), null, null), host.Editor, TestContext.Current.CancellationToken);
        using var editor = await host.OpenAsync("hana");
        await editor.GoAsync($"/items/articles/{item.Id}/history?from=1&to=2");
        Assert.Equal("削除はじめの題名", editor.Page.QuerySelector("del")!.TextContent);
        await editor.SubmitAsync("この版の内容で下書きを作る");
        Assert.Equal("はじめの題名", editor.ValueOf("title"));
        Assert.Equal("はじめの題名", (await host.PublicAsync(item.Id))!.Values["title"]!.ToString());
    }

    [Fact]
    public async Task An_unsaved_text_is_previewed_as_the_theme_shows_it_and_can_do_nothing()
    {
        using var editor = await host.OpenAsync("hana");
        await editor.GoAsync("/items/articles/new");
        await editor.SubmitAsync("プレビュー", ("title", "まだ保存していない題名"));
        var frame = editor.Page.QuerySelector("iframe")!;
        Assert.Equal("allow-same-origin", frame.GetAttribute("sandbox"));
        await editor.GoAsync(frame.GetAttribute("src")!);
        Assert.Equal("まだ保存していない題名", editor.Heading);
        Assert.Equal("見本DX推進プラットフォーム", host.Preview.Asked!.Program!.Name);
        Assert.Contains("default-src 'none'", editor.ContentSecurityPolicy, StringComparison.Ordinal);
        await editor.GoAsync("/assets/theme.css");
        Assert.Equal(HttpStatusCode.OK, editor.Status);
    }

    [Fact]
    public async Task Without_the_site_process_a_preview_says_so_and_the_screen_stands()
    {
        var item = await host.CreateAsync("no-preview");
        using var editor = await host.OpenAsync("hana");
        host.Preview.IsAway = true;
        await editor.GoAsync($"/preview/{item.Id}/1");
        host.Preview.IsAway = false;
        Assert.Equal("プレビューを表示できません", editor.Heading);
    }

    public static TheoryData<string> Types => [.. ContentType.All.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Script_in_any_field_is_shown_as_text_on_every_screen(string name)
    {
        const string Attack = "\"'><script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)>";
        var type = ContentType.Find(name)!;
        using var editor = await host.OpenAsync("hana");
        await editor.GoAsync($"/items/{type.Folder}/new");
        var fields = type.Fields.SelectMany(field => (string[])[field.Name, field.Name + ".date", field.Name + ".file", field.Name + ".alt", field.Name + ".0.file", field.Name + ".0.title"])
            .Append("slug").Append("publishAt.date").Select(field => (field, Attack));
        await editor.PostAsync(editor.Location.AbsolutePath, editor.Token, [.. fields, ("step", "save")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, editor.Status);
        AssertHarmless(editor.Page);

        var values = new System.Text.Json.Nodes.JsonObject { ["title"] = "\"><img src=x onerror=alert(1)>" };
        if (type.Field("body") is not null) values["body"] = Attack;
        var item = Installation.Done(await host.Desk.CreateAsync(type, new Draft($"attack-{type.Folder}", values, null, null), host.Editor, TestContext.Current.CancellationToken));
        foreach (var path in new[] { "/", $"/items/{type.Folder}", $"/items/{type.Folder}/{item.Id}", $"/items/{type.Folder}/{item.Id}/edit", $"/items/{type.Folder}/{item.Id}/history", $"/review/{item.Id}", "/search?q=%3Cimg", $"/preview/{item.Id}/1/page" })
        {
            await editor.GoAsync(path);
            Assert.Equal(HttpStatusCode.OK, editor.Status);
            AssertHarmless(editor.Page);
        }
    }

    static void AssertHarmless(IDocument page)
    {
        Assert.All(page.QuerySelectorAll("script"), script => Assert.StartsWith("/frame/", script.GetAttribute("src"), StringComparison.Ordinal));
        Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
        Assert.Empty(page.QuerySelectorAll("img[src=x]"));
    }
}
