using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kakehashi.Cms.Accessibility;

sealed class TestConfiguration : IEntityTypeConfiguration<TestRecord>
{
    public void Configure(EntityTypeBuilder<TestRecord> test)
    {
        test.ToTable("accessibility_tests");
        test.HasKey(t => t.FiscalYear);
        test.Property(t => t.FiscalYear).ValueGeneratedNever();
    }
}

sealed class JudgementConfiguration : IEntityTypeConfiguration<Judgement>
{
    public void Configure(EntityTypeBuilder<Judgement> judgement)
    {
        judgement.ToTable("judgements");
        judgement.HasKey(j => j.Number);
        judgement.Property(j => j.Mode).HasConversion<string>();
        judgement.Property(j => j.Outcome).HasConversion<string>();
        judgement.HasIndex(j => j.FiscalYear);
        judgement.HasOne<TestRecord>().WithMany().HasForeignKey(j => j.FiscalYear);
    }
}

sealed class PictureConfiguration : IEntityTypeConfiguration<EvidencePicture>
{
    public void Configure(EntityTypeBuilder<EvidencePicture> picture)
    {
        picture.ToTable("evidence_pictures");
        picture.Property(p => p.Id).ValueGeneratedNever();
        picture.HasIndex(p => p.FiscalYear);
        picture.HasOne<TestRecord>().WithMany().HasForeignKey(p => p.FiscalYear);
    }
}

sealed class EvaluationAnswerConfiguration : IEntityTypeConfiguration<EvaluationAnswer>
{
    public void Configure(EntityTypeBuilder<EvaluationAnswer> answer)
    {
        answer.ToTable("evaluation_answers");
        answer.HasKey(a => a.Number);
        answer.Property(a => a.Attainment).HasConversion<string>();
        answer.HasIndex(a => a.FiscalYear);
    }
}

sealed class EvaluationPublicationConfiguration : IEntityTypeConfiguration<EvaluationPublication>
{
    public void Configure(EntityTypeBuilder<EvaluationPublication> publication)
    {
        publication.ToTable("evaluation_publications");
        publication.HasKey(p => p.Number);
        publication.HasIndex(p => p.FiscalYear);
    }
}
