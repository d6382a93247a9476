namespace Kakehashi.Accessibility.Rules.Writing;

/// <summary>The day of an event and the last day of a call bear their weekday.</summary>
/// <remarks>Dates of what was, and of what lasts from one day to another, need none.</remarks>
public sealed class MissingWeekday() : PageRule("missing-weekday", null, Weight.Advice, MiChecker.NeedsJudgement,
    "催しや締切の日に曜日がありません。予定を確かめやすいように、「2026年4月30日（木曜日）」のように書いてください。"), IMendText
{
    public override IReadOnlyList<Example> Examples { get; } =
    [
        Example.Bad("<p>前文です。\n説明会は2026年6月10日に開きます。</p>", line: 2),
        Example.Bad("<dl><dt>締切</dt><dd>令和8年6月30日</dd></dl>"),
        Example.Bad("<p>2026年6月10日午後2時から始めます。</p>"),
        Example.Good("<p>説明会は2026年6月10日（水曜日）に開きます。</p><dl><dt>締切</dt><dd>令和8年6月30日（火）</dd></dl>"),
        Example.Good("<p>計画は2026年3月10日に定めました。期間は令和8年4月1日から令和9年3月31日までです。</p>"),
    ];

    public override IEnumerable<Fault> Check(Page page) =>
        from date in page.Dates
        where IsFault(date, page.ProseText) && Appointment.IsInText(page, date.Index)
        select new Fault(page.ProseAt(date.Index).ParentElement!, page.ProseText[date.Index..date.End].Split('\n')[0].Trim());

    public string Mend(string text) =>
        WrittenDate.In(text).Where(date => IsFault(date, text)).Reverse().Aggregate(text, (mended, date) => mended.Insert(text.IndexOf('日', date.Index) + 1, $"（{"日月火水木金土"[(int)date.First.DayOfWeek]}曜日）"));

    private static bool IsFault(WrittenDate date, string text) =>
        (date.Last ?? date.First) == date.First && text.AsSpan(date.Index, date.End - date.Index).IndexOfAny('（', '(') < 0 && Appointment.IsAt(text, date.Index, date.End);
}
