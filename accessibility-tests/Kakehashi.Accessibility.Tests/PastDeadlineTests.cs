namespace Kakehashi.Accessibility.Tests;

public sealed class PastDeadlineTests
{
    [Theory]
    [InlineData("2026-04-30", false)]
    [InlineData("2026-05-01", true)]
    public void Deadline_is_kept_through_its_last_day(string today, bool found) =>
        Assert.Equal(found, IsFound("<p>締切は2026年4月30日です。</p>", DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Without_a_day_nothing_has_passed() => Assert.False(IsFound("<p>締切は1999年4月30日です。</p>", null));

    [Theory]
    [InlineData("<p>募集期間：令和8年4月1日（水）から30日まで</p>", true)]
    [InlineData("<p>募集期間：令和8年4月1日（水）から30日間</p>", false)]
    [InlineData("<p>募集期間：令和8年4月1日（水）午前9時から4月30日（木）午後5時まで</p>", true)]
    [InlineData("<p>募集期間：2026年12月1日から2027年1月29日まで</p>", false)]
    [InlineData("<dl><dt>受付期間</dt><dd><time>2026年4月1日（水曜日）</time>から<time>2026年4月30日</time>まで</dd></dl>", true)]
    [InlineData("<dl><dt>受付の開始</dt><dd>2026年4月1日</dd></dl>", false)]
    [InlineData("<dl><dt>受付の終了</dt><dd>2026年4月1日</dd></dl>", true)]
    [InlineData("<p>締切：2026年2月30日</p>", false)]
    [InlineData("<p>提出の締切は、採択の日から30日後です。要綱は2020年4月1日に定めました。</p>", false)]
    [InlineData("<p>会員を募集しています。</p><p>開催日：2026年4月10日</p><p>開催日：2027年4月10日</p>", false)]
    [InlineData("<p>会員を募集しています。</p><p>開催日：2026年4月10日</p>", true)]
    public void What_counts_is_the_last_day_of_a_call(string html, bool found) => Assert.Equal(found, IsFound(html, new(2026, 11, 20)));

    private static bool IsFound(string html, DateOnly? today) =>
        PageCheck.Check(Example.Good(html).Page, "index.html", today).Any(finding => finding.Rule == "past-deadline");
}
