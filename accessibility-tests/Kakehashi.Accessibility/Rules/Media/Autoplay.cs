using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Media;

/// <summary>Sound and film start when the reader starts them.</summary>
public sealed class Autoplay() : PageRule("autoplay", Criteria.AudioControl, Weight.Error, MiChecker.Problem,
    "音声や動画が自動で始まります。autoplay を消し、見る人が再生を始められるようにしてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>会議の録画（字幕付き、書き起こしあり）</p>\n<video src=\"a.mp4\" autoplay controls></video>", line: 2),
        Example.Bad("<p>書き起こし</p>\n<audio src=\"a.mp3\" autoplay></audio>", line: 2),
        Example.Bad("<iframe title=\"紹介の動画\" src=\"https://video.example/embed/1?autoplay=1\"></iframe>"),
        Example.Good("<p>会議の録画（字幕付き、書き起こしあり）</p><video src=\"a.mp4\" controls></video><video src=\"b.mp4\" autoplay muted controls></video><iframe title=\"動画\" src=\"https://video.example/1?autoplay=0\"></iframe>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Having("autoplay").Where(media => media.LocalName is "audio" or "video" && !(media.HasAttribute("muted") && media.HasAttribute("controls")))
            .Concat(page.Elements("iframe").Where(StartsByAddress))
            .Select(Fault.At);

    private static bool StartsByAddress(IElement frame) =>
        (frame.GetAttribute("src") ?? "").Contains("autoplay=1", StringComparison.OrdinalIgnoreCase);
}
