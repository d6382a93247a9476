namespace Kakehashi.Accessibility.Rules.Media;

/// <summary>What can only be heard can also be read.</summary>
public sealed class AudioTranscript() : PageRule("audio-transcript", Criteria.AudioAndVideoOnly, Weight.Error, MiChecker.LikelyProblem,
    "音声に書き起こしがありません。話している内容を文章にし、「書き起こし」として音声のすぐ近くに置くか、リンクしてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<h2>会長のあいさつ</h2>\n<audio src=\"a.mp3\" controls></audio>", line: 2),
        Example.Good("<section><h2>会長のあいさつ</h2><audio src=\"a.mp3\" controls></audio><p><a href=\"/talk/\">会長のあいさつの書き起こし</a></p></section>"),
    ];

    public override IEnumerable<Fault> Check(Page page) => page.Elements("audio").Where(audio => !Transcript.IsOfferedNear(audio)).Select(Fault.At);
}
