using System.Diagnostics;
using Kakehashi.Site.Publishing;

namespace Kakehashi.Site.Tests;

/// <summary>The command is killed (SIGKILL) while it writes; every file stays whole, and the next run mends the site.</summary>
public sealed class KillTests
{
    const int Kills = 50;
    const int Seed = 20260402;

    static string Command { get; } = Path.GetFullPath(Path.Join(AppContext.BaseDirectory, "..", "..", "Kakehashi.Cli", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "kakehashi"));

    [Fact, Trait("Speed", "Slow")]
    public async Task Killed_at_any_moment_every_file_is_whole_and_the_next_run_mends_the_site()
    {
        using var content = SmallProgram.Create();
        using var folder = new TestFolder();
        string[] states = [SmallProgram.Settings(name: "ひろばの一"), SmallProgram.Settings(name: "ひろばの二")];
        var expected = new List<SortedDictionary<string, byte[]>>();
        foreach (var (state, i) in states.Select((state, i) => (state, i)))
        {
            content.With("program.yaml", state);
            if (i == 1) content.Without("articles/article-1.md");
            await Build.PublishAsync(content, folder.Of($"expected-{i}"), new PublishOptions(), TimeProvider.System.GetUtcNow());
            expected.Add(TestFolder.Files(folder.Of($"expected-{i}")));
        }
        var article = SmallProgram.Items(1).First(item => item.File == "articles/article-1.md").Text;
        var random = new Random(Seed);
        var (interrupted, output) = (0, folder.Of("out"));
        Use(0);
        Assert.Equal(0, await RunAsync(content, output));
        for (var kill = 0; kill < Kills; kill++)
        {
            Use(1 - kill % 2);
            interrupted += await KillAsync(content, output, random.Next(0, 120)) ? 1 : 0;
            AssertWhole(output, expected, kill);
            if (kill % 10 != 9) continue;
            // The content may be back at the state of the last whole run, with half of the other one on disk.
            Use((kill / 10) % 2);
            Assert.Equal(0, await RunAsync(content, output));
            TestFolder.AssertSame(folder.Of($"expected-{kill / 10 % 2}"), output, $"seed {Seed}, after kill {kill}");
        }
        Assert.True(interrupted >= Kills / 3, $"Only {interrupted} of {Kills} runs were cut off while writing.");

        void Use(int state)
        {
            content.With("program.yaml", states[state]);
            if (state == 0) content.With("articles/article-1.md", article);
            else content.Without("articles/article-1.md");
        }
    }

    [Fact]
    public async Task Another_place_time_zone_and_language_give_the_same_bytes()
    {
        using var content = SmallProgram.Create();
        using var folder = new TestFolder();
        await Build.PublishAsync(content, folder.Of("here"), new PublishOptions(), TimeProvider.System.GetUtcNow());
        Assert.Equal(0, await RunAsync(content, folder.Of("some/other place"), ("TZ", "America/New_York"), ("LANG", "tr_TR.UTF-8"), ("LC_ALL", "th_TH.UTF-8")));
        TestFolder.AssertSame(folder.Of("here"), folder.Of("some/other place"), "elsewhere");
    }

    // What both states have was there before the kill, so it is there after it, in one of the two versions.
    static void AssertWhole(string output, List<SortedDictionary<string, byte[]>> expected, int kill)
    {
        var files = TestFolder.Files(output);
        foreach (var file in expected[0].Keys.Where(expected[1].ContainsKey))
            Assert.True(files.ContainsKey(file), $"seed {Seed}, kill {kill}: {file} has gone");
        foreach (var (file, bytes) in files)
            Assert.True(expected.Any(state => state.TryGetValue(file, out var whole) && whole.AsSpan().SequenceEqual(bytes)), $"seed {Seed}, kill {kill}: {file} is not whole");
    }

    /// <summary>Kills a build some milliseconds after it began to write; whether it was cut off there.</summary>
    static async Task<bool> KillAsync(TestFolder content, string output, int milliseconds)
    {
        var journal = Path.Join(output, ".kakehashi", "journal");
        var before = File.Exists(journal) ? File.GetLastWriteTimeUtc(journal) : default;
        using var process = Start(content, output);
        while (!process.HasExited && !(File.Exists(journal) && File.GetLastWriteTimeUtc(journal) != before))
            await Task.Delay(1, TestContext.Current.CancellationToken);
        await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode != 0 && File.Exists(journal);
    }

    static async Task<int> RunAsync(TestFolder content, string output, params (string, string)[] environment)
    {
        using var process = Start(content, output, environment);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    static Process Start(TestFolder content, string output, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Command, ["build", "--content", content.Path, "--out", output, "--json"]) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
