namespace Kakehashi.Accessibility.Rules.Aria;

/// <summary>An <c>aria-</c> attribute is one that assistive technology knows.</summary>
public sealed class AriaAttribute() : PageRule("aria-attribute", Criteria.NameRoleValue, Weight.Error, MiChecker.Problem,
    "仕様にないaria属性があります。つづりを確かめてください（aria-labeledby ではなく aria-labelledby）。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<section aria-labeledby=\"x\"><h2>現状</h2></section>", line: 2),
        Example.Bad("<button aria-lable=\"閉じる\">閉じる</button>"),
        Example.Good("<section aria-label=\"現状\"><h2>現状</h2></section>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.AttributeNames.Where(name => name.StartsWith("aria-", StringComparison.Ordinal) && !AriaNames.Attributes.Contains(name["aria-".Length..])).SelectMany(page.Having).Select(Fault.At);
}
