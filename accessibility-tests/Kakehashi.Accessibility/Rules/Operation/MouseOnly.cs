using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Operation;

/// <summary>What can be clicked can be reached by keyboard.</summary>
public sealed class MouseOnly() : PageRule("mouse-only", Criteria.Keyboard, Weight.Error, MiChecker.LikelyProblem,
    "マウスでしか操作できない部分があります。クリックで動くものは、リンク（a）かボタン（button）にしてください。")
{
    private static readonly string[] Operable = ["a", "button", "input", "select", "textarea", "summary", "label", "option", "area", "body", "video", "audio"];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文</p>\n<div onclick=\"open()\">開く</div>", line: 2),
        Example.Bad("<span onclick=\"location='/'\" role=\"link\">最初のページへ</span>"),
        Example.Good("<button onclick=\"open()\">開く</button><div onclick=\"open()\" role=\"button\" tabindex=\"0\">開く</div>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Having("onclick").Where(element => !Operable.Contains(element.LocalName) && !element.HasAttribute("tabindex")).Select(Fault.At);
}
