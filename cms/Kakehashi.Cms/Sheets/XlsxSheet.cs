using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Kakehashi.Cms.Sheets;

/// <summary>Writes an Excel workbook of one sheet. Every cell is text, so that numbers keep their zeros and nothing can run.</summary>
public static class XlsxSheet
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>A whole file; its heading stays in sight when scrolling.</summary>
    /// <param name="name">Name of the sheet, at most 31 characters without <c>\ / ? * [ ] :</c>.</param>
    /// <param name="rows">The heading first; cells null = empty.</param>
    public static byte[] Write(string name, IEnumerable<IReadOnlyList<string?>> rows)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            using (var writer = OpenXmlWriter.Create(sheet)) WriteSheet(writer, rows);
            workbook.Workbook = new Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets(
                new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = name, SheetId = 1, Id = workbook.GetIdOfPart(sheet) }));
        }
        return file.ToArray();
    }

    static void WriteSheet(OpenXmlWriter writer, IEnumerable<IReadOnlyList<string?>> rows)
    {
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = 18, BaseColumnWidth = 16 });
        writer.WriteStartElement(new SheetData());
        var number = 0;
        foreach (var row in rows)
        {
            writer.WriteStartElement(new Row { RowIndex = (uint)++number });
            for (var column = 0; column < row.Count; column++)
                if (row[column] is { Length: > 0 } text) writer.WriteElement(CellOf(text, number, column));
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    static Cell CellOf(string text, int row, int column) => new(new InlineString(new Text(Writable(text)) { Space = SpaceProcessingModeValues.Preserve }))
    {
        DataType = CellValues.InlineString,
        CellReference = SheetRow.ColumnName(column) + row.ToString(System.Globalization.CultureInfo.InvariantCulture),
        StyleIndex = row == 1 ? 1u : 0u,
    };

    // XML 1.0 has no place for control characters and half surrogate pairs.
    static string Writable(string text)
    {
        if (text.Length > Sheet.MaxCell) text = text[..Sheet.MaxCell];
        return string.Create(text.Length, text, (to, from) =>
        {
            for (var i = 0; i < from.Length; i++)
                to[i] = System.Xml.XmlConvert.IsXmlChar(from[i])
                    || char.IsHighSurrogate(from[i]) && i + 1 < from.Length && char.IsLowSurrogate(from[i + 1])
                    || char.IsLowSurrogate(from[i]) && i > 0 && char.IsHighSurrogate(from[i - 1]) ? from[i] : '\uFFFD';
        });
    }

    // Style 0 is text ("@", format 49), style 1 the same in bold.
    static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true, FontId = 1, ApplyFont = true }));
}
