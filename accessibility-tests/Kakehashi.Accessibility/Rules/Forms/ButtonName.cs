using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Forms;

/// <summary>Buttons have words.</summary>
public sealed class ButtonName() : PageRule("button-name", Criteria.NameRoleValue, Weight.Error, MiChecker.Problem,
    "名前のないボタンがあります。押すと何が起こるかが分かる言葉を入れてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>検索</p>\n<button type=\"submit\"><svg aria-hidden=\"true\"></svg></button>", line: 2),
        Example.Bad("<input type=\"button\">"),
        Example.Bad("<input type=\"submit\" value=\"\">"),
        Example.Bad("<span role=\"button\" tabindex=\"0\"></span>"),
        Example.Bad("<details><summary></summary><p>本文です。</p></details>"),
        Example.Good("<button>検索する</button><input type=\"submit\"><button aria-label=\"閉じる\"></button><button><img src=\"a.svg\" alt=\"印刷する\"></button>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("button").Concat(page.Elements("summary")).Concat(page.Elements("input").Where(IsButton))
            .Concat(page.Having("role").Where(element => element.GetAttribute("role") == "button" && element.LocalName is not ("button" or "summary" or "input")))
            .Where(button => page.NameOf(button).Length == 0 && button.QuerySelector("svg title") is null)
            .Select(Fault.At);

    private static bool IsButton(IElement input) => input.GetAttribute("type")?.ToLowerInvariant() is "button" or "submit" or "reset";
}
