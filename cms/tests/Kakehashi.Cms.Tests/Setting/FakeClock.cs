using Kakehashi.Content;

namespace Kakehashi.Cms.Tests.Setting;

/// <summary>Stands still until it is moved. Timers run in real time.</summary>
public sealed class FakeClock : TimeProvider
{
    DateTimeOffset now = JapaneseTime.Parse("2026-06-01T10:00:00")!.Value;

    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();

    public void Advance(TimeSpan by) => now += by;

    public void MoveTo(string japanese) => now = JapaneseTime.Parse(japanese)!.Value;
}
