using Kakehashi.Accessibility.Evidence;
using Kakehashi.Cms.Mail;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Kakehashi.Content.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Accessibility;

/// <summary>Tells the secretariat by mail a month before the public test is out of date, and when it is; each once.</summary>
public sealed class TestReminders(IDbContextFactory<CmsDb> databases, CmsOptions options, TimeProvider time, ILogger<TestReminders> log)
    : DueWork(TimeSpan.FromHours(1), log)
{
    protected override async Task<bool> RunOneAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var today = JapaneseTime.DateOf(now);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var newest = await db.AccessibilityTests.FromSql($"""
            SELECT * FROM accessibility_tests WHERE fiscal_year = (SELECT max(fiscal_year) FROM accessibility_tests WHERE public_document IS NOT NULL) FOR UPDATE SKIP LOCKED
            """).AsTracking().ToListAsync(ct);
        if (newest is not [var record]) return false;
        var until = ConformanceTest.Read(record.PublicDocument!).OverdueFrom;
        var isOver = until <= today;
        if (isOver ? record.OverdueToldAt is not null : until.AddMonths(-1) > today || record.WarnedAt is not null) return false;
        if (isOver) record.OverdueToldAt = now;
        else record.WarnedAt = now;
        await Notifications.AddToRoleAsync(db, Role.Secretariat, Subject(record, isOver), Text(record, until, isOver), now, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    static string Subject(TestRecord record, bool isOver) => isOver
        ? $"【期限切れ】{record.FiscalYear}年度のアクセシビリティの試験から1年を過ぎました"
        : $"【お知らせ】{record.FiscalYear}年度のアクセシビリティの試験から、まもなく1年です";

    string Text(TestRecord record, DateOnly until, bool isOver) => string.Join('\n',
        isOver
            ? $"公開している{record.FiscalYear}年度の試験の結果は、{JapaneseTime.Words(until)}から「前回の試験結果」と表示しています。「{Claim.Word}」とは書けません。"
            : $"公開している{record.FiscalYear}年度の試験の結果は、{JapaneseTime.Words(until)}から「前回の試験結果」と表示します。「{Claim.Word}」とは書けなくなります。",
        isOver ? "新しい試験を行い、結果を公表してください。" : "それまでに新しい試験を行い、結果を公表してください。",
        "",
        $"開いて確かめる：{new Uri(options.PublicAddress, "accessibility")}");
}
