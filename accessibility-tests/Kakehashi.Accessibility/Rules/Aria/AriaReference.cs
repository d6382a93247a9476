using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Aria;

/// <summary>ARIA attributes point to elements that exist.</summary>
public sealed class AriaReference() : PageRule("aria-reference", Criteria.NameRoleValue, Weight.Error, MiChecker.Problem,
    "aria属性が指すid がページにありません。行き先の要素に同じid を付けるか、属性を消してください。")
{
    private static readonly string[] Attributes = ["aria-labelledby", "aria-describedby", "aria-errormessage", "aria-details", "aria-owns"];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<section aria-labelledby=\"none\"><h2>現状</h2></section>", line: 2),
        Example.Bad("<label for=\"n\">氏名</label><input id=\"n\" aria-describedby=\"hint error\"><p id=\"hint\">例です。</p>"),
        Example.Good("<section aria-labelledby=\"now\"><h2 id=\"now\">現状</h2></section><p id=\"h\" hidden>補足</p><a href=\"/x/\" aria-describedby=\"h\">課題</a>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        from attribute in Attributes
        from element in page.Having(attribute)
        where PointsNowhere(element, attribute, page)
        select new Fault(element);

    private static bool PointsNowhere(IElement element, string attribute, Page page) =>
        AccessibleName.References(element.GetAttribute(attribute)!).Any(id => !page.Ids.ContainsKey(id));
}
