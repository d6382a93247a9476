using System.Globalization;

namespace Kakehashi.Cms.Sheets;

/// <summary>Collects the rows of a file and stops where a limit is passed, so that no file costs more than a sheet may.</summary>
sealed class SheetRows
{
    readonly List<SheetRow> rows = [];
    int characters;

    /// <exception cref="SheetException">There are more rows, columns or characters than a sheet may have.</exception>
    public void Add(int number, IReadOnlyList<string> cells)
    {
        if (number > Sheet.MaxRows) throw new SheetException($"行が多すぎます。{Sheet.MaxRows.ToString("N0", CultureInfo.InvariantCulture)}行以下に分けてください。");
        var last = cells.Count;
        while (last > 0 && string.IsNullOrWhiteSpace(cells[last - 1])) last--;
        if (last == 0) return;
        if (last > Sheet.MaxColumns) throw new SheetException($"{number}行目の列が多すぎます。{Sheet.MaxColumns}列以下にしてください。");
        for (var column = 0; column < last; column++) Count(number, column, cells[column]);
        rows.Add(new SheetRow(number, [.. cells.Take(last)]));
    }

    public Sheet ToSheet() => new(rows);

    void Count(int number, int column, string cell)
    {
        if (cell.Length > Sheet.MaxCell) throw new SheetException($"{number}行目{SheetRow.ColumnName(column)}列の文字が多すぎます。{Sheet.MaxCell.ToString("N0", CultureInfo.InvariantCulture)}字以下にしてください。");
        characters += cell.Length;
        if (characters > Sheet.MaxText) throw new SheetException("表の文字が多すぎます。行を分けてください。");
    }
}
