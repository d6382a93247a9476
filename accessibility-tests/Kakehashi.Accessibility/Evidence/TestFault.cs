namespace Kakehashi.Accessibility.Evidence;

/// <summary>What keeps a document that reads as a test from being stored, judged and shown.</summary>
public static class TestFault
{
    private const int MaxPages = 500;
    private const int MaxAssertions = 200_000;
    private const int MaxText = 4_000;

    private static readonly HashSet<string> Known = [.. CriteriaSet.All.SelectMany(set => set.Criteria).Select(criterion => criterion.Number)];

    /// <returns>A Japanese sentence; null when nothing is wrong.</returns>
    public static string? Of(ConformanceTest test)
    {
        if (test.FiscalYear is < 2000 or >= 2200) return "年度が正しくありません。";
        if (!test.Site.IsAbsoluteUri || test.Site.Scheme is not ("https" or "http") || test.Site.AbsolutePath != "/") return "サイトのアドレスが正しくありません。";
        // Lists of a JSON file may hold nulls, whatever their type says.
        object?[][] lists = [[.. test.Assertions], [.. test.Tools], [.. test.Sample.Representative], [.. test.Sample.Random], [.. test.Technologies], [.. test.Testers], [.. test.AssistiveTechnologies], [.. test.Plans], [.. test.Sample.Processes ?? []], [.. (test.Sample.Processes ?? []).SelectMany(process => process?.Steps ?? [])]];
        if (lists.Any(list => list.Contains(null))) return "値のない項目があります。";
        if (test.Sample.Pages.Count() is 0 or > MaxPages) return $"試験するページは1から{MaxPages}までです。";
        if (test.Sample.Pages.FirstOrDefault(page => !IsAddress(page)) is { } address) return $"ページのアドレス「{Short(address)}」が正しくありません。";
        if (test.Assertions.Count > MaxAssertions) return "結果の数が多すぎます。";
        var sample = test.Sample.Pages.ToHashSet(StringComparer.Ordinal);
        foreach (var said in test.Assertions)
        {
            if (!Known.Contains(said.Criterion)) return $"達成基準「{Short(said.Criterion)}」がありません。";
            if (said.Page is { } page && !sample.Contains(page)) return $"試験するページにない「{Short(page)}」の結果があります。";
            if (said.Outcome == Outcome.Untested) return "「未試験」という結果は書けません。";
        }
        if (test.Plans.Any(plan => !Known.Contains(plan.Criterion))) return "計画の達成基準が正しくありません。";
        if (Texts(test).Any(text => text.Contains(Claim.Word, StringComparison.Ordinal))) return $"「{Claim.Word}」という言葉が書かれています。証拠から決まる言葉で、だれも書けません。";
        return Texts(test).Any(text => text.Length > MaxText || text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\t'))) ? "長すぎる文か、使えない文字があります。" : null;
    }

    private static bool IsAddress(string page) => page.Length <= 500 && page.StartsWith('/') && !page.StartsWith("//", StringComparison.Ordinal) && !page.Contains('\\') && !page.Any(char.IsControl);

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;

    private static IEnumerable<string> Texts(ConformanceTest test) =>
    [
        test.Sample.Seed, .. test.Sample.Representative.Select(page => page.Reason), .. test.Sample.Steps.SelectMany(step => new[] { step.Process.Name, step.Step.Label, step.Step.Way }), .. test.Tools.SelectMany(tool => new[] { tool.Name, tool.Version }), .. test.Technologies, .. test.Testers,
        .. test.AssistiveTechnologies.SelectMany(one => new[] { one.Name, one.Version, one.Browser, one.System }), .. test.Plans.Select(plan => plan.Action),
        .. test.Assertions.SelectMany(said => new[] { said.By, said.Note ?? "" }),
    ];
}
