using System.Net;
using System.Text.Json.Nodes;
using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Members;
using Kakehashi.Cms.Personal;
using Kakehashi.Cms.Submissions;
using Kakehashi.Cms.Tests.Intake;
using Kakehashi.Cms.Tests.Screens;
using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Forms.Definitions;
using Kakehashi.Content.Types;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Tests.Submissions;

public sealed class SubmittedPageTests(StaffHost host) : IClassFixture<StaffHost>
{
    static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static JsonObject Seed(string problem) => new()
    {
        ["title"] = "道路のひびを見つけるAI", ["kana"] = "どうろのひび", ["summary"] = "映像から見つけます。", ["fieldOfWork"] = "disaster", ["technologies"] = new JsonArray("AI"),
        ["problem"] = problem, ["how"] = "カメラを使います。", ["cost"] = "free", ["leadTime"] = "約2か月",
    };

    [Fact]
    public async Task A_changed_seed_is_judged_as_the_page_it_becomes_beside_the_one_that_is_public()
    {
        var page = await host.PublishAsync(ContentType.Of<Member>(), "sokuryo", new() { ["title"] = "見本測量", ["kana"] = "みほん", ["kind"] = "company", ["area"] = "north", ["summary"] = "測ります。", ["section"] = "office" });
        var member = new MemberRecord { Id = Guid.NewGuid(), ItemId = page.Id, Name = "見本測量", FoldedName = "見本測量", JoinedAt = host.Clock.GetUtcNow() };
        await using (var db = await host.DbAsync())
        {
            db.Members.Add(member);
            await db.SaveChangesAsync(Ct);
        }
        var before = Seed("前の困りごと");
        (before["member"], before["section"]) = ("sokuryo", "office");
        var live = await host.PublishAsync(ContentType.Of<Seed>(), "hibi", before);
        var sent = await Sent.AddAsync(host, SeedRegistration.For(Sent.Program), Seed("新しい困りごと"), "hibi", also: s => (s.MemberId, s.ItemId) = (member.Id, live.Id));

        using var office = await host.OpenAsync("yuki");
        await office.GoAsync($"/submissions/{sent.Id}");
        Assert.NotNull(office.Page.QuerySelector($"iframe[sandbox][src='/submissions/{sent.Id}/preview']"));
        var difference = office.Page.QuerySelector("section[aria-labelledby=page] .difference")!.TextContent;
        Assert.Contains("前の困りごと", difference, StringComparison.Ordinal);
        Assert.Contains("新しい困りごと", difference, StringComparison.Ordinal);
        Assert.Contains("問題は見つかりませんでした", office.Page.QuerySelector("section[aria-labelledby=accessibility]")!.TextContent, StringComparison.Ordinal);
        await office.GoAsync($"/submissions/{sent.Id}/preview");
        Assert.Equal(("道路のひびを見つけるAI", SecurityHeaders.PreviewPolicy), (office.Heading, office.ContentSecurityPolicy));
        Assert.Equal(("hibi", "sokuryo", "新しい困りごと"), (host.Preview.Asked!.Document.Slug, (string?)host.Preview.Asked.Document.Values["member"], (string?)host.Preview.Asked.Document.Values["problem"]));
        Assert.Equal("前の困りごと", (string?)(await host.PublicAsync(live.Id))!.Values["problem"]);
    }

    [Fact]
    public async Task Files_that_came_with_a_seed_stand_on_its_preview_for_the_office_alone()
    {
        var forms = await StartAsync();
        await forms.JoinAsync("見本画像", FormsProcess.Contact("gazo@sokuryo.example"));
        var answers = FormsProcess.Seed();
        answers["image-alt"] = "道路のひびの写真";
        var seed = await forms.FileAsync(SeedRegistration.Name, answers, await forms.MyLinkAsync("gazo@sokuryo.example"), null,
            await forms.AttachAsync("image", "ひび.png", Png), await forms.AttachAsync("documents", "資料 2026.pdf", "%PDF-1.7 a"u8.ToArray()));

        using var office = await host.OpenAsync("yuki");
        await office.GoAsync($"/submissions/{seed.Id}/preview");
        var asked = host.Preview.Asked!;
        var (picture, document) = (asked.Media.Single(file => file.IsPicture), asked.Media.Single(file => !file.IsPicture));
        Assert.Equal((picture.Name, "道路のひびの写真"), ((string?)asked.Document.Values["image"]!["file"], (string?)asked.Document.Values["image"]!["alt"]));
        Assert.Equal((document.Name, "資料 2026"), ((string?)asked.Document.Values["files"]![0]!["file"], (string?)asked.Document.Values["files"]![0]!["title"]));
        Assert.Equal((1, 1, "image/png"), (picture.Width, picture.Height, picture.ContentType));

        using var shown = await office.GetAsync(picture.Href);
        Assert.Equal((HttpStatusCode.OK, "image/png", null), (shown.StatusCode, shown.Content.Headers.ContentType?.MediaType, shown.Content.Headers.ContentDisposition));
        Assert.Equal(Png, await shown.Content.ReadAsByteArrayAsync(Ct));
        Assert.Contains("sandbox", shown.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.True(shown.Headers.CacheControl!.NoStore);
        using var kept = await office.GetAsync(document.Href);
        Assert.Equal(("application/octet-stream", "attachment"), (kept.Content.Headers.ContentType?.MediaType, kept.Content.Headers.ContentDisposition?.DispositionType));
        Assert.Contains(await host.Get<ViewLog>().OfAsync($"submission:{seed.Id}", Ct), view => view.Why == "公開後の見た目の表示");

        using var editor = await host.OpenAsync("hana");
        using var nobody = host.Open();
        foreach (var file in new[] { picture, document })
        {
            await editor.GoAsync(file.Href);
            Assert.Equal(HttpStatusCode.Forbidden, editor.Status);
            await nobody.GoAsync(file.Href);
            Assert.Equal("サインイン", nobody.Heading);
        }
        await using var db = await host.DbAsync();
        Assert.False(await db.Media.AnyAsync(file => file.Name == picture.Name || file.Name == document.Name, Ct));
    }

    [Fact]
    public async Task A_changed_seed_is_previewed_with_what_it_keeps_and_without_what_it_leaves_out()
    {
        var forms = await StartAsync();
        await forms.JoinAsync("見本変更", FormsProcess.Contact("henko@sokuryo.example"));
        var answers = FormsProcess.Seed();
        answers["image-alt"] = "前の写真";
        var first = await forms.FileAsync(SeedRegistration.Name, answers, await forms.MyLinkAsync("henko@sokuryo.example"), null,
            await forms.AttachAsync("image", "mae.png", Png), await forms.AttachAsync("documents", "残す資料.pdf", "%PDF-1.7 a"u8.ToArray()));
        var item = Assert.IsType<Decision.Done>(await host.Get<SubmissionDesk>().ApproveAsync(first.Id, host.Secretariat, null, Ct)).Submission.ItemId!.Value;
        var page = (await host.PublicAsync(item))!;
        var link = await forms.MyLinkAsync("henko@sokuryo.example");
        var keep = (await forms.OpenAsync(link)).Actions.Single(action => action.Subject == page.Slug).Files.Single(file => file.Question == "documents");
        answers["image-alt"] = "";
        var next = await forms.FileAsync(SeedRegistration.Name, answers, link, page.Slug,
            new SubmittedFile("documents", null, keep.Name), await forms.AttachAsync("documents", "足す資料.pdf", "%PDF-1.7 b"u8.ToArray()));

        using var office = await host.OpenAsync("yuki");
        await office.GoAsync($"/submissions/{next.Id}");
        var difference = office.Page.QuerySelector("section[aria-labelledby=page] .difference")!.ParentElement!.TextContent;
        Assert.Contains("足す資料（足す資料.pdf）", difference, StringComparison.Ordinal);
        Assert.Contains("前の写真", difference, StringComparison.Ordinal);
        await office.GoAsync($"/submissions/{next.Id}/preview");
        var values = host.Preview.Asked!.Document.Values;
        Assert.Null(values["image"]);
        Assert.Equal([keep.Name, host.Preview.Asked.Media.Single(file => file.Title == "足す資料").Name], values["files"]!.AsArray().Select(file => (string?)file!["file"]));
    }

    [Fact]
    public async Task A_picture_that_comes_with_the_correction_stands_on_the_preview()
    {
        var forms = await StartAsync();
        await forms.JoinAsync("見本修正", FormsProcess.Contact("shusei@sokuryo.example"));
        var answers = FormsProcess.Seed();
        var seed = await forms.FileAsync(SeedRegistration.Name, answers, await forms.MyLinkAsync("shusei@sokuryo.example"));
        Assert.IsType<Decision.Done>(await host.Get<SubmissionDesk>().ReturnAsync(seed.Id, host.Secretariat, "画像を付けてください。", "直してください。", Ct));
        answers["image-alt"] = "足した写真";
        await forms.FileAsync(SeedRegistration.Name, answers, await forms.LinkAsync("shusei@sokuryo.example"), null, await forms.AttachAsync("image", "tasu.png", Png));

        using var office = await host.OpenAsync("yuki");
        await office.GoAsync($"/submissions/{seed.Id}/preview");
        Assert.Equal("足した写真", (string?)host.Preview.Asked!.Document.Values["image"]!["alt"]);
        Assert.Single(host.Preview.Asked.Media);
    }

    [Fact]
    public async Task A_file_that_may_not_be_published_stays_off_the_preview_and_the_office_reads_why()
    {
        var forms = await StartAsync();
        await forms.JoinAsync("見本検査", FormsProcess.Contact("kensa@sokuryo.example"));
        var seed = await forms.FileAsync(SeedRegistration.Name, FormsProcess.Seed(), await forms.MyLinkAsync("kensa@sokuryo.example"), null,
            await forms.AttachAsync("image", "virus.png", Png), await forms.AttachAsync("documents", "写真.png", Png));
        string infected;
        await using (var db = await host.DbAsync())
        {
            var file = await db.SubmissionFiles.AsTracking().SingleAsync(one => one.SubmissionId == seed.Id && one.Question == "image", Ct);
            file.Scan = ScanState.Infected;
            await db.SaveChangesAsync(Ct);
            infected = $"/media/sent_{file.Id:n}.{file.Sha256[..12]}.png";
        }

        using var office = await host.OpenAsync("yuki");
        await office.GoAsync($"/submissions/{seed.Id}");
        var notice = office.Page.QuerySelector("section[aria-labelledby=page] .notice")!.TextContent;
        Assert.Contains("「画像が表していること」がない", notice, StringComparison.Ordinal);
        Assert.Contains("ウイルスが見つかっています", notice, StringComparison.Ordinal);
        Assert.Contains("「写真.png」は、ここに登録できない種類", notice, StringComparison.Ordinal);
        Assert.Empty(host.Preview.Asked!.Media);
        await office.GoAsync(infected);
        Assert.Equal(HttpStatusCode.NotFound, office.Status);
        Assert.IsType<Decision.Invalid>(await host.Get<SubmissionDesk>().ApproveAsync(seed.Id, host.Secretariat, null, Ct));
    }

    [Fact]
    public async Task A_warning_on_a_members_page_is_approved_with_a_reason_and_a_barrier_not_at_all()
    {
        var sent = await Sent.RegistrationAsync(host, Sent.Registration("見本測量2026/4/1"), SubmissionState.InCheck);
        using var office = await host.OpenAsync("yuki");
        await office.GoAsync($"/submissions/{sent.Id}/decisions/approve");
        await office.SubmitAsync("承認する");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.Status);
        Assert.EndsWith("「小さな修正」で直すか、直さない理由を入力してください。", Assert.Single(office.Mistakes), StringComparison.Ordinal);
        var input = office.Page.QuerySelector("[aria-labelledby=accessibility] textarea")!.GetAttribute("name")!;
        await office.SubmitAsync("承認する", (input, "商号の表記のままです。"));
        Assert.StartsWith("承認しました。", office.Said, StringComparison.Ordinal);
        await using var db = await host.DbAsync();
        var reason = await db.FindingReasons.SingleAsync(one => one.Text == "商号の表記のままです。", Ct);
        Assert.Equal((host.Secretariat.Id, 1), (reason.AuthorId, reason.RevisionNumber));
        Assert.NotNull(await host.PublicAsync(reason.ItemId));
        await office.GoAsync($"/items/members/{reason.ItemId}");
        Assert.Contains("直さない理由：商号の表記のままです。", office.Page.QuerySelector("[aria-labelledby=accessibility]")!.TextContent, StringComparison.Ordinal);

        var barred = await Sent.RegistrationAsync(host, Sent.Registration("見 本 測 量", "jiro@sokuryo.example"), SubmissionState.InCheck);
        await office.GoAsync($"/submissions/{barred.Id}/decisions/approve");
        await office.SubmitAsync("承認する");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.Status);
        Assert.All(office.Mistakes, mistake => Assert.EndsWith("「小さな修正」で直すか、差し戻してください。", mistake, StringComparison.Ordinal));
    }

    async Task<FormsProcess> StartAsync()
    {
        var forms = new FormsProcess(host);
        await forms.StartAsync();
        return forms;
    }

    [Fact]
    public async Task What_makes_no_page_has_no_preview()
    {
        var sent = await Sent.InquiryAsync(host);
        var refused = await Sent.RegistrationAsync(host, state: SubmissionState.Refused);
        using var office = await host.OpenAsync("yuki");
        foreach (var id in new[] { sent.Id, refused.Id })
        {
            await office.GoAsync($"/submissions/{id}");
            Assert.Null(office.Page.QuerySelector("iframe"));
            await office.GoAsync($"/submissions/{id}/preview");
            Assert.Equal(HttpStatusCode.NotFound, office.Status);
        }
    }
}
