using System.IO.Compression;
using Kakehashi.Cms.Sheets;

namespace Kakehashi.Cms.Tests.Sheets;

public sealed class XlsxTests
{
    [Fact]
    public async Task Cells_are_read_as_they_are_shown()
    {
        var strings = Workbook.Strings("<si><t>名称</t></si><si><r><t>株式会社</t></r><r><t>見本</t></r><rPh sb=\"0\" eb=\"4\"><t>カブシキガイシャミホン</t></rPh></si>");
        var styles = Workbook.Styles("<numFmt numFmtId=\"170\" formatCode=\"[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/><numFmt numFmtId=\"171\" formatCode=\"&quot;dm&quot;0.0\"/>", 0, 14, 170, 171, 22, 57);
        var sheet = await CsvTests.ReadAsync(Workbook.Of(Workbook.Sheet("""
            <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><t>直書き</t></is></c></row>
            <row r="5"><c t="s"><v>1</v></c><c><v>1234567890123</v></c><c s="1"><v>46113</v></c><c s="2"><v>46113</v></c><c s="3"><v>46113</v></c><c s="4"><v>46113.375</v></c><c s="5"><v>46113</v></c><c t="b"><v>1</v></c><c t="str"><f>A1&amp;"!"</f><v>計算済み</v></c><c><v>0.30000000000000004</v></c></row>
            """), strings, styles));
        Assert.Equal([2, 5], sheet.Rows.Select(row => row.Number));
        Assert.Equal(["名称", "", "直書き"], sheet.Rows[0].Cells);
        Assert.Equal(["株式会社見本", "1234567890123", "2026-04-01", "2026-04-01", "46113", "2026-04-01T09:00", "2026-04-01", "TRUE", "計算済み", "0.3"], sheet.Rows[1].Cells);
    }

    [Theory]
    [InlineData("", "1900-01-01")]
    [InlineData("<workbookPr date1904=\"1\"/>", "1904-01-02")]
    public async Task Days_are_counted_from_where_the_workbook_counts(string properties, string date) =>
        Assert.Equal([date], (await CsvTests.ReadAsync(Workbook.Of(Workbook.Sheet("<row><c s=\"0\"><v>1</v></c></row>"), styles: Workbook.Styles("", 14), properties: properties))).Rows[0].Cells);

    [Fact]
    public async Task The_first_visible_sheet_is_read() =>
        Assert.Equal(["見える"], (await CsvTests.ReadAsync(Workbook.Of(Workbook.Sheet("<row><c t=\"inlineStr\"><is><t>見える</t></is></c></row>"), hidden: Workbook.Sheet("<row><c><v>1</v></c></row>")))).Rows[0].Cells);

    [Fact]
    public async Task A_link_that_is_no_address_does_not_spoil_the_sheet()
    {
        var relations = Workbook.Relations("<Relationship Id=\"l1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"mailto:a b@@見本 .example\" TargetMode=\"External\"/>");
        Assert.Equal(["1"], (await CsvTests.ReadAsync(Workbook.Of(Workbook.Sheet("<row><c><v>1</v></c></row>"), sheetRelations: relations))).Rows[0].Cells);
    }

    [Fact]
    public async Task Entities_are_not_expanded()
    {
        var laughs = "<!DOCTYPE worksheet [<!ENTITY a \"笑\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY x SYSTEM \"file:///etc/hostname\">]>";
        foreach (var entity in (string[])["&b;", "&x;"])
            Assert.Contains("として読めません", await CsvTests.ProblemAsync(Workbook.Of(laughs + Workbook.Sheet($"<row><c t=\"inlineStr\"><is><t>{entity}</t></is></c></row>"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_file_that_unpacks_to_a_huge_one_is_refused()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Optimal).Open();
            var blanks = new byte[1 << 20];
            for (var i = 0; i < 220; i++) part.Write(blanks);
        }
        Assert.True(file.Length < Sheet.MaxBytes);
        Assert.Contains("中身が大きすぎます", await CsvTests.ProblemAsync(file.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_size_that_the_directory_understates_is_not_unpacked()
    {
        var bytes = Workbook.Of(Workbook.Sheet(string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 19_000))));
        // Both sizes that the archive states for every part become 100 bytes.
        for (var i = 0; i < bytes.Length - 28; i++)
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] is 1 && bytes[i + 3] is 2) BitConverter.GetBytes(100).CopyTo(bytes, i + 24);
        Assert.Contains("として読めません", await CsvTests.ProblemAsync(bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<row r=\"20001\"><c><v>1</v></c></row>", "行が多すぎます")]
    [InlineData("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>", "列が多すぎます")]
    [InlineData("<row r=\"1\"><c r=\"ZZZZZZZZZZ1\"><v>1</v></c></row>", "として読めません")]
    [InlineData("<row r=\"99999999999\"><c><v>1</v></c></row>", "として読めません")]
    [InlineData("<row r=\"-1\"><c><v>1</v></c></row>", "として読めません")]
    [InlineData("<row><c t=\"s\"><v>4000000000</v></c></row>", "文字がありません")]
    [InlineData("<row><c t=\"nonsense\"><v>1</v></c></row>", "として読めません")]
    [InlineData("<row><c", "として読めません")]
    public async Task Hostile_cells_are_refused(string rows, string problem) =>
        Assert.Contains(problem, await CsvTests.ProblemAsync(Workbook.Of(Workbook.Sheet(rows))), StringComparison.Ordinal);

    [Fact]
    public async Task Other_archives_and_locked_workbooks_are_refused()
    {
        Assert.Contains("として読めません", await CsvTests.ProblemAsync(Workbook.Zip(("word/document.xml", "<a/>"))), StringComparison.Ordinal);
        Assert.Contains("として読めません", await CsvTests.ProblemAsync("PK\u0003\u0004 and nothing else"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("パスワード", await CsvTests.ProblemAsync([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_bytes_never_do_more_than_be_refused()
    {
        var whole = XlsxSheet.Write("会員", [["名称", "かな"], ["見本工業", "みほんこうぎょう"]]);
        var random = new Random(20260401);
        for (var i = 0; i < 400; i++)
        {
            var bytes = whole[..random.Next(8, whole.Length + 1)];
            for (var j = random.Next(0, 8); j > 0; j--) bytes[random.Next(4, bytes.Length)] = (byte)random.Next(256);
            var (sheet, problem) = await SheetFile.ReadAsync(new MemoryStream(bytes), TestContext.Current.CancellationToken);
            Assert.True(sheet is null != problem is null);
        }
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("0280000000")]
    [InlineData("  空白 \n改行")]
    [InlineData("𠮷野家<script>&amp;")]
    public async Task What_was_written_is_read_back_as_text(string text) =>
        Assert.Equal(["名称", text, "x"], (await CsvTests.ReadAsync(XlsxSheet.Write("会員", [["名称", text, "x"], [null, ""]]))).Rows.Single().Cells);

    [Fact]
    public async Task Characters_that_xml_has_no_place_for_are_replaced() =>
        Assert.Equal(["a\uFFFDb\uFFFD"], (await CsvTests.ReadAsync(XlsxSheet.Write("会員", [["a\u0001b\uD800"]]))).Rows[0].Cells);
}
