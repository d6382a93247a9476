using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Media;

/// <summary>Pictures change when the reader changes them.</summary>
public sealed class MovingCarousel() : PageRule("moving-carousel", Criteria.PauseStopHide, Weight.Warning, MiChecker.LikelyProblem,
    "自動で切り替わる表示（カルーセル）があります。自動の切り替えをやめるか、止めるボタンを付けてください。")
{
    private static readonly string[] Switches = ["data-ride", "data-bs-ride", "data-autoplay", "data-auto-play", "data-autoplay-speed", "data-swiper-autoplay"];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<div data-bs-ride=\"carousel\"><p>お知らせ1</p></div>", line: 2),
        Example.Bad("<div data-autoplay=\"true\"><p>お知らせ1</p></div>"),
        Example.Good("<div data-autoplay=\"true\"><button>自動の切り替えを止める</button><p>お知らせ1</p></div><div data-autoplay=\"false\"></div>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        Switches.SelectMany(name => page.Having(name).Where(element => element.GetAttribute(name) != "false" && !CanBeStopped(element))).Select(Fault.At);

    private static bool CanBeStopped(IElement carousel) =>
        carousel.QuerySelectorAll("button").Any(button => (button.TextContent + button.GetAttribute("aria-label")).Contains('止', StringComparison.Ordinal));
}
