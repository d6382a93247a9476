using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Auditing;
using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Store;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Accessibility;

/// <summary>What was chosen for one item, as it is typed.</summary>
/// <param name="Attainment">Null = nothing was chosen.</param>
public sealed record EvaluationEntry(string Item, Attainment? Attainment, string Evidence);

/// <summary>Fills in the 取組確認・評価表. What the system says itself is never among it.</summary>
public sealed class SelfEvaluationDesk(IDbContextFactory<CmsDb> databases, AuditTrail audit, TimeProvider time)
{
    const int MaxEvidence = 1_000;

    /// <summary>Saves the items that something was chosen for; the others stay as they are.</summary>
    public async Task<IReadOnlyList<Mistake>> SaveAsync(int fiscalYear, IReadOnlyList<EvaluationEntry> entries, Actor actor, CancellationToken ct)
    {
        var said = entries.Where(entry => SelfEvaluation.Items.Any(item => item.Id == entry.Item && item.Derive is null) && (entry.Attainment is not null || entry.Evidence.Length > 0)).ToList();
        if (said.Select(MistakeOn).OfType<Mistake>().ToList() is { Count: > 0 } mistakes) return mistakes;
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"LOCK TABLE self_evaluation IN EXCLUSIVE MODE", ct);
        var there = await db.EvaluationAnswers.Where(answer => answer.FiscalYear == fiscalYear).ToDictionaryAsync(answer => answer.Item, StringComparer.Ordinal, ct);
        var changed = said.Where(entry => there.GetValueOrDefault(entry.Item) is not { } answer || (answer.Attainment, answer.Evidence) != (entry.Attainment, entry.Evidence)).ToList();
        foreach (var entry in changed)
        {
            if (there.TryGetValue(entry.Item, out var answer)) (answer.Attainment, answer.Evidence, answer.AccountId, answer.At) = (entry.Attainment!.Value, entry.Evidence, actor.Id, time.GetUtcNow());
            else db.EvaluationAnswers.Add(new EvaluationAnswer { FiscalYear = fiscalYear, Item = entry.Item, Attainment = entry.Attainment!.Value, Evidence = entry.Evidence, AccountId = actor.Id, At = time.GetUtcNow() });
        }
        await db.SaveChangesAsync(ct);
        if (changed.Count > 0) await audit.AppendAsync(db, actor, "accessibility.evaluate", $"accessibility:{fiscalYear}", new() { ["items"] = string.Join(',', changed.Select(entry => entry.Item)) }, ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    static Mistake? MistakeOn(EvaluationEntry entry)
    {
        var label = SelfEvaluation.Items.Single(item => item.Id == entry.Item).Label;
        if (entry.Attainment is null) return new($"attainment.{entry.Item}", $"「{label}」は、どこまでできているかを選んでください。");
        return entry.Evidence.Length is 0 or > MaxEvidence ? new($"evidence.{entry.Item}", $"「{label}」の根拠（文書の名前、日付、人数など）を、{MaxEvidence}文字までで書いてください。") : null;
    }
}
