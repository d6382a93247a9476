using Kakehashi.Site.Planning;
using Kakehashi.Site.Publishing;
using Kakehashi.Site.Sources;

namespace Kakehashi.Site.Tests;

public sealed class IncrementalTests
{
    const int Seed = 20260401;

    [Theory]
    [InlineData(200, false)]
    [InlineData(12, true)]
    public async Task After_any_edit_the_incremental_site_is_byte_identical_to_a_full_build(int edits, bool everything)
    {
        using var content = SmallProgram.Create();
        using var folder = new TestFolder();
        var options = new PublishOptions { Rules = everything, Compression = everything };
        var random = new Random(Seed);
        var people = new RandomEdits(content, random);
        using var source = new FolderSource(content.Path);
        var resident = new Publisher(folder.Of("incremental"), options);
        var rendered = 0;
        for (var i = 0; i < edits; i++)
        {
            var edit = $"seed {Seed}, edit {i}: {people.Next()}";
            if (random.Next(10) == 0)
            {
                resident.Dispose();
                resident = new Publisher(folder.Of("incremental"), options);
            }
            var reading = await source.ReadAsync(TestContext.Current.CancellationToken);
            Assert.True(reading.Snapshot is not null, $"{edit}: {string.Join('\n', reading.Problems)}");
            rendered += (await resident.PublishAsync(Planner.Plan(reading.Snapshot, people.Now), 0, TestContext.Current.CancellationToken)).Rendered;
            var full = await Build.PublishAsync(content, folder.Of("full"), options, people.Now);
            TestFolder.AssertSame(folder.Of("full"), folder.Of("incremental"), edit);
            Directory.Delete(folder.Of("full"), recursive: true);
            Assert.Equal(full.Pages, full.Rendered);
        }
        resident.Dispose();
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed}: {rendered} pages rendered in {edits} edits");
    }

    [Fact]
    public async Task One_changed_title_touches_only_the_pages_that_show_it()
    {
        using var content = SmallProgram.Create();
        using var output = new TestFolder();
        var pages = (await Build.PublishAsync(content, output.Path)).Pages;
        content.With("specialists/one.md", SmallProgram.Items(0).First(item => item.File == "specialists/one.md").Text.Replace("業務改善の専門人材", "窓口改善の専門人材", StringComparison.Ordinal));
        var changed = await Build.PublishAsync(content, output.Path);
        Assert.Equal(pages, changed.Pages);
        // Its own page, the list, the list of its field, the site map.
        Assert.Equal(4, changed.Rendered);
    }
}
