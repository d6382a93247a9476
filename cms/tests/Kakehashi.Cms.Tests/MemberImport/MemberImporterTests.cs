using System.Net;
using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.MemberImport;
using Kakehashi.Cms.Members;
using Kakehashi.Cms.Sheets;
using Kakehashi.Cms.Tests.Screens;
using Kakehashi.Content;
using Kakehashi.Content.Types;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Tests.MemberImport;

public sealed class MemberImporterTests(StaffHost host) : IClassFixture<StaffHost>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static (string Heading, string Text)[] Member(string name, params (string Heading, string Text)[] other) =>
        [.. MemberSheetTests.Member().Select(cell => cell.Heading == "名称" ? (cell.Heading, name) : cell), .. other];

    static Sheet SheetOf(params (string Heading, string Text)[][] members)
    {
        var headings = members.SelectMany(member => member.Select(cell => cell.Heading)).Distinct().ToList();
        List<SheetRow> rows = [new(1, headings), .. members.Select((member, index) => new SheetRow(index + 2, [.. headings.Select(heading => member.FirstOrDefault(cell => cell.Heading == heading).Text ?? "")]))];
        return new Sheet(rows);
    }

    Task<MemberImportReport> RunAsync(Sheet sheet, bool dryRun = false) => host.Get<MemberImporter>().RunAsync(sheet, dryRun, Actor.System, Ct);

    [Fact]
    public async Task A_list_becomes_public_members_with_contacts_and_a_second_time_changes_nothing()
    {
        var sheet = SheetOf([.. Enumerable.Range(1, 30).Select(number => Member($"取込み工業{number}号株式会社", ("入会日", "2025-04-01")))]);
        Assert.Equal(30, (await RunAsync(sheet, dryRun: true)).Count(RowOutcome.New));
        await using var db = await host.DbAsync();
        Assert.False(await db.Members.AnyAsync(member => member.Name.StartsWith("取込み工業"), Ct));
        Assert.Equal(30, (await RunAsync(sheet)).Count(RowOutcome.New));
        var member = await db.Members.SingleAsync(one => one.Name == "取込み工業7号株式会社", Ct);
        Assert.Equal("取込み工業7号株式会社", (string?)(await host.PublicAsync(member.ItemId))!.Values["title"]);
        Assert.Equal("office", (string?)(await host.PublicAsync(member.ItemId))!.Values["section"]);
        Assert.Equal(JapaneseTime.Parse("2025-04-01")!.Value, member.JoinedAt);
        var contact = Assert.Single(await host.Get<MemberContacts>().OfAsync(db, member.Id, Ct));
        Assert.Equal(("髙橋 一郎", "ICHIRO@sokuryo.example", false, null), (contact.Person.Name, contact.Person.Email, contact.Contact.Mailing, contact.Contact.ConfirmedAt));
        var again = await RunAsync(sheet);
        Assert.Equal((0, 30), (again.Count(RowOutcome.New), again.Count(RowOutcome.Known)));
        Assert.Equal(30, await db.Members.CountAsync(one => one.Name.StartsWith("取込み工業"), Ct));
    }

    [Fact]
    public async Task What_goes_out_comes_in_again_as_known()
    {
        await RunAsync(SheetOf(Member("持ち出し計測株式会社", ("法人番号", "8700110005901"), ("お知らせメール", "はい"), ("入会日", "2025-04-01"))));
        var rows = await host.Get<MemberList>().RowsAsync(Actor.System, Ct);
        var row = Assert.Single(rows, row => row[0] == "持ち出し計測株式会社");
        string? Cell(string heading) => row[rows[0].ToList().IndexOf(heading)];
        Assert.Equal(("8700110005901", "はい", "2025-04-01", "髙橋 一郎"), (Cell("法人番号"), Cell("お知らせメール"), Cell("入会日"), Cell("担当者1氏名")));
        var again = await RunAsync(new Sheet([.. rows.Select((cells, index) => new SheetRow(index + 1, [.. cells.Select(cell => cell ?? "")]))]), dryRun: true);
        Assert.Equal((0, 0), (again.Count(RowOutcome.New), again.Count(RowOutcome.Refused)));
        Assert.NotEmpty(await host.Get<Cms.Personal.ViewLog>().OfAsync("members", Ct));
    }

    [Fact]
    public async Task A_page_that_stands_already_becomes_the_members_page()
    {
        var page = await host.PublishAsync(ContentType.Of<Member>(), "tatsu", new()
        {
            ["title"] = "先に立つ株式会社", ["kana"] = "さきにたつ", ["kind"] = "company", ["area"] = "north", ["summary"] = "前からの紹介です。", ["section"] = "office",
        });
        Assert.Equal(1, (await RunAsync(SheetOf(Member("（株）先に立つ")))).Count(RowOutcome.New));
        await using var db = await host.DbAsync();
        Assert.Equal("（株）先に立つ", (await db.Members.SingleAsync(member => member.ItemId == page.Id, Ct)).Name);
        Assert.Equal("前からの紹介です。", (string?)(await host.PublicAsync(page.Id))!.Values["summary"]);
    }

    [Fact]
    public async Task Duplicates_are_reported_by_row_and_what_is_only_alike_is_told()
    {
        Assert.Equal(1, (await RunAsync(SheetOf(Member("重なり株式会社", ("法人番号", "8700110005901"), ("ウェブサイト", "https://www.kasanari.example/"))))).Count(RowOutcome.New));
        var report = await RunAsync(SheetOf(
            Member("カサナリ 株式会社"), Member("かさなり(株)"), Member("べつの会社", ("法人番号", "8700110005901")), Member("もう一つ", ("ウェブサイト", "https://kasanari.example/en/")),
            Member("研究大学", ("研究室・部署", "一研")), Member("研究大学", ("研究室・部署", "二研")), Member("誤り", ("法人番号", "8700110005902"))), dryRun: true);
        Assert.Equal([RowOutcome.New, RowOutcome.Refused, RowOutcome.New, RowOutcome.New, RowOutcome.New, RowOutcome.New, RowOutcome.Refused], report.Rows.Select(row => row.Outcome));
        Assert.Contains(report.Rows[1].Problems, problem => problem.Message.StartsWith("2行目と名称が同じです", StringComparison.Ordinal));
        Assert.Contains(report.Rows[2].Problems, problem => !problem.IsError && problem.Message.Contains("法人番号が会員「重なり株式会社」", StringComparison.Ordinal));
        Assert.Contains(report.Rows[3].Problems, problem => !problem.IsError && problem.Message.Contains("ウェブサイトが会員「重なり株式会社」", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_secretariat_looks_at_every_row_before_it_imports()
    {
        using var office = await host.OpenAsync("yuki");
        await office.GoAsync("/member-import");
        await office.UploadAsync("確かめる", "file", "kaiin.csv", "名称,備考\nx,y"u8.ToArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.Status);
        Assert.Contains(office.Mistakes, mistake => mistake.Contains("B列の見出し「備考」", StringComparison.Ordinal));
        var good = Member("画面から取り込む会社");
        var rows = CsvSheet.Write([[.. good.Select(cell => cell.Heading)], [.. good.Select(cell => cell.Text)], [.. Member(Submissions.Sent.Hostile).Select(cell => cell.Heading == "種別" ? "会社" : cell.Text)]]);
        await office.UploadAsync("確かめる", "file", "kaiin.csv", rows);
        Assert.Equal("取り込む前の確認", office.Heading);
        Assert.Contains("新しい会員1件、登録済み0件、取り込めないもの1件", office.Page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Submissions.Sent.Hostile, office.Page.QuerySelector("#outcome-Refused ~ table tbody th")!.TextContent.Trim());
        await office.SubmitAsync("取り込む");
        Assert.StartsWith("1件の会員を取り込みました。", office.Said, StringComparison.Ordinal);
        await using var db = await host.DbAsync();
        Assert.True(await db.Members.AnyAsync(member => member.Name == "画面から取り込む会社", Ct));
    }

    [Fact]
    public async Task A_kept_list_is_its_owners_alone()
    {
        var held = host.Get<HeldSheets>();
        var id = await held.KeepAsync([1, 2, 3], host.Secretariat, Ct);
        Assert.Null(await held.FindAsync(id, host.Editor, Ct));
        Assert.Equal([1, 2, 3], (await held.FindAsync(id, host.Secretariat, Ct))!);
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.Combine(host.Options.DataDirectory, "member-imports")), file => File.ReadAllBytes(file).AsSpan().IndexOf((ReadOnlySpan<byte>)[1, 2, 3]) >= 0);
        foreach (var user in (string[])["hana", "ken", "sota"])
        {
            using var browser = await host.OpenAsync(user);
            await browser.GoAsync("/member-import");
            Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        }
    }
}
