using System.Text.Json.Nodes;
using Kakehashi.Cms.Accounts;
using Kakehashi.Cms.Auditing;
using Kakehashi.Cms.Members;
using Kakehashi.Cms.Programs;
using Kakehashi.Cms.Publishing;
using Kakehashi.Cms.Sheets;
using Kakehashi.Cms.Store;
using Kakehashi.Cms.Submissions;
using Kakehashi.Cms.Transfer;
using Kakehashi.Content;
using Kakehashi.Content.Types;
using Microsoft.EntityFrameworkCore;

namespace Kakehashi.Cms.MemberImport;

/// <summary>What becomes of a row.</summary>
public enum RowOutcome
{
    [Label("新しい会員")] New,
    [Label("登録済み")] Known,
    [Label("取り込めません")] Refused,
}

/// <summary>A row with what becomes of it, and everything there is to say about it.</summary>
public sealed record ImportedRow(MemberRow Row, RowOutcome Outcome, IReadOnlyList<RowProblem> Problems);

/// <summary>What an import did, or would do.</summary>
/// <param name="Problems">Mistakes of the whole sheet; where there are any, nothing was read.</param>
/// <param name="Rows">In the order of the sheet.</param>
public sealed record MemberImportReport(IReadOnlyList<string> Problems, IReadOnlyList<ImportedRow> Rows)
{
    public int Count(RowOutcome outcome) => Rows.Count(row => row.Outcome == outcome);
}

/// <summary>Enters existing members from a list: their public pages, the registry and the contact persons. One transaction; rows with mistakes are left out.</summary>
/// <remarks>Who is registered already, by name and laboratory, stays as it is: the same list again changes nothing.</remarks>
public sealed class MemberImporter(IDbContextFactory<CmsDb> databases, ProgramStore programs, MemberContacts contacts, AuditTrail audit, TimeProvider time)
{
    static readonly ContentType Type = ContentType.Of<Member>();

    /// <summary>Reads, checks and, unless it is a dry run, imports.</summary>
    public async Task<MemberImportReport> RunAsync(Sheet sheet, bool dryRun, Actor actor, CancellationToken ct)
    {
        var program = await programs.CurrentAsync(ct);
        var read = MemberSheet.Read(sheet, program);
        if (read.Problems.Count > 0) return new MemberImportReport(read.Problems, []);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Registrations wait, and so does editing while pages are made.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('member registry', 0))", ct);
        if (!dryRun) await db.Database.ExecuteSqlAsync($"LOCK TABLE items, addresses IN EXCLUSIVE MODE", ct);
        if (await SectionAsync(db, ct) is not { } section) return new MemberImportReport(["公開中の「担当」がありません。会員のページに載せる担当を先に公開してください。"], []);
        var known = await KnownMembers.LoadAsync(db, ct);
        List<ImportedRow> rows = [.. read.Rows.Select(row => Judge(row, known, PageOf(row, section), program))];
        if (!dryRun) await WriteAsync(db, [.. rows.Where(row => row.Outcome == RowOutcome.New).Select(row => row.Row)], known, section, actor, ct);
        if (!dryRun) await transaction.CommitAsync(ct);
        return new MemberImportReport([], rows);
    }

    static ImportedRow Judge(MemberRow row, KnownMembers known, JsonObject page, ProgramSettings program)
    {
        var problems = row.Problems.ToList();
        if (known.IsRegistered(row)) return new ImportedRow(row, RowOutcome.Known, []);
        if (row.Name.Length > 0 && known.EarlierRow(row) is { } earlier) problems.Add(new RowProblem(null, $"{earlier}行目と名称が同じです。どちらかの行を消すか、研究室・部署を書き分けてください。", true));
        if (row.IsReady) problems.AddRange(Validation.Check(Type, page, program, Validation.Strictness.Complete).Select(mistake => new RowProblem(null, mistake.Message, true)));
        problems.AddRange(known.Alike(row).Select(alike => new RowProblem(null, alike, false)));
        return new ImportedRow(row, problems.Exists(problem => problem.IsError) ? RowOutcome.Refused : RowOutcome.New, problems);
    }

    async Task WriteAsync(CmsDb db, IReadOnlyList<MemberRow> rows, KnownMembers known, string section, Actor actor, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var at = new DateTimeOffset(now.UtcTicks - now.UtcTicks % TimeSpan.TicksPerSecond, TimeSpan.Zero);
        var shelf = await ItemShelf.LoadAsync(db, now, ct);
        var entered = new List<string>();
        foreach (var row in rows)
        {
            // A page that stands already without a member behind it becomes that member's page.
            var item = known.PageWithoutMember(row);
            if (item is null)
            {
                shelf.PutPublished(Type, new ItemDocument { Type = Type.Name, Slug = Slug.Create(JapaneseTime.DateOf(now)), PublishAt = at.ToOffset(JapaneseTime.Offset), Values = PageOf(row, section) });
                item = shelf.Public[^1].Item.Id;
            }
            var member = new MemberRecord { Id = Guid.CreateVersion7(now), ItemId = item.Value, Name = "", FoldedName = "", JoinedAt = (row.Joined is { } joined ? JapaneseTime.StartOf(joined) : now).ToUniversalTime() };
            MemberAnswers.Describe(member, row.Answers);
            db.Members.Add(member);
            foreach (var (person, position) in MemberAnswers.PeopleOf(row.Answers).Select((person, position) => (person, position)))
                db.MemberContacts.Add(contacts.Create(member.Id, position, person, row.Answers.IsTrue("mailing"), null, now));
            entered.Add($"member:{member.Id}");
        }
        if (shelf.Problems.Count > 0) throw new InvalidOperationException(shelf.Problems[0].Message);
        await db.SaveChangesAsync(ct);
        await Publisher.PutManyAsync(db, shelf.Public, [], at, ct);
        await audit.AppendAsync(db, actor, "member.import", [.. entered.Select(subject => (subject, (JsonObject?)null))], ct);
    }

    static JsonObject PageOf(MemberRow row, string section)
    {
        var page = MemberAnswers.PageOf(row.Answers);
        page["section"] = section;
        return CanonicalValues.Of(Type, page);
    }

    static Task<string?> SectionAsync(CmsDb db, CancellationToken ct)
    {
        var type = ContentType.Of<Section>().Name;
        return db.Items.Where(item => item.Type == type && item.LiveRevisionId != null).OrderBy(item => item.CreatedAt).Select(item => item.Slug).FirstOrDefaultAsync(ct);
    }
}
