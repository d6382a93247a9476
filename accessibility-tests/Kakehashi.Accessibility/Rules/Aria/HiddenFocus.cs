using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Aria;

/// <summary>What is hidden from assistive technology cannot be reached with the keyboard.</summary>
public sealed class HiddenFocus() : PageRule("hidden-focus", Criteria.NameRoleValue, Weight.Error, MiChecker.Problem,
    "読み上げから隠した部分（aria-hidden=\"true\"）に、操作できるものがあります。aria-hidden を消すか、中のリンクやボタンを外してください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<div aria-hidden=\"true\"><a href=\"/x/\">課題を見る</a></div>", line: 2),
        Example.Bad("<button aria-hidden=\"true\">閉じる</button>"),
        Example.Good("<div aria-hidden=\"true\"><svg></svg><button tabindex=\"-1\">閉じる</button><button disabled>送る</button></div><div hidden aria-hidden=\"true\"><a href=\"/x/\">課題</a></div>"),
    ];

    public override IEnumerable<Fault> Check(Page page) => page.Concealed.Where(HoldsFocus).Select(Fault.At);

    private static bool HoldsFocus(IElement element)
    {
        if (element.LocalName == "svg")
            return false;
        return TakesFocus(element) || element.QuerySelectorAll("a, button, input, select, textarea, summary, iframe, [tabindex]").Any(TakesFocus);
    }

    internal static bool TakesFocus(IElement element) =>
        element.GetAttribute("tabindex") is { } order ? !order.StartsWith('-')
        : element.LocalName switch
        {
            "a" => element.HasAttribute("href"),
            "input" => element.GetAttribute("type") != "hidden" && !element.HasAttribute("disabled"),
            "button" or "select" or "textarea" => !element.HasAttribute("disabled"),
            "summary" or "iframe" => true,
            _ => false,
        };
}
