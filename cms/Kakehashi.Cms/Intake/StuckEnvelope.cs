using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kakehashi.Cms.Intake;

/// <summary>Something in the inbox that could not be filed; shown to the secretariat until it is solved.</summary>
public sealed class StuckEnvelope
{
    /// <summary>File name in the inbox.</summary>
    public required string Name { get; init; }

    public required StuckReason Reason { get; set; }

    /// <summary>For the operator, without personal data.</summary>
    public required string Detail { get; set; }

    /// <summary>First noticed, UTC.</summary>
    public required DateTimeOffset SeenAt { get; init; }
}

public enum StuckReason
{
    /// <summary>Moved to the inbox's <c>broken</c>.</summary>
    [Content.Label("壊れている")] Broken,

    /// <summary>Left in the inbox until the key is there.</summary>
    [Content.Label("開く鍵がない")] NoKey,

    /// <summary>Opened, but its answers are not what the form allows; moved to <c>broken</c>.</summary>
    [Content.Label("内容がフォームに合わない")] Refused,

    /// <summary>Nothing is known to be wrong with it, and it could not be filed several times; left in the inbox, and tried again.</summary>
    [Content.Label("登録に失敗し、くり返し試している")] Failing,
}

sealed class StuckEnvelopeConfiguration : IEntityTypeConfiguration<StuckEnvelope>
{
    public void Configure(EntityTypeBuilder<StuckEnvelope> envelope)
    {
        envelope.ToTable("stuck_envelopes");
        envelope.HasKey(e => e.Name);
        envelope.Property(e => e.Reason).HasConversion<string>();
    }
}
