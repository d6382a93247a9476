namespace Kakehashi.Accessibility.Rules.Operation;

/// <summary>No movement of fingers is needed.</summary>
public sealed class TouchGesture() : PageRule("touch-gesture", Criteria.PointerGestures, Weight.Warning, MiChecker.LikelyProblem,
    "指でなぞる操作（ontouchmove など）があります。押すだけで同じことができるボタンも置いてください。")
{
    private static readonly string[] Handlers = ["ontouchmove", "onpointermove", "ongesturechange", "ongesturestart"];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<div ontouchmove=\"slide(event)\"><p>写真1</p></div>", line: 2),
        Example.Bad("<div ongesturechange=\"zoom(event)\"><p>地図</p></div>"),
        Example.Good("<div ontouchmove=\"slide(event)\"><button>次の写真</button></div>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        Handlers.SelectMany(page.Having).Where(element => element.QuerySelector("button, a[href]") is null).Select(Fault.At);
}
