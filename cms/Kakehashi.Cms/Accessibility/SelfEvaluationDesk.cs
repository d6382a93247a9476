using Kakehashi.Accessibility.Evidence;
using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Auditing;
using Kakehashi.Cms.Frame;
using Kakehashi.Cms.Publishing;
using Kakehashi.Cms.Store;
using Kakehashi.Content;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.Accessibility;

/// <summary>What was chosen for one item, as it is typed.</summary>
/// <param name="Attainment">Null = nothing was chosen.</param>
/// <param name="Seen">Number of the answer that stood on the screen; 0 = there was none.</param>
public sealed record EvaluationEntry(string Item, Attainment? Attainment, string Evidence, long Seen);

/// <summary>Fills in and publishes the 取組確認・評価表. What the system says itself is never typed.</summary>
public sealed class SelfEvaluationDesk(IDbContextFactory<CmsDb> databases, SelfEvaluationQueries queries, AuditTrail audit, TimeProvider time)
{
    const int MaxEvidence = 1_000;

    /// <summary>Adds an answer to each item that something new was chosen for; all of them, or nothing where there is a mistake.</summary>
    public async Task<IReadOnlyList<Mistake>> SaveAsync(int fiscalYear, IReadOnlyList<EvaluationEntry> entries, Actor actor, CancellationToken ct)
    {
        var said = entries.Where(entry => EvaluationItem.Find(entry.Item) is { IsDerived: false } && (entry.Attainment is not null || entry.Evidence.Length > 0)).ToList();
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await LockAsync(db, ct);
        var there = (await db.EvaluationAnswers.AsNoTracking().Where(answer => answer.FiscalYear == fiscalYear).ToListAsync(ct)).ToLookup(answer => answer.Item);
        bool Changes(EvaluationEntry entry) => there[entry.Item].FirstOrDefault(answer => answer.Number == entry.Seen) is not { } seen || (seen.Attainment, seen.Evidence) != (entry.Attainment, entry.Evidence);
        var changed = said.Where(Changes).ToList();
        if (changed.Select(entry => MistakeOn(entry, there[entry.Item].Select(answer => answer.Number).DefaultIfEmpty().Max())).OfType<Mistake>().ToList() is { Count: > 0 } mistakes) return mistakes;
        db.EvaluationAnswers.AddRange(changed.Select(entry => new EvaluationAnswer
        {
            FiscalYear = fiscalYear,
            Item = entry.Item,
            Attainment = entry.Attainment!.Value,
            Evidence = entry.Evidence,
            By = actor.Parts(),
            AccountId = actor.Id,
            At = time.GetUtcNow(),
        }));
        await db.SaveChangesAsync(ct);
        if (changed.Count > 0) await audit.AppendAsync(db, actor, "accessibility.evaluate", $"accessibility:{fiscalYear}", new() { ["items"] = string.Join(',', changed.Select(entry => entry.Item)) }, ct);
        await transaction.CommitAsync(ct);
        return [];
    }

    /// <summary>公表: makes the evaluation public as it stands, with today as its day.</summary>
    /// <returns>A Japanese sentence that says what to do first; null when it was published.</returns>
    public async Task<string?> PublishAsync(int fiscalYear, Actor actor, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await LockAsync(db, ct);
        var open = await queries.FindAsync(fiscalYear, ct);
        if (open.Rows.Where(row => row.Answer is null).Select(row => $"「{row.Item.Label}」").ToList() is { Count: > 0 } left) return $"まだ記入していない項目があります：{string.Join("、", left)}。記入して保存してから公表してください。";
        if (!open.HasNews) return "前に公表した後で、変わったところはありません。";
        var now = time.GetUtcNow();
        var document = open.StatedOn(JapaneseTime.DateOf(now)).Write();
        db.EvaluationPublications.Add(new EvaluationPublication { FiscalYear = fiscalYear, Document = document, AccountId = actor.Id, At = now });
        await Publisher.PutEvaluationAsync(db, new EvaluationDocument(fiscalYear, document), now, ct);
        await audit.AppendAsync(db, actor, "accessibility.evaluation.publish", $"accessibility:{fiscalYear}", new() { ["points"] = open.Points }, ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    static Task<int> LockAsync(CmsDb db, CancellationToken ct) => db.Database.ExecuteSqlAsync($"LOCK TABLE evaluation_answers, evaluation_publications IN EXCLUSIVE MODE", ct);

    static Mistake? MistakeOn(EvaluationEntry entry, long newest)
    {
        var label = EvaluationItem.Find(entry.Item)!.Label;
        var (attainment, evidence) = ($"attainment.{entry.Item}", $"evidence.{entry.Item}");
        if (entry.Seen != newest) return new(attainment, $"「{label}」は、この画面を開いた後で、ほかの人が答えました。「これまでの答え」を読んで、必要なときだけ選び直してください。");
        if (entry.Attainment is null) return new(attainment, $"「{label}」は、どこまでできているかを選んでください。");
        if (entry.Evidence.Length is 0 or > MaxEvidence) return new(evidence, $"「{label}」の根拠（文書の名前、日付、人数など）を、{MaxEvidence}文字までで書いてください。");
        return TestWords.Claims(entry.Evidence) ? new(evidence, $"「{label}」の根拠に「{Claim.Word}」と書かないでください。試験の証拠から決まる言葉です。「合っている」「満たす」などに書き換えてください。")
            : entry.Evidence.Any(letter => char.IsControl(letter) && letter != '\n') ? new(evidence, $"「{label}」の根拠に使えない文字があります。書き直してください。") : null;
    }
}
