using Kakehashi.Cms.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Delivery;

/// <summary>Reads the schema <c>delivery</c> and cannot see anything else: what is not published is not there.</summary>
public sealed class DeliveryDb(DbContextOptions<DeliveryDb> options) : DbContext(options)
{
    public DbSet<PublicItem> Items => Set<PublicItem>();

    public DbSet<PublicMedia> Media => Set<PublicMedia>();

    public DbSet<PublicProgram> Programs => Set<PublicProgram>();

    public DbSet<PublicTest> Tests => Set<PublicTest>();

    public DbSet<PublicEvaluation> Evaluations => Set<PublicEvaluation>();

    public DbSet<PublicChange> Changes => Set<PublicChange>();

    public DbSet<ChangeCounter> Counters => Set<ChangeCounter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Map(modelBuilder);
        CmsDb.SnakeCase(modelBuilder);
    }

    internal static void Map(ModelBuilder builder)
    {
        const string schema = "delivery";
        builder.Entity<PublicItem>(item =>
        {
            item.ToTable("items", schema);
            item.Property(i => i.Id).ValueGeneratedNever();
            item.Property(i => i.Document).HasColumnType("json");
            item.HasIndex(i => new { i.Type, i.Id });
        });
        builder.Entity<PublicMedia>(media =>
        {
            media.ToTable("media", schema);
            media.HasKey(m => m.Name);
            media.Property(m => m.File).HasColumnType("json");
        });
        builder.Entity<PublicProgram>(program =>
        {
            program.ToTable("program", schema);
            program.Property(p => p.Id).ValueGeneratedNever();
            program.Property(p => p.Settings).HasColumnType("json");
        });
        builder.Entity<PublicTest>(test =>
        {
            test.ToTable("accessibility_tests", schema);
            test.HasKey(t => t.FiscalYear);
            test.Property(t => t.FiscalYear).ValueGeneratedNever();
        });
        builder.Entity<PublicEvaluation>(evaluation =>
        {
            evaluation.ToTable("self_evaluations", schema);
            evaluation.HasKey(e => e.FiscalYear);
            evaluation.Property(e => e.FiscalYear).ValueGeneratedNever();
        });
        builder.Entity<PublicChange>(change =>
        {
            change.ToTable("changes", schema);
            change.HasKey(c => c.Sequence);
            change.Property(c => c.Sequence).ValueGeneratedNever();
            change.Property(c => c.Kind).HasConversion<string>();
        });
        builder.Entity<ChangeCounter>(counter =>
        {
            counter.ToTable("counter", schema);
            counter.Property(c => c.Id).ValueGeneratedNever();
            counter.HasData(new ChangeCounter());
        });
    }
}
