using AngleSharp.Dom;

namespace Kakehashi.Accessibility.Rules.Media;

/// <summary>Films are described for those who do not see them, where their sound alone does not tell the story.</summary>
public sealed class AudioDescription() : PageRule("audio-description", Criteria.AudioDescription, Weight.Advice, MiChecker.ManualCheck,
    "動画に音声解説があるか分かりません。話だけで内容が伝わるかを確かめ、伝わらないときは音声解説を付けてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<h2>紹介の動画（字幕付き）</h2>\n<video src=\"a.mp4\" controls></video><p>書き起こしがあります。</p>", line: 2),
        Example.Good("<h2>紹介の動画（字幕付き）</h2><video src=\"a.mp4\" controls></video><p>音声解説の版もあります。</p>"),
    ];

    public override IEnumerable<Fault> Check(Page page) => page.Elements("video").Where(video => !IsGiven(video)).Select(Fault.At);

    internal static bool IsGiven(IElement video) =>
        video.QuerySelector("track[kind=descriptions]") is not null || Transcript.Surroundings(video).Contains("音声解説", StringComparison.Ordinal);
}
