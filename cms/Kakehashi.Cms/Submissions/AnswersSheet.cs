using Kakehashi.Content;
using Kakehashi.Content.Forms;

namespace Kakehashi.Cms.Submissions;

/// <summary>Answers as a table: one row per submission, one column per question.</summary>
public static class AnswersSheet
{
    static readonly string[] First = ["受付番号", "状態", "届いた日時"];

    /// <summary>Heading and rows. Columns are all questions that were ever asked, in the order of the newest form; several lines stand in one cell.</summary>
    /// <param name="submissions">Opened, in the order of the rows.</param>
    public static IReadOnlyList<IReadOnlyList<string?>> Of(IReadOnlyList<OpenSubmission> submissions)
    {
        var rows = submissions.Select(one => (one.Record, Answers: AnswersOf(one))).ToList();
        var columns = rows.OrderByDescending(row => row.Record.ReceivedAt).SelectMany(row => row.Answers.Keys).Distinct(StringComparer.Ordinal).ToList();
        return
        [
            [.. First, .. columns],
            .. rows.Select(row => (IReadOnlyList<string?>)
                [SubmissionTable.ReceiptWords(row.Record.Receipt), row.Record.State.Label(), JapaneseTime.Format(row.Record.ReceivedAt), .. columns.Select(column => row.Answers.GetValueOrDefault(column))]),
        ];
    }

    /// <summary>Answers by the heading of their column, in the order of the form; consents left out.</summary>
    public static Dictionary<string, string> AnswersOf(OpenSubmission one)
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        if (one.Submission is not { } sent) return answers;
        var repeated = sent.Definition.Groups.Where(group => group.Repeat is not null).Select(group => group.Repeat!.Label).ToList();
        foreach (var line in AnswerText.Of(sent.Definition, sent.Answers))
        {
            if (line.Question is { Kind: QuestionKind.Agreement, Required: true }) continue;
            var heading = repeated.Any(label => line.Group.StartsWith(label, StringComparison.Ordinal) && line.Group != label) ? $"{line.Group}：{line.Label}" : line.Label;
            answers[heading] = string.Join('\n', line.Lines);
        }
        return answers;
    }
}
