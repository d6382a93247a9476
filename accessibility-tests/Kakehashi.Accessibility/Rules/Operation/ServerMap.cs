namespace Kakehashi.Accessibility.Rules.Operation;

/// <summary>No picture asks for the place where it was clicked.</summary>
public sealed class ServerMap() : PageRule("server-map", Criteria.Keyboard, Weight.Error, MiChecker.Problem,
    "押した位置で行き先が変わる画像（ismap）があります。キーボードで選べないので、地域の名前のリンクを並べてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>地域</p>\n<a href=\"/areas/\"><img src=\"a.png\" alt=\"地域の地図\" ismap></a>", line: 2),
        Example.Good("<ul><li><a href=\"/areas/north/\">県北</a></li></ul>"),
    ];

    public override IEnumerable<Fault> Check(Page page) => page.Having("ismap").Select(Fault.At);
}
