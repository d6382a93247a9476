using Kakehashi.Accessibility.Evidence;
using Kakehashi.Cms.Frame;

namespace Kakehashi.Cms.Accessibility;

/// <summary>What somebody chose for one criterion on a sheet.</summary>
/// <param name="Outcome"><see cref="Outcome.Untested"/> = nothing was chosen.</param>
/// <param name="Note">LF line ends; empty where nothing was said.</param>
/// <param name="Seen">Number of the judgement that stood on the screen; 0 = there was none.</param>
/// <param name="Again">It was judged once more, whether the result is another or not.</param>
public sealed record JudgementEntry(string Criterion, Outcome Outcome, string Note, long Seen, bool Again = false)
{
    /// <summary>Longest note, in UTF-16 units.</summary>
    public const int MaxNote = 1_000;

    /// <summary>Names of the fields that a sheet sends for this criterion.</summary>
    public static (string Outcome, string Note, string Seen, string Again) FieldsOf(string criterion) => ($"outcome.{criterion}", $"note.{criterion}", $"seen.{criterion}", $"again.{criterion}");

    /// <summary>Reads a sheet as it was sent.</summary>
    public static IReadOnlyList<JudgementEntry> Read(IFormCollection form) =>
    [
        .. form.Keys.Where(key => key.StartsWith("seen.", StringComparison.Ordinal)).Select(key => key["seen.".Length..]).Select(criterion =>
        {
            var (outcome, note, seen, again) = FieldsOf(criterion);
            return new JudgementEntry(criterion, OutcomeOf(form[outcome].ToString()), form[note].ToString().ReplaceLineEndings("\n").Trim(), long.TryParse(form[seen], out var number) ? number : 0, form[again] == "on");
        }),
    ];

    /// <summary>Says something else than what stood on the screen, or the same once more.</summary>
    public bool Changes(Row row) => Again || (Outcome, Note) != (row.History.FirstOrDefault(judgement => judgement.Number == Seen) is { } seen ? (seen.Outcome, seen.Note) : (Outcome.Untested, ""));

    /// <summary>What is to be mended before it can be kept; null = nothing.</summary>
    public Mistake? MistakeOn(Row row)
    {
        var (outcome, note, _, _) = FieldsOf(Criterion);
        if (Seen != (row.Judged?.Number ?? 0)) return new(outcome, $"{Criterion}は、この画面を開いた後で、判定か機械の結果が変わりました。新しい記録を読んで、必要なときだけ選び直してください。");
        if (Outcome == Outcome.Untested) return new(outcome, $"{Criterion}は、適合、不適合、適用なしのどれかを選んでください。それだけが足りません。");
        if (Outcome == Outcome.Failed && Note.Length == 0) return new(note, $"{Criterion}を不適合にするときは、どこがどう満たしていないかをメモに書いてください。");
        return Note.Length > MaxNote ? new(note, $"{Criterion}のメモは{MaxNote}文字までにしてください。今は{Note.Length}文字です。")
            : TestWords.Claims(Note) ? new(note, $"{Criterion}のメモに「{Claim.Word}」と書かないでください。証拠から決まる言葉です。「合っている」「満たす」などに書き換えてください。")
            : Note.Any(letter => char.IsControl(letter) && letter != '\n') ? new(note, $"{Criterion}のメモに使えない文字があります。書き直してください。") : null;
    }

    static Outcome OutcomeOf(string value) => value switch { "passed" => Outcome.Passed, "failed" => Outcome.Failed, "inapplicable" => Outcome.Inapplicable, _ => Outcome.Untested };
}
