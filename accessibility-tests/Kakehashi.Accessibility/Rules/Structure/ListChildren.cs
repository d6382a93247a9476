using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Structure;

/// <summary>Lists hold items, and items stand in lists.</summary>
public sealed class ListChildren() : PageRule("list-children", Criteria.InfoAndRelationships, Weight.Error, MiChecker.Problem,
    "箇条書きの組み立てが正しくありません。ul と ol の中には li だけを、dl の中には dt と dd を置いてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<ul><li>課題</li>\n<p>シーズ</p></ul>", line: 2),
        Example.Bad("<p>前文です。</p>\n<li>課題</li>", line: 2),
        Example.Bad("<dl><dt>日時</dt>\n<p>4月1日</p></dl>", line: 2),
        Example.Bad("<div><dt>日時</dt></div>"),
        Example.Good("<ul><li>課題<ul><li>防災</li></ul></li></ul><dl><div><dt>日時</dt><dd>4月1日</dd></div></dl><menu><li>印刷</li></menu>"),
        Example.Good("<div role=\"list\"><div role=\"listitem\">課題</div></div><ul role=\"tablist\"><li role=\"tab\">課題</li></ul>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        Strangers(page, "ul", "li").Concat(Strangers(page, "ol", "li")).Concat(Strangers(page, "dl", "dt", "dd", "div"))
            .Concat(page.Elements("li").Where(item => item.ParentElement is not { LocalName: "ul" or "ol" or "menu" } && !item.HasAttribute("role")))
            .Concat(page.Elements("dt").Concat(page.Elements("dd")).Where(item => !StandsInDescriptions(item)))
            .Select(Fault.At);

    private static IEnumerable<IElement> Strangers(Page page, string list, params string[] members) =>
        page.Elements(list).Where(element => !element.HasAttribute("role")).SelectMany(element => element.Children)
            .Where(child => !members.Contains(child.LocalName) && child.LocalName is not ("script" or "template"));

    private static bool StandsInDescriptions(IElement item) =>
        item.ParentElement is { LocalName: "dl" } or { LocalName: "div", ParentElement.LocalName: "dl" };
}
