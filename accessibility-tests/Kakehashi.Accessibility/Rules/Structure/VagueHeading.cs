namespace Kakehashi.Accessibility.Rules.Structure;

/// <summary>Headings tell what stands below them.</summary>
public sealed class VagueHeading() : PageRule("vague-heading", Criteria.HeadingsAndLabels, Weight.Warning, MiChecker.LikelyProblem,
    "見出しから内容が分かりません。「その他の相談窓口」のように、下に書いてあることを見出しにしてください。")
{
    private static readonly HashSet<string> Vague = new(StringComparer.Ordinal) { "その他", "そのほか", "詳細", "詳しくは", "見出し", "大見出し", "中見出し", "小見出し", "タイトル", "題名", "本文", "無題", "ここに見出し", "●", "■", "1", "2", "3" };

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<h2>その他</h2>", line: 2),
        Example.Bad("<h2>見出し</h2>"),
        Example.Good("<h2>その他の相談窓口</h2><h2>募集の詳細</h2><h2>お知らせ</h2>"),
    ];

    public override IEnumerable<Fault> Check(Page page) => page.Headings.Where(heading => Vague.Contains(page.NameOf(heading))).Select(Fault.At);
}
