namespace Kakehashi.Accessibility.Rules.Operation;

/// <summary>What can be dragged can also be moved by buttons.</summary>
public sealed class DragOnly() : PageRule("drag-only", Criteria.Dragging, Weight.Warning, MiChecker.LikelyProblem,
    "ドラッグで動かすものに、ほかの操作の方法がありません。「上へ」「下へ」のようなボタンも置いてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<ul>\n<li draggable=\"true\">防災</li><li>福祉</li></ul>", line: 2),
        Example.Good("<ul><li draggable=\"true\">防災 <button>防災を上へ</button></li><li draggable=\"false\">福祉</li></ul>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Having("draggable").Where(element => element.GetAttribute("draggable") == "true" && element.LocalName is not ("a" or "img") && element.QuerySelector("button, select, input") is null).Select(Fault.At);
}
