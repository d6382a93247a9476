using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules;

/// <summary>No control stands within another.</summary>
public sealed class NestedInteractive() : PageRule("nested-interactive", Criteria.NameRoleValue, Weight.Error, MiChecker.Problem,
    "リンクやボタンの中に、別のリンク・ボタン・入力欄があります。並べて置くように直してください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<a href=\"/x/\">課題\n<button>開く</button></a>", line: 3),
        Example.Bad("<button>分野 <select aria-label=\"分野\"><option>防災</option></select></button>"),
        Example.Bad("<div role=\"button\" tabindex=\"0\">課題 <a href=\"/x/\">河川の水位</a></div>"),
        Example.Good("<label>分野 <input name=\"f\"></label><a href=\"/x/\">課題</a><button>開く</button><details><summary>経過</summary><a href=\"/y/\">記録</a></details>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Links.Concat(page.Elements("button")).Concat(page.Elements("input")).Concat(page.Elements("select")).Concat(page.Elements("textarea"))
            .Where(element => element.GetAttribute("type") != "hidden" && IsWithinControl(element))
            .Select(Fault.At);

    private static bool IsWithinControl(IElement element)
    {
        for (var around = element.ParentElement; around is not null; around = around.ParentElement)
            if (around.LocalName == "button" || (around.LocalName == "a" && around.HasAttribute("href")) || around.GetAttribute("role") is "button" or "link")
                return true;
        return false;
    }
}
