using Kakehashi.Accessibility.Evidence;
using Kakehashi.Cms.Frame;
using Kakehashi.Content;

namespace Kakehashi.Cms.Accessibility;

/// <summary>Sheets and results as tables for spreadsheets; the heading first.</summary>
public static class WorksheetTable
{
    /// <summary>One row for each criterion on each sheet, judged or not.</summary>
    /// <param name="judges">Display names by account.</param>
    public static IEnumerable<IReadOnlyList<string?>> Sheets(Worksheet worksheet, IReadOnlyDictionary<Guid, string> judges)
    {
        yield return ["ページ", "選んだ理由", "達成基準", "名前", "レベル", "人が確かめること", "確かめ方", "機械の結果", "方法", "判定", "メモ", "支援技術", "判定した人", "判定の日時"];
        foreach (var sheet in worksheet.Sheets)
            foreach (var row in sheet.Rows)
                yield return
                [
                    sheet.Page ?? "（サイト全体）", sheet.Reason, row.Criterion.Number, row.Criterion.Name, row.Criterion.Level.ToString(), row.Criterion.Person, Guidance.Of(row.Criterion.Number)?.Text,
                    string.Join('\n', row.Machine.Select(said => $"{said.Outcome.Label()}：{said.By}{(said.Note is { } note ? $"：{note}" : "")}")), row.Mode.Label(),
                    row.Judged?.Outcome.Label(), row.Judged?.Note, row.Judged?.AssistiveTechnology,
                    row.Judged is { } judged ? judged.AccountId == Guid.Empty ? judged.By : judges.Called(judged.AccountId) : null, row.Judged is { } at ? JapaneseTime.Format(at.At) : null,
                ];
    }

    /// <summary>One row for each criterion of each edition.</summary>
    public static IEnumerable<IReadOnlyList<string?>> Results(ConformanceTest test)
    {
        yield return ["規格", "達成基準", "名前", "レベル", "適用", "結果", "方法", "結果のないページの数", "満たしていないページ", "今後の対応", "対応を終える日"];
        foreach (var set in StatedEditions.All)
            foreach (var one in Conclusion.Of(test, set, test.StartedOn, _ => true).Criteria)
                yield return
                [
                    set.Name, one.Criterion.Number, one.Criterion.Name, one.Criterion.Level.ToString(), one.Outcome == Outcome.Inapplicable ? "なし" : "あり", one.Outcome.Label(),
                    string.Join('・', one.Modes.Select(mode => mode.Label())), one.Missing.Count.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    string.Join('\n', one.Failures.Select(failure => $"{failure.Page ?? "（サイト全体）"}{(failure.Note is { } note ? $"：{note}" : "")}")), one.Plan?.Action, one.Plan is { } plan ? JapaneseTime.Format(plan.Due) : null,
                ];
    }
}
