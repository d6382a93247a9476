using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kakehashi.Cms.Personal;

sealed class KeyCheckConfiguration : IEntityTypeConfiguration<KeyCheck>
{
    public void Configure(EntityTypeBuilder<KeyCheck> check)
    {
        check.ToTable("personal_keys");
        check.HasKey(c => c.KeyId);
    }
}
