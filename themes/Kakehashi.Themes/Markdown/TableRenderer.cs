using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Kakehashi.Themes.Markdown;

/// <summary>Writes a table inside a region that scrolls by keyboard, with header cells that name their direction and no inline style.</summary>
/// <remarks>JIS X 8341-3:2016 1.3.1 and 2.1.1. The first column heads the rows of a table of two columns, and of one whose first header cell is empty.</remarks>
sealed class TableRenderer : HtmlObjectRenderer<Table>
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        renderer.EnsureLine();
        renderer.Write("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\"").WriteAttributes(table).WriteLine("><table>");
        var rows = table.OfType<TableRow>().ToList();
        var rowsAreHeaded = rows.FirstOrDefault(row => row.IsHeader) is { Count: > 1 } head && (head.Count == 2 || IsEmpty((TableCell)head[0]));
        WriteRows(renderer, table, "thead", rows.Where(row => row.IsHeader), rowsAreHeaded);
        WriteRows(renderer, table, "tbody", rows.Where(row => !row.IsHeader), rowsAreHeaded);
        renderer.WriteLine("</table></div>");
    }

    static void WriteRows(HtmlRenderer renderer, Table table, string group, IEnumerable<TableRow> rows, bool rowsAreHeaded)
    {
        var list = rows.ToList();
        if (list.Count == 0) return;
        renderer.WriteLine($"<{group}>");
        foreach (var row in list)
        {
            renderer.Write("<tr>");
            for (var column = 0; column < row.Count; column++)
                WriteCell(renderer, table, (TableCell)row[column], column, row.IsHeader ? "col" : rowsAreHeaded && column == 0 ? "row" : null);
            renderer.WriteLine("</tr>");
        }
        renderer.WriteLine($"</{group}>");
    }

    static void WriteCell(HtmlRenderer renderer, Table table, TableCell cell, int column, string? scope)
    {
        // An empty header would be announced as a header of nothing.
        var element = scope is null || IsEmpty(cell) ? "td" : "th";
        renderer.Write($"<{element}");
        if (element == "th") renderer.Write($" scope=\"{scope}\"");
        if (table.ColumnDefinitions.ElementAtOrDefault(column)?.Alignment is { } alignment && alignment != TableColumnAlign.Left)
            renderer.Write(alignment == TableColumnAlign.Right ? " class=\"align-right\"" : " class=\"align-center\"");
        renderer.Write('>');
        var paragraphs = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = true;
        renderer.WriteChildren(cell);
        renderer.ImplicitParagraph = paragraphs;
        renderer.Write($"</{element}>");
    }

    static bool IsEmpty(TableCell cell) => cell.Descendants<LeafBlock>().All(leaf => Headings.PlainText(leaf.Inline).Length == 0);
}
