using System.Globalization;
using Kakehashi.Accessibility.Evidence;

namespace Kakehashi.Site.Outputs;

/// <summary>取組確認・評価表 as CSV, one row for each item and one with the sum.</summary>
public static class EvaluationTable
{
    static readonly string[] Heads = ["区分", "項目", "確かめたこと", "状態", "点", "満点", "根拠", "答えたもの"];

    /// <summary>Whole file.</summary>
    /// <param name="evaluation">A published one: every item is answered.</param>
    public static ReadOnlyMemory<byte> Write(SelfEvaluation evaluation) => CsvFile.Write(
    [
        Heads,
        .. from item in EvaluationItem.All
           let answer = evaluation.AnswerTo(item)!
           select new[] { item.Section, item.Label, item.Question, answer.Attainment.Label(), Number(answer.Points), Number(EvaluationItem.Most), answer.Evidence, answer.By },
        ["合計", "", "", "", Number(evaluation.Points), Number(EvaluationItem.Full), "", ""],
    ]);

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
