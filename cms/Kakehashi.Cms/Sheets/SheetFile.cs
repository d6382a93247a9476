using System.Buffers.Binary;

namespace Kakehashi.Cms.Sheets;

/// <summary>Reads a spreadsheet that somebody handed in: CSV or XLSX, told by its content.</summary>
public static class SheetFile
{
    /// <summary>For the attribute <c>accept</c> of a file control.</summary>
    public const string Accepted = ".csv,.xlsx";

    /// <summary>Reads the first sheet.</summary>
    /// <returns>The sheet, or a Japanese sentence that says what to do; never both.</returns>
    public static async Task<(Sheet? Sheet, string? Problem)> ReadAsync(Stream file, CancellationToken ct)
    {
        var bytes = await TakeAsync(file, ct);
        if (bytes is null) return (null, $"ファイルが大きすぎます。{Sheet.MaxBytes / 1024 / 1024}MB以下にするか、行を分けてください。");
        if (bytes.Length == 0) return (null, "ファイルが空です。見出しと内容のある表を選んでください。");
        try
        {
            var sheet = Kind(bytes) switch
            {
                FileKind.Zip => XlsxReader.Read(bytes),
                FileKind.OldOrLocked => throw new SheetException("このファイルは古い形式（.xls）か、パスワードが付いています。表計算ソフトで「Excelブック（.xlsx）」として、パスワードなしで保存し直してください。"),
                _ => CsvReader.Read(bytes),
            };
            return sheet.Rows.Count > 0 ? (sheet, null) : (null, "表に文字がありません。見出しと内容のある表を選んでください。");
        }
        catch (SheetException exception)
        {
            return (null, exception.Message);
        }
    }

    static async Task<byte[]?> TakeAsync(Stream file, CancellationToken ct)
    {
        using var taken = new MemoryStream();
        var buffer = new byte[81_920];
        while (await file.ReadAsync(buffer, ct) is var count and > 0)
        {
            if (taken.Length + count > Sheet.MaxBytes) return null;
            taken.Write(buffer, 0, count);
        }
        return taken.ToArray();
    }

    enum FileKind { Text, Zip, OldOrLocked }

    static FileKind Kind(ReadOnlySpan<byte> bytes) => bytes.Length < 8 ? FileKind.Text : BinaryPrimitives.ReadUInt32BigEndian(bytes) switch
    {
        0x504B0304 => FileKind.Zip,
        0xD0CF11E0 => FileKind.OldOrLocked,
        _ => FileKind.Text,
    };
}

/// <summary>A file that cannot be read as a sheet.</summary>
/// <param name="message">Japanese sentences: what is wrong and what to do.</param>
sealed class SheetException(string message) : Exception(message);
