using Kakehashi.Site.Publishing;
using Kakehashi.Site.Sources;

namespace Kakehashi.Site.Tests;

/// <summary>One build in the test's own process.</summary>
static class Build
{
    public static PublishOptions Plain { get; } = new() { Rules = false, Compression = false };

    public static async Task<Outcome> RunAsync(TestFolder content, string output, PublishOptions? options = null, DateTimeOffset? now = null)
    {
        using var source = new FolderSource(content.Path);
        return await SiteBuild.RunAsync(source, output, options ?? Plain, now ?? SmallProgram.Now, TestContext.Current.CancellationToken);
    }

    /// <summary>Builds and insists that everything was published.</summary>
    public static async Task<BuildResult> PublishAsync(TestFolder content, string output, PublishOptions? options = null, DateTimeOffset? now = null)
    {
        var outcome = await RunAsync(content, output, options, now);
        Assert.Empty(outcome.Problems.Select(problem => problem.ToString()));
        return outcome.Result!;
    }
}
