using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Kakehashi.Cms.Sheets;

/// <summary>Reads the first visible sheet of an Excel workbook, cell by cell: no formula runs, no link is followed, no picture is unpacked.</summary>
static class XlsxReader
{
    const int MaxParts = 2_000;
    const long MaxUnpacked = 200L * 1024 * 1024;

    // Mail addresses with a slip of the finger stand in many a list as links that are no addresses. Mending them needs a copy to write to.
    static readonly OpenSettings Settings = new()
    {
        MaxCharactersInPart = MaxUnpacked,
        AutoSave = false,
        RelationshipErrorHandlerFactory = RelationshipErrorHandler.CreateRewriterFactory((_, _, _) => "about:blank"),
    };

    /// <exception cref="SheetException">It is no workbook, or passes a limit.</exception>
    public static Sheet Read(byte[] bytes)
    {
        try
        {
            RefuseBombs(bytes);
            using var copy = new MemoryStream();
            copy.Write(bytes);
            using var document = SpreadsheetDocument.Open(copy, true, Settings);
            var workbook = document.WorkbookPart ?? throw NoWorkbook();
            var shown = workbook.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>()
                .FirstOrDefault(sheet => sheet.State is null || sheet.State.Value == SheetStateValues.Visible);
            if (shown?.Id?.Value is not { } id || !workbook.TryGetPartById(id, out var part) || part is not WorksheetPart sheet) throw NoWorkbook();
            return new XlsxCells(workbook).Read(sheet);
        }
        catch (Exception exception) when (exception is OpenXmlPackageException or InvalidDataException or XmlException or FileFormatException or IOException
            or FormatException or InvalidOperationException or ArgumentException or OverflowException or NotSupportedException or UriFormatException)
        {
            throw NoWorkbook();
        }
    }

    // What a directory entry states is also what is unpacked at most: the runtime stops there.
    static void RefuseBombs(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        if (archive.Entries.Count > MaxParts || archive.Entries.Sum(entry => Math.Max(0, entry.Length)) > MaxUnpacked)
            throw new SheetException("ファイルの中身が大きすぎます。要らないシートや書式を消すか、CSVとして保存し直してください。");
    }

    static SheetException NoWorkbook() => new("Excelブック（.xlsx）として読めません。表計算ソフトで開いて、保存し直してください。");
}
