using Kakehashi.Accessibility.Site;
using Kakehashi.Content;
using Kakehashi.Site.Preview;
using Kakehashi.Site.Sources;

namespace Kakehashi.Site.Tests;

/// <summary>Whether what has passed still reads as open, on the days on which pages are built and judged.</summary>
public sealed class FreshnessTests
{
    static readonly DateTimeOffset Later = SmallProgram.Now.AddYears(2);

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_made_after_everything_has_ended_say_so_themselves() => Assert.Empty(await StaleAsync(built: Later, judged: Later));

    [Fact]
    public async Task Site_that_nobody_built_again_is_found_out()
    {
        var stale = await StaleAsync(built: SmallProgram.Now, judged: Later);

        Assert.Contains("events/event-3/index.html", stale);
        Assert.Empty(await StaleAsync(built: SmallProgram.Now, judged: SmallProgram.Now));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(30, true)]
    public async Task Preview_judges_by_its_own_clock(int days, bool found)
    {
        using var content = SmallProgram.Create(articles: 1);
        using var source = new FolderSource(content.Path);
        var snapshot = (await source.ReadAsync(Cancellation)).Snapshot!;
        var draft = Content.Folder.FrontMatter.Read("", ContentType.Find("article")!, "call", "---\ntitle: 見学会の参加者の募集\nsummary: 見学会を開きます。\nsection: office\ncategory: news\n---\n申込みの締切は2026年7月1日（水曜日）です。\n").Document!;

        var findings = await PagePreview.CheckAsync(snapshot, draft, SmallProgram.Now.AddDays(days));

        Assert.Equal(found, findings!.Any(finding => finding.Rule == "past-deadline"));
    }

    static async Task<IReadOnlyList<string>> StaleAsync(DateTimeOffset built, DateTimeOffset judged)
    {
        using var content = SmallProgram.Create(articles: 3);
        using var output = new TestFolder();
        await Build.PublishAsync(content, output.Path, now: built);
        return [.. SiteCheck.Check(output.Path, JapaneseTime.DateOf(judged), Cancellation).Findings.Where(finding => finding.Rule == "past-deadline").Select(finding => finding.Path)];
    }
}
