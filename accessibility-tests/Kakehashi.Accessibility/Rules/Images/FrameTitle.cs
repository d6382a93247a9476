namespace Kakehashi.Accessibility.Rules.Images;

/// <summary>Frames say what is in them.</summary>
public sealed class FrameTitle() : PageRule("frame-title", Criteria.NameRoleValue, Weight.Error, MiChecker.Problem,
    "埋め込み（iframe）に名前がありません。title属性に「会場の地図」のように中身を書いてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>会場</p>\n<iframe src=\"/map.html\"></iframe>", line: 2),
        Example.Bad("<iframe src=\"/map.html\" title=\"\"></iframe>"),
        Example.Good("<p>見本駅から徒歩5分です。</p><iframe src=\"/map.html\" title=\"会場の地図\"></iframe>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("iframe").Where(frame => page.NameOf(frame).Length == 0).Select(Fault.At);
}
