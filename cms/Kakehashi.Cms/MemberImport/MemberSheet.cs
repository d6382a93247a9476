using System.Text.Json.Nodes;
using Kakehashi.Cms.Sheets;
using Kakehashi.Content;

namespace Kakehashi.Cms.MemberImport;

/// <summary>Something to mend or to know about a row.</summary>
/// <param name="Column">Name of the column as the spreadsheet shows it, with its heading; null where it is about the row.</param>
/// <param name="Message">Japanese sentences.</param>
/// <param name="IsError">The row cannot be imported; otherwise it can, and this is for later.</param>
public sealed record RowProblem(string? Column, string Message, bool IsError);

/// <summary>One member of the list.</summary>
/// <param name="Number">Row as the spreadsheet shows it.</param>
/// <param name="Answers">In the shape of the registration form's answers; what could not be read is absent.</param>
/// <param name="Joined">入会日, or null where the row has none.</param>
public sealed record MemberRow(int Number, JsonObject Answers, DateOnly? Joined, IReadOnlyList<RowProblem> Problems)
{
    /// <summary>Name as typed; empty where there is none.</summary>
    public string Name => (string?)Answers["organisation"] ?? "";

    /// <summary>研究室; null for none. Universities register each of theirs.</summary>
    public string? Laboratory => (string?)Answers["laboratory"];

    public bool IsReady => Problems.All(problem => !problem.IsError);
}

/// <summary>A list of members as it was read. Its answers passed the very checks of the registration form.</summary>
/// <param name="Problems">Mistakes of the whole sheet; where there are any, no row was read.</param>
public sealed record MemberSheet(IReadOnlyList<MemberRow> Rows, IReadOnlyList<string> Problems)
{
    /// <summary>Reads a sheet whose first row has the headings; columns may stand in any order, unknown ones are refused.</summary>
    public static MemberSheet Read(Sheet sheet, ProgramSettings program)
    {
        var columns = MemberColumns.For(program);
        var headings = sheet.Rows[0].Cells.Select(heading => Folded(heading)).ToList();
        var places = columns.ToDictionary(column => column, column => headings.IndexOf(Folded(column.Heading)));
        var problems = Headings(sheet.Rows[0], headings, columns, places).ToList();
        if (sheet.Rows.Count < 2 && problems.Count == 0) problems.Add("見出しの下に会員がありません。1行に1会員を書いてください。");
        if (problems.Count > 0) return new MemberSheet([], problems);
        var reader = new MemberRowReader(program, [.. places.Where(place => place.Value >= 0).Select(place => (place.Key, place.Value))]);
        return new MemberSheet([.. sheet.Rows.Skip(1).Select(reader.Read)], []);
    }

    static IEnumerable<string> Headings(SheetRow first, List<string> headings, IReadOnlyList<MemberColumn> columns, Dictionary<MemberColumn, int> places)
    {
        var missing = columns.Where(column => column.IsNeeded && places[column] < 0).Select(column => $"「{column.Heading}」").ToList();
        if (missing.Count > 0) yield return $"{first.Number}行目の見出しに{string.Join("", missing)}がありません。ひな形の見出しと合わせてください。";
        for (var i = 0; i < headings.Count; i++)
        {
            if (headings[i].Length == 0) continue;
            var name = $"{SheetRow.ColumnName(i)}列の見出し「{first[i].Trim()}」";
            if (headings.IndexOf(headings[i]) < i) yield return $"{name}が重なっています。どちらかの列を消してください。";
            else if (columns.All(column => Folded(column.Heading) != headings[i])) yield return $"{name}は、ひな形にありません。見出しを直すか、列を消してください。";
        }
    }

    static string Folded(string heading) => string.Concat(FieldInput.HalfWidth(heading).Where(character => !char.IsWhiteSpace(character) && character is not ('*' or '※')));
}
