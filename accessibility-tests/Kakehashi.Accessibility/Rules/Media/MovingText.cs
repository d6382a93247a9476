namespace Kakehashi.Accessibility.Rules.Media;

/// <summary>Nothing moves or blinks by itself.</summary>
public sealed class MovingText() : PageRule("moving-text", Criteria.PauseStopHide, Weight.Error, MiChecker.Problem,
    "動く文字や点滅する文字があります。marquee要素とblink要素を消し、動かない文字にしてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文</p>\n<marquee>大雨に注意してください。</marquee>", line: 2),
        Example.Bad("<blink>大雨に注意してください。</blink>"),
        Example.Good("<p><strong>大雨に注意してください。</strong></p>"),
    ];

    public override IEnumerable<Fault> Check(Page page) => page.Elements("marquee").Concat(page.Elements("blink")).Select(Fault.At);
}
