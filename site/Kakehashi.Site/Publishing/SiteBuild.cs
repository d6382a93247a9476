using System.Diagnostics;
using Kakehashi.Site.Planning;
using Kakehashi.Site.Sources;

namespace Kakehashi.Site.Publishing;

/// <summary>One build: read, plan, compare, render, publish.</summary>
public static class SiteBuild
{
    /// <summary>Publishes what the source holds at an instant; content with any mistake publishes nothing.</summary>
    /// <exception cref="OutputInUseException">Another process builds into the folder.</exception>
    public static async Task<Outcome> RunAsync(ISource source, string output, PublishOptions options, DateTimeOffset now, CancellationToken cancellation)
    {
        var since = Stopwatch.GetTimestamp();
        var reading = await source.ReadAsync(cancellation);
        if (reading.Snapshot is null) return new Outcome(null, reading.Problems);
        var plan = Planner.Plan(reading.Snapshot, now);
        if (plan.Problems.Count > 0) return new Outcome(null, plan.Problems);
        using var publisher = new Publisher(output, options);
        return new Outcome(await publisher.PublishAsync(plan, since, cancellation), SettingsLinks.Dead(plan));
    }
}
