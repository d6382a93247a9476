using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Media;

/// <summary>Recorded speech has captions: as a track, or burnt in and said to be so.</summary>
public sealed class VideoCaptions() : PageRule("video-captions", Criteria.Captions, Weight.Error, MiChecker.LikelyProblem,
    "動画に字幕がありません。字幕のファイル（track）を付けてください。映像に字幕が入っているときは、近くに「字幕付き」と書いてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<h2>紹介の動画</h2>\n<video src=\"a.mp4\" controls></video><p>音声解説と書き起こしがあります。</p>", line: 2),
        Example.Good("<h2>紹介の動画</h2><video src=\"a.mp4\" controls><track kind=\"captions\" src=\"a.vtt\" srclang=\"ja\"></video><p>動画の内容：会員が事例を話します。</p>"),
        Example.Good("<h2>紹介の動画（字幕付き）</h2><video src=\"a.mp4\" controls></video><p>書き起こしがあります。</p>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("video").Where(video => !HasCaptions(video) && !video.HasAttribute("muted") && !Transcript.Surroundings(video).Contains("字幕", StringComparison.Ordinal)).Select(Fault.At);

    private static bool HasCaptions(IElement video) => video.QuerySelector("track[kind=captions], track[kind=subtitles], track:not([kind])") is not null;
}
