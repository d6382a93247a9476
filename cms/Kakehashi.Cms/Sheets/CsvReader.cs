using System.Text;
using CsvHelper;

namespace Kakehashi.Cms.Sheets;

/// <summary>Reads CSV as spreadsheets and systems in Japan write it: UTF-8 with or without a mark, UTF-16 with one, or CP932 (Shift_JIS).</summary>
static class CsvReader
{
    static readonly Encoding Cp932 = CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    static readonly CsvReaderOptions Options = new() { HasHeader = false, SkipEmptyLines = false, MalformedData = CsvMalformedDataHandling.Throw };

    /// <exception cref="SheetException">It is no table, or passes a limit.</exception>
    public static Sheet Read(byte[] bytes)
    {
        var text = Decode(bytes);
        if (text.Contains('\0', StringComparison.Ordinal)) throw NoTable();
        var rows = new SheetRows();
        using var reader = CsvHelper.CsvReader.FromText(text, Options with { Separator = SeparatorOf(text) });
        try
        {
            while (reader.Read()) rows.Add((int)reader.RowNumber, [.. reader.Current.ToArray().Select(Formulas.Restore)]);
        }
        catch (CsvFormatException exception)
        {
            throw new SheetException($"{exception.RecordNumber}行目の引用符「\"」の使い方が違うか、閉じていません。表計算ソフトでCSVとして保存し直してください。");
        }
        return rows.ToSheet();
    }

    static string Decode(byte[] bytes)
    {
        try
        {
            return bytes switch
            {
                [0xEF, 0xBB, 0xBF, ..] => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.AsSpan(3)),
                [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes.AsSpan(2)),
                [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes.AsSpan(2)),
                _ => WithoutMark(bytes),
            };
        }
        catch (DecoderFallbackException)
        {
            throw NoTable();
        }
    }

    // Japanese in CP932 is hardly ever valid UTF-8, so the stricter one is tried first.
    static string WithoutMark(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Cp932.GetString(bytes);
        }
    }

    // "Unicode text" of spreadsheets is separated by tabs.
    static char SeparatorOf(string text)
    {
        var heading = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : text.Length);
        return heading.Contains('\t') && !heading.Contains(',') ? '\t' : ',';
    }

    static SheetException NoTable() => new("表として読めないファイルです。表計算ソフトで「CSV UTF-8」か「Excelブック（.xlsx）」として保存し直してください。");
}
