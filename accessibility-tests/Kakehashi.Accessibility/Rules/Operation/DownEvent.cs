namespace Kakehashi.Accessibility.Rules.Operation;

/// <summary>Things happen when the pointer is lifted, so that a slip can be taken back.</summary>
public sealed class DownEvent() : PageRule("down-event", Criteria.PointerCancellation, Weight.Warning, MiChecker.LikelyProblem,
    "押した瞬間に動くものがあります（onmousedown など）。指を離したときに動くように、onclick を使ってください。")
{
    private static readonly string[] Handlers = ["onmousedown", "onpointerdown", "ontouchstart"];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<button onmousedown=\"send()\">送信する</button>", line: 2),
        Example.Bad("<button ontouchstart=\"send()\">送信する</button>"),
        Example.Good("<button onclick=\"send()\">送信する</button>"),
    ];

    public override IEnumerable<Fault> Check(Page page) => Handlers.SelectMany(page.Having).Select(Fault.At);
}
