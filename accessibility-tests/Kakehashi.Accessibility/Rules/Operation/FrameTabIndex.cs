namespace Kakehashi.Accessibility.Rules.Operation;

/// <summary>The keyboard gets into frames.</summary>
public sealed class FrameTabIndex() : PageRule("frame-tabindex", Criteria.Keyboard, Weight.Error, MiChecker.LikelyProblem,
    "埋め込み（iframe）に tabindex=\"-1\" が付いています。中のものをキーボードで操作できないので、消してください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>徒歩5分です。</p>\n<iframe title=\"会場の地図\" src=\"/map/\" tabindex=\"-1\"></iframe>", line: 2),
        Example.Good("<p>徒歩5分です。</p><iframe title=\"会場の地図\" src=\"/map/\"></iframe>"),
    ];

    public override IEnumerable<Fault> Check(Page page) => page.Elements("iframe").Where(frame => frame.GetAttribute("tabindex")?.StartsWith('-') == true).Select(Fault.At);
}
