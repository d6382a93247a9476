using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Aria;

/// <summary>Those who speak the words they see reach the control.</summary>
public sealed class LabelInName() : PageRule("label-in-name", Criteria.LabelInName, Weight.Error, MiChecker.Problem,
    "画面に見える言葉が、読み上げの名前（aria-label）に入っていません。aria-label を見える言葉で始めるか、消してください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<a href=\"/x/\" aria-label=\"募集の一覧へ\">課題を見る</a>", line: 2),
        Example.Bad("<button aria-label=\"submit\">送信する</button>"),
        Example.Good("<a href=\"/x/\" aria-label=\"課題を見る（一覧）\">課題を見る</a><button aria-label=\"閉じる\">×</button><button aria-label=\"次へ\"><svg></svg></button>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Having("aria-label").Where(element => element.LocalName is "a" or "button" or "summary" && !element.HasAttribute("aria-labelledby")
            && Letters(Seen(element)) is { Length: > 1 } seen && Letters(element.GetAttribute("aria-label")!) is { Length: > 0 } said && !said.Contains(seen, StringComparison.OrdinalIgnoreCase)).Select(Fault.At);

    private static string Seen(IElement element) => string.Concat(element.Children.Length == 0 ? element.TextContent : Words.Of(element));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
