using System.Net;
using System.Threading.RateLimiting;

namespace Kakehashi.Forms.Limits;

/// <summary>Counts per address block and per form. Addresses are held in memory for a minute or two and written nowhere.</summary>
internal sealed class VisitorLimits(FormsOptions options) : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> requests = PerMinute<IPAddress>(options.Limits.RequestsPerMinute);
    private readonly PartitionedRateLimiter<IPAddress> submissions = PerMinute<IPAddress>(options.Limits.SubmissionsPerMinute);
    private readonly PartitionedRateLimiter<string> forms = PerMinute<string>(options.Limits.SubmissionsPerFormPerMinute);

    /// <summary>Whether one more request of this visitor may be read.</summary>
    public bool AllowsRequest(HttpContext context) => Takes(requests, Block(context));

    /// <summary>Whether one more submission of this visitor to this form may be accepted.</summary>
    public bool AllowsSubmission(HttpContext context, string address) => Takes(submissions, Block(context)) && Takes(forms, address);

    public void Dispose()
    {
        requests.Dispose();
        submissions.Dispose();
        forms.Dispose();
    }

    private IPAddress Block(HttpContext context) =>
        AddressBlock.Of(context.Connection.RemoteIpAddress, context.Request.Headers["X-Forwarded-For"], options.Proxies);

    private static bool Takes<T>(PartitionedRateLimiter<T> limiter, T whose)
    {
        using var lease = limiter.AttemptAcquire(whose);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<T> PerMinute<T>(int permits) where T : notnull => PartitionedRateLimiter.Create<T, T>(whose =>
        RateLimitPartition.GetSlidingWindowLimiter(whose, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
            QueueLimit = 0,
        }));
}
