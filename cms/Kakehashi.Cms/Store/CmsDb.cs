using System.Text.RegularExpressions;
using Kakehashi.Cms.Accessibility;
using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Auditing;
using Kakehashi.Cms.Delivery;
using Kakehashi.Cms.Editing;
using Kakehashi.Cms.Events;
using Kakehashi.Cms.Intake;
using Kakehashi.Cms.Mail;
using Kakehashi.Cms.Media;
using Kakehashi.Cms.Members;
using Kakehashi.Cms.Preview;
using Kakehashi.Cms.Programs;
using Kakehashi.Cms.Reasons;
using Kakehashi.Cms.Submissions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Store;

/// <summary>The CMS's whole database. What visitors may see stands apart, in the schema <c>delivery</c>.</summary>
public sealed partial class CmsDb(DbContextOptions<CmsDb> options) : IdentityDbContext<Account, IdentityRole<Guid>, Guid>(options)
{
    public DbSet<ItemRecord> Items => Set<ItemRecord>();

    public DbSet<RevisionRecord> Revisions => Set<RevisionRecord>();

    public DbSet<AddressClaim> Addresses => Set<AddressClaim>();

    public DbSet<ReviewComment> Comments => Set<ReviewComment>();

    public DbSet<FindingReason> FindingReasons => Set<FindingReason>();

    public DbSet<RevisionCheck> RevisionChecks => Set<RevisionCheck>();

    public DbSet<RevisionFinding> RevisionFindings => Set<RevisionFinding>();

    public DbSet<Autosave> Autosaves => Set<Autosave>();

    public DbSet<MediaRecord> Media => Set<MediaRecord>();

    public DbSet<ProgramVersion> Programs => Set<ProgramVersion>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<OutgoingMail> Outbox => Set<OutgoingMail>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public DbSet<PublicItem> PublicItems => Set<PublicItem>();

    public DbSet<PublicMedia> PublicMedia => Set<PublicMedia>();

    public DbSet<PublicProgram> PublicPrograms => Set<PublicProgram>();

    public DbSet<PublicChange> PublicChanges => Set<PublicChange>();

    public DbSet<PublicTest> PublicTests => Set<PublicTest>();

    public DbSet<PublicEvaluation> PublicEvaluations => Set<PublicEvaluation>();

    public DbSet<TestRecord> AccessibilityTests => Set<TestRecord>();

    public DbSet<Judgement> Judgements => Set<Judgement>();

    public DbSet<EvidencePicture> EvidencePictures => Set<EvidencePicture>();

    public DbSet<EvaluationAnswer> EvaluationAnswers => Set<EvaluationAnswer>();

    public DbSet<EvaluationPublication> EvaluationPublications => Set<EvaluationPublication>();

    public DbSet<SubmissionRecord> Submissions => Set<SubmissionRecord>();

    public DbSet<SubmissionFile> SubmissionFiles => Set<SubmissionFile>();

    public DbSet<SubmissionEvent> SubmissionEvents => Set<SubmissionEvent>();

    public DbSet<Participant> Participants => Set<Participant>();

    public DbSet<MemberRecord> Members => Set<MemberRecord>();

    public DbSet<MemberContact> MemberContacts => Set<MemberContact>();

    public DbSet<TicketRecord> Tickets => Set<TicketRecord>();

    public DbSet<StuckEnvelope> StuckEnvelopes => Set<StuckEnvelope>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(CmsDb).Assembly);
        DeliveryDb.Map(builder);
        SnakeCase(builder);
    }

    /// <summary>Names as PostgreSQL folds them, so that SQL needs no quotes.</summary>
    internal static void SnakeCase(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            entity.SetTableName(Snake(entity.GetTableName()!));
            foreach (var property in entity.GetProperties())
                if (property.GetColumnName() != "xmin") property.SetColumnName(Snake(property.GetColumnName()));
            foreach (var key in entity.GetKeys()) key.SetName(Snake(key.GetName()!));
            foreach (var foreign in entity.GetForeignKeys()) foreign.SetConstraintName(Snake(foreign.GetConstraintName()!));
            foreach (var index in entity.GetIndexes()) index.SetDatabaseName(Snake(index.GetDatabaseName()!));
        }
    }

    static string Snake(string name) => WordStart().Replace(name, "_").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex WordStart();
}
