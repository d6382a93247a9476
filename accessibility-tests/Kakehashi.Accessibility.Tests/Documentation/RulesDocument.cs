using System.Text;
using Kakehashi.Accessibility.Site;

namespace Kakehashi.Accessibility.Tests.Documentation;

/// <summary>docs/accessibility/rules.md: every rule with its mend and its examples.</summary>
internal static class RulesDocument
{
    public static string Write()
    {
        var text = new StringBuilder($"""
            # アクセシビリティの規則

            このページは規則の例から作られます。例はそのまま試験になっているので、書いてあるとおりに動きます。例は{Example.Today.Year}年{Example.Today.Month}月{Example.Today.Day}日の時点のものとして検査します。

            規則は{RuleSet.All.Count}件あります。ページの規則が{RuleSet.OfPages.Count}件、サイト全体の規則が{RuleSet.OfSites.Count}件です。
            重みは、公開を止める「エラー」が{Count(Weight.Error)}件、理由を書けば公開できる「警告」が{Count(Weight.Warning)}件、編集者にだけ示す「助言」が{Count(Weight.Advice)}件です。
            分類は、総務省のmiCheckerの4つの分類に合わせています。

            """.ReplaceLineEndings("\n"));
        foreach (var subject in RuleSet.OfPages.GroupBy(SubjectOf))
        {
            text.Append($"\n## {subject.Key}\n");
            foreach (var rule in subject)
            {
                Head(text, rule);
                Examples(text, "直すところがある例", rule.Examples.Where(example => example.IsBad).Select(example => example.Html));
                Examples(text, "よい例", rule.Examples.Where(example => !example.IsBad).Select(example => example.Html));
            }
        }
        text.Append("\n## サイト全体\n");
        foreach (var rule in RuleSet.OfSites)
        {
            Head(text, rule);
            Examples(text, "直すところがある例", rule.Examples.Where(example => example.IsBad).Select(Pages));
            Examples(text, "よい例", rule.Examples.Where(example => !example.IsBad).Select(Pages));
        }
        return text.ToString();
    }

    private static void Head(StringBuilder text, Rule rule) =>
        text.Append($"\n### {rule.Id}\n\n{Wording.Of(rule.Weight)}、{Wording.Of(rule.Class)}。{Wording.Of(rule.Criterion)}。\n\n{rule.Message}\n");

    private static void Examples(StringBuilder text, string title, IEnumerable<string> examples) =>
        text.Append($"\n{title}\n\n```html\n{string.Join("\n\n", examples.Select(Visible))}\n```\n");

    private static string Pages(SiteExample site) => string.Join('\n', site.Pages.Select(page => $"<!-- {page.Path}「{page.Title}」 -->{(page.Html.Length > 0 ? $"\n{page.Html}" : "")}")
        .Concat(site.Documents.Select(file => $"<!-- {file.Path}：{SamplePdf.Describe(file.Facts)} -->")));

    // Characters without a face would not be seen in the document.
    private static string Visible(string html) =>
        string.Concat(html.Select(character => character is >= '\uE000' and <= '\uF8FF' or '\u00A0' ? $"&#x{(int)character:X4};" : character.ToString()));

    private static int Count(Weight weight) => RuleSet.All.Count(rule => rule.Weight == weight);

    private static string SubjectOf(PageRule rule) => rule.GetType().Namespace!.Split('.')[^1] switch
    {
        "Language" => "言語",
        "Structure" => "ページの題名、見出し、箇条書き、表",
        "Images" => "画像、図、埋め込み",
        "Media" => "音声と動画、動くもの",
        "Links" => "リンク",
        "Forms" => "フォーム",
        "Aria" => "役割と名前（WAI-ARIA）",
        "Operation" => "操作",
        "Styles" => "スタイルと色",
        _ => "日本語の書き方",
    };
}
