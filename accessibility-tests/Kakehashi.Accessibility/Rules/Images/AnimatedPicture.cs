namespace Kakehashi.Accessibility.Rules.Images;

/// <summary>Pictures that may flash are looked at by a person.</summary>
public sealed class AnimatedPicture() : PageRule("animated-picture", Criteria.ThreeFlashes, Weight.Advice, MiChecker.ManualCheck,
    "動く画像（GIF）の可能性があります。1秒に3回を超えて光らないこと、5秒で止まるか止められることを目で確かめてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>図1</p>\n<img src=\"/media/flow.gif?v=2\" alt=\"水の流れ\">", line: 2),
        Example.Good("<img src=\"/media/flow.svg\" alt=\"水の流れ\">"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("img").Where(image => image.GetAttribute("src")?.Split('?', '#')[0].EndsWith(".gif", StringComparison.OrdinalIgnoreCase) == true).Select(Fault.At);
}
