using System.IO.Compression;
using System.Text;

namespace Kakehashi.Cms.Tests.Sheets;

/// <summary>Workbooks written part by part, as other programs and attackers write them.</summary>
static class Workbook
{
    const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    public static string Sheet(string rows) => $"<worksheet {Main}><sheetData>{rows}</sheetData></worksheet>";

    public static string Strings(string items) => $"<sst {Main}>{items}</sst>";

    public static string Styles(string formats, params int[] used) =>
        $"<styleSheet {Main}><numFmts>{formats}</numFmts><cellXfs>{string.Concat(used.Select(id => $"<xf numFmtId=\"{id}\"/>"))}</cellXfs></styleSheet>";

    /// <param name="sheetRelations">Relations of the sheet, or null.</param>
    public static byte[] Of(string sheet, string? strings = null, string? styles = null, string properties = "", string? sheetRelations = null, string hidden = "")
    {
        var relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        return Zip(
            ("[Content_Types].xml", Types()),
            ("_rels/.rels", Relations($"<Relationship Id=\"r1\" Type=\"{relation}/officeDocument\" Target=\"xl/workbook.xml\"/>")),
            ("xl/workbook.xml", $"<workbook {Main} xmlns:r=\"{relation}\">{properties}<sheets>{(hidden.Length > 0 ? "<sheet name=\"隠し\" sheetId=\"2\" state=\"hidden\" r:id=\"r4\"/>" : "")}<sheet name=\"会員\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", Relations(
                $"<Relationship Id=\"r1\" Type=\"{relation}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{relation}/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"r3\" Type=\"{relation}/styles\" Target=\"styles.xml\"/><Relationship Id=\"r4\" Type=\"{relation}/worksheet\" Target=\"worksheets/sheet2.xml\"/>")),
            ("xl/worksheets/sheet1.xml", sheet),
            ("xl/worksheets/sheet2.xml", hidden.Length > 0 ? hidden : Sheet("")),
            ("xl/worksheets/_rels/sheet1.xml.rels", sheetRelations ?? Relations("")),
            ("xl/sharedStrings.xml", strings ?? Strings("")),
            ("xl/styles.xml", styles ?? Styles("")));
    }

    public static string Relations(string relations) => $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}</Relationships>";

    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
            foreach (var (name, text) in parts)
            {
                using var part = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        return file.ToArray();
    }

    static string Types()
    {
        const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        return $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Kind}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="{Kind}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{Kind}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="{Kind}.styles+xml"/></Types>
            """;
    }
}
