namespace Kakehashi.Accessibility.Rules.Media;

/// <summary>What a film shows can be read or heard.</summary>
public sealed class VideoAlternative() : PageRule("video-alternative", Criteria.MediaAlternative, Weight.Warning, MiChecker.LikelyProblem,
    "動画の内容を文章で読めません。「動画の内容」として見えているものと話を書くか、書き起こしか音声解説を付けてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<h2>紹介の動画（字幕付き）</h2>\n<video src=\"a.mp4\" controls></video>", line: 2),
        Example.Good("<h2>紹介の動画（字幕付き）</h2><video src=\"a.mp4\" controls></video><p>動画の内容：用水路にセンサーを取り付ける手順です。</p>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("video").Where(video => !Transcript.IsOfferedNear(video) && !AudioDescription.IsGiven(video)).Select(Fault.At);
}
