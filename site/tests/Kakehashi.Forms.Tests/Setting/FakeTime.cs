namespace Kakehashi.Forms.Tests.Setting;

/// <summary>A clock that moves only when told to; timers run on the real one.</summary>
internal sealed class FakeTime(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset now = now;

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan time) => now += time;
}
