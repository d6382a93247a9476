using System.Globalization;
using Kakehashi.Accessibility.Evidence;

namespace Kakehashi.Browser.Tests;

/// <summary>What <c>tools/evidence</c> runs; no test of its own, and run by nothing else.</summary>
public sealed class EvidenceRun(Chromium chromium, SampleSite sample)
{
    [Fact(Explicit = true)]
    public async Task Collect()
    {
        var site = Environment.GetEnvironmentVariable("KAKEHASHI_EVIDENCE_SITE") is { Length: > 0 } given ? new Uri(given) : sample.Address;
        var file = Environment.GetEnvironmentVariable("KAKEHASHI_EVIDENCE_OUT") ?? throw new InvalidOperationException("Run tools/evidence.");
        await using var log = new StreamWriter(file + ".log") { AutoFlush = true };
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(9).DateTime);

        var test = await new EvidenceCollection(chromium, site, RunSettings.Seed, today, Environment.GetEnvironmentVariable("KAKEHASHI_EVIDENCE_SEND") == "1", log.WriteLine).RunAsync(TestContext.Current.CancellationToken);

        await File.WriteAllTextAsync(file, test.Write(), TestContext.Current.CancellationToken);
        foreach (var tool in test.Tools)
            await log.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{tool.Name} {tool.Version}：{tool.Pages}ページ、不合格{tool.Failures}件"));
        foreach (var failed in test.Assertions.Where(assertion => assertion.Outcome == Outcome.Failed))
            await log.WriteLineAsync($"不合格 {failed.Criterion} {failed.Page ?? "サイト全体"} {failed.Note}");
    }
}
