namespace Kakehashi.Accessibility;

/// <summary>A piece of HTML that shows a rule broken or kept.</summary>
/// <param name="Html">What stands in <c>main</c> below the h1; a whole page when it begins with a document type.</param>
/// <param name="FaultLine">Line of <paramref name="Html"/> where the rule is broken, 1 or more; null when all is well.</param>
public sealed record Example(string Html, int? FaultLine)
{
    private const string Before = """
        <!doctype html>
        <html lang="ja">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>河川の水位 | 見本県</title></head>
        <body><a href="#main">本文へ</a><header><nav><a href="/issues/">課題を見る</a></nav></header><main id="main"><h1>河川の水位</h1>

        """;

    private const string After = "\n</main></body></html>";

    /// <summary>The day on which examples are judged.</summary>
    public static DateOnly Today { get; } = new(2026, 4, 1);

    public bool IsBad => FaultLine is not null;

    /// <summary>The example within an otherwise faultless page.</summary>
    public string Page => IsWhole ? Html : Before.ReplaceLineEndings("\n") + Html.ReplaceLineEndings("\n") + After;

    /// <summary>Line of <see cref="Page"/> where the rule is broken.</summary>
    public int? FaultLineOfPage => IsWhole ? FaultLine : FaultLine + Before.Count(character => character == '\n');

    private bool IsWhole => Html.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase);

    public static Example Bad(string html, int line = 1) => new(html, line);

    public static Example Good(string html) => new(html, null);
}
