namespace Kakehashi.Accessibility.Rules.Operation;

/// <summary>What the pointer shows or does, the keyboard can too.</summary>
public sealed class HoverOnly() : PageRule("hover-only", Criteria.Keyboard, Weight.Error, MiChecker.LikelyProblem,
    "マウスを重ねるか二度押ししたときだけ動くものがあります。同じことがキーボードでもできるように、ボタンにするか onfocus なども付けてください。")
{
    private static readonly string[] Handlers = ["onmouseover", "onmouseenter"];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<ul><li onmouseover=\"show()\">分野</li></ul>", line: 2),
        Example.Bad("<p ondblclick=\"open()\">開く</p>"),
        Example.Good("<a href=\"/x/\" onmouseover=\"show()\" onfocus=\"show()\">分野</a><button onmouseenter=\"show()\" onfocusin=\"show()\">分野</button>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        Handlers.SelectMany(page.Having).Where(element => !element.HasAttribute("onfocus") && !element.HasAttribute("onfocusin"))
            .Concat(page.Having("ondblclick").Where(element => !element.HasAttribute("onclick") && !element.HasAttribute("onkeydown"))).Select(Fault.At);
}
