using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Sheets;
using Kakehashi.Content;
using Kakehashi.Content.Forms;
using Kakehashi.Content.Forms.Definitions;

namespace Kakehashi.Cms.MemberImport;

/// <summary>Turns a row into the fields of the registration form and lets the form itself judge them.</summary>
/// <param name="columns">Columns that the sheet has, with their places.</param>
sealed class MemberRowReader(ProgramSettings program, IReadOnlyList<(MemberColumn Column, int Place)> columns)
{
    static readonly HashSet<string> Yes = new(["はい", "希望", "希望する", "有", "○", "〇", "◯", "1", "true", "yes"], StringComparer.OrdinalIgnoreCase);
    static readonly HashSet<string> No = new(["いいえ", "希望しない", "不要", "無", "×", "x", "-", "0", "false", "no"], StringComparer.OrdinalIgnoreCase);

    readonly FormDefinition form = MemberRegistration.For(program);

    public MemberRow Read(SheetRow row)
    {
        var (fields, problems, joined) = (new PostedFields(), new List<RowProblem>(), (DateOnly?)null);
        foreach (var (column, place) in columns)
        {
            var text = row[place].Trim();
            if (text.Length == 0) continue;
            if (column.Key == MemberColumns.JoinedKey)
            {
                joined = JapaneseTime.ParseDate(text) ?? JapaneseInput.Date(text);
                if (joined is null) problems.Add(new RowProblem(Named(column, place), $"「{column.Heading}」の「{Short(text)}」を、2025-04-01 の形で書いてください。", true));
                continue;
            }
            // Nobody is put on the mailing list by a guess.
            if (column.Question!.Kind == QuestionKind.Agreement)
            {
                if (Yes.Contains(Plain(text))) fields.Add(column.Key, "true");
                else if (!No.Contains(Plain(text))) problems.Add(new RowProblem(Named(column, place), $"「{column.Heading}」の「{Short(text)}」を、「はい」か「いいえ」で書いてください。", true));
                continue;
            }
            foreach (var value in ValuesOf(column.Question, text)) fields.Add(column.Key, value);
        }
        // What every new member agrees to, these agreed to when they joined.
        foreach (var agreement in form.AllQuestions().Where(question => question is { Kind: QuestionKind.Agreement, Required: true })) fields.Add(AnswerFields.Key(agreement.Name), "true");
        var answers = AnswerReading.Read(form, fields, _ => 0);
        problems.AddRange(answers.Mistakes.Select(mistake => ProblemOf(mistake, row)));
        return new MemberRow(row.Number, answers.Values, joined, problems);
    }

    RowProblem ProblemOf(AnswerMistake mistake, SheetRow row)
    {
        var found = columns.FirstOrDefault(pair => pair.Column.Key == mistake.Field);
        if (found.Column is null) return new RowProblem(null, mistake.Message, NeededKey(mistake.Field));
        var (column, place) = found;
        var typed = row[place].Trim();
        // A second contact person needs a name and an address as soon as anything is said of it.
        if (typed.Length == 0 && !column.IsNeeded && column.Question is not { Kind: QuestionKind.PersonName or QuestionKind.Email }) return new RowProblem(Named(column, place), $"{mistake.Message}あとからでも入力できます。", false);
        return new RowProblem(Named(column, place), typed.Length == 0 ? mistake.Message : $"{mistake.Message}今は「{Short(typed)}」です。", true);
    }

    // A contact's column that the sheet lacks: only the first one's name and address are needed.
    static bool NeededKey(string field) => field is "a.contacts.0.person.name" or "a.contacts.0.email";

    static IEnumerable<string> ValuesOf(Question question, string text) => question.Kind switch
    {
        QuestionKind.Choice => [ValueOf(question, text)],
        QuestionKind.Choices => text.Split(['、', ',', '，', '\n', ';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => ValueOf(question, part)),
        _ => [text],
    };

    // The words that the form shows; the stored value is understood too.
    static string ValueOf(Question question, string text) => question.Choices.FirstOrDefault(choice =>
        Plain(choice.Label) == Plain(text) || choice.Value == FieldInput.HalfWidth(text))?.Value ?? text;

    static string Plain(string text) => string.Concat(FieldInput.HalfWidth(text).Where(character => !char.IsWhiteSpace(character)));

    static string Named(MemberColumn column, int place) => $"{SheetRow.ColumnName(place)}列「{column.Heading}」";

    static string Short(string text) => text.Length > 40 ? text[..(char.IsHighSurrogate(text[39]) ? 39 : 40)] + "…" : text;
}
