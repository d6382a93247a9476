using System.Text;

namespace Kakehashi.Site.Outputs;

/// <summary>Tables as CSV (RFC 4180), UTF-8 with a byte order mark, so that Excel reads them as Japanese.</summary>
static class CsvFile
{
    /// <summary>Whole file.</summary>
    /// <param name="rows">The heads first.</param>
    public static ReadOnlyMemory<byte> Write(IEnumerable<IReadOnlyList<string>> rows) =>
        Encoding.UTF8.GetBytes("\uFEFF" + string.Concat(rows.Select(row => string.Join(',', row.Select(Cell)) + "\r\n")));

    // A spreadsheet would take a text that begins so for a formula.
    static string Cell(string text) => $"\"{(text is ['=' or '+' or '-' or '@' or '\t', ..] ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
