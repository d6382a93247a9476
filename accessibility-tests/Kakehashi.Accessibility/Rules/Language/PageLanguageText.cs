namespace Kakehashi.Accessibility.Rules.Language;

/// <summary>The language that the page claims is the one it is written in.</summary>
/// <remarks>Told apart by script alone: a page with many Latin words and not one Japanese letter is not Japanese, and the other way round.</remarks>
public sealed class PageLanguageText() : PageRule("page-language-text", Criteria.LanguageOfPage, Weight.Error, MiChecker.LikelyProblem,
    "ページの言語（html要素のlang）と本文の言語が合いません。日本語のページは ja、英語のページは en にしてください。")
{
    private const int EnoughLetters = 80;

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad(PageIn("ja", "<p>Prefectural platform connecting local problems, digital technology, companies, universities, researchers. Registration free, proposals welcome anytime.</p>"), line: 2),
        Example.Bad(PageIn("en", "<p>県や市町の困りごとと、企業や大学の技術を結びつけ、暮らしをよりよくする場です。会員の登録に費用はかかりません。県外の企業も登録できます。登録した会員は、公開した課題に提案を出すことができます。</p>"), line: 2),
        Example.Good(PageIn("en", "<p>The platform brings prefectural problems together with digital technology. <span lang=\"ja\">日本語</span></p>")),
        Example.Good(PageIn("ja", "<p>RPA、AI、IoT、GIS</p>")),
    ];

    public override IEnumerable<Fault> Check(Page page)
    {
        var language = page.Document.DocumentElement.GetAttribute("lang") ?? "";
        var (japanese, latin) = Count(page);
        var wrong = language.StartsWith("ja", StringComparison.OrdinalIgnoreCase) ? japanese == 0 && latin > EnoughLetters
            : language.StartsWith("en", StringComparison.OrdinalIgnoreCase) && japanese > Math.Max(EnoughLetters, latin);
        return wrong ? [Fault.At(page.Document.DocumentElement)] : [];
    }

    // Counting stops as soon as nothing can change any more on a Japanese page.
    private static (int Japanese, int Latin) Count(Page page)
    {
        var (japanese, latin) = (0, 0);
        foreach (var text in page.Prose)
            foreach (var letter in text.Data)
            {
                if (letter is >= '\u3041' and <= '\u30FF' or >= '\u4E00' and <= '\u9FFF')
                    japanese++;
                else if (char.IsAsciiLetter(letter))
                    latin++;
                if (japanese > EnoughLetters && japanese > latin * 20)
                    return (japanese, latin);
            }
        return (japanese, latin);
    }

    private static string PageIn(string language, string body) =>
        $"<!doctype html>\n<html lang=\"{language}\"><head><title>Guide</title></head><body><main><h1>Guide</h1>{body}</main></body></html>";
}
