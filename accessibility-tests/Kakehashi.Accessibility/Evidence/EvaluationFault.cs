namespace Kakehashi.Accessibility.Evidence;

/// <summary>What keeps a document that reads as a self-evaluation from being stored and shown.</summary>
public static class EvaluationFault
{
    private const int MaxAnswers = 10_000;
    private const int MaxText = 4_000;

    /// <returns>A Japanese sentence; null when nothing is wrong.</returns>
    public static string? Of(SelfEvaluation evaluation)
    {
        if (evaluation.FiscalYear is < 2000 or >= 2200) return "年度が正しくありません。";
        if (evaluation.Answers.Count > MaxAnswers) return "答えの数が多すぎます。";
        // Lists of a JSON file may hold nulls, whatever their type says.
        if (evaluation.Answers.Contains(null!)) return "値のない項目があります。";
        if (evaluation.Answers.FirstOrDefault(answer => EvaluationItem.Find(answer.Item) is null) is { } unknown) return $"項目「{(unknown.Item.Length > 60 ? unknown.Item[..60] + "…" : unknown.Item)}」がありません。";
        if (evaluation.Answers.FirstOrDefault(answer => answer.Evidence.Length == 0) is { } bare) return $"「{EvaluationItem.Find(bare.Item)!.Label}」の根拠がありません。";
        if (evaluation.StatedOn is not null && EvaluationItem.All.FirstOrDefault(item => evaluation.AnswerTo(item) is null) is { } open) return $"公表した評価表に「{open.Label}」の答えがありません。";
        var texts = evaluation.Answers.SelectMany(answer => new[] { answer.Evidence, answer.By }).ToList();
        if (texts.Any(text => text.Contains(Claim.Word, StringComparison.Ordinal))) return $"「{Claim.Word}」という言葉が書かれています。試験の証拠から決まる言葉で、だれも書けません。";
        return texts.Any(text => text.Length > MaxText || text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\t'))) ? "長すぎる文か、使えない文字があります。" : null;
    }
}
