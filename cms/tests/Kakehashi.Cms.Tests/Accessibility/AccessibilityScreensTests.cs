using System.Net;
using System.Text;
using Kakehashi.Accessibility.Evidence;
using Kakehashi.Cms.Accessibility;
using Kakehashi.Cms.Tests.Screens;

namespace Kakehashi.Cms.Tests.Accessibility;

public sealed class AccessibilityScreensTests(StaffHost host) : IClassFixture<StaffHost>, IAsyncLifetime
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host.Preview.Pages = [new("/", "見本DX推進プラットフォーム"), new("/articles/a/", "説明会を開きます")];
        if (await host.Get<TestQueries>().FindAsync(2026, Ct) is null)
            await host.Get<TestDesk>().BeginAsync(MachineFile.Of(also: MachineFile.Said("/", "1.4.2", Outcome.Failed, "<b>音が鳴り続けます。</b>")).Write(), host.Secretariat, Ct);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    static string Text(AngleSharp.Dom.IElement? element) => string.Join(' ', (element?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public async Task A_file_that_is_no_evidence_is_refused_and_says_what_to_do()
    {
        using var office = await host.OpenAsync("yuki");
        await office.GoAsync("/accessibility/2026");
        foreach (var (bytes, expected) in new (byte[], string)[] { ([], "選んでください"), ([0xFF, 0xFE, 0x00], "文字として読み取れません"), ("<html>"u8.ToArray(), "試験の記録として読み取れません"), (new byte[MachineEvidence.MaxBytes + 1], "大きすぎます") })
        {
            await office.UploadAsync("入れ替える", "file", "evidence.json", bytes);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, office.Status);
            Assert.Contains(expected, Assert.Single(office.Mistakes), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Each_page_is_judged_on_a_sheet_and_the_progress_is_told()
    {
        using var office = await host.OpenAsync("yuki");
        await office.GoAsync("/accessibility/2026");
        Assert.Contains("人の判定（2ページ中0ページ）", office.Page.Body!.TextContent, StringComparison.Ordinal);
        await office.GoAsync("/accessibility/2026/sheet?page=%2Farticles%2Fa%2F");
        Assert.Equal("説明会を開きます", office.Heading);
        Assert.Equal(["2.4.4 リンクの目的（コンテキスト内）"], office.Page.QuerySelectorAll("fieldset legend span:first-child").Select(Text));
        Assert.Null(office.Page.QuerySelector("main a[target]"));
        Assert.Equal(["https://dx.example/articles/a/", "https://dx.example/articles/a/"], office.Page.QuerySelectorAll("main a[href^='https://dx.example/']").Select(link => link.GetAttribute("href")));
        Assert.Contains("判定するページ：https://dx.example/articles/a/", Text(office.Page.QuerySelector("fieldset details")), StringComparison.Ordinal);
        Assert.Contains("機械は不適合を見つけませんでした（見本の検査器 1.2）", Text(office.Page.QuerySelector("fieldset")), StringComparison.Ordinal);
        await office.SubmitAsync("判定を保存する", ("outcome.2.4.4", "failed"), ("note.2.4.4", ""));
        Assert.Contains("メモに書いてください", Assert.Single(office.Mistakes), StringComparison.Ordinal);
        Assert.True(office.Page.QuerySelector("input[value=failed]")!.HasAttribute("checked"));
        await office.SubmitAsync("判定を保存する", ("note.2.4.4", "「こちら」では\r\n分かりません。"));
        Assert.Equal("1件の判定を保存しました。", office.Said);
        Assert.Contains("この判定票は済んでいます。", office.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("yukiさん（事務局）：不適合「「こちら」では 分かりません。」", Text(office.Page.QuerySelector("fieldset details:last-of-type li")), StringComparison.Ordinal);
        Assert.Contains("今の判定：不適合（yukiさん（事務局）、", Text(office.Page.QuerySelector("fieldset")), StringComparison.Ordinal);
        await office.SubmitAsync("判定を保存する");
        Assert.Equal("変わったところはありませんでした。", office.Said);
        await office.SubmitAsync("判定を保存する", ("again.2.4.4", "on"));
        Assert.Equal("1件の判定を保存しました。", office.Said);
        Assert.Contains("これまでの判定（2件）", Text(office.Page.QuerySelector("fieldset")), StringComparison.Ordinal);

        await office.GoAsync("/accessibility/2026");
        Assert.Contains("人の判定（2ページ中1ページ）", office.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("不適合1件", office.Page.QuerySelectorAll("section[aria-labelledby=criteria] tr").Select(Text).Single(row => row.StartsWith("2.4.4", StringComparison.Ordinal)), StringComparison.Ordinal);
        await office.GoAsync("/accessibility/2026/record");
        Assert.Contains(office.Page.QuerySelectorAll("input[name=plan]"), field => field.GetAttribute("value") == "2.4.4");
    }

    [Fact]
    public async Task What_a_machine_found_is_shown_as_text_and_judged_by_a_person()
    {
        using var office = await host.OpenAsync("yuki");
        await office.GoAsync("/accessibility/2026/sheet?page=%2F");
        var field = office.Page.QuerySelectorAll("fieldset").Single(one => Text(one.QuerySelector("legend")).StartsWith("1.4.2 ", StringComparison.Ordinal));
        Assert.Contains("不適合：<b>音が鳴り続けます。</b>", Text(field.QuerySelector(".notice")), StringComparison.Ordinal);
        Assert.Contains("AF", Text(field.QuerySelector("legend")), StringComparison.Ordinal);
        await office.GoAsync("/accessibility/2026/sheet?page=%2Fnot-in-the-sample%2F");
        Assert.Equal((HttpStatusCode.NotFound, "判定票がありません"), (office.Status, office.Heading));
    }

    [Fact]
    public async Task The_claim_is_derived_and_nobody_can_type_it()
    {
        using var office = await host.OpenAsync("yuki");
        await office.GoAsync("/accessibility/2026");
        Assert.Equal(2, office.Page.QuerySelectorAll("section[aria-labelledby=claim] .state").Count(state => Text(state) == "残りがあります"));
        await office.PostAsync("/accessibility/2026/record", office.Token, ("base", "x"), ("conforms", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.Status);
        host.Preview.Pages = [new("/", "トップ")];
        await office.GoAsync("/accessibility/2026");
        Assert.Contains("試験したページのうち1ページが、今のサイトにありません。", office.Page.Body!.TextContent, StringComparison.Ordinal);
        await office.GoAsync("/accessibility/2026/sheet?page=%2Farticles%2Fa%2F");
        Assert.Contains("このページは、今の公開サイトにありません", office.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(office.Page.QuerySelector("main a[href^='https://dx.example/']"));
        host.Preview.Pages = null;
        await office.GoAsync("/accessibility/2026");
        Assert.Contains("確かめられませんでした", office.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_is_evidence_and_never_anything_else()
    {
        var png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        using var office = await host.OpenAsync("yuki");
        await office.GoAsync("/accessibility/2026/sheet?page=%2F");
        await office.UploadAsync("画面の写しを加える", "picture", "screen.png", png);
        Assert.Contains("何の画面かを", Assert.Single(office.Mistakes), StringComparison.Ordinal);
        await office.GoAsync("/accessibility/2026/sheet?page=%2F");
        office.Page.QuerySelector("input[name=caption]")!.SetAttribute("value", "検索のフォーカス");
        await office.UploadAsync("画面の写しを加える", "picture", "screen.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray());
        Assert.Contains("PNG、JPEG、WebP", Assert.Single(office.Mistakes), StringComparison.Ordinal);
        Assert.Equal("検索のフォーカス", office.Page.QuerySelector("input[name=caption]")!.GetAttribute("value"));
        await office.UploadAsync("画面の写しを加える", "picture", "screen.png", "<html><script>alert(1)</script>"u8.ToArray());
        Assert.Contains("中身が合っているか", Assert.Single(office.Mistakes), StringComparison.Ordinal);
        await office.UploadAsync("画面の写しを加える", "picture", "screen.png", [.. png, .. "<script>alert(1)</script>"u8]);
        Assert.Equal("画面の写しを加えました。", office.Said);
        var picture = office.Page.QuerySelector("section[aria-labelledby=pictures] img.evidence")!;
        Assert.Equal("検索のフォーカス", picture.GetAttribute("alt"));
        using var answer = await office.GetAsync(picture.GetAttribute("src")!);
        Assert.Equal((HttpStatusCode.OK, "image/png"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains("sandbox", string.Concat(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("nosniff", string.Concat(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task Sheets_and_results_leave_as_tables_and_on_paper()
    {
        using var office = await host.OpenAsync("yuki");
        using var sheets = await office.GetAsync("/accessibility/2026/worksheet.csv");
        var lines = Encoding.UTF8.GetString(await sheets.Content.ReadAsByteArrayAsync(Ct));
        Assert.Contains("ページ,選んだ理由,達成基準", lines, StringComparison.Ordinal);
        Assert.Contains("/articles/a/,無作為に選んだページ。,2.4.4", lines, StringComparison.Ordinal);
        using var results = await office.GetAsync("/accessibility/2026/results.csv");
        Assert.Contains("JIS X 8341-3:2016 適合レベルAA,1.4.2,音声の制御,A,あり,不適合,AC", Encoding.UTF8.GetString(await results.Content.ReadAsByteArrayAsync(Ct)), StringComparison.Ordinal);
        await office.GoAsync("/accessibility/2026/print?page=%2Farticles%2Fa%2F");
        Assert.Equal(["確かめ方", "1．説明会を開きます"], office.Page.QuerySelectorAll("h2").Select(Text));
        await office.GoAsync("/accessibility/2026/print");
        Assert.Contains("2．", string.Concat(office.Page.QuerySelectorAll("h2").Select(Text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_self_evaluation_is_typed_where_it_is_not_known_and_summed_by_the_machine()
    {
        using var office = await host.OpenAsync("yuki");
        await office.GoAsync("/accessibility/2026/self-evaluation");
        var before = int.Parse(Text(office.Page.QuerySelector(".figure")), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Null(office.Page.QuerySelector("[name='attainment.results']"));
        await office.SubmitAsync("評価表を保存する", ("attainment.training", "Done"));
        Assert.Contains("「研修」の根拠", Assert.Single(office.Mistakes), StringComparison.Ordinal);
        await office.SubmitAsync("評価表を保存する", ("attainment.training", "Partly"), ("evidence.training", "5月に12人が受けました。"));
        Assert.Equal("2026年度の取組確認・評価表を保存しました。", office.Said);
        Assert.Equal(before + 1, int.Parse(Text(office.Page.QuerySelector(".figure")), System.Globalization.CultureInfo.InvariantCulture));
        using var table = await office.GetAsync("/accessibility/2026/self-evaluation.csv");
        Assert.Contains("一部できている,1,5月に12人が受けました。,事務局,", Encoding.UTF8.GetString(await table.Content.ReadAsByteArrayAsync(Ct)), StringComparison.Ordinal);
        await office.GoAsync("/accessibility/2026/self-evaluation");
        Assert.Contains("yukiさん（事務局）：一部できている「5月に12人が受けました。」", Text(office.Page.QuerySelector("fieldset details li")), StringComparison.Ordinal);
        await office.SubmitAsync("この評価表を公表する");
        Assert.Contains("「年度の計画」、「体制」、「調達」、「意見への対応」", Assert.Single(office.Mistakes), StringComparison.Ordinal);
        await office.SubmitAsync("評価表を保存する", [.. new[] { "plan", "office", "procurement", "feedback" }.SelectMany(item => new[] { ($"attainment.{item}", "Done"), ($"evidence.{item}", "文書があります。") })]);
        await office.SubmitAsync("この評価表を公表する");
        Assert.Contains("公表しました", office.Said, StringComparison.Ordinal);
        Assert.DoesNotContain(office.Page.QuerySelectorAll("main button"), button => button.TextContent.Contains("公表する", StringComparison.Ordinal));
        await office.GoAsync("/accessibility/2027/self-evaluation");
        Assert.Equal(HttpStatusCode.NotFound, office.Status);
    }

    [Fact]
    public async Task The_prefecture_reads_the_secretariat_judges_and_editors_see_nothing()
    {
        using var prefecture = await host.OpenAsync("ken");
        foreach (var path in new[] { "/accessibility", "/accessibility/2026", "/accessibility/2026/sheet?page=%2F", "/accessibility/2026/self-evaluation" })
        {
            await prefecture.GoAsync(path);
            Assert.Equal(HttpStatusCode.OK, prefecture.Status);
            Assert.DoesNotContain(prefecture.Page.QuerySelectorAll("main button"), button => button.TextContent.Contains("保存", StringComparison.Ordinal) || button.TextContent.Contains("公表", StringComparison.Ordinal));
        }
        await prefecture.PostAsync("/accessibility/2026/sheet", prefecture.Token, ("page", "/"), ("seen.1.1.1", "0"), ("outcome.1.1.1", "passed"));
        Assert.Equal(HttpStatusCode.Forbidden, prefecture.Status);
        await prefecture.GoAsync("/accessibility");
        await prefecture.PostAsync("/accessibility/2026/publication", prefecture.Token);
        Assert.Equal(HttpStatusCode.Forbidden, prefecture.Status);
        Assert.Empty((await host.Get<TestQueries>().FindAsync(2026, Ct))!.HistoryOf("/", "1.1.1"));
        using var editor = await host.OpenAsync("hana");
        await editor.GoAsync("/accessibility/2026");
        Assert.Equal(HttpStatusCode.Forbidden, editor.Status);
    }
}
