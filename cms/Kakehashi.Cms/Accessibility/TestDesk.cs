using System.Text.Json.Nodes;
using Kakehashi.Accessibility.Evidence;
using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Auditing;
using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Programs;
using Kakehashi.Cms.Publishing;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Accessibility;

/// <summary>Everything that changes a test. What it concludes is never among it: that is derived from the evidence.</summary>
public sealed class TestDesk(IDbContextFactory<CmsDb> databases, ProgramStore programs, AuditTrail audit, TimeProvider time)
{
    /// <summary>Begins this fiscal year's test with what machines found.</summary>
    /// <param name="json">An uploaded file.</param>
    /// <returns>The year, or a Japanese sentence that says what to do.</returns>
    public async Task<(int? FiscalYear, string? Problem)> BeginAsync(string json, Actor actor, CancellationToken ct)
    {
        var (machine, problem) = await ReadAsync(json, ct);
        if (machine is null) return (null, problem);
        var year = JapaneseTime.FiscalYear(Today);
        if (machine.FiscalYear != year) return (null, $"このファイルは{machine.FiscalYear}年度の検査です。{year}年度の検査の結果を選んでください。");
        if (machine.StartedOn > Today) return (null, "検査を始めた日が、今日より後になっています。検査した機器の日付を確かめて、もう一度検査してください。");
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"LOCK TABLE accessibility_tests IN EXCLUSIVE MODE", ct);
        if (await db.AccessibilityTests.AnyAsync(test => test.FiscalYear == year, ct)) return (null, $"{year}年度の試験は、もう始まっています。その試験の画面で、機械の検査の結果を入れ替えてください。");
        db.AccessibilityTests.Add(new TestRecord { FiscalYear = year, Document = machine.Write() });
        await db.SaveChangesAsync(ct);
        await NoteAsync(db, actor, "accessibility.begin", year, new() { ["pages"] = machine.Sample.Pages.Count() }, ct);
        await transaction.CommitAsync(ct);
        return (year, null);
    }

    /// <summary>Puts newer findings of machines in place of the old ones. What people judged stays.</summary>
    /// <param name="newSample">Take the file's sample as well; otherwise the one that the test began with stays.</param>
    /// <returns>What changed in Japanese, or a sentence that says what to do.</returns>
    public async Task<(string? Said, string? Problem)> ReplaceMachineAsync(int fiscalYear, string json, bool newSample, Actor actor, CancellationToken ct)
    {
        var (machine, problem) = await ReadAsync(json, ct);
        if (machine is null) return (null, problem);
        if (machine.FiscalYear != fiscalYear) return (null, $"このファイルは{machine.FiscalYear}年度の検査です。{fiscalYear}年度の検査の結果を選んでください。");
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await LockAsync(db, fiscalYear, ct) is not { } record) return (null, "この年度の試験は、まだ始まっていません。");
        var (after, said) = NewerEvidence.Merge(ConformanceTest.Read(record.Document), machine, newSample);
        record.Document = after.Write();
        await db.SaveChangesAsync(ct);
        await NoteAsync(db, actor, "accessibility.machine", fiscalYear, new() { ["newSample"] = newSample }, ct);
        await transaction.CommitAsync(ct);
        return (said, null);
    }

    /// <summary>Adds what somebody judged on one sheet. All of it, or nothing where there is a mistake.</summary>
    /// <param name="page">Null = the whole site.</param>
    /// <param name="entries">What was chosen; rows of the sheet that were left alone may be missing.</param>
    /// <param name="technology">支援技術 in words; null = none.</param>
    public async Task<(int Saved, IReadOnlyList<Mistake> Mistakes)> JudgeAsync(
        int fiscalYear, string? page, IReadOnlyList<JudgementEntry> entries, string? technology, Actor actor, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await LockAsync(db, fiscalYear, ct) is not { } record) return (0, [new Mistake(null, "この年度の試験は、まだ始まっていません。")]);
        var open = OpenTest.Of(record, await db.Judgements.AsNoTracking().Where(judgement => judgement.FiscalYear == fiscalYear).ToListAsync(ct));
        if (Worksheet.Of(open).Find(page) is not { } sheet) return (0, [new Mistake(null, "このページは、試験するページから外れました。試験の画面に戻って、ページを選び直してください。")]);
        if (technology is not null && open.Machine.AssistiveTechnologies.All(one => one.Words() != technology)) return (0, [new Mistake("technology", "支援技術は、一覧から選んでください。")]);
        var changes = entries.Select(entry => (Entry: entry, Row: sheet.Rows.FirstOrDefault(row => row.Criterion.Number == entry.Criterion))).Where(pair => pair.Row is not null && pair.Entry.Changes(pair.Row)).ToList();
        var mistakes = changes.Select(pair => pair.Entry.MistakeOn(pair.Row!)).OfType<Mistake>().ToList();
        if (mistakes.Count > 0) return (0, mistakes);
        if (changes.Count == 0 && technology is not null) return (0, [new Mistake("technology", "支援技術を選びましたが、判定は変わっていません。その支援技術で判定し直した達成基準の「もう一度判定した」に印を付けて、保存してください。")]);
        foreach (var (entry, row) in changes)
            db.Judgements.Add(new Judgement
            {
                FiscalYear = fiscalYear,
                Page = page,
                Criterion = entry.Criterion,
                Mode = row!.Mode,
                Outcome = entry.Outcome,
                Note = entry.Note,
                AssistiveTechnology = technology,
                By = actor.Parts(),
                AccountId = actor.Id,
                At = time.GetUtcNow(),
            });
        await db.SaveChangesAsync(ct);
        if (changes.Count > 0) await NoteAsync(db, actor, "accessibility.judge", fiscalYear, new() { ["page"] = page, ["judgements"] = changes.Count }, ct);
        await transaction.CommitAsync(ct);
        return (changes.Count, []);
    }

    /// <summary>Saves dates, testers, assistive technologies, web technologies and plans.</summary>
    public async Task<IReadOnlyList<Mistake>> DescribeAsync(int fiscalYear, TestDetails details, Actor actor, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await LockAsync(db, fiscalYear, ct) is not { } record) return [new Mistake(null, "この年度の試験は、まだ始まっていません。")];
        var before = ConformanceTest.Read(record.Document);
        if (TestDetails.VersionOf(before) != details.Base) return [new Mistake(null, "ほかの人が、この記録を変更しました。入力したことを控えて、画面を開き直してください。")];
        var (after, mistakes) = details.Apply(before, Today);
        if (mistakes.Count > 0) return mistakes;
        record.Document = after.Write();
        await db.SaveChangesAsync(ct);
        await NoteAsync(db, actor, "accessibility.describe", fiscalYear, null, ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    /// <summary>公表: makes the test public as it stands, with today as the day of the statement (表明日).</summary>
    /// <returns>A Japanese sentence that says what to do first; null when it was published.</returns>
    public async Task<string?> PublishAsync(int fiscalYear, Actor actor, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await LockAsync(db, fiscalYear, ct) is not { } record) return "この年度の試験は、まだ始まっていません。";
        var machine = ConformanceTest.Read(record.Document);
        if (machine.EndedOn is null) return "試験を終えた日がありません。「試験の記録」に、終えた日を入れてから公表してください。";
        if (machine.Testers.Count == 0) return "試験した部署や役割がありません。「試験の記録」に入れてから公表してください。";
        var open = OpenTest.Of(record, await db.Judgements.AsNoTracking().Where(judgement => judgement.FiscalYear == fiscalYear).ToListAsync(ct));
        if (!open.HasNews) return "前に公表した後で、変わったところはありません。";
        record.Document = (machine with { StatedOn = Today }).Write();
        record.PublicDocument = (open.Test with { StatedOn = Today }).Write();
        (record.PublishedAt, record.WarnedAt, record.OverdueToldAt) = (now, null, null);
        await Publisher.PutTestAsync(db, new AccessibilityTest(fiscalYear, record.PublicDocument), now, ct);
        await NoteAsync(db, actor, "accessibility.publish", fiscalYear, null, ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    // Results of another site are never published here.
    async Task<(ConformanceTest?, string?)> ReadAsync(string json, CancellationToken ct)
    {
        var (machine, problem) = MachineEvidence.Read(json);
        var own = new Uri((await programs.CurrentAsync(ct)).Url);
        return machine is null || machine.Site.Host == own.Host ? (machine, problem) : (null, $"このファイルは {machine.Site} の検査です。{own} の検査の結果を選んでください。");
    }

    DateOnly Today => JapaneseTime.DateOf(time.GetUtcNow());

    Task NoteAsync(CmsDb db, Actor actor, string action, int fiscalYear, JsonObject? detail, CancellationToken ct) => audit.AppendAsync(db, actor, action, $"accessibility:{fiscalYear}", detail, ct);

    static Task<TestRecord?> LockAsync(CmsDb db, int fiscalYear, CancellationToken ct) =>
        db.AccessibilityTests.FromSql($"SELECT * FROM accessibility_tests WHERE fiscal_year = {fiscalYear} FOR UPDATE").AsTracking().SingleOrDefaultAsync(ct);
}
