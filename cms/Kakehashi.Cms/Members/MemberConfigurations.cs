using Kakehashi.Cms.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kakehashi.Cms.Members;

sealed class MemberConfiguration : IEntityTypeConfiguration<MemberRecord>
{
    public void Configure(EntityTypeBuilder<MemberRecord> member)
    {
        member.ToTable("members");
        member.Property(m => m.Id).ValueGeneratedNever();
        member.Property(m => m.State).HasConversion<string>();
        member.Property(m => m.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
        member.HasIndex(m => m.ItemId).IsUnique();
        member.HasIndex(m => m.FoldedName);
        member.HasIndex(m => m.CorporateNumber);
        member.HasIndex(m => m.Domain);
        member.HasOne<ItemRecord>().WithMany().HasForeignKey(m => m.ItemId);
    }
}

sealed class ContactConfiguration : IEntityTypeConfiguration<MemberContact>
{
    public void Configure(EntityTypeBuilder<MemberContact> contact)
    {
        contact.ToTable("member_contacts");
        contact.Property(c => c.Id).ValueGeneratedNever();
        contact.HasIndex(c => c.AddressIndex);
        contact.HasIndex(c => new { c.MemberId, c.Position });
        contact.HasIndex(c => c.DeleteAt);
        contact.HasOne<MemberRecord>().WithMany().HasForeignKey(c => c.MemberId);
    }
}

sealed class TicketConfiguration : IEntityTypeConfiguration<TicketRecord>
{
    public void Configure(EntityTypeBuilder<TicketRecord> ticket)
    {
        ticket.ToTable("tickets");
        ticket.HasIndex(t => new { t.AddressIndex, t.CreatedAt });
        ticket.HasIndex(t => t.ExpiresAt);
    }
}
