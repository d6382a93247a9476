using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kakehashi.Cms.Submissions;

sealed class SubmissionConfiguration : IEntityTypeConfiguration<SubmissionRecord>
{
    public void Configure(EntityTypeBuilder<SubmissionRecord> submission)
    {
        submission.ToTable("submissions");
        submission.Property(s => s.Id).ValueGeneratedNever();
        submission.Property(s => s.State).HasConversion<string>();
        submission.Property(s => s.Kept).HasColumnType("jsonb");
        submission.Property(s => s.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
        submission.HasIndex(s => s.Receipt).IsUnique();
        submission.HasIndex(s => new { s.State, s.DueAt });
        submission.HasIndex(s => new { s.Form, s.Subject });
        submission.HasIndex(s => s.AddressIndex);
        submission.HasIndex(s => s.MemberId);
        submission.HasIndex(s => s.DeletePersonalAt);
    }
}

sealed class SubmissionFileConfiguration : IEntityTypeConfiguration<SubmissionFile>
{
    public void Configure(EntityTypeBuilder<SubmissionFile> file)
    {
        file.ToTable("submission_files");
        file.Property(f => f.Id).ValueGeneratedNever();
        file.Property(f => f.Scan).HasConversion<string>();
        file.HasIndex(f => f.SubmissionId);
        file.HasOne<SubmissionRecord>().WithMany().HasForeignKey(f => f.SubmissionId);
    }
}

sealed class SubmissionEventConfiguration : IEntityTypeConfiguration<SubmissionEvent>
{
    public void Configure(EntityTypeBuilder<SubmissionEvent> line)
    {
        line.ToTable("submission_events");
        line.Property(e => e.Id).ValueGeneratedNever();
        line.Property(e => e.Kind).HasConversion<string>();
        line.Property(e => e.Action).HasConversion<string>();
        line.HasIndex(e => new { e.SubmissionId, e.At });
        line.HasOne<SubmissionRecord>().WithMany().HasForeignKey(e => e.SubmissionId);
    }
}
