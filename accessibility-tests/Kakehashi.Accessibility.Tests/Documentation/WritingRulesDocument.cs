using System.Text;

namespace Kakehashi.Accessibility.Tests.Documentation;

/// <summary>docs/accessibility/writing-rules.md: how often the writing rules find fault with sound prose.</summary>
internal static class WritingRulesDocument
{
    public static string Write()
    {
        var found = Paragraph.All.SelectMany(paragraph => paragraph.Found(WritingRules.All).Select(hit => (paragraph, hit.Rule, hit.Excerpt))).ToList();
        var wrong = found.Where(row => !row.paragraph.Rightly.Contains(row.Rule.Id)).ToList();
        var text = new StringBuilder($"""
            # 日本語の書き方の規則と誤検出

            県や市町のページによくある文章{Paragraph.All.Count}段落に規則を当て、誤って見つけた数を数えました。文章は `accessibility-tests/Kakehashi.Accessibility.Tests/Prose.txt` にあります。直すところがある段落には、正しく見つけるべき規則の名前を付けています。

            誤って見つけた段落は{wrong.Select(row => row.paragraph).Distinct().Count()}（{Wording.Percent(wrong.Select(row => row.paragraph).Distinct().Count(), Paragraph.All.Count)}）、そのうち公開を止めるもの（エラー）は{wrong.Where(row => row.Rule.Weight == Weight.Error).Select(row => row.paragraph).Distinct().Count()}です。

            | 規則 | 重み | 正しく見つけた数 | 誤って見つけた数 | 誤検出の割合 |
            | --- | --- | ---: | ---: | ---: |

            """.ReplaceLineEndings("\n"));
        foreach (var rule in WritingRules.All)
        {
            var all = found.Count(row => row.Rule == rule);
            var mistaken = wrong.Count(row => row.Rule == rule);
            text.Append($"| [{rule.Id}](rules.md#{rule.Id}) | {Wording.Of(rule.Weight)} | {all - mistaken} | {mistaken} | {Wording.Percent(mistaken, Paragraph.All.Count)} |\n");
        }
        // Rule of three: what nothing found in n tries says about the rate, at 95 %.
        if (wrong.Count == 0)
            text.Append($"\n{Paragraph.All.Count}段落で0件でした。統計の上では、誤検出の割合は95パーセントの確からしさで{300.0 / Paragraph.All.Count:0.0}パーセント以下といえます。文章は規則を作った人が書いたので、ほかの人の文章ではこれより多くなることがあります。\n");
        if (wrong.Count > 0)
            text.Append("\n## 誤って見つけたところ\n\n").Append(string.Concat(wrong.Select(row => $"- {row.Rule.Id}「{row.Excerpt}」：{row.paragraph.Text}\n")));
        var sound = Paragraph.All.Where(paragraph => paragraph.Rightly.Count == 0).ToList();
        text.Append($"\n## 採らなかった規則\n\n直すところのない{sound.Count}段落で見つけた数です。助言であっても、これだけ誤ると読まれなくなるので、規則にしませんでした。\n\n| 調べたこと | 見つけた数 | 採らなかった理由 |\n| --- | ---: | --- |\n");
        foreach (var rejected in Rejected.All)
            text.Append($"| {rejected.Name} | {sound.Count(paragraph => rejected.Finds(paragraph.Text))} | {rejected.Why} |\n");
        return text.ToString();
    }
}
