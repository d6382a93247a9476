using Kakehashi.Content;
using Kakehashi.Content.Folder;
using Kakehashi.Site.Publishing;
using Kakehashi.Site.Sources;

namespace Kakehashi.Site.Tests;

public sealed class CmsSourceTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_CMS_and_the_folder_with_the_same_content_give_the_same_bytes()
    {
        using var content = SmallProgram.Create().With("accessibility/2026.json", SmallTest.Whole.Write());
        using var folder = new TestFolder();
        await using var cms = await FakeCms.StartAsync(content);
        await Build.PublishAsync(content, folder.Of("from-folder"), new PublishOptions());
        using var http = cms.Client();
        var outcome = await SiteBuild.RunAsync(new CmsSource(http, folder.Of("state"), TimeProvider.System), folder.Of("from-cms"), new PublishOptions(), SmallProgram.Now, Cancellation);
        Assert.True(outcome.Succeeded);
        TestFolder.AssertSame(folder.Of("from-folder"), folder.Of("from-cms"), "CMS");
    }

    [Fact]
    public async Task After_a_restart_it_asks_only_for_what_it_missed()
    {
        using var content = SmallProgram.Create();
        using var folder = new TestFolder();
        await using var cms = await FakeCms.StartAsync(content);
        using var http = cms.Client();
        await new CmsSource(http, folder.Path, TimeProvider.System).ReadAsync(Cancellation);

        content.With("articles/article-1.md", SmallProgram.Article(1, title: "改めた題名"));
        cms.Publish(content, "articles/article-1.md");
        cms.Withdraw("articles/article-2.md");
        for (var i = 30; i < 40; i++)
        {
            content.With($"articles/article-{i}.md", SmallProgram.Article(i));
            cms.Publish(content, $"articles/article-{i}.md");
        }
        cms.Asked.Clear();
        var snapshot = (await new CmsSource(http, folder.Path, TimeProvider.System).ReadAsync(Cancellation)).Snapshot!;
        Assert.DoesNotContain(cms.Asked, address => address.Contains("/items", StringComparison.Ordinal));
        content.Without("articles/article-2.md");
        await AssertSameAsFolderAsync(content, snapshot);
    }

    [Fact]
    public async Task A_log_cut_off_in_the_middle_of_a_batch_is_read_up_to_the_batch_before()
    {
        using var content = SmallProgram.Create(articles: 3);
        using var folder = new TestFolder();
        await using var cms = await FakeCms.StartAsync(content);
        using var http = cms.Client();
        var source = new CmsSource(http, folder.Path, TimeProvider.System);
        await source.ReadAsync(Cancellation);
        content.With("articles/article-1.md", SmallProgram.Article(1, title: "改めた題名"));
        cms.Publish(content, "articles/article-1.md");
        await source.ReadAsync(Cancellation);
        var log = await File.ReadAllTextAsync(folder.Of("delivery.jsonl"), Cancellation);
        await File.WriteAllTextAsync(folder.Of("delivery.jsonl"), log[..^40], Cancellation);
        await AssertSameAsFolderAsync(content, (await new CmsSource(http, folder.Path, TimeProvider.System).ReadAsync(Cancellation)).Snapshot!);
    }

    [Fact]
    public async Task A_database_restored_to_an_earlier_day_is_read_anew()
    {
        using var content = SmallProgram.Create(articles: 3);
        using var folder = new TestFolder();
        await using var cms = await FakeCms.StartAsync(content);
        using var http = cms.Client();
        var source = new CmsSource(http, folder.Path, TimeProvider.System);
        await source.ReadAsync(Cancellation);
        content.Without("articles/article-3.md");
        cms.Withdraw("articles/article-3.md");
        cms.Restore(4);
        await AssertSameAsFolderAsync(content, (await source.ReadAsync(Cancellation)).Snapshot!);
    }

    [Fact]
    public async Task Settings_that_change_are_read_again()
    {
        using var content = SmallProgram.Create(articles: 1);
        using var folder = new TestFolder();
        await using var cms = await FakeCms.StartAsync(content);
        using var http = cms.Client();
        var source = new CmsSource(http, folder.Path, TimeProvider.System);
        await source.ReadAsync(Cancellation);
        content.With("program.yaml", SmallProgram.Settings(name: "新しい名前"));
        cms.Change(ProgramFile.Read("", SmallProgram.Settings(name: "新しい名前")).Settings!);
        await AssertSameAsFolderAsync(content, (await source.ReadAsync(Cancellation)).Snapshot!);
    }

    [Fact]
    public async Task While_the_CMS_is_down_it_waits_longer_each_time_and_then_notices_the_change()
    {
        using var content = SmallProgram.Create(articles: 1);
        using var folder = new TestFolder();
        await using var cms = await FakeCms.StartAsync(content);
        using var http = cms.Client();
        var time = new FakeTime(SmallProgram.Now);
        var source = new CmsSource(http, folder.Path, time);
        await source.ReadAsync(Cancellation);
        cms.IsDown = true;
        cms.Asked.Clear();
        var change = source.WaitForChangeAsync(Cancellation);
        foreach (var seconds in (int[])[1, 2, 4, 8])
        {
            while (time.Waiting == 0) await Task.Yield();
            time.Advance(TimeSpan.FromSeconds(seconds - 0.5));
            Assert.Equal(1, time.Waiting);
            time.Advance(TimeSpan.FromSeconds(0.5));
        }
        while (time.Waiting == 0) await Task.Yield();
        Assert.Equal(5, cms.Asked.Count);
        Assert.NotNull((await source.ReadAsync(Cancellation)).Snapshot);

        cms.IsDown = false;
        cms.Publish(content, "articles/article-1.md");
        Assert.False(change.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(16));
        await change;
    }

    [Fact]
    public async Task A_CMS_never_reached_is_an_error_that_says_what_to_check()
    {
        using var folder = new TestFolder();
        using var http = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:1/delivery/v1/") };
        var error = await Assert.ThrowsAsync<IOException>(() => new CmsSource(http, folder.Path, TimeProvider.System).ReadAsync(Cancellation));
        Assert.Contains("CMSに接続できません", error.Message, StringComparison.Ordinal);
    }

    static async Task AssertSameAsFolderAsync(TestFolder content, Snapshot snapshot)
    {
        using var folder = new FolderSource(content.Path);
        var expected = (await folder.ReadAsync(Cancellation)).Snapshot!;
        Assert.Equal(Lines(expected), Lines(snapshot));
    }

    static IEnumerable<string> Lines(Snapshot snapshot) =>
    [
        System.Text.Json.JsonSerializer.Serialize(snapshot.Program, ContentJson.Options),
        .. snapshot.Items.Select(item => $"{item.GetType().Name} {item.Slug} {item.PublishAt} {System.Text.Json.JsonSerializer.Serialize(item, item.GetType(), ContentJson.Options)}"),
        .. snapshot.Media.Values.Select(media => media.File.ToString()).Order(StringComparer.Ordinal),
        .. snapshot.Evaluations.Select(evaluation => evaluation.Write()),
    ];
}
