using Kakehashi.Accessibility.Evidence;
using Kakehashi.Site.Planning;

namespace Kakehashi.Site.Outputs;

/// <summary>達成基準チェックリスト as CSV.</summary>
public static class ResultsTable
{
    static readonly string[] Heads = ["達成基準", "名称", "適合レベル", "適用", "結果", "試験方法", "達成方法", "注記"];

    /// <summary>Whole file.</summary>
    public static ReadOnlyMemory<byte> Write(Conclusion conclusion) => CsvFile.Write(conclusion.Criteria.Select(Checklist.Row)
        .Select(row => new[] { row.Number, row.Name, row.Level, row.Applies, row.Result, string.Join('、', row.Methods), string.Join('、', row.Techniques), row.Note })
        .Prepend(Heads));
}
