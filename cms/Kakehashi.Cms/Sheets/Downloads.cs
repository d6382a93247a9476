namespace Kakehashi.Cms.Sheets;

/// <summary>Tables as answers that a browser saves and never shows.</summary>
static class Downloads
{
    /// <param name="name">ASCII, without ending.</param>
    /// <param name="rows">The heading first.</param>
    public static IResult Csv(string name, IEnumerable<IReadOnlyList<string?>> rows) => Results.File(CsvSheet.Write(rows), CsvSheet.ContentType, name + ".csv");

    /// <inheritdoc cref="Csv"/>
    /// <param name="sheet">Name of the sheet.</param>
    public static IResult Xlsx(string name, string sheet, IEnumerable<IReadOnlyList<string?>> rows) => Results.File(XlsxSheet.Write(sheet, rows), XlsxSheet.ContentType, name + ".xlsx");
}
