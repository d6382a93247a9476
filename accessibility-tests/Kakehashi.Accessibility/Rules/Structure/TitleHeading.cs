namespace Kakehashi.Accessibility.Rules.Structure;

/// <summary>Title and h1 speak of the same thing.</summary>
public sealed class TitleHeading() : PageRule("title-heading", Criteria.PageTitled, Weight.Warning, MiChecker.LikelyProblem,
    "ページタイトル（title要素）と大見出し（h1）に同じ言葉がありません。どちらにもページの題名を入れてください。")
{
    private const int CommonLetters = 2;

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<!doctype html>\n<html lang=\"ja\"><head>\n<title>見本県</title></head><body><main><h1>河川の水位</h1></main></body></html>", line: 3),
        Example.Good("<!doctype html><html lang=\"ja\"><head><title>入力の誤り：お問い合わせ | 見本県</title></head><body><main><h1>お問い合わせの入力</h1></main></body></html>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("title") is [var title, ..] && !PageTitle.Nothing.Contains(Words.Fold(title.TextContent).ToLowerInvariant()) && page.Elements("h1") is [var heading, ..]
            && Letters(title.TextContent) is { Length: > 0 } named && Letters(page.NameOf(heading)) is { Length: > 0 } shown
            && !HaveWordsInCommon(named, shown)
            ? [Fault.At(title)]
            : [];

    private static bool HaveWordsInCommon(string title, string heading)
    {
        var length = Math.Min(CommonLetters, heading.Length);
        for (var at = 0; at + length <= heading.Length; at++)
            if (title.AsSpan().Contains(heading.AsSpan(at, length), StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
