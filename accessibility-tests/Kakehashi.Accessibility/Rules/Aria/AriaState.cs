namespace Kakehashi.Accessibility.Rules.Aria;

/// <summary>A role that lives on a state has the state.</summary>
public sealed class AriaState() : PageRule("aria-state", Criteria.NameRoleValue, Weight.Error, MiChecker.Problem,
    "role に必要な状態がありません。role=\"checkbox\" には aria-checked、role=\"heading\" には aria-level のように付けるか、HTMLの要素を使ってください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<div role=\"checkbox\" tabindex=\"0\">同意する</div>", line: 2),
        Example.Bad("<div role=\"slider\" tabindex=\"0\" aria-label=\"音量\"></div>"),
        Example.Good("<div role=\"checkbox\" tabindex=\"0\" aria-checked=\"false\">同意する</div><label><input type=\"checkbox\" role=\"switch\">通知</label>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Having("role").Where(element => element.LocalName is not ("input" or "select" or "meter" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6")
            && AriaNames.Needs.TryGetValue(element.GetAttribute("role")!, out var needed) && needed.Any(attribute => !element.HasAttribute(attribute))).Select(Fault.At);
}
