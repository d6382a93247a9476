using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Kakehashi.Content;

namespace Kakehashi.Cms.Sheets;

/// <summary>Turns the cells of a workbook into the text that a person sees in them.</summary>
sealed class XlsxCells
{
    // Formats 27–36 and 50–58 are the Japanese dates, eras included.
    static readonly HashSet<uint> BuiltInDates = [.. Range(14, 22), .. Range(27, 36), .. Range(45, 47), .. Range(50, 58)];

    readonly List<string> strings = [];
    readonly List<bool> dates = [];
    readonly bool since1904;

    public XlsxCells(WorkbookPart workbook)
    {
        since1904 = workbook.Workbook.WorkbookProperties?.Date1904?.Value == true;
        if (workbook.SharedStringTablePart is { } shared) ReadStrings(shared);
        if (workbook.WorkbookStylesPart?.Stylesheet is { } styles) ReadFormats(styles);
    }

    /// <exception cref="SheetException">It passes a limit.</exception>
    public Sheet Read(WorksheetPart sheet)
    {
        var rows = new SheetRows();
        using var reader = OpenXmlReader.Create(sheet);
        var (number, column, cells) = (0, 0, new List<string>());
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Row) && reader.IsStartElement)
            {
                number = Attribute(reader, "r") is { } stated ? int.Parse(stated, NumberStyles.None, CultureInfo.InvariantCulture) : number + 1;
                (column, cells) = (0, []);
            }
            else if (reader.ElementType == typeof(Row) && reader.IsEndElement) rows.Add(number, cells);
            else if (reader.ElementType == typeof(Cell) && reader.LoadCurrentElement() is Cell cell)
            {
                if (cell.CellReference?.Value is { } reference) column = ColumnOf(reference);
                if (TextOf(cell) is { Length: > 0 } text)
                {
                    if (column >= Sheet.MaxColumns) throw new SheetException($"{number}行目の列が多すぎます。{Sheet.MaxColumns}列以下にしてください。");
                    while (cells.Count < column) cells.Add("");
                    cells.Add(text);
                }
                column++;
            }
        }
        return rows.ToSheet();
    }

    string TextOf(Cell cell)
    {
        var value = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value ?? CellValues.Number;
        if (type == CellValues.SharedString) return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < strings.Count ? strings[index] : "";
        if (type == CellValues.InlineString) return cell.InlineString is { } inline ? Joined(inline.Elements()) : "";
        if (type == CellValues.Boolean) return value == "1" ? "TRUE" : "FALSE";
        if (type != CellValues.Number || !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return value;
        return cell.StyleIndex?.Value is { } style && style < dates.Count && dates[(int)style] && Date(number) is { } date ? date : Number(number);
    }

    // Spreadsheets show fifteen digits; a number of thirteen must not become 1.23E+12.
    static string Number(double number) => number == Math.Truncate(number) && Math.Abs(number) < 1e15
        ? number.ToString("F0", CultureInfo.InvariantCulture)
        : number.ToString("G15", CultureInfo.InvariantCulture);

    string? Date(double serial)
    {
        // Day 60 is the 29 February 1900 that never was.
        var days = since1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
        if (days is < 1 or >= 2_958_466) return null;
        var at = DateTime.FromOADate(days);
        at = new DateTime((at.Ticks + TimeSpan.TicksPerSecond / 2) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond);
        return at.TimeOfDay == TimeSpan.Zero ? JapaneseTime.Format(DateOnly.FromDateTime(at)) : at.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
    }

    void ReadStrings(SharedStringTablePart shared)
    {
        using var reader = OpenXmlReader.Create(shared);
        var characters = 0L;
        while (reader.Read())
        {
            if (reader.ElementType != typeof(SharedStringItem) || reader.LoadCurrentElement() is not SharedStringItem item) continue;
            strings.Add(Joined(item.Elements()));
            characters += strings[^1].Length;
            if (characters > Sheet.MaxText || strings.Count > Sheet.MaxRows * Sheet.MaxColumns) throw new SheetException("表の文字が多すぎます。行を分けてください。");
        }
    }

    // The furigana that spreadsheets keep beside a text is not part of it.
    static string Joined(IEnumerable<OpenXmlElement> elements)
    {
        var text = new StringBuilder();
        foreach (var element in elements)
            if (element is Text plain) text.Append(plain.Text);
            else if (element is Run run) text.Append(run.Text?.Text);
        return text.ToString();
    }

    void ReadFormats(Stylesheet styles)
    {
        var own = styles.NumberingFormats?.Elements<NumberingFormat>()
            .Where(format => format.NumberFormatId is not null)
            .GroupBy(format => format.NumberFormatId!.Value)
            .ToDictionary(same => same.Key, same => IsDate(same.First().FormatCode?.Value ?? "")) ?? [];
        foreach (var format in styles.CellFormats?.Elements<CellFormat>() ?? [])
        {
            var id = format.NumberFormatId?.Value ?? 0;
            dates.Add(own.TryGetValue(id, out var date) ? date : BuiltInDates.Contains(id));
        }
    }

    /// <summary>Whether a format code shows a date: it has a letter of one outside quotes and brackets.</summary>
    internal static bool IsDate(string code)
    {
        for (var i = 0; i < code.Length; i++)
        {
            if (code[i] is '\\' or '_' or '*') i++;
            else if (code[i] is '"' or '[')
            {
                var end = code.IndexOf(code[i] == '"' ? '"' : ']', i + 1);
                if (end < 0) return false;
                i = end;
            }
            else if (code[i] is 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S') return true;
        }
        return false;
    }

    static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter)) column = checked(column * 26 + char.ToUpperInvariant(letter) - 'A' + 1);
        return column > 0 ? column - 1 : throw new FormatException("A cell without a column.");
    }

    static string? Attribute(OpenXmlReader reader, string name) => reader.Attributes.Where(attribute => attribute.LocalName == name).Select(attribute => attribute.Value).FirstOrDefault();

    static IEnumerable<uint> Range(uint first, uint last) => Enumerable.Range((int)first, (int)(last - first + 1)).Select(id => (uint)id);
}
