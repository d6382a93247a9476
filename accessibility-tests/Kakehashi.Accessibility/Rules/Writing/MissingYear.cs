using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>The day of an event and the last day of a call bear their year: pages stay on the web longer than calls.</summary>
/// <remarks>A year that stands shortly before counts for the dates that follow; the day of publication does not. What comes every year says so.</remarks>
public sealed partial class MissingYear() : PageRule("missing-year", null, Weight.Advice, MiChecker.NeedsJudgement,
    "催しや締切の日に年がありません。前の年のお知らせと間違えないように「2026年4月30日（木曜日）」のように年を書いてください。毎年のことなら「毎年」と書きます。")
{
    private const int Reach = 200;

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。\n提案の受付は4月1日から4月30日までです。</p>", line: 2),
        Example.Bad("<dl><dt>締切</dt><dd>6月30日（火曜日）</dd></dl>"),
        Example.Bad("<p>公開日：2026年3月2日</p>\n<p>説明会を6月10日に開きます。</p>", line: 2),
        Example.Good("<p>提案の受付は2026年4月1日から4月30日までです。</p><p>申込みの期限は、毎年6月30日です。</p>"),
        Example.Good("<p>令和8年度の募集です。</p><p>締切は6月30日（火曜日）です。</p><p>4月1日に組織を改めました。</p>"),
    ];

    public override IEnumerable<Fault> Check(Page page)
    {
        if (!page.ProseText.Contains('月', StringComparison.Ordinal))
            yield break;
        foreach (Match day in Day().Matches(page.ProseText))
            if (Appointment.IsAt(page.ProseText, day.Index, day.Index + day.Length) && !Year().IsMatch(page.ProseText[Math.Max(0, day.Index - Reach)..day.Index]) && Appointment.IsInText(page, day.Index))
                yield return new(page.ProseAt(day.Index).ParentElement!, day.Value.Split('\n')[0].Trim());
    }

    [GeneratedRegex(@"(?<![0-9]|年|年の|毎年、)[0-9]{1,2}月[0-9]{1,2}日(?:\s?[（(][^）)\n]{1,8}[）)])?(?:\s?(?:午前|午後)?[0-9]{1,2}時(?:[0-9]{1,2}分|半)?)?")]
    private static partial Regex Day();

    [GeneratedRegex(@"(?<!(?:公開|更新|掲載|登録)日?[：:\s]{0,2}(?:令和|平成)?)(?:20[0-9]{2}|(?:令和|平成)(?:[0-9]{1,2}|元))年|毎年|例年|ごと")]
    private static partial Regex Year();
}
