using System.Text;
using Kakehashi.Cms.Sheets;

namespace Kakehashi.Cms.Tests.Sheets;

public sealed class CsvTests
{
    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("shift_jis", false)]
    public async Task Japanese_csv_is_read_in_every_encoding_that_offices_use(string encoding, bool mark)
    {
        var how = encoding == "shift_jis" ? CodePagesEncodingProvider.Instance.GetEncoding(932)! : Encoding.GetEncoding(encoding);
        byte[] bytes = [.. mark ? how.GetPreamble() : [], .. how.GetBytes("名称,住所\r\n株式会社髙﨑①,\"栃木県\n宇都宮市\"\r\n\r\n～表～,\"引用\"\"符\"\r\n")];
        var sheet = await ReadAsync(bytes);
        Assert.Equal([1, 2, 4], sheet.Rows.Select(row => row.Number));
        Assert.Equal(["株式会社髙﨑①", "栃木県\n宇都宮市"], sheet.Rows[1].Cells);
        Assert.Equal(["～表～", "引用\"符"], sheet.Rows[2].Cells);
        Assert.Equal("", sheet.Rows[2][7]);
    }

    [Fact]
    public async Task Unicode_text_separated_by_tabs_is_read() =>
        Assert.Equal(["a", "b c"], (await ReadAsync("名称\tかな\na\tb c"u8.ToArray())).Rows[1].Cells);

    [Theory]
    [InlineData("a,b\n\"open,c\nd,e", "2行目の引用符")]
    [InlineData("a,b\n\"x\"y,c", "2行目の引用符")]
    [InlineData("a,b\0c", "表として読めない")]
    [InlineData("", "空です")]
    [InlineData("\r\n , \r\n", "文字がありません")]
    public async Task A_broken_file_is_refused_with_what_to_do(string text, string problem)
    {
        var (sheet, said) = await SheetFile.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), TestContext.Current.CancellationToken);
        Assert.Null(sheet);
        Assert.Contains(problem, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        foreach (var bytes in (byte[][])[[0x81, 0xFF, 0xFE, 0x80], [0xEF, 0xBB, 0xBF, 0xC3], [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0, 0, 13, 0xFF]])
            Assert.Contains("表として読めない", await ProblemAsync(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_beyond_the_limits_are_refused()
    {
        Assert.Contains("行が多すぎます", await ProblemAsync(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a\n", Sheet.MaxRows + 1)))), StringComparison.Ordinal);
        Assert.Contains("列が多すぎます", await ProblemAsync(Encoding.UTF8.GetBytes(new string(',', Sheet.MaxColumns) + "x")), StringComparison.Ordinal);
        Assert.Contains("1行目B列の文字が多すぎます", await ProblemAsync(Encoding.UTF8.GetBytes("a," + new string('x', Sheet.MaxCell + 1))), StringComparison.Ordinal);
        Assert.Contains("大きすぎます", await ProblemAsync(new byte[Sheet.MaxBytes + 1]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+81-28-000-0000")]
    [InlineData("-2+3")]
    [InlineData("@SUM(1)")]
    [InlineData("＝HYPERLINK(\"https://evil.example/\")")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠x")]
    [InlineData("  =1")]
    [InlineData("\u3000=1")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    public void No_cell_starts_a_formula(string text)
    {
        var written = Encoding.UTF8.GetString(CsvSheet.Write([[text]]));
        Assert.Matches("^\uFEFF\"?'", written);
        Assert.EndsWith("\r\n", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1")]
    [InlineData("'=1")]
    [InlineData("''=1")]
    [InlineData("'90年代")]
    [InlineData("a\"b,c\r\nd")]
    [InlineData("\u202E右から左\u0001𠮷野家")]
    public async Task What_was_written_is_read_back(string text) =>
        Assert.Equal(["名称", text, "x"], (await ReadAsync(CsvSheet.Write([["名称", text, "x"]]))).Rows.Single().Cells);

    [Fact]
    public void The_file_opens_in_a_spreadsheet_by_a_double_click()
    {
        byte[] bytes = CsvSheet.Write([["名称", null], ["a,b", "c"]]);
        Assert.Equal("\uFEFF名称,\r\n\"a,b\",c\r\n", new UTF8Encoding(true).GetString(bytes));
    }

    internal static async Task<Sheet> ReadAsync(byte[] bytes)
    {
        var (sheet, problem) = await SheetFile.ReadAsync(new MemoryStream(bytes), TestContext.Current.CancellationToken);
        Assert.Null(problem);
        return sheet!;
    }

    internal static async Task<string> ProblemAsync(byte[] bytes)
    {
        var (sheet, problem) = await SheetFile.ReadAsync(new MemoryStream(bytes), TestContext.Current.CancellationToken);
        Assert.Null(sheet);
        return problem!;
    }
}
