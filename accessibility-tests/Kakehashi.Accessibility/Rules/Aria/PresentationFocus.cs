namespace Kakehashi.Accessibility.Rules.Aria;

/// <summary>What can be operated keeps its role.</summary>
public sealed class PresentationFocus() : PageRule("presentation-focus", Criteria.NameRoleValue, Weight.Error, MiChecker.Problem,
    "操作できるものの役割が消されています。リンクやボタンから role=\"presentation\"（none）を外してください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<button role=\"presentation\">送る</button>", line: 2),
        Example.Bad("<a href=\"/x/\" role=\"none\">課題</a>"),
        Example.Good("<ul role=\"presentation\"><li>課題</li></ul><img src=\"a.svg\" role=\"presentation\">"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Having("role").Where(element => element.GetAttribute("role") is "presentation" or "none" && HiddenFocus.TakesFocus(element)).Select(Fault.At);
}
