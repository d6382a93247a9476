namespace Kakehashi.Cms.Sheets;

/// <summary>A table as people keep it: rows of text.</summary>
/// <param name="Rows">In the order of the file; rows without any text are left out.</param>
public sealed record Sheet(IReadOnlyList<SheetRow> Rows)
{
    /// <summary>Largest file that is read, in bytes.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>Most rows that are read, those without text included.</summary>
    public const int MaxRows = 20_000;

    /// <summary>Columns that are read; text beyond them is refused.</summary>
    public const int MaxColumns = 200;

    /// <summary>Characters of one cell: what spreadsheets themselves hold.</summary>
    public const int MaxCell = 32_767;

    /// <summary>Characters of all cells together.</summary>
    public const int MaxText = 20_000_000;
}

/// <summary>One row.</summary>
/// <param name="Number">As the spreadsheet shows it, from 1.</param>
/// <param name="Cells">By column, trailing blanks trimmed away; never null.</param>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>Text of a column from 0; empty where the row ends before it.</summary>
    public string this[int column] => column < Cells.Count ? Cells[column] : "";

    /// <summary>Name of a column from 0 as spreadsheets show it: A, B … Z, AA.</summary>
    public static string ColumnName(int column) =>
        (column < 26 ? "" : ColumnName(column / 26 - 1)) + (char)('A' + column % 26);
}
