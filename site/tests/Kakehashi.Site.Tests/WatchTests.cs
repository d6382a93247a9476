using System.Threading.Channels;
using Kakehashi.Site.Publishing;
using Kakehashi.Site.Sources;
using Kakehashi.Site.Watching;

namespace Kakehashi.Site.Tests;

public sealed class WatchTests
{
    [Fact]
    public async Task A_scheduled_item_appears_and_an_expired_one_goes_by_the_clock_alone()
    {
        using var content = SmallProgram.Create(articles: 2);
        using var output = new TestFolder();
        content.With("articles/soon.md", SmallProgram.Article(3, more: "publishAt: 2026-06-15T15:00:00+09:00\nexpireAt: 2026-06-15T18:00:00+09:00").Replace("publishAt: 2026-04-04T09:00:00+09:00\n", "", StringComparison.Ordinal));
        var time = new FakeTime(SmallProgram.Now);
        using var running = new Running(new OneReading(content), output, time);
        await running.NextAsync();
        Assert.False(File.Exists(output.Of("articles/soon/index.html")));

        await running.AdvanceAsync(TimeSpan.FromHours(3));
        Assert.True(File.Exists(output.Of("articles/soon/index.html")));
        Assert.Contains("/articles/soon/", await TextAsync(output.Of("feeds/articles.xml")), StringComparison.Ordinal);
        Assert.Contains("/articles/soon/", await TextAsync(output.Of("sitemap.xml")), StringComparison.Ordinal);

        await running.AdvanceAsync(TimeSpan.FromHours(3));
        Assert.False(Directory.Exists(output.Of("articles/soon")));
        foreach (var file in (string[])["feeds/articles.xml", "sitemap.xml", "articles/index.html", "index.html", "sitemap/index.html"])
            Assert.DoesNotContain("/articles/soon/", await TextAsync(output.Of(file)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deadline_that_passes_changes_the_page_of_its_issue()
    {
        using var content = SmallProgram.Create(articles: 1);
        using var output = new TestFolder();
        var time = new FakeTime(SmallProgram.Now);
        using var running = new Running(new OneReading(content), output, time);
        await running.NextAsync();
        Assert.Contains("あと5日", await TextAsync(output.Of("issues/issue-1/index.html")), StringComparison.Ordinal);
        await running.AdvanceAsync(TimeSpan.FromHours(12));
        Assert.Contains("あと4日", await TextAsync(output.Of("issues/issue-1/index.html")), StringComparison.Ordinal);
        for (var day = 0; day < 4; day++) await running.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Contains("本日締切", await TextAsync(output.Of("issues/issue-1/index.html")), StringComparison.Ordinal);
        await running.AdvanceAsync(TimeSpan.FromHours(17));
        Assert.Contains("募集は終了しました", await TextAsync(output.Of("issues/issue-1/index.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_a_file_is_published_and_spoilt_content_leaves_the_site_as_it_is()
    {
        using var content = SmallProgram.Create(articles: 2);
        using var output = new TestFolder();
        using var source = new FolderSource(content.Path);
        using var running = new Running(source, output, TimeProvider.System);
        await running.NextAsync();
        content.With("articles/article-1.md", SmallProgram.Article(1, title: "改めた題名"));
        await running.UntilAsync(() => File.ReadAllText(output.Of("articles/article-1/index.html")).Contains("改めた題名", StringComparison.Ordinal));
        content.With("articles/article-1.md", SmallProgram.Article(1, category: "unknown"));
        Assert.Contains((await running.UntilAsync(outcome => outcome.Problems.Count > 0)).Problems, problem => problem.Path == "articles/article-1.md");
        Assert.Contains("改めた題名", await TextAsync(output.Of("articles/article-1/index.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_is_down_leaves_the_site_and_is_read_when_it_is_back()
    {
        using var content = SmallProgram.Create(articles: 1);
        using var output = new TestFolder();
        var source = new OneReading(content) { IsDown = true };
        using var running = new Running(source, output, new FakeTime(SmallProgram.Now));
        Assert.NotNull((await running.NextAsync()).Fault);
        source.IsDown = false;
        source.Change();
        Assert.NotNull((await running.NextAsync()).Result);
    }

    static Task<string> TextAsync(string path) => File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);

    /// <summary>A source that reads a folder when it is told to.</summary>
    sealed class OneReading(TestFolder content) : ISource
    {
        TaskCompletionSource changed = new();

        public bool IsDown { get; set; }

        public async Task<Reading> ReadAsync(CancellationToken cancellation)
        {
            if (IsDown) throw new IOException("down");
            using var folder = new FolderSource(content.Path);
            return await folder.ReadAsync(cancellation);
        }

        public Task WaitForChangeAsync(CancellationToken cancellation) => changed.Task.WaitAsync(cancellation);

        public void Change() => Interlocked.Exchange(ref changed, new TaskCompletionSource()).SetResult();
    }

    /// <summary>A watch in the background with its outcomes in a queue.</summary>
    sealed class Running : IDisposable
    {
        readonly Channel<Outcome> outcomes = Channel.CreateUnbounded<Outcome>();
        readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        readonly Publisher publisher;
        readonly TimeProvider time;
        readonly Task run;

        public Running(ISource source, TestFolder output, TimeProvider time)
        {
            this.time = time;
            publisher = new Publisher(output.Path, Build.Plain);
            run = new SiteWatch(source, publisher, time, outcome => outcomes.Writer.TryWrite(outcome)).RunAsync(stop.Token);
        }

        public async Task<Outcome> NextAsync() => await outcomes.Reader.ReadAsync(stop.Token);

        public async Task<Outcome> UntilAsync(Func<Outcome, bool> enough)
        {
            while (true)
                if (await NextAsync() is var outcome && enough(outcome)) return outcome;
        }

        public Task<Outcome> UntilAsync(Func<bool> enough) => UntilAsync(_ => enough());

        /// <summary>Moves the clock once the watch waits for it, and waits for the run that follows.</summary>
        public async Task<Outcome> AdvanceAsync(TimeSpan by)
        {
            var fake = (FakeTime)time;
            while (fake.Waiting == 0) await Task.Yield();
            fake.Advance(by);
            return await NextAsync();
        }

        public void Dispose()
        {
            stop.Cancel();
            try
            {
                run.GetAwaiter().GetResult();
            }
            catch (OperationCanceledException)
            {
            }
            publisher.Dispose();
            stop.Dispose();
        }
    }
}
