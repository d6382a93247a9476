using Kakehashi.Cms.Auditing;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Mail;
using Kakehashi.Cms.Media;
using Kakehashi.Cms.Preview;
using Kakehashi.Cms.Programs;
using Kakehashi.Cms.Reasons;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kakehashi.Cms.Store;

sealed class ItemConfiguration : IEntityTypeConfiguration<ItemRecord>
{
    public void Configure(EntityTypeBuilder<ItemRecord> item)
    {
        item.ToTable("items");
        item.Property(i => i.Id).ValueGeneratedNever();
        item.Property(i => i.State).HasConversion<string>();
        item.Property(i => i.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
        item.HasIndex(i => new { i.Type, i.State });
        item.HasIndex(i => i.TouchedAt);
        item.HasIndex(i => i.PublishDue);
        item.HasIndex(i => i.ExpireDue);
    }
}

sealed class RevisionConfiguration : IEntityTypeConfiguration<RevisionRecord>
{
    public void Configure(EntityTypeBuilder<RevisionRecord> revision)
    {
        revision.ToTable("revisions");
        revision.Property(r => r.Id).ValueGeneratedNever();
        revision.Property(r => r.Values).HasColumnType("jsonb");
        revision.HasIndex(r => new { r.ItemId, r.Number }).IsUnique();
        revision.HasOne<ItemRecord>().WithMany().HasForeignKey(r => r.ItemId);
    }
}

sealed class AddressConfiguration : IEntityTypeConfiguration<AddressClaim>
{
    public void Configure(EntityTypeBuilder<AddressClaim> claim)
    {
        claim.ToTable("addresses");
        claim.HasKey(c => c.Address);
        claim.HasIndex(c => c.ItemId);
        claim.HasOne<ItemRecord>().WithMany().HasForeignKey(c => c.ItemId);
    }
}

sealed class CommentConfiguration : IEntityTypeConfiguration<ReviewComment>
{
    public void Configure(EntityTypeBuilder<ReviewComment> comment)
    {
        comment.ToTable("comments");
        comment.Property(c => c.Id).ValueGeneratedNever();
        comment.Property(c => c.Action).HasConversion<string>();
        comment.HasIndex(c => c.ItemId);
        comment.HasOne<ItemRecord>().WithMany().HasForeignKey(c => c.ItemId);
    }
}

sealed class FindingReasonConfiguration : IEntityTypeConfiguration<FindingReason>
{
    public void Configure(EntityTypeBuilder<FindingReason> reason)
    {
        reason.ToTable("finding_reasons");
        reason.Property(r => r.Id).ValueGeneratedNever();
        reason.HasIndex(r => new { r.ItemId, r.Fingerprint });
        reason.HasIndex(r => new { r.Rule, r.CreatedAt });
        reason.HasOne<ItemRecord>().WithMany().HasForeignKey(r => r.ItemId);
    }
}

sealed class RevisionCheckConfiguration : IEntityTypeConfiguration<RevisionCheck>
{
    public void Configure(EntityTypeBuilder<RevisionCheck> check)
    {
        check.ToTable("revision_checks");
        check.HasKey(c => new { c.ItemId, c.RevisionNumber });
        check.HasOne<ItemRecord>().WithMany().HasForeignKey(c => c.ItemId);
        check.HasMany(c => c.Findings).WithOne().HasForeignKey(f => new { f.ItemId, f.RevisionNumber });
    }
}

sealed class RevisionFindingConfiguration : IEntityTypeConfiguration<RevisionFinding>
{
    public void Configure(EntityTypeBuilder<RevisionFinding> found)
    {
        found.ToTable("revision_findings");
        found.HasKey(f => new { f.ItemId, f.RevisionNumber, f.Fingerprint });
        found.Property(f => f.Weight).HasConversion<string>();
        found.HasIndex(f => new { f.Weight, f.Rule });
    }
}

sealed class AutosaveConfiguration : IEntityTypeConfiguration<Autosave>
{
    public void Configure(EntityTypeBuilder<Autosave> autosave)
    {
        autosave.ToTable("autosaves");
        autosave.HasKey(a => new { a.AccountId, a.Subject });
    }
}

sealed class MediaConfiguration : IEntityTypeConfiguration<MediaRecord>
{
    public void Configure(EntityTypeBuilder<MediaRecord> media)
    {
        media.ToTable("media");
        media.HasKey(m => m.Name);
    }
}

sealed class ProgramConfiguration : IEntityTypeConfiguration<ProgramVersion>
{
    public void Configure(EntityTypeBuilder<ProgramVersion> program)
    {
        program.ToTable("programs");
        program.HasKey(p => p.Number);
        program.Property(p => p.Number).ValueGeneratedNever();
    }
}

sealed class AuditConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit");
        entry.HasKey(e => e.Sequence);
        entry.Property(e => e.Sequence).ValueGeneratedNever();
        entry.HasIndex(e => new { e.Subject, e.Sequence });
    }
}

sealed class AuditHeadConfiguration : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> head)
    {
        head.ToTable("audit_head");
        head.Property(h => h.Id).ValueGeneratedNever();
        head.HasData(new AuditHead());
    }
}

sealed class OutboxConfiguration : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> mail)
    {
        mail.ToTable("outbox");
        mail.Property(m => m.Id).ValueGeneratedNever();
        mail.HasIndex(m => m.DueAt);
    }
}

sealed class ProtectionKeyConfiguration : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> key)
    {
        key.ToTable("protection_keys");
        key.HasKey(k => k.Name);
    }
}
