using Kakehashi.Cms.MemberImport;
using Kakehashi.Cms.Sheets;
using Kakehashi.Cms.Tests.Setting;
using Kakehashi.Content;
using Kakehashi.Content.Folder;

namespace Kakehashi.Cms.Tests.MemberImport;

public sealed class MemberSheetTests
{
    static readonly ProgramSettings Program = ProgramFile.Read("program.yaml", Installation.Program).Settings!;

    static MemberSheet Read(params (string Heading, string Text)[][] members)
    {
        var headings = members.SelectMany(member => member.Select(cell => cell.Heading)).Distinct().ToList();
        List<SheetRow> rows = [new SheetRow(1, headings)];
        rows.AddRange(members.Select((member, index) => new SheetRow(index + 2, [.. headings.Select(heading => member.FirstOrDefault(cell => cell.Heading == heading).Text ?? "")])));
        return MemberSheet.Read(new Sheet(rows), Program);
    }

    internal static (string Heading, string Text)[] Member(params (string Heading, string Text)[] other) =>
    [
        .. ((string, string)[])[("名称", "見本測量株式会社"), ("名称のふりがな", "ミホンソクリョウ"), ("種別", "企業"), ("郵便番号", "〒３２０－００００"), ("所在地", "見本県架橋市見本町1番1号"),
            ("地域", "県北"), ("紹介", "測る会社です。"), ("担当者1氏名", "髙橋 一郎"), ("担当者1メールアドレス", "ICHIRO＠sokuryo.example"), ("担当者1電話番号", "028-000-0000")],
        .. other,
    ];

    static MemberRow Row((string, string)[] member) => Assert.Single(Read(member).Rows);

    [Fact]
    public void The_template_reads_as_a_member_without_problems()
    {
        var template = MemberColumns.Template(Program);
        var sheet = MemberSheet.Read(new Sheet([.. template.Select((cells, index) => new SheetRow(index + 1, [.. cells.Select(cell => cell ?? "")]))]), Program);
        Assert.Empty(sheet.Problems);
        Assert.Empty(Assert.Single(sheet.Rows).Problems);
        Assert.Equal(new DateOnly(2025, 4, 1), sheet.Rows[0].Joined);
    }

    [Fact]
    public void A_row_becomes_the_answers_of_the_registration_form()
    {
        var row = Row(Member(("得意な技術や取組", "測量、地図"), ("関心のある分野", "防災"), ("入会日", "令和7年4月1日"), ("お知らせメール", "希望")));
        Assert.Empty(row.Problems);
        Assert.Equal("髙橋 一郎", (string?)row.Answers["contacts"]![0]!["person"]!["name"]);
        Assert.Equal("みほんそくりょう", (string?)row.Answers["organisation-kana"]);
        Assert.Equal(("company", "north", "320-0000"), ((string?)row.Answers["kind"], (string?)row.Answers["area"], (string?)row.Answers["postal-code"]));
        Assert.Equal("disaster", (string?)row.Answers["interests"]![0]);
        Assert.True((bool?)row.Answers["mailing"]);
        Assert.Equal(new DateOnly(2025, 4, 1), row.Joined);
    }

    [Theory]
    [InlineData("種別", "会社", "C列「種別」")]
    [InlineData("地域", "県外のどこか", "F列「地域」")]
    [InlineData("担当者1メールアドレス", "ichiro@", "I列「担当者1メールアドレス」")]
    [InlineData("法人番号", "1234567890123", "K列「法人番号」")]
    [InlineData("入会日", "去年", "K列「入会日」")]
    [InlineData("お知らせメール", "たぶん", "K列「お知らせメール」")]
    [InlineData("紹介", "", "G列「紹介」")]
    [InlineData("名称", "見本\u0007測量", "A列「名称」")]
    public void A_mistake_names_row_and_column(string heading, string text, string column)
    {
        var row = Row(Member().Any(cell => cell.Heading == heading) ? [.. Member().Select(cell => cell.Heading == heading ? (heading, text) : cell)] : Member((heading, text)));
        Assert.False(row.IsReady);
        Assert.Contains(row.Problems, problem => problem is { IsError: true } && problem.Column == column);
    }

    [Fact]
    public void What_the_office_can_ask_later_does_not_stop_a_row()
    {
        var row = Row([.. Member().Where(cell => cell.Heading is not ("郵便番号" or "所在地" or "担当者1電話番号"))]);
        Assert.True(row.IsReady);
        Assert.Equal(3, row.Problems.Count);
    }

    [Fact]
    public void A_second_contact_person_needs_a_name_and_an_address()
    {
        var row = Row(Member(("担当者2氏名", "見本 次郎"), ("担当者2メールアドレス", "")));
        Assert.Contains(row.Problems, problem => problem is { IsError: true, Column: "L列「担当者2メールアドレス」" });
        Assert.True(Row(Member(("担当者2氏名", ""), ("担当者2メールアドレス", ""))).IsReady);
    }

    [Fact]
    public void Headings_that_are_missing_doubled_or_unknown_are_named()
    {
        var sheet = MemberSheet.Read(new Sheet([new SheetRow(1, ["名称", "名 称 ※", "備考"]), new SheetRow(2, ["a"])]), Program);
        Assert.Empty(sheet.Rows);
        Assert.Contains(sheet.Problems, problem => problem.Contains("「種別」", StringComparison.Ordinal));
        Assert.Contains("B列の見出し「名 称 ※」が重なっています。どちらかの列を消してください。", sheet.Problems);
        Assert.Contains("C列の見出し「備考」は、ひな形にありません。見出しを直すか、列を消してください。", sheet.Problems);
    }
}
