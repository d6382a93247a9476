using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kakehashi.Cms.Members;

/// <summary>A contact's new e-mail address that is not in force yet: it has to be confirmed at the new and at the present address (F02).</summary>
public sealed class ContactAddressChange
{
    public Guid Id { get; init; }

    public required Guid ContactId { get; init; }

    /// <summary>Ciphertext of the new address.</summary>
    public required byte[] Address { get; init; }

    /// <summary>Blind index of the new address.</summary>
    public required byte[] AddressIndex { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>UTC; null until then.</summary>
    public DateTimeOffset? NewConfirmedAt { get; set; }

    /// <summary>UTC; null until then.</summary>
    public DateTimeOffset? OldConfirmedAt { get; set; }
}

sealed class ContactAddressChangeConfiguration : IEntityTypeConfiguration<ContactAddressChange>
{
    public void Configure(EntityTypeBuilder<ContactAddressChange> change)
    {
        change.ToTable("contact_address_changes");
        change.Property(c => c.Id).ValueGeneratedNever();
        change.HasIndex(c => c.ContactId).IsUnique();
        change.HasIndex(c => c.CreatedAt);
        change.HasOne<MemberContact>().WithMany().HasForeignKey(c => c.ContactId).OnDelete(DeleteBehavior.Cascade);
    }
}
