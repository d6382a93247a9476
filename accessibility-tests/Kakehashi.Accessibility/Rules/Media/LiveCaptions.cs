using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Media;

/// <summary>Live speech has captions.</summary>
public sealed partial class LiveCaptions() : PageRule("live-captions", Criteria.LiveCaptions, Weight.Warning, MiChecker.LikelyProblem,
    "生中継に字幕があるか書かれていません。字幕を付け、「字幕付きで中継します」のように書いてください。")
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<h2>成果発表会</h2>\n<iframe title=\"成果発表会の生中継\" src=\"https://video.example/live\"></iframe>", line: 2),
        Example.Good("<h2>成果発表会</h2><p>要約筆記の字幕を付けて中継します。</p><iframe title=\"成果発表会の生中継\" src=\"https://video.example/live\"></iframe>"),
        Example.Good("<iframe title=\"紹介の動画\" src=\"https://video.example/1\"></iframe>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        page.Elements("iframe").Concat(page.Elements("video")).Where(media => Live().IsMatch(page.NameOf(media)) && !Captions().IsMatch(Transcript.Surroundings(media))).Select(Fault.At);

    [GeneratedRegex("生中継|ライブ中継|ライブ配信|生配信|LIVE|中継")]
    private static partial Regex Live();

    [GeneratedRegex("字幕|文字通訳|要約筆記")]
    private static partial Regex Captions();
}
