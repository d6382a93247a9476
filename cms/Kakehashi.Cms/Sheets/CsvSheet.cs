using CsvHelper;

namespace Kakehashi.Cms.Sheets;

/// <summary>Writes CSV that spreadsheets open by a double click: UTF-8 with a mark, CRLF, RFC 4180, no formula ever.</summary>
public static class CsvSheet
{
    public const string ContentType = "text/csv; charset=utf-8";

    /// <summary>A whole file.</summary>
    /// <param name="rows">The heading first; cells null = empty.</param>
    public static byte[] Write(IEnumerable<IReadOnlyList<string?>> rows)
    {
        using var file = new MemoryStream();
        using (var writer = CsvWriter.Create(file, new CsvWriterOptions { WriteByteOrderMark = true, ValidateFieldCount = false }, leaveOpen: true))
        {
            foreach (var row in rows)
            {
                foreach (var cell in row) writer.WriteField(Formulas.Neutralise(cell ?? ""));
                writer.EndRecord();
            }
        }
        return file.ToArray();
    }
}
