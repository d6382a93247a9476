using System.Text.RegularExpressions;

namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>A call whose deadline has passed, or an event that is over, says that it has ended.</summary>
/// <remarks>
/// Only dates with a year count, outside of links, and the latest on the page decides: as long as one lies ahead, or the page says somewhere that something has ended,
/// nothing is reported. An event's day counts only where the page still calls for people.
/// </remarks>
public sealed partial class PastDeadline() : PageRule("past-deadline", null, Weight.Warning, MiChecker.NeedsJudgement,
    "過ぎた締切や開催の日が書かれ、終わったことが書かれていません。「受付は終了しました」のように書くか、日付を新しくするか、公開を終えてください。")
{
    private const int LabelReach = 24;

    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。</p>\n<p>募集期間は2025年10月1日から10月31日までです。</p>", line: 2),
        Example.Bad("<dl><dt>申込みの締切</dt><dd>令和8年3月31日（火曜日）午後5時</dd></dl>"),
        Example.Bad("<p>2026年2月27日まで参加者を募集しています。</p>"),
        Example.Bad("<p>参加者を募集しています。</p><dl><dt>日時</dt>\n<dd>2026年2月27日（金曜日）午後2時</dd></dl>", line: 2),
        Example.Good("<p>受付は終了しました。</p><p>募集期間：2025年10月1日から10月31日まで</p>"),
        Example.Good("<p>第1回の締切は2026年3月31日、第2回の締切は2026年9月30日です。</p>"),
        Example.Good("<p>受付期間は2026年3月1日からです。</p><p>会則は2020年4月1日に改めました。会員を募集しています。</p>"),
    ];

    public override IEnumerable<Fault> Check(Page page)
    {
        if (page.Today is not { } today || page.Dates.Count == 0)
            return [];
        var dates = page.Dates.Where(date => date.Last is not null && page.ProseAt(date.Index).ParentElement!.Closest("a") is null).ToList();
        var deadlines = dates.Where(date => IsDeadline(date, page.ProseText)).ToList();
        if (deadlines.Count == 0 && StillOpen().IsMatch(page.ProseText))
            deadlines = [.. dates.Where(date => IsEvent(date, page.ProseText))];
        return deadlines.Count == 0 || deadlines.Max(date => date.Last) >= today || Ended().IsMatch(page.ProseText)
            ? []
            : [FaultAt(deadlines.MaxBy(date => date.Last), page)];
    }

    private static Fault FaultAt(WrittenDate date, Page page) =>
        new(page.ProseAt(date.Index).ParentElement!, page.ProseText[date.Index..date.End].Split('\n')[0].Trim());

    private static bool IsDeadline(WrittenDate date, string text) =>
        (Label().IsMatch(Before(date, text)) || Until().IsMatch(text, date.End)) && !Told().IsMatch(text, date.End);

    private static bool IsEvent(WrittenDate date, string text) => EventLabel().IsMatch(Before(date, text));

    private static string Before(WrittenDate date, string text) => text[Math.Max(0, date.Index - LabelReach)..date.Index];

    [GeneratedRegex("(?:締め?切り?|〆切|(?:申し?込み?|応募|受付|募集|公募|提出|登録)の?(?:期[間限日]|終了))[^。]*$")]
    private static partial Regex Label();

    [GeneratedRegex(@"\Gまで[^。]{0,20}(?:募集(?!要)|受け付け|受付|申し?込)")]
    private static partial Regex Until();

    // The sentence tells of something past.
    [GeneratedRegex(@"\G[^。\n]{0,40}(?:でした|ました)")]
    private static partial Regex Told();

    [GeneratedRegex(@"(?:日時|開催日時?|開催期間|期日)[はの：:\s]*$")]
    private static partial Regex EventLabel();

    [GeneratedRegex("募集中|受付中|受け付けています|募集しています|申し?込みください|申し込んでください")]
    private static partial Regex StillOpen();

    [GeneratedRegex("(?:は|を)終了|終了(?:しま|しています|いたし|済)|(?:受付|募集|公募|申込み?)終了|締め?切(?:りま|って|らせて)|終わりました|終えました|開催済|(?:開催|実施|中止|延期)(?:しま|いたしま|とな)")]
    private static partial Regex Ended();
}
