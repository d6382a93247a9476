using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kakehashi.Cms.Events;

/// <summary>One place at an event: entry <see cref="Number"/> of the participants in its submission, which holds the name.</summary>
public sealed class Participant
{
    public required Guid SubmissionId { get; init; }

    /// <summary>From 0.</summary>
    public required int Number { get; init; }

    /// <summary>Item of the event.</summary>
    public required Guid EventId { get; init; }

    public ParticipantState State { get; set; }

    /// <summary>Order of application, UTC; the waiting list moves up in it, then by submission and number.</summary>
    public required DateTimeOffset AppliedAt { get; init; }

    /// <summary>Came to the event; null = not noted.</summary>
    public bool? Attended { get; set; }
}

public enum ParticipantState
{
    [Content.Label("参加")] Confirmed,
    [Content.Label("キャンセル待ち")] Waiting,
    [Content.Label("取消し")] Cancelled,
}

sealed class ParticipantConfiguration : IEntityTypeConfiguration<Participant>
{
    public void Configure(EntityTypeBuilder<Participant> participant)
    {
        participant.ToTable("participants");
        participant.HasKey(p => new { p.SubmissionId, p.Number });
        participant.Property(p => p.State).HasConversion<string>();
        participant.HasIndex(p => new { p.EventId, p.State, p.AppliedAt });
        participant.HasOne<Store.ItemRecord>().WithMany().HasForeignKey(p => p.EventId).OnDelete(DeleteBehavior.Restrict);
        participant.HasOne<Submissions.SubmissionRecord>().WithMany().HasForeignKey(p => p.SubmissionId);
    }
}
